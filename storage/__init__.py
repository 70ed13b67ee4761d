"""Where it is kept: one port, several adapters."""
