"""Reading published plans."""
