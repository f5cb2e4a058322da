"""Picture book videos."""
