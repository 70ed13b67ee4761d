"""The rules: pure data and functions; no Telegram, no clock, no disk."""
