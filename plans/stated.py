"""What the rows of a document state of its years, gathered once: every layout asks for it many times."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from council.when import Precision
from plans.atoms import Context
from plans.extracted import Row
from plans.headings import like_heading, names_plan, stated_years, titled_year
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.phrases import phrases
from plans.sentences import Sentence
from plans.tenses import is_past

_BEGINNING = 60  # rows of a document in which its own date stands
_ANY_YEAR = 2000
_HEAD = 12  # rows in which a paper says of which month it is
_COLON = re.compile(r":\s")
_LONGEST = 400  # characters of a sentence that states a year
_IN_BRACKETS = re.compile(r"\([^()]{0,120}\)")
Span = tuple[int, int]
"""A year twice, or the two years of a season."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The statements of a document in its order: the index of each row, and the years it says.

    `season` is that of its title, `titled` the year of the title of a plan, `written` the day that the
    document itself is from, `coming` the rows that speak of next year.
    """

    rows: tuple[int, ...] = ()
    years: tuple[Span, ...] = ()
    season: Span | None = None
    titled: int | None = None
    written: date | None = None
    coming: tuple[int, ...] = ()

    def above(self, at: int) -> Span | None:
        """The nearest statement above a row; one within the season of the title is that season."""
        place = bisect_left(self.rows, at)
        said = self.years[place - 1] if place else None
        if said and self.season and said[0] == said[1] and said[0] in self.season:
            return self.season
        return said

    def speaks_of_next_year(self, at: int, near: int) -> bool:
        """Whether one of so many rows above a row says that it is about next year."""
        place = bisect_left(self.coming, at)
        return bool(place) and at - self.coming[place - 1] <= near


def stated(rows: tuple[Row, ...], said: Iterable[Sentence]) -> Stated:
    """The statements of all rows that are like headings, and of the sentences in the others."""
    said = tuple(said)
    within = {at for each in said if len(each.rows) > 1 for at in each.rows}
    issue = next((day for row in rows[:_HEAD] if (day := _issued(row))), None)
    here = [
        (at, years)
        for at, row in enumerate(rows)
        if (at not in within or names_plan(row))
        and not (at < _HEAD and _issued(row))
        and (years := statement(row))
    ]
    told = [(each.rows[0], years) for each in said if (years := _in_sentence(each))]
    found = sorted({**dict(told), **dict(here)}.items())
    titles = (years for at, years in found if at < _BEGINNING)
    return Stated(
        rows=tuple(at for at, _ in found),
        years=tuple(years for _, years in found),
        season=next((years for years in titles if years[1] > years[0]), None),
        titled=next((year for row in rows if (year := titled_year(row))), None),
        written=issue or written_on(rows),
        coming=tuple(at for at, row in enumerate(rows) if _next_year().search(row.text)),
    )


def _issued(row: Row) -> date | None:
    """The month that a paper is of, in its head: "Nyhedsbrev nr. 4 - december 2025"; not that of a plan."""
    if "20" not in row.text or names_plan(row) or _meetings().search(row.text):
        return None
    found = phrases(row.text, Context())
    months = [each.when for each in found if each.when.precision is Precision.MONTH]
    return months[0].first if len(found) == len(months) == 1 and found[0].start != 0 else None


def statement(row: Row) -> Span | None:
    """The years that a row which is like a heading is a statement of."""
    years = stated_years(row) if "20" in row.text else None
    if years is None or not like_heading(row) or is_past(row.text):
        return None
    bare = replace(row, cells=(_IN_BRACKETS.sub("", row.text),), printed="")
    return None if dated(bare) else years


def _in_sentence(said: Sentence) -> Span | None:
    """The years that a sentence about a plan or meetings is a statement of, if it is not about the past."""
    text = _COLON.split(said.text, maxsplit=1)[0]
    if "20" not in text or len(text) > _LONGEST:
        return None
    row = Row((_IN_BRACKETS.sub("", text),))
    about = names_plan(row) or bool(_meetings().search(row.text))
    years = stated_years(row) if about and not is_past(row.text) else None
    return None if years is None or dated(row) else years


def written_on(rows: Iterable[Row]) -> date | None:
    """The day that the document itself is from: the first whole date in its head."""
    for row, _ in zip(rows, range(_BEGINNING), strict=False):
        says = any(map(str.isdigit, row.text)) and not (row.text.endswith(".") and is_past(row.text))
        for phrase in phrases(row.text, Context()) if says else ():
            if phrase.when.known and phrase.when.first == phrase.when.last:
                return phrase.when.first
    return None


def dated(row: Row) -> bool:
    """Whether a row has a day in it, whatever its year."""
    return any(phrase.when.known for phrase in phrases(row.text, Context(year=_ANY_YEAR)))


@lru_cache(maxsize=1)
def _meetings() -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder("meeting")


@lru_cache(maxsize=1)
def _next_year() -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder("next year")
