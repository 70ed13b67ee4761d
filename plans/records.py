"""Plans that are tables with one thing a row: when it is, what it is, where, and who sees to it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from council.records import Kind
from council.when import Precision, When
from plans.atoms import Context
from plans.bodies import names_body
from plans.clocks import find_clocks
from plans.defaults import Default, at_hours, defaults, nearest
from plans.doubting import weekday_differs
from plans.entries import Draft, understood
from plans.extracted import Row
from plans.headings import above, stated_years
from plans.items import Item, read_item
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.list_names import ListName, list_name
from plans.markers import ANY_TIME, Marker, marker
from plans.phrases import Phrase, phrases
from plans.pieces import Piece, goes_on, has_bullet, without_bullet
from plans.record_columns import Columns, Use, columns_of, is_dated, is_head, is_ledger
from plans.sheet import Passage, Setting
from plans.table_cells import (
    has_words,
    hours_in,
    is_named,
    is_time,
    names,
    nothing,
    plain_time,
    weekday_of,
    with_month,
)
from plans.table_shapes import Line, Shape, Table, tables
from plans.titles import tidied
from plans.years import context_at, onward

_FEWEST = 2  # dated rows of a table with a heading
_ALONE = 3  # those of one without
_ONE_DAY = {Precision.DATE, Precision.INSTANT}
_WIDE = {Precision.WEEK, Precision.MONTH, Precision.MONTHS, Precision.QUARTER, Precision.SEASON}
_MOST_WORDS = 6  # of a time that is no date: "Efter sommerferien"
_LONGEST_ALONE = 120  # characters of a line that goes on with the row above it
_EXACT = {Precision.DATE, Precision.INSTANT, Precision.WEEK}
_ANY = Context(year=2000)
_WEEKS = re.compile(r"\d{1,2}\.?(?:\s?(?:[-–,+]|og|and|och)\s?\d{1,2}\.?){0,3}")
_BRACKET = re.compile(r"\s?\((?P<said>[^()]{2,100})\)?")
_HOURS_AT_END = re.compile(
    r"(?<=[^\W\d_]),?\s{1,3}(?P<hours>\d{1,2}(?:[.:]\d\d)?\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?|\d{1,2}[.:]\d\d)$"
)
_NEAR = 2
_HEAD = 6  # rows with text above a table that may name whose it is


@dataclass(slots=True)
class _Record:
    """One row with the texts of its columns; what goes on in the lines below is put behind them."""

    line: Line
    texts: dict[Use, str]
    due: list[tuple[str, str]] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    month: Marker | None = None

    def text(self, use: Use) -> str:
        """What stands in the column with this use; "" for "-"."""
        text = self.texts.get(use, "")
        return "" if nothing(text) else text


@dataclass(frozen=True, slots=True)
class _Section:
    """Lines with the same columns, and the rows of their headings."""

    head: tuple[str, ...]
    columns: Columns | None
    lines: tuple[Line, ...]
    heads: frozenset[int]


def by_record(rows: tuple[Row, ...], setting: Setting) -> Iterator[Passage]:
    """All tables with one thing a row."""
    said: tuple[Default, ...] | None = None
    for table in tables(rows):
        for section in _sections(table):
            if _is_plan(section, table.shape, rows):
                said = defaults(rows) if said is None else said
                yield _Reader(rows, setting, section, said).passage()
            elif is_ledger(section.head, list(section.lines)):
                yield Passage(section.heads | {line.at for line in section.lines if not line.alone})


def _sections(table: Table) -> Iterator[_Section]:
    """The parts of a table with headings of their own; a heading that is repeated begins none."""
    head: tuple[str, ...] = ()
    heads: set[int] = set()
    lines: list[Line] = []
    for line in table.lines:
        if not is_head(line):
            lines.append(line)
        elif tuple(line.cells) == head:
            heads.add(line.at)
        else:
            yield from _section(head, lines, heads)
            above_it = not lines and head and max(heads) == line.at - 1
            head = _joined(head, line.cells) if above_it else tuple(line.cells)
            heads, lines = ({*heads, line.at} if above_it else {line.at}), []
    yield from _section(head, lines, heads)


def _joined(first: tuple[str, ...], then: tuple[str, ...]) -> tuple[str, ...]:
    """A heading over two lines as one."""
    width = max(len(first), len(then))
    pairs = zip((*first, *("",) * width), (*then, *("",) * width), strict=False)
    return tuple(f"{upper} {lower}".strip() for upper, lower in pairs)[:width]


def _section(head: tuple[str, ...], lines: list[Line], heads: set[int]) -> Iterator[_Section]:
    if not head:
        head, heads, lines = _unnamed_head(lines)
    lines = [_with_weeks(head, line) for line in lines]
    columns = columns_of(head, [line for line in lines if not line.alone]) if lines else None
    if lines:
        yield _Section(head, columns, tuple(lines), frozenset(heads))


def _with_weeks(head: tuple[str, ...], line: Line) -> Line:
    """A line with "uge 7" for the "7" of a column that is headed "Uge"."""
    weeks = {at for at, cell in enumerate(head) if is_named("week", cell)}
    cells = tuple(
        f"{head[at].strip(' .:')} {cell}" if at in weeks and _WEEKS.fullmatch(cell) else cell
        for at, cell in enumerate(line.cells)
    )
    return replace(line, cells=cells) if weeks else line


def _unnamed_head(lines: list[Line]) -> tuple[tuple[str, ...], set[int], list[Line]]:
    """The line above the first dated one, if it is of words only: a heading in words that nobody knows."""
    first = next((at for at, line in enumerate(lines) if any(map(is_dated, line.cells))), 0)
    if not first or lines[first - 1].alone:
        return (), set(), lines
    line = lines[first - 1]
    worded = line.told >= _FEWEST and not any(map(str.isdecimal, "".join(line.cells)))
    return (tuple(line.cells), {line.at}, lines[first:]) if worded else ((), set(), lines)


def _is_plan(section: _Section, shape: Shape, rows: tuple[Row, ...]) -> bool:
    """Whether these lines are a plan: enough dates with words; months with bullets are for others to read."""
    columns = section.columns
    if columns is None:
        return False
    when = columns.of(Use.WHEN) if columns.of(Use.WHEN) is not None else columns.of(Use.DAY)
    if when is None:
        return False
    cells = [line.cells[when] for line in section.lines if when < len(line.cells) and line.cells[when]]
    exact = sum(_is_exact(cell) for cell in cells) if columns.of(Use.DAY) is None else len(cells)
    headed = bool(section.heads)
    if len(cells) < (_FEWEST if headed else _ALONE) or (not headed and exact < _FEWEST):
        return False
    first = section.lines[0].at
    near = above(rows, min(section.heads, default=first), _NEAR)
    if any(names("other list", row.text) and not any(map(str.isdecimal, row.text)) for row in near):
        return False
    title = columns.of(Use.TITLE)
    if title is None:
        return headed or any(use is Use.DEADLINE for use in columns.uses)
    texts = [line.cells[title] for line in section.lines if title < len(line.cells) and line.cells[title]]
    if not any(has_words(text) for text in texts):
        return False
    if shape is Shape.GAPS and not headed and exact * 2 < len(cells):
        return False
    return not _is_of_months(cells, texts, exact, columns)


def _is_exact(cell: str) -> bool:
    found = phrases(plain_time(cell), _ANY)
    return any(each.when.precision in _EXACT or each.when.known for each in found)


def _is_of_months(cells: list[str], texts: list[str], exact: int, columns: Columns) -> bool:
    """Whether each month stands once, with all its things beside it."""
    bulleted = any(has_bullet(text) or "\n" in text for text in texts)
    once = len({cell.casefold() for cell in cells}) == len(cells)
    single = all((found := marker(cell)) and found.single for cell in cells)
    told = any(use in {Use.HOURS, Use.DEADLINE, Use.DAY} for use in columns.uses)
    return (not exact and bulleted) or (not exact and once and single and not told)


class _Reader:
    """Reads the lines of one section from above."""

    def __init__(
        self, rows: tuple[Row, ...], setting: Setting, section: _Section, said: tuple[Default, ...]
    ) -> None:
        self._rows = rows
        self._setting = setting
        self._columns = section.columns or Columns((), ())
        self._section = section
        self._said = said
        self._left: list[Piece] = []
        self._taken: set[int] = set(section.heads)
        first = min([*section.heads, section.lines[0].at])
        silent = frozenset(at for default in said for at in default.rows)
        self._name = list_name(rows, first, silent)

    def passage(self) -> Passage:
        """What the lines say."""
        drafts: list[Draft] = []
        records = list(self._records())
        for record, context in self._with_years(records):
            found = list(self._drafts(record, context))
            told = [draft for draft in found if understood(draft)]
            drafts += told
            if not told:
                self._left.append(self._piece(record))
            self._taken |= record.rows
        return Passage(frozenset(self._taken), tuple(drafts), tuple(self._left))

    def _records(self) -> Iterator[_Record]:
        """The rows, each with the lines that go on with it, and with what was said once for several."""
        last: _Record | None = None
        month: Marker | None = None
        for line in self._section.lines:
            record = self._record(line)
            text = " ".join(cell for cell in line.cells if cell)
            if is_named("total", next((cell for cell in line.cells if cell), "")):
                self._taken.add(line.at)
            elif last and self._goes_on(last, record, line):
                self._append(last, record, line)
            elif line.alone or (line.told == 1 and not record.text(Use.WHEN) and not record.text(Use.DAY)):
                self._alone(line, text, bool(last))
            elif line.told == 1 and not is_time(record.text(Use.WHEN)) and not record.text(Use.DAY):
                continue
            elif record.text(Use.WHEN) and not self._timely(record.text(Use.WHEN)):
                self._left.append(Piece(text, line.row.page, line.row.line, at=line.at))
                self._taken.add(line.at)
            else:
                month = marker(record.text(Use.MONTH)) or month
                record.month = month if self._columns.of(Use.MONTH) is not None else None
                self._carry(record, last)
                if last:
                    yield last
                last = record
        if last:
            yield last

    def _record(self, line: Line) -> _Record:
        texts: dict[Use, str] = {}
        due: list[tuple[str, str]] = []
        for at, use in enumerate(self._columns.uses):
            cell = " ".join(line.cells[at].split()) if at < len(line.cells) else ""
            if use is Use.DEADLINE and not nothing(cell):
                due.append((self._columns.heads[at], cell))
            elif cell and use is not Use.OTHER and use not in texts:
                texts[use] = cell
        return _Record(line, texts, due, {line.at})

    def _timely(self, text: str) -> bool:
        """Whether the text of a time's column is a time, or words for one that is not known."""
        if is_time(text) or _found(text, _ANY):
            return True
        return (
            len(text.split()) <= _MOST_WORDS and not any(map(str.isdecimal, text)) and not text.endswith(":")
        )

    def _goes_on(self, last: _Record, record: _Record, line: Line) -> bool:
        """Whether a line is the rest of the row above it."""
        when, title = record.text(Use.WHEN), record.text(Use.TITLE)
        if line.row.table or line.at > max(last.rows) + 1 or record.text(Use.DAY) or record.text(Use.HOURS):
            return False
        before = last.text(Use.WHEN)
        if when and (before.count("(") > before.count(")") or before.endswith(("-", "–"))):
            return not title
        if when and not is_time(when):
            return not title and when[:1].islower()
        told = [use for use in record.texts if use is not Use.WHEN]
        if when or not told or len(line.row.text) > _LONGEST_ALONE:
            return False
        return all(last.text(use) and goes_on(last.text(use), record.text(use)) for use in told)

    def _append(self, last: _Record, record: _Record, line: Line) -> None:
        for use, text in record.texts.items():
            last.texts[use] = f"{last.texts.get(use, '')} {text}".strip()
        last.rows.add(line.at)

    def _alone(self, line: Line, text: str, inside: bool) -> None:  # noqa: FBT001  # a fact about the line
        """A line by itself: a heading inside the table, or one that was not understood."""
        if line.row.table and inside and any(map(str.isdecimal, text)) and not stated_years(line.row):
            self._left.append(Piece(text, line.row.page, line.row.line, at=line.at))
            self._taken.add(line.at)

    def _carry(self, record: _Record, last: _Record | None) -> None:
        """Put the date of the row above into one that has none."""
        if last and not record.text(Use.WHEN) and not record.text(Use.DAY) and record.text(Use.TITLE):
            for use in (Use.WHEN, Use.DAY, Use.WEEKDAY):
                if last.text(use):
                    record.texts[use] = last.text(use)

    def _with_years(self, records: list[_Record]) -> Iterator[tuple[_Record, Context]]:
        """The records with what is known of their years: a list turns the year once, or is in no order."""
        months = [found[0].when.first.month for record in records if (found := _found(_core(record), _ANY))]
        rising = sum(then < now for now, then in zip(months, months[1:], strict=False)) <= 1
        last: date | None = None
        base: Context | None = None
        for record in records:
            here = context_at(self._rows, min(record.rows), self._setting)
            if base is not None and (here.year, here.turn) != (base.year, base.turn):
                last = None
            base = here
            context = onward(here, last) if rising else here
            yield record, context
            found = [
                each.when
                for each in _found(_core(record), context)
                if each.when.precision is not Precision.UNKNOWN
            ]
            last = found[0].first if found else last

    def _drafts(self, record: _Record, context: Context) -> Iterator[Draft]:
        item, when = self._item(record, context)
        yearless = context.year is None
        if has_words(item.title):
            yield Draft(item, self._piece(record), marker=when, yearless=yearless)
        day = next((each.first for each in item.whens if each.known), None)
        for head, text in record.due:
            found = _found(plain_time(text), _before(context, day, text))
            if not found:
                continue
            title = f"{head} - {item.title}" if has_words(item.title) else head
            kind = Kind.DEADLINE if item.kind is not Kind.HEARING else Kind.DEADLINE
            due = Item(tidied(title), tuple(each.when for each in found), kind, doubts=_doubts(found))
            yield Draft(due, self._piece(record), yearless=yearless)

    def _piece(self, record: _Record) -> Piece:
        text = " ".join(self._rows[at].text for at in sorted(record.rows))
        row = record.line.row
        return Piece(" ".join(text.split()), row.page, row.line, at=record.line.at)

    def _item(self, record: _Record, context: Context) -> tuple[Item, When]:
        """What a row says, and the time that its first column gives."""
        if record.month and record.month.year:
            context = replace(context, year=record.month.year, turn=0)
        core, said = _without_remark(_core(record))
        title = without_bullet(record.text(Use.TITLE)) or self._title(record)
        note = ", ".join(text for text in (said, record.text(Use.NOTE)) if text)
        core = f"{core} {_hours_at_end(title)}".strip() if not record.text(Use.HOURS) else core
        found = _found(core, context)
        exact = [each.when for each in found if each.when.known or each.when.precision in _EXACT]
        if within := _within(title, found, context):
            return self._finished(within, record), within.whens[0]
        alone = found == phrases(core, context) and (exact or any(each.doubts for each in found))
        item = _read(core if alone else "", title, note, context)
        when = found[0].when if found else _vague(record.text(Use.WHEN), context)
        if not alone and not item.whens and found:
            item = replace(
                item,
                whens=tuple(_marked(each.when, item) for each in found),
                doubts=item.doubts or _doubts(found),
            )
        if (
            exact
            and item.was is None
            and not {each.first for each in item.whens} <= {each.first for each in exact}
        ):
            kept = tuple(each for each in item.whens if each.first in {one.first for one in exact})
            item = replace(
                item, whens=kept or tuple(exact), title=tidied(title) if has_words(title) else item.title
            )
        return self._finished(item, record), _marked(when, item)

    def _finished(self, item: Item, record: _Record) -> Item:
        """An item with what the other columns of its row tell of it, and what is said once for all."""
        item = self._called(item, record)
        place, who = record.text(Use.PLACE), record.text(Use.RESPONSIBLE)
        if place and hours_in(place):
            place = ""
        item = replace(item, place=place or item.place, responsible=who or item.responsible)
        default = nearest(self._said, record.line.at, item.title)
        if default and item.kind is Kind.MEETING and self._name and self._name.kind is Kind.MEETING:
            item = at_hours(item, default)
        return _checked(item, weekday_of(record.text(Use.WEEKDAY)))

    def _title(self, record: _Record) -> str:
        """What a row without a title is called: its remark, else what its column of dates is called."""
        if self._columns.of(Use.TITLE) is not None:
            return record.text(Use.NOTE)
        if self._name and self._name.sure:
            return self._of_body(self._name.title)
        column = self._columns.of(Use.WHEN)
        head = self._columns.heads[column] if column is not None else ""
        if names("meeting", head):
            return self._of_body(head)
        return self._name.title if self._name else record.text(Use.NOTE)

    def _of_body(self, title: str) -> str:
        """A title that says of which body a meeting is, if the headings above do."""
        first = min([*self._section.heads, self._section.lines[0].at])
        found = (_a_body().search(row.text) for row in above(self._rows, first, _HEAD))
        body = next((match[0] for match in found if match), "")
        return f"{title} i {body}" if body and is_named("meeting", title) else title

    def _called(self, item: Item, record: _Record) -> Item:
        """An item that is called by a body only is its meeting; so is what a list of meetings has."""
        bare = self._columns.of(Use.TITLE) is None and self._name is not None
        meets = (bare and self._name is not None and self._name.kind is Kind.MEETING) or names_body(
            item.title
        )
        return replace(item, kind=Kind.MEETING) if item.kind is Kind.EVENT and meets else item


