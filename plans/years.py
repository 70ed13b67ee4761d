"""Which year is meant: the nearest statement wins, the date of the minutes counts last."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from plans.atoms import Context
from plans.extracted import Row
from plans.headings import above, like_heading, names_plan, stated_years, titled_year, year_in
from plans.layout import Region
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.phrases import phrases
from plans.sheet import Setting

_IN_BRACKETS = re.compile(r"\([^()]{0,120}\)")
_NEAR = 15  # rows with text above a plan that may say its year
_ANYWHERE = 400  # the same of a list, whose heading may be far above
_BEGINNING = 60  # rows of a document in which its own date stands
_SEASON = 8  # a school year or a season begins in August
_LATE, _MIDDLE = 9, 6  # behind a date in September or later, one before June is in the next year


def context_at(rows: tuple[Row, ...], at: int, setting: Setting) -> Context:
    """What the rows above say of the year of the row at this index.

    The nearest heading or introduction with a year, else the title of a plan anywhere, else the year that
    was asked for, else that of the document's own date, seen from which what is over is next year's.
    """
    rows = setting.rows or rows
    near = (_stated(row) for row in above(rows, at, _ANYWHERE))
    titled = (titled_year(row) for row in rows)
    base = setting.context
    if said := next((each for each in near if each), None):
        first, last = _season_with(rows, said)
        return replace(base, year=first, turn=_SEASON if last > first else 0)
    if year := next((each for each in titled if each), None) or setting.year:
        return replace(base, year=year)
    written = written_on(rows)
    if written is None:
        return base
    if any(_next_year().search(row.text) for row in above(rows, at, _NEAR)):
        return replace(base, year=written.year + 1)
    return replace(base, year=written.year, turn=written.month)


def _season_with(rows: tuple[Row, ...], said: tuple[int, int]) -> tuple[int, int]:
    """The season of a document's title if these years are in it: "Våren 2028" in "2027/28"."""
    titles = (_stated(row) for row in rows[:_BEGINNING] if not row.blank)
    season = next((each for each in titles if each and each[1] > each[0]), None)
    return season if season and said[0] == said[1] and said[0] in season else said


def onward(context: Context, last: date | None) -> Context:
    """What is known in a list behind a date: its year, or that of months which begin again."""
    if last is None or context.turn:
        return context
    return replace(context, year=last.year, turn=_MIDDLE if last.month >= _LATE else 0)


def _stated(row: Row) -> tuple[int, int] | None:
    """The years that a row is a statement of: a heading, or a sentence about a plan or meetings."""
    years = stated_years(row)
    bare = replace(row, cells=(_IN_BRACKETS.sub("", row.text),), printed="")
    if years is None or _dated(bare):
        return None
    about = names_plan(row) or bool(_meetings().search(row.text))
    return years if about or like_heading(row) else None


@lru_cache(maxsize=1)
def _meetings() -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder("meeting")


@lru_cache(maxsize=1)
def _next_year() -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder("next year")


def plan_year(rows: tuple[Row, ...], region: Region, setting: Setting) -> int | None:
    """The year that a plan by months begins in, if anything says it."""
    return (
        region.blocks[0].marker.year
        or _heading_year(above(rows, region.first, _NEAR), near=True)
        or _written_year(piece.text for block in region.blocks for piece in block.pieces)
        or _heading_year(rows, near=False)
        or setting.year
        or document_year(rows)
    )


def document_year(rows: tuple[Row, ...]) -> int | None:
    """The year in which the document itself was written."""
    return _written_year(row.text for row in rows[:_BEGINNING])


def written_on(rows: tuple[Row, ...]) -> date | None:
    """The day that the document itself is from: the first whole date in its head."""
    for row in rows[:_BEGINNING]:
        for phrase in phrases(row.text, Context()):
            if phrase.when.known:
                return phrase.when.first
    return None


def under_title(rows: tuple[Row, ...], region: Region) -> bool:
    """Whether a heading near above says that this is a plan."""
    return any(names_plan(row) for row in above(rows, region.first, _NEAR))


def _heading_year(rows: Iterable[Row], *, near: bool) -> int | None:
    """The year in the first row that is like a heading: that names a plan, or is short and has no date."""
    for row in rows:
        year = titled_year(row) or (None if _dated(row) else year_in(row))
        if year and (names_plan(row) or (near and like_heading(row))):
            return year
    return None


def _dated(row: Row) -> bool:
    return any(phrase.when.known for phrase in phrases(row.text, Context(year=2000)))


def _written_year(texts: Iterable[str]) -> int | None:
    """The year that most dates in these texts are written with."""
    found = (
        phrase.when.first.year for text in texts for phrase in phrases(text, Context()) if phrase.when.known
    )
    common = Counter(found).most_common(1)
    return common[0][0] if common else None
