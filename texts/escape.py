"""Text that cannot break a message: markup characters, direction marks, length."""

import unicodedata

from markupsafe import Markup

_DIRECTION_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def plain(text: str, limit: int = 200) -> str:
    """What people wrote, on one line, without invisible controls, at most `limit` characters."""
    if not (text.isascii() and text.isprintable()):
        text = "".join(c for c in text.translate(_DIRECTION_CONTROLS) if c.isspace() or _visible(c))
    return clip(" ".join(text.split()), limit)


def clip(text: str, limit: int) -> str:
    """At most `limit` characters; what was cut off shows as an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def isolated(text: str) -> str:
    """The text such that right-to-left letters in it do not rearrange what stands around it.

    See UAX #9: a first-strong isolate; left out where nothing reads right to left.
    """
    if not text.isascii() and any(unicodedata.bidirectional(c) in {"R", "AL", "AN"} for c in text):
        return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
    return text


def safe(value: object, limit: int = 200) -> Markup:
    """A value made fit to stand in a message; what already is `Markup` stays as it is."""
    if isinstance(value, Markup):
        return value
    return Markup.escape(isolated(plain(str(value), limit)))


def telegram_length(text: str) -> int:
    """How long Telegram holds a plain text to be: in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _visible(character: str) -> bool:
    # Cf holds the joiners that emoji and Arabic need, Cn the emoji that are newer than this Python.
    return unicodedata.category(character) not in {"Cc", "Cs", "Co"}
