"""Rows of a plain text."""

import re
from collections.abc import Iterator

from plans.encodings import decoded
from plans.extracted import Extracted, Row
from plans.limits import Limits
from plans.unreadable import Reason, UnreadableDocument

_GAP = re.compile(r"^ {2,}|\t+| {3,}|\s\|(?:\s|$)")
_LINE = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")


def extract_text(data: bytes, limits: Limits) -> Extracted:
    """The lines of a text in UTF-8, UTF-16 with its mark, or Windows-1252; tabs and wide gaps divide cells.

    Raises:
        UnreadableDocument: nothing but white space, too long, or in no such encoding.
    """
    return Extracted(tuple(_rows(lines_of(decoded(data), limits), limits.columns)))


def lines_of(text: str, limits: Limits) -> list[str]:
    """The lines of a text.

    Raises:
        UnreadableDocument: nothing but white space, or too long.
    """
    if not text.strip("\0 \t\r\n\f\v"):
        raise UnreadableDocument(Reason.EMPTY)
    lines = _LINE.split(text)
    if len(lines) + text.count("\f") > limits.lines or len(text) > limits.characters:
        raise UnreadableDocument(Reason.TOO_LONG)
    return lines


def divided(line: str, columns: int) -> tuple[str, ...]:
    """The cells of a line, at most so many: what is beyond them stays in the last one."""
    return tuple(cell.strip() for cell in _GAP.split(line, maxsplit=columns - 1))


def _rows(lines: list[str], columns: int) -> Iterator[Row]:
    """The rows; a form feed ends a page and leaves a blank line. What all are indented by is no indent."""
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    for number, line in enumerate(lines, start=1):
        for part in line.split("\f"):
            text = part[margin:].rstrip()
            yield Row(divided(text, columns), line=number, printed=text)
