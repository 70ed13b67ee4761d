"""What the columns of a table with one thing a row are for: by their headings, and by what is in them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from plans.atoms import Context
from plans.markers import ANY_TIME, marker
from plans.phrases import phrases
from plans.table_cells import (
    has_words,
    hours_in,
    is_amount,
    is_days,
    is_named,
    is_time,
    names,
    nothing,
    plain_time,
    weekday_of,
)
from plans.table_shapes import Line

_ANY_YEAR = 2000
_MOST = 0.6  # of the cells of a column look like what it holds
_SOME = 0.4  # the same of times in words that nobody knows
_FEWEST = 2  # dated rows of a table with a heading
_ALONE = 3  # those of one without
_LONGEST_HEAD = 45


class Use(StrEnum):
    """What a column is for."""

    WHEN = "when"
    UNTIL = "until"
    MONTH = "month"
    DAY = "day"
    WEEKDAY = "weekday"
    HOURS = "hours"
    END = "end"
    TITLE = "title"
    PLACE = "place"
    RESPONSIBLE = "responsible"
    NOTE = "note"
    DEADLINE = "deadline"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of a table (empty without) and the uses of its columns."""

    heads: tuple[str, ...]
    uses: tuple[Use, ...]

    def of(self, use: Use) -> int | None:
        """The first column with this use."""
        return self.uses.index(use) if use in self.uses else None


def is_head(line: Line) -> bool:
    """Whether a line heads columns: short words, no times, at least one that columns are called."""
    told = [cell for cell in line.cells if cell]
    if line.alone or len(told) < _FEWEST or any(len(cell) > _LONGEST_HEAD for cell in told):
        return False
    if any(is_dated(cell) for cell in told):
        return False
    roles = ("header", "place", "responsible", "note column", "first column", "last column", "ledger")
    whole = sum(any(is_named(role, cell) for role in roles) for cell in told)
    partly = sum(any(names(role, cell) for role in (*roles, "deadline", "clock")) for cell in told)
    return whole * 2 >= len(told) or (whole > 0 and partly * 2 >= len(told)) or partly == len(told)


def is_dated(cell: str) -> bool:
    """Whether a cell is a time, other than the name of a unit that heads a column."""
    return is_time(cell) and not is_named("header", cell)


def columns_of(head: tuple[str, ...], lines: list[Line]) -> Columns | None:
    """The columns of these lines; None if they have no times, or are accounts and lists of people."""
    width = max((len(line.cells) for line in lines), default=0)
    heads = (*head, *("",) * (width - len(head)))[:width]
    texts = [
        [line.cells[at] for line in lines if at < len(line.cells) and line.cells[at]] for at in range(width)
    ]
    uses: list[Use | None] = [None] * width
    _times(heads, texts, uses)
    if not {Use.WHEN, Use.DAY} & set(uses):
        return None
    _words(heads, texts, uses)
    columns = Columns(heads, tuple(use or Use.OTHER for use in uses))
    return None if _counts(columns, texts) else columns


def _mostly(fits: Callable[[str], object], texts: list[str], part: float = _MOST) -> bool:
    told = [text for text in texts if not nothing(text)]
    return bool(told) and sum(bool(fits(text)) for text in told) >= part * len(told)


def _times(heads: tuple[str, ...], texts: list[list[str]], uses: list[Use | None]) -> None:
    """Say which columns are weekdays, hours and dates."""
    dated: list[int] = []
    for at, (head, cells) in enumerate(zip(heads, texts, strict=True)):
        bare = _mostly(str.isdecimal, cells)
        clock = names("clock", head) or any(is_named(role, head) for role in ("first column", "last column"))
        if _mostly(weekday_of, cells):
            uses[at] = Use.WEEKDAY
        elif _mostly(hours_in, cells) and (clock or not bare) and not _are_days(cells, head):
            uses[at] = Use.END if Use.HOURS in uses else Use.HOURS
        elif _mostly(_is_when, cells) or (
            is_named("header", head) and _mostly(_is_when, cells, _SOME) and dated == []
        ):
            dated.append(at)
    _dates(heads, texts, dated, uses)


def _is_when(cell: str) -> bool:
    return is_time(cell) and not is_amount(cell.replace("/", "."))


def _are_days(cells: list[str], head: str) -> bool:
    """Whether "11.01" are days of months and not hours: no month is 30 or 00."""
    return not names("clock", head) and all(is_time(cell) for cell in cells)