@lru_cache(maxsize=1)
def _a_body() -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder("body")


def _core(record: _Record) -> str:
    """The time of a row as a plan says it in one line: "torsdag 4. marts kl. 17.00-19.00"."""
    text = record.text(Use.WHEN)
    if record.month:
        text = with_month(plain_time(record.text(Use.DAY)), record.month.words.split()[0])
        text = text or record.month.words
    text = plain_time(text)
    if until := record.text(Use.UNTIL):
        text = f"{text} - {plain_time(until)}"
    hours = hours_in(record.text(Use.HOURS))
    if hours and record.text(Use.END):
        hours = f"{hours}-{hours_in(record.text(Use.END)).removeprefix('kl. ')}"
    return f"{text} {hours}".strip()


def _without_remark(core: str) -> tuple[str, str]:
    """A time without what is said of it in brackets behind: "15. juni (utsatt frist fra 1. juni)"."""
    match = _BRACKET.search(core)
    if match is None or not has_words(match["said"]) or not phrases(core[: match.start()], _ANY):
        return core, ""
    return f"{core[: match.start()]} {core[match.end() :]}".strip(), match["said"]


def _hours_at_end(title: str) -> str:
    """The hours that end a title without a word for them: "Julemarked 11-15", "samling 11.00"."""
    match = _HOURS_AT_END.search(title)
    if match is None or find_clocks(title[: match.start()], ALL_LANGUAGES):
        return ""
    return hours_in(match["hours"])


