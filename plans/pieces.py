"""What stands under one month, cut into items: at bullets, paragraphs and lines that begin anew."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from plans.extracted import PARAGRAPH
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.lines import BULLETS

_DASHES = "-–—"
_SIGNS = f"{_DASHES}*+>"
# Word's second bullet is printed as a small "o"; a number counts as one only in a list that begins with 1.
_LEADING = re.compile(
    rf"\s*(?P<sign>[{re.escape(BULLETS)}]|[{re.escape(_SIGNS)}](?=\s)|o(?=\s{{1,9}}[A-ZÆØÅ])"
    r"|\(?\d{1,2}\)(?=\s)|\d{1,2}\.(?=\s{1,3}[A-ZÆØÅ]))\s*"
)
_BEFORE_NEXT = {
    "1)": re.compile(r"\s(?=\(?\d{1,2}\)\s)"),
    "o": re.compile(r"\s(?=o\s{1,9}[A-ZÆØÅ])"),
}
_GLUED = re.compile(rf"(?=[{re.escape(BULLETS)}])")
_CAPITAL = r"(?=\s[A-ZÆØÅÄÖ0-9])"
_ACRONYM = re.compile(r"(?<!\w)[A-ZÆØÅ0-9]{1,6}-$")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d(?!\w)")
_SEPARATOR = re.compile(r"[()]|\s{0,3};\s{0,3}(?=[A-ZÆØÅ0-9])|\s{1,3}/\s{1,3}(?=[A-ZÆØÅ])")
_HALVES = ("og", "eller", "samt", "and", "or", "och", "eller")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with where it stands: page, line, index `at` of its row.

    `fresh` if a paragraph certainly begins here; `words` are those of the document where `text` has others.
    """

    text: str
    page: int | None = None
    line: int | None = None
    fresh: bool = False
    at: int = 0
    words: str = ""


def has_bullet(text: str) -> bool:
    """Whether a text begins with a bullet of any kind."""
    return bool(_kind(_LEADING.match(text)))


def without_bullet(text: str) -> str:
    """A text without the bullet it begins with."""
    match = _LEADING.match(text)
    return text[match.end() :] if match and _kind(match) else text


def number_of(text: str) -> int | None:
    """The number with which a line of a numbered list begins."""
    match = _LEADING.match(text)
    return int(match["sign"].strip("().")) if match and match["sign"].strip("().").isdigit() else None


def _kind(match: re.Match[str] | None, listed: str = "") -> str:
    """The bullet of a line, "1)" and "1." for all such numbers, "" for none.

    "2. Tur" has one only where others are `listed` like that, since "2. Juni" and "10. Jubilæum" have not.
    """
    if match is None:
        return ""
    sign = match["sign"]
    if sign.endswith("."):
        return "1." if sign == "1." or listed == "1." else ""
    return "1)" if sign.endswith(")") else sign


def items(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The items in these pieces, each with the place of its first line."""
    lines = [part for piece in pieces for part in _lines(piece)]
    sign = next((kind for line in lines if (kind := _kind(_LEADING.match(line.text)))), "")
    joined: list[Piece] = []
    for line in lines:
        if joined and not _begins(line, joined[-1].text, sign):
            last = joined.pop()
            joined.append(replace(last, text=glued(last.text, line.text), fresh=False))
        else:
            joined.append(replace(line, text=_bare(line.text, sign)))
    return tuple(part for piece in joined for part in _separated(piece))


def _bare(text: str, sign: str) -> str:
    match = _LEADING.match(text)
    return text[match.end() :] if match and _kind(match, sign) else text


def _separated(piece: Piece) -> Iterator[Piece]:
    """Items that stand on one line: "Opstart; Møde", "Møde 4/2 / Vinterferie"; "-" and "ingen" are none."""
    for text in _parts(piece.text):
        if any(each.isalnum() for each in text) and not _nothing().fullmatch(text.strip(" .")):
            yield replace(piece, text=text.strip())


def _parts(text: str) -> Iterator[str]:
    depth, start = 0, 0
    for match in _SEPARATOR.finditer(text):
        if match[0] in "()":
            depth = max(0, depth + (1 if match[0] == "(" else -1))
        elif depth == 0 and not ("/" in match[0] and _chooses().search(text, start, match.start())):
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


@lru_cache(maxsize=1)
def _chooses() -> re.Pattern[str]:
    """The end of "Møde med Kulturgruppen", where " / Biblioteket" is the other of two and no other item."""
    return re.compile(rf"(?<!\w)(?:{lexicon(ALL_LANGUAGES).patterns['small']})\s[A-ZÆØÅ]\S{{0,40}}$")


@lru_cache(maxsize=1)
def _nothing() -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder("nothing")


def _lines(piece: Piece) -> Iterator[Piece]:
    fresh = piece.fresh
    for paragraph in piece.text.split(PARAGRAPH):
        for line in paragraph.split("\n"):
            for part in _unglued(line):
                if part.strip():
                    yield replace(piece, text=part.strip(), fresh=fresh)
                    fresh = False
        fresh = True


def _unglued(line: str) -> list[str]:
    """Items that were run together at their bullets: "… 2021• Rollemodeller - …"."""
    parts = _GLUED.split(line)
    first = _LEADING.match(line)
    if len(parts) == 1 and first:
        sign = first["sign"]
        between = _BEFORE_NEXT.get(_kind(first))
        if sign in _SIGNS:
            between = re.compile(rf"(?<=[^\s{re.escape(sign)}])(?={re.escape(sign)}{_CAPITAL})")
        parts = between.split(line) if between else parts
    return parts


def _begins(line: Piece, before: str, sign: str) -> bool:
    """Whether a line begins an item, or goes on with the one before it.

    A dash or plus in front is no bullet where items have another `sign`, nor a dash before "Afventer":
    a line can be broken there.
    """
    bullet = _LEADING.match(line.text)
    if line.fresh:
        return True
    if bullet and _kind(bullet, sign):
        other = bullet["sign"] in _SIGNS and bullet["sign"] != sign
        return not (other or (sign in _DASHES and _waits(line.text[bullet.end() :])))
    return not sign and not goes_on(before, line.text)


def _waits(text: str) -> bool:
    return lexicon(ALL_LANGUAGES).finder("waiting").match(text) is not None


def goes_on(before: str, text: str) -> bool:
    """Whether the text can only be the rest of a sentence that was broken."""
    first = text.lstrip(' ("”»')[:1]
    rest = first.islower() or text.startswith(("(", "&", "+")) or _YEAR_FIRST.match(text)
    return bool(rest or _open_end().search(before))


def ends_open(text: str) -> bool:
    """Whether a line is certainly not over."""
    return bool(_open_end().search(text))


@lru_cache(maxsize=1)
def _open_end() -> re.Pattern[str]:
    """A line that ends in a little word, a comma, a hyphen or an "&" is not over."""
    small = lexicon(ALL_LANGUAGES).patterns["small"]
    return re.compile(rf"(?:[,&+/–-]|(?<!\w)(?:{small}))\s*$", re.IGNORECASE)


def glued(before: str, text: str) -> str:
    """Two lines as one, a word that was divided made whole: "som-" "merferien"."""
    halves = re.match(r"\w+", text)
    divided = re.search(r"[^\W\d_]-$", before) and text[:1].islower()
    if divided and halves and halves[0].casefold() not in _HALVES:
        return (before if _ACRONYM.search(before) else before[:-1]) + text
    return f"{before} {text}"
