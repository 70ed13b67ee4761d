"""The languages the bot speaks."""