def _found(text: str, context: Context) -> tuple[Phrase, ...]:
    """The times in a text; from a month to a day ("april - 15. maj") is one."""
    found = phrases(text, context)
    span = re.match(r"(?P<month>[^\W\d_]{3,12}\.?(?:\s\d{4})?)\s?[-–]\s?(?=\d)", text)
    first = marker(span["month"]) if span and found and found[-1].start > 0 else None
    if first is None or not found[-1].when.known or len(found) > _NEAR:
        return found
    last = found[-1].when
    year = first.year or last.last.year - (first.month > last.last.month)
    when = When.between(date(year, first.month, 1), last.last).said(text)
    return (replace(found[-1], when=when, spans=((0, found[-1].end),), words=text),)


def _doubts(found: Iterable[Phrase]) -> tuple:  # type: ignore[type-arg]
    return tuple(dict.fromkeys(doubt for each in found for doubt in each.doubts))


def _before(context: Context, day: date | None, text: str) -> Context:
    """What is known of the year of a deadline: it is the last such day before the meeting."""
    if day is None:
        return context
    there = _found(plain_time(text), replace(context, year=day.year, turn=0, today=None))
    late = (
        bool(there)
        and there[0].when.known
        and there[0].when.first > day
        and (there[0].when.first - day).days > 100
    )
    return replace(context, year=day.year - late, turn=0)


