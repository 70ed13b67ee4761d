"""What the bot can do: use cases, each owning its transaction."""
