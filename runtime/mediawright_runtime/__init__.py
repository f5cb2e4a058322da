"""What emitted clients import: procedures, written once."""
