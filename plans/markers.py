"""Markers: the cells and headings that say for what is beside or below them when it is."""

import re
from dataclasses import dataclass
from functools import lru_cache

from council.when import Precision, When
from plans.atoms import Context
from plans.extracted import Row
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.lines import BULLETS
from plans.phrases import phrases

ANY_TIME = 0
"""The month of a marker that names no time: "Løbende"."""
_ANY_YEAR = 2000
_LONGEST = 40
_SHORTEST = 4  # letters of a month in front of its text: "JUL OG VINTER" is Christmas
_VAGUE = {
    Precision.MONTH,
    Precision.MONTHS,
    Precision.QUARTER,
    Precision.SEASON,
    Precision.WEEK,
    Precision.RANGE,
}
_AND_BULLET = re.compile(
    rf"^(?P<name>[^\W\d_]{{3,9}}\.?)\s{{0,3}}:?\s{{0,3}}(?P<rest>[{re.escape(BULLETS)}].*)$", re.DOTALL
)
_AND_TEXT = re.compile(r"^(?P<name>[^\W\d_]{3,9})\s{1,3}(?P<rest>[^\W\d_].*)$", re.DOTALL)
_SIGN = re.compile(r"\s{0,3}:\s{0,3}|\s{1,3}[-–—]\s{1,3}")


@dataclass(frozen=True, slots=True)
class Marker:
    """What a marker says: `words`, the months it begins and ends with, the year if it says one."""

    words: str
    month: int
    last_month: int
    year: int | None = None
    single: bool = True

    def when(self, year: int | None) -> When:
        """When that is in a plan for this year."""
        if year is None or self.month == ANY_TIME:
            return When.unknown(self.words)
        if self.single:
            return When.month(year, self.month).said(self.words)
        found = phrases(self.words, Context(year=year))
        return found[0].when if found else When.unknown(self.words)


def marker(text: str) -> Marker | None:
    """The marker that a whole cell is: "Juni", "JUNI 2027", "Sept.", "December-januar", "Uge 34"."""
    words = text.strip(" :.*")
    if not words or len(words) > _LONGEST or "\n" in words or not _telling().search(words):
        return None
    return _marker(words)


@lru_cache(maxsize=1)
def _telling() -> re.Pattern[str]:
    """A word that some marker has."""
    patterns = lexicon(ALL_LANGUAGES).patterns
    words = "|".join(patterns[role] for role in ("month", "week", "quarter", "half", "season", "unknown"))
    return re.compile(rf"(?<![^\W\d_])(?:{words}|Q[1-4])(?![^\W\d_])", re.IGNORECASE)


@lru_cache(maxsize=2048)
def _marker(words: str) -> Marker | None:
    if lexicon(ALL_LANGUAGES).finder("unknown").fullmatch(words):
        return Marker(words, ANY_TIME, ANY_TIME, single=False)
    month = lexicon(ALL_LANGUAGES).number("month", words)
    if month:
        return Marker(words, month, month)
    found = phrases(words, Context(year=_ANY_YEAR))
    if len(found) != 1 or found[0].when.precision not in _VAGUE or found[0].doubts:
        return None
    if words[: found[0].start].strip(" :(") or words[found[0].end :].strip(" :)?"):
        return None
    when = found[0].when
    year = when.first.year if re.search(r"\d{4}|['’]\d\d", words) else None
    single = when.precision is Precision.MONTH and not when.uncertain
    return Marker(words, when.first.month, when.last.month, year, single)


def marker_of(
    row: Row, *, after: Marker | None = None, loosely: bool = False
) -> tuple[Marker, tuple[str, ...]] | None:
    """The marker that a row begins with, and the cells with what it says of it.

    In "Februar • Ordinært møde" and "Februar: Ordinært møde" the two stand in one cell; that "Juli
    Sommerferie" does too is believed only `loosely`, and right `after` the month before if there is one.
    """
    cells = row.cells
    while len(cells) > 1 and not row.table and not cells[0]:
        cells = cells[1:]
    found = marker(cells[0])
    if found and (found.month != ANY_TIME or (after and any(cells[1:]))):
        return found, cells[1:]
    glued = _bulleted(cells[0]) or _signed(cells[0]) or (_run_together(cells[0], after) if loosely else None)
    if glued is None or (glued[0].month == ANY_TIME and not after):
        return None
    return glued[0], (glued[1], *cells[1:])


def _bulleted(text: str) -> tuple[Marker, str] | None:
    """In "Februar • Ordinært møde"."""
    parts = _AND_BULLET.match(text)
    return _capital(parts["name"], parts["rest"]) if parts else None


def _signed(text: str) -> tuple[Marker, str] | None:
    """In "Februar: Ordinært møde", "Juli - august: Sommerferie"; the longest that is a marker counts."""
    signs = list(_SIGN.finditer(text, 0, _LONGEST))
    found = ((marker(text[: sign.start()]), text[sign.end() :], sign) for sign in reversed(signs))
    return next(((each, rest) for each, rest, sign in found if each and _opens(text, rest, sign)), None)


def _opens(text: str, rest: str, sign: re.Match[str]) -> bool:
    """Whether something comes; before a dash a month has a capital letter."""
    return bool(rest.strip()) and (":" in sign[0] or not text[0].islower())


def _run_together(text: str, after: Marker | None) -> tuple[Marker, str] | None:
    """In "Juli Sommerferie", but not "May Day" and not out of order: months are names of people too."""
    parts = _AND_TEXT.match(text)
    if parts is None or len(parts["name"]) < _SHORTEST:
        return None
    if lexicon(ALL_LANGUAGES).finder("shy").fullmatch(parts["name"]):
        return None
    found = _capital(parts["name"], parts["rest"])
    follows = found and (after is None or found[0].month == after.last_month % 12 + 1)
    return found if follows or (found and parts["name"].isupper()) else None


def _capital(name: str, rest: str) -> tuple[Marker, str] | None:
    found = marker(name)
    return (found, rest) if found and found.single and name[0].isupper() else None