def _dates(heads: tuple[str, ...], texts: list[list[str]], dated: list[int], uses: list[Use | None]) -> None:
    """Of the columns with dates say which is that of the thing itself."""
    months = [at for at in dated if _mostly(_is_month, texts[at], 1.0)]
    for month in months:
        day = next(
            (
                at
                for at, cells in enumerate(texts)
                if at not in dated and not uses[at] and _mostly(is_days, cells)
            ),
            None,
        )
        if day is not None and month < day and not names("ledger", heads[day]):
            uses[month], uses[day] = Use.MONTH, Use.DAY
            dated = [at for at in dated if at != month]
            break
    ranked = sorted(dated, key=lambda at: (not _mostly(_is_day, texts[at], _SOME), at))
    main = next((at for at in ranked if not _due(heads[at])), dated[-1] if dated else None)
    if main is None or Use.DAY in uses:
        main = None
    else:
        uses[main] = Use.WHEN
    for at in dated:
        if at == main:
            continue
        spans = (
            main is not None and is_named("last column", heads[at]) and not heads[main].startswith(heads[at])
        )
        headed = heads[at] and not is_named("header", heads[at])
        uses[at] = Use.UNTIL if spans else Use.DEADLINE if headed else Use.OTHER


def _is_day(cell: str) -> bool:
    """Whether a cell says a day and not only a week or a month."""
    return bool(re.search(r"\d", cell)) and not names("week", cell)


def _is_month(cell: str) -> bool:
    found = marker(cell)
    return bool(found and found.single and found.month != ANY_TIME)


def _due(head: str) -> bool:
    """Whether the dates of a column are those by when something is done, not those of the thing itself."""
    return any(names(role, head) for role in ("deadline", "latest", "task", "due")) and not is_named(
        "header", head
    )


def _words(heads: tuple[str, ...], texts: list[list[str]], uses: list[Use | None]) -> None:
    """Say which columns are titles, places, people and remarks."""
    open_ones = [
        at for at, use in enumerate(uses) if use is None and (_mostly(has_words, texts[at]) or heads[at])
    ]
    for at in open_ones:
        head = heads[at]
        if names("responsible", head):
            uses[at] = Use.RESPONSIBLE
        elif names("place", head):
            uses[at] = Use.PLACE
        elif any(is_named(role, head) for role in ("note column",)):
            uses[at] = Use.NOTE
    free = [at for at in open_ones if uses[at] is None and _mostly(_tells, texts[at])]
    headed = [at for at in free if is_named("header", heads[at]) or names("meeting", heads[at])]
    bodies = [at for at in free if names("body", heads[at]) and at not in headed and not _plans(texts[at])]
    plain = [at for at in free if at not in bodies]
    title = next(iter([*headed, *plain, *bodies]), None)
    if title is None:
        title = next((at for at, use in enumerate(uses) if use is Use.NOTE and Use.PLACE not in uses), None)
        if title is None:
            return
    uses[title] = Use.TITLE
    rest = [at for at in free if at != title]
    for at in rest:
        uses[at] = Use.RESPONSIBLE if at in bodies or _people(heads, texts, at, rest) else Use.OTHER


def _plans(cells: list[str]) -> bool:
    """Whether what stands under the name of a body is what it plans, and not who it is."""
    return any(phrases(cell, Context(year=_ANY_YEAR)) for cell in cells)


def _tells(cell: str) -> bool:
    return has_words(cell) and not is_amount(cell)


def _people(heads: tuple[str, ...], texts: list[list[str]], at: int, rest: list[int]) -> bool:
    """Whether a column without a heading, the last of its table, says who sees to it."""
    again = len(set(texts[at])) < len(texts[at])
    return (
        not any(heads)
        and at == rest[-1]
        and (again or _mostly(lambda cell: names("body", cell), texts[at], _SOME))
    )


def is_ledger(head: tuple[str, ...], lines: list[Line]) -> bool:
    """Whether a heading says that its dates are those of accounts, versions or people."""
    dated = sum(any(map(is_dated, line.cells)) for line in lines)
    called = any(names("ledger", cell) for cell in head)
    return called and dated >= _FEWEST and columns_of(head, lines) is None


def _counts(columns: Columns, texts: list[list[str]]) -> bool:
    """Whether these are accounts, versions or people: a column is called so, and none has what is planned."""
    title = columns.of(Use.TITLE)
    planned = title is not None and is_named("header", columns.heads[title])
    called = any(names("ledger", head) for head in columns.heads)
    amounts = any(
        use is Use.OTHER and _mostly(_is_sum, cells) for use, cells in zip(columns.uses, texts, strict=True)
    )
    return (called or amounts) and not planned


def _is_sum(cell: str) -> bool:
    return is_amount(cell) and not is_days(cell) and not is_time(plain_time(cell))
