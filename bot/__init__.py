"""Starts everything: settings, composition root, transport, command line."""
