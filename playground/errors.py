"""How the Bot API says no."""


class ApiError(Exception):
    """A refusal as Telegram words it; the server turns it into the JSON envelope.

    Attributes:
        code: the HTTP status, repeated in the body as ``error_code``.
        description: Telegram's sentence, prefix included ("Bad Request: ...").
        parameters: ``retry_after`` (seconds) or ``migrate_to_chat_id``, when there are any.
    """

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(reason: str, **parameters: int) -> ApiError:
    """400; ``reason`` without the prefix."""
    return ApiError(400, f"Bad Request: {reason}", **parameters)


def forbidden(reason: str) -> ApiError:
    """403; ``reason`` without the prefix."""
    return ApiError(403, f"Forbidden: {reason}")


def too_many_requests(retry_after: int) -> ApiError:
    """429; ``retry_after`` in whole seconds."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def conflict(reason: str) -> ApiError:
    """409; ``reason`` without the prefix."""
    return ApiError(409, f"Conflict: {reason}")
