"""Pictures and masks from pictures."""
