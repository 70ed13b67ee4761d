"""What Telegram checks, as pure functions: text or JSON in, records out, `ApiError` otherwise."""