def _read(core: str, title: str, note: str, context: Context) -> Item:
    """A row read as one line; what a remark says counts, but its words are no part of the title."""
    text = f"{core} : {title}" if core else title
    item = read_item(text, context)
    if not note or note == title:
        return item
    whole = read_item(f"{text} ({note})", context)
    said = whole if whole.whens or not item.whens else replace(whole, whens=item.whens)
    return replace(said, title=item.title, kind=item.kind, activity=item.activity)


def _within(title: str, found: tuple[Phrase, ...], context: Context) -> Item | None:
    """The item whose text says the day in the week or month of its row: "torsdag kl. 17" beside "Uge 26"."""
    if len(found) != 1 or found[0].when.precision not in _WIDE:
        return None
    when = found[0].when
    if when.precision is Precision.WEEK:
        title = _weekdays().sub(lambda match: f"{match[0]} {_day_of(when, match[0])}", title)
    item = read_item(title, replace(context, month=when.first.month, turn=0))
    inside = all(when.first <= each.first and each.last <= when.last and each.known for each in item.whens)
    return item if item.whens and inside and item.was is None else None


def _day_of(week: When, weekday: str) -> str:
    day = week.first + timedelta(days=(weekday_of(weekday) or 1) - 1)
    return f"{day.day}/{day.month}-{day.year}"


@lru_cache(maxsize=1)
def _weekdays() -> re.Pattern[str]:
    """A weekday without a date behind it."""
    words = lexicon(ALL_LANGUAGES)
    the = words.patterns["the"]
    return re.compile(
        rf"(?<!\w)(?:{words.patterns['full weekday']})(?!\w)(?!,?\s?(?:(?:{the})\.?\s)?\d)", re.IGNORECASE
    )


def _checked(item: Item, weekday: int | None) -> Item:
    """An item with a doubt where a day is not the weekday of its row."""
    if weekday is None or item.doubts or item.was:
        return item
    odd = [when for when in item.whens if when.precision in _ONE_DAY and when.first.isoweekday() != weekday]
    return replace(
        item, doubts=tuple(weekday_differs(When.on(when.first), weekday, when.words) for when in odd)
    )


def _vague(text: str, context: Context) -> When:
    found = marker(text)
    known = found and found.month != ANY_TIME
    return found.when(context.year) if found and known else When.unknown(text)


def _marked(when: When, item: Item) -> When:
    return when.marked(uncertain=when.uncertain or item.doubtful, approximate=when.approximate)
