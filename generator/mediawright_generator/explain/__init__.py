"""Says of every rule why there is one and how to fix what it finds: on the command line, and as pages of docs/rules."""
