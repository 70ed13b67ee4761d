"""Views: pure functions from data to screens, shared by commands, buttons and notices."""
