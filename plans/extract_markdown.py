"""Rows of a text in Markdown: its headings, lists and tables, without the marks.

It is read line by line and not as CommonMark: a plan is one also where its author is not strict.
"""

import re
from collections.abc import Iterator

from plans.encodings import decoded
from plans.extract_csv import bounded
from plans.extract_text import divided, lines_of
from plans.extracted import Extracted, Row
from plans.limits import Limits

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<text>\S.{0,1000}?)[ \t]*#*$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]?){3,100}|(?:-[ \t]?){3,100}|(?:_[ \t]?){3,100})$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{3,}) {0,3}$")
_DIVIDER = re.compile(r"^[ \t|:-]{0,2000}$")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_QUOTE = re.compile(r"^(?: {0,3}>){1,9} ?")
_BULLET = re.compile(r"^(?P<indent>[ \t]{0,40})(?P<sign>[-*+])[ \t]{1,9}(?:\[[ xX]\][ \t])?(?=\S)")
_CELL = re.compile(r"(?<!\\)\|")
_LINK = re.compile(
    r"!?\[(?P<text>[^\[\]]{0,300})\](?:\([^()\s]{0,500}(?:[ \t][^()]{0,200})?\)|\[[^\[\]]{0,80}\])"
)
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]{1,500}>")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,300}~~")
_EMPHASIS = (
    re.compile(r"(?<![\\*\w])(\*{1,3})(?=[^\s*])(?P<text>[^*\n]{0,300}[^\s*\\])\1(?!\*)"),
    re.compile(r"(?<![\\_\w])(_{1,3})(?=[^\s_])(?P<text>[^_\n]{0,300}[^\s_\\])\1(?!\w)"),
)
_CODE = re.compile(r"`{1,2}(?P<text>[^`\n]{1,300})`{1,2}")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_NESTED = 2  # blanks before a bullet of a list in a list


def extract_markdown(data: bytes, limits: Limits) -> Extracted:
    """Its lines, headings marked, rows of tables divided into cells.

    Raises:
        UnreadableDocument: nothing but white space, too long, or in no known encoding.
    """
    lines = lines_of(_without_comments(decoded(data)), limits)
    return Extracted(tuple(_rows(lines, limits.columns)))


def is_markdown(text: str) -> bool:
    """Whether a text has a heading with "#", or a table with a line of dashes under its heading."""
    before = ""
    for line in text.splitlines():
        if _HEADING.match(line) or (_divides(line) and "|" in before):
            return True
        before = line
    return False


def _without_comments(text: str) -> str:
    """The text without what stands in "<!-- -->", as many lines as before; one that never ends is text."""
    first, *others = text.split("<!--")
    kept = [first]
    for at, other in enumerate(others):
        comment, end, rest = other.partition("-->")
        if not end:
            return "<!--".join(["".join(kept), *others[at:]])
        kept.append("\n" * comment.count("\n") + rest)
    return "".join(kept)


def _divides(line: str) -> bool:
    """Whether it is the line under the heading of a table: "|---|:-:|"."""
    return "|" in line and "-" in line and bool(_DIVIDER.match(line))


def _rows(lines: list[str], columns: int) -> Iterator[Row]:
    table, inside = 0, False
    for number, line in enumerate(lines, start=1):
        ahead = lines[number] if number < len(lines) else ""
        if not inside and "|" in line and _divides(ahead):
            table, inside = table + 1, True
        inside = inside and "|" in line
        if inside:
            cells = () if _divides(line) else bounded(_cells(line), columns)
            yield from (Row(cells, line=number, table=table),) if cells else ()
        else:
            yield _line(line, ahead, number, columns)


def _line(line: str, ahead: str, number: int, columns: int) -> Row:
    """A row that is none of a table; what underlines a heading is a blank one."""
    line = _QUOTE.sub("", line)
    if not line.strip() or _RULE.match(line) or _UNDERLINE.match(line) or _FENCE.match(line):
        return Row(("",), line=number)
    if heading := _HEADING.match(line):
        return Row((plain(heading["text"]),), line=number, heading=True)
    if bullet := _BULLET.match(line):
        text = f"{bullet['sign']} {plain(line[bullet.end() :])}"
        nested = len(bullet["indent"].expandtabs(4)) >= _NESTED
        return Row(("", text) if nested else (text,), line=number)
    underlined = bool(_UNDERLINE.match(ahead))
    cells = tuple(plain(cell) for cell in divided(line, columns))
    return Row(cells, line=number, heading=underlined, printed=plain(line) if len(cells) > 1 else "")


def _cells(line: str) -> list[str]:
    """The cells of a row with or without bars at its ends."""
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [plain(cell) for cell in _CELL.split(inner)]


def plain(text: str) -> str:
    """A text without marks: links and emphasis are their words, what is struck out is gone."""
    text = _LINK.sub(r"\g<text>", _AUTOLINK.sub("", _STRUCK.sub("", text)))
    for mark in (*_EMPHASIS, _CODE):
        text = mark.sub(r"\g<text>", text)
    return _ESCAPE.sub(r"\1", text).strip()
