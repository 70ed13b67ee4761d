"""Which addresses Telegram accepts in links and buttons."""

import re

_WEB = re.compile(
    r"(?:https?://)?(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|(?:[\w-]+\.)+[^\W\d_]{2,})"
    r"(?::\d{1,5})?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_OTHER = re.compile(r"(?:tg|ton|tonsite)://\S+|mailto:\S+@\S+|tel:\+?[\d-]+", re.IGNORECASE)


def is_url(text: str) -> bool:
    """Whether ``text`` works as the target of a link."""
    return bool(_WEB.fullmatch(text) or _OTHER.fullmatch(text))
