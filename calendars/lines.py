"""Text as RFC 5545 (3.3.11) wants it. The library folds the lines; it escapes almost everything rightly."""

import re
from collections.abc import Iterable

from icalendar.prop import vCategory, vText

# Readers that split lines as Python does take all of these for the end of a line.
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# No calendar may hold control characters, and lone surrogates have no UTF-8.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class Text(vText):
    r"""A TEXT value that may hold anything: the library makes a line break of `\N`, as in `K:\Noter`."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        """The value, escaped, in UTF-8."""
        return self.translate(_ESCAPES).encode()


def clean(text: str) -> str:
    """The text with line breaks of one sort and without what a calendar may not hold."""
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", text)).strip()


def lines(text: str) -> Text:
    """A value of any number of lines."""
    return Text(clean(text))


def line(text: str) -> Text:
    """A value that programs show on one line: a title, a place, a name."""
    return Text(clean(text).replace("\n", " "))


def categories(names: Iterable[str]) -> vCategory:
    """A list of names."""
    value = vCategory([])
    value.cats = [line(name) for name in names]
    return value
