"""Photos: what Telegram takes as one (https://core.telegram.org/bots/api#sendphoto).

Telegram reads some more kinds of pictures; PNG and JPEG are those that a bot would draw.
"""

from __future__ import annotations

from playground.errors import bad_request

MAX_PHOTO = 10 * 1024 * 1024
MAX_WIDTH_AND_HEIGHT = 10_000
MAX_RATIO = 20

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# The markers of a JPEG that begin with its measures: "start of frame" 0 to 15, without three
# numbers that mean other things.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def check_photo(data: bytes) -> tuple[int, int]:
    """Width and height in pixels.

    Raises:
        ApiError: too many bytes, no picture, too large or too narrow.
    """
    if len(data) > MAX_PHOTO:
        raise bad_request(
            f"file of size {len(data)} bytes is too big for a photo; the maximum size is {MAX_PHOTO} bytes"
        )
    pixels = measure(data)
    if pixels is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    is_bounded = 0 < sum(pixels) <= MAX_WIDTH_AND_HEIGHT and max(pixels) <= MAX_RATIO * min(pixels)
    if not is_bounded:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return pixels


def measure(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG; ``None`` when it is neither."""
    if data.startswith(_PNG):
        return _png(data)
    return _jpeg(data) if data.startswith(_JPEG) else None


def _png(data: bytes) -> tuple[int, int] | None:
    if data[12:16] != b"IHDR" or len(data) < 24:  # noqa: PLR2004 - where the two numbers end
        return None
    return _number(data[16:20]), _number(data[20:24])


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Walk from marker to marker until the frame begins."""
    at = 2
    while data[at : at + 1] == b"\xff" and at + 9 <= len(data):
        if data[at + 1] in _FRAMES:
            return _number(data[at + 7 : at + 9]), _number(data[at + 5 : at + 7])
        at += 2 + _number(data[at + 2 : at + 4])
    return None


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")
