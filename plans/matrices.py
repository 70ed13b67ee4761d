"""Plans that are matrices: months along one side, bodies along the other, days in the cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from council.records import Kind
from council.when import Precision, When
from plans.atoms import Context
from plans.bodies import names_body
from plans.clocks import find_clocks
from plans.defaults import Default, at_hours, nearest
from plans.doubting import weekday_differs
from plans.entries import Draft
from plans.extracted import Row
from plans.footnotes import Footnotes, Note, footnotes, marked
from plans.headings import above, names_plan
from plans.items import Item, read_item
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.markers import Marker
from plans.matrix import Body, Cell, Matrix, Period
from plans.matrix_shapes import matrices_in
from plans.pieces import Piece
from plans.sheet import Passage, Setting
from plans.table_cells import cross, has_words, holds_days, names, nothing, plain_time, weekday_of, with_month
from plans.table_shapes import tables
from plans.titles import kind_of, tidied
from plans.years import context_at

_TITLE_ABOVE = 8  # rows with text between what a matrix is of and its heading
_LINES = re.compile(r"\n")
_BRACKET = re.compile(r"\((?P<inside>[^()]{1,60})\)")


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for all cells of a matrix."""

    context: Context
    notes: Footnotes
    defaults: tuple[Default, ...]
    meetings: bool


def by_matrix(rows: tuple[Row, ...], setting: Setting) -> Iterator[Passage]:
    """All matrices in the document."""
    for table in tables(rows):
        for matrix in matrices_in(table):
            notes = footnotes(rows, max(matrix.rows) + 1)
            context = context_at(matrix.head, setting)
            titled = any(
                names_plan(row) or names("meetings", row.text)
                for row in above(rows, matrix.head, _TITLE_ABOVE)
            )
            yield _passage(matrix, _Around(context, notes, setting.said, titled))


def _passage(matrix: Matrix, around: _Around) -> Passage:
    years = tuple(_years(matrix.periods, around.context))
    found: list[Draft] = []
    left: list[Piece] = []
    used: set[str] = set()
    for cell in matrix.cells:
        if nothing(cell.text):
            continue
        period, year = matrix.periods[cell.period].marker, years[cell.period]
        drafts = list(_drafts(cell, period, year, around, used))
        found += drafts
        if not drafts:
            left.append(_piece(cell, period))
    rows = matrix.rows | {at for mark, at in around.notes.rows.items() if mark in used}
    return Passage(rows, tuple(_once(found)), tuple(left))


def _once(found: list[Draft]) -> Iterator[Draft]:
    """The items; a recess that stands in the column of every body is one."""
    seen: set[tuple[str, str]] = set()
    for draft in found:
        key = (draft.item.title, draft.marker.edtf)
        if draft.item.kind is Kind.RECESS and not draft.item.whens and key in seen:
            continue
        seen.add(key)
        yield draft


def _years(periods: tuple[Period, ...], context: Context) -> Iterator[int | None]:
    """The year of each period: it turns when the months begin again."""
    year, before = context.year, 0
    if year and context.turn and periods and periods[0].marker.month < context.turn and not periods[0].year:
        year += 1
    for period in periods:
        if period.year:
            year = period.year
        elif year and period.marker.month < before:
            year += 1
        before = period.marker.month
        yield year


def _piece(cell: Cell, period: Marker) -> Piece:
    words = f"{cell.body.label}: {period.words} {cell.text}".strip(" :")
    return Piece(words, cell.line.row.page, cell.line.row.line, at=cell.line.at)


def _drafts(cell: Cell, period: Marker, year: int | None, around: _Around, used: set[str]) -> Iterator[Draft]:
    """The items of a cell: one, or one for each of its parts with marks of their own."""
    body, marks = _told(cell.body, around.notes.notes)
    divided = _several() if marked(cell.text, around.notes.notes)[1] else _LINES
    parts = [part for part in divided.split(cell.text) if part.strip()]
    if not all(any(map(str.isdecimal, part)) for part in parts):
        parts = [cell.text]
    for part in parts:
        text, own = marked(" ".join(part.split()), around.notes.notes)
        used.update((*marks, *own))
        notes = [around.notes.notes[mark] for mark in (*own, *marks) if mark in around.notes.notes]
        draft = _draft(text, body, period, year, around, notes, cell)
        if draft:
            yield draft


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    """Between the days of a cell of which one has a mark: "6 og 20*"."""
    joint = lexicon(ALL_LANGUAGES).word("and")
    return re.compile(rf"\n|(?<=[\d.*†‡)])\s?(?:[,;+&]|(?<!\w){joint})\s?(?=\D{{0,12}}\d)", re.IGNORECASE)


def _draft(
    text: str, body: Body, period: Marker, year: int | None, around: _Around, notes: list[Note], cell: Cell
) -> Draft | None:
    when = _on(period, year, text)
    context = replace(around.context, year=year, month=period.month, turn=0)
    if when.precision is Precision.DATE:
        item = Item("", whens=(when,))
    elif holds_days(text):
        item = read_item(_sentence(text, body, period, notes), context)
    elif cross(text) or text in {"?", "(?)"}:
        item = Item("", doubtful="?" in text)
    elif has_words(text) and not any(map(str.isdecimal, text)):
        item = read_item(text, context)
    elif any(map(str.isdecimal, text)):
        return None
    else:
        item = Item("")
    item = _named(item, body, notes, meetings=around.meetings)
    item = _placed(item, body, notes, nearest(around.defaults, cell.line.at, item.title))
    if not has_words(item.title):
        return None
    return Draft(
        _checked(item, body, notes), _piece(cell, period), marker=period.when(year), yearless=year is None
    )


