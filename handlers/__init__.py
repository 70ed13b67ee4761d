"""What people can say and tap: one feature, one file."""