def _on(period: Marker, year: int | None, text: str) -> When:
    """A weekday under a week is that day; everything else is left to the text."""
    when = period.when(year)
    weekday = weekday_of(text)
    if when.precision is Precision.WEEK and weekday:
        return When.on(when.first + timedelta(days=weekday - 1)).said(f"{period.words} {text}")
    return when


def _sentence(text: str, body: Body, period: Marker, notes: list[Note]) -> str:
    """A cell as a plan would say it in a line: "onsdag 12. marts kl. 16 (ekstraordinært møde)"."""
    month = _month_name(period) if period.single else ""
    spelled = with_month(plain_time(text), month) if month else plain_time(text)
    changed = next((note.hours for note in notes if note.hours), "")
    timed = any(clock.sure for clock in find_clocks(spelled, ALL_LANGUAGES))
    hours = changed or ("" if timed else body.hours)
    if changed and timed:
        clock = next(each for each in find_clocks(spelled, ALL_LANGUAGES) if each.sure)
        spelled = f"{spelled[: clock.start]} {spelled[clock.end :]}"
    said = "".join(f" ({note.said})" for note in notes if note.said)
    return f"{spelled.strip()} {_timely(hours)}{said}".strip()


def _timely(hours: str) -> str:
    return f"kl. {hours}" if hours[:1].isdecimal() else hours


@lru_cache(maxsize=16)
def _month_name(period: Marker) -> str:
    """The name of a month as it stands at the edge, or a full one if more stands there."""
    words = lexicon(ALL_LANGUAGES)
    if words.number("month", period.words):
        return period.words
    names = words.patterns["full month"].split("|")
    return next((name for name in names if words.number("month", name) == period.month), "")


def _told(body: Body, known: dict[str, Note]) -> tuple[Body, tuple[str, ...]]:
    """A body without the marks, hours and weekday of its label: "Økonomiudvalget (ons kl. 15)*"."""
    label, marks = marked(body.label, known)
    hours, weekday = body.hours, body.weekday
    for bracket in [*_BRACKET.finditer(label), *re.finditer(r",\s(?P<inside>[^,()]{1,60})$", label)]:
        said, day, rest = _hours_and_day(bracket["inside"])
        if not rest:
            label = label.replace(bracket[0], " ")
            hours, weekday = hours or said, weekday or day
    clocks = [clock for clock in find_clocks(label, ALL_LANGUAGES) if clock.sure]
    if clocks:
        hours = hours or label[clocks[0].start : clocks[0].end]
        label = label[: clocks[0].start] + label[clocks[0].end :]
    return Body(tidied(label), hours, weekday, body.place), marks


def _hours_and_day(text: str) -> tuple[str, int | None, bool]:
    """The hours and the weekday in "ons 9.00", and whether it says anything else."""
    clocks = find_clocks(text, ALL_LANGUAGES)
    hours = text[clocks[0].start : clocks[0].end] if clocks else ""
    rest = text.replace(hours, " ", 1) if hours else text
    day = None
    for word in re.findall(r"[^\W\d_]+\.?", rest):
        number = weekday_of(word) or weekday_of(re.sub(r"(?:e|en|ar|er|s)$", "", word))
        if number and not day:
            day, rest = number, rest.replace(word, " ", 1)
    bare = rest.strip(" .,:")
    if bare.isdecimal() and not hours and day:
        return f"kl. {bare}", day, False
    return _timely(hours), day, any(map(str.isalnum, bare))


def _named(item: Item, body: Body, notes: list[Note], *, meetings: bool) -> Item:
    """An item called by its body and what its cell says; days of a body are its meetings."""
    said = tidied(item.title)
    if item.kind is Kind.RECESS or kind_of(said, ALL_LANGUAGES) is Kind.RECESS:
        said = said or body.label
        return replace(item, title=said[:1].upper() + said[1:], kind=Kind.RECESS)
    inside = said.startswith("(") and said.endswith(")")
    extra = said if inside else f"- {said}"
    whole = body.label.casefold() in said.casefold() or not body.label
    title = (said.strip("()") if whole else f"{body.label} {extra}") if said else body.label
    kind = kind_of(said, ALL_LANGUAGES)
    if kind in {Kind.EVENT, Kind.TASK}:
        kind = kind_of(body.label, ALL_LANGUAGES)
    if kind is Kind.EVENT and (meetings or names_body(body.label) or names("body", body.label)):
        kind = Kind.MEETING
    doubtful = item.doubtful or any(note.doubtful for note in notes)
    whens = tuple(
        when.marked(uncertain=doubtful or when.uncertain, approximate=when.approximate) for when in item.whens
    )
    return replace(item, title=title, kind=kind, doubtful=doubtful, whens=whens, activity="")


def _placed(item: Item, body: Body, notes: list[Note], default: Default | None) -> Item:
    """An item with the hours and the place that hold for it: the nearest thing that says them."""
    place = next((note.place for note in notes if note.place), "") or item.place or body.place
    item = replace(item, place=place)
    own = next((note.hours for note in notes if note.hours), "") or body.hours
    if item.kind is not Kind.MEETING or not default:
        return at_hours(item, Default(frozenset(), 0, 0, own, "")) if own else item
    return at_hours(item, default if not own else replace(default, hours=own))


def _checked(item: Item, body: Body, notes: list[Note]) -> Item:
    """An item with a doubt where a day is not the weekday that its row or its footnote names."""
    weekday = next((note.weekday for note in notes if note.weekday), None) or body.weekday
    if not weekday or item.doubts or item.was:
        return item
    days = {Precision.DATE, Precision.INSTANT}
    odd = [when for when in item.whens if when.precision in days and when.first.isoweekday() != weekday]
    doubts = tuple(weekday_differs(When.on(when.first), weekday, when.words) for when in odd)
    return replace(item, doubts=(*item.doubts, *doubts))
