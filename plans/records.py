"""Plans that are tables with one thing a row: when it is, what it is, where, and who sees to it."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from council.doubts import Doubt
from council.records import Kind
from council.when import Precision, When
from plans.atoms import Context
from plans.bodies import names_body
from plans.defaults import Default, at_hours, nearest
from plans.doubting import weekday_differs
from plans.entries import Draft, understood
from plans.extracted import Row
from plans.headings import above, stated_years
from plans.items import Item, read_item
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.list_names import list_name
from plans.phrases import Phrase, phrases
from plans.pieces import Piece, without_bullet
from plans.record_columns import Columns, Use, is_ledger
from plans.record_lines import Records
from plans.record_sections import Section, is_plan, sections
from plans.record_times import Record, before, core_of, hours_at_end, times_in, vague, within, without_remark
from plans.sheet import Passage, Setting
from plans.table_cells import (
    has_words,
    hours_in,
    is_named,
    names,
    plain_time,
    weekday_of,
)
from plans.table_shapes import tables
from plans.titles import tidied
from plans.years import context_at, onward

_ONE_DAY = {Precision.DATE, Precision.INSTANT}
_MOST_WORDS = 6  # of a time that is no date: "Efter sommerferien"
_LONGEST_ALONE = 120  # characters of a line that goes on with the row above it
_EXACT = {Precision.DATE, Precision.INSTANT, Precision.WEEK}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ANY = Context(year=2000)
_NAMED_YEAR = re.compile(r"(?:19|20)\d\d")
_HEAD = 6  # rows with text above a table that may name whose it is


def by_record(rows: tuple[Row, ...], setting: Setting) -> Iterator[Passage]:
    """All tables with one thing a row."""
    for table in tables(rows):
        for section in sections(table):
            if is_plan(section, table.shape, rows):
                yield _Reader(rows, setting, section, setting.said).passage()
            elif is_ledger(section.head, list(section.lines)):
                yield Passage(section.heads | {line.at for line in section.lines if not line.alone})


class _Reader:
    """Reads the lines of one section from above."""

    def __init__(
        self, rows: tuple[Row, ...], setting: Setting, section: Section, said: tuple[Default, ...]
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
        lines = Records(self._columns)
        records = list(lines.read(self._section.lines))
        self._left += lines.left
        self._taken |= lines.taken
        for record, context in self._with_years(records):
            found = list(self._drafts(record, context))
            told = (
                []
                if is_named("ongoing", record.text(Use.WHEN))
                else [each for each in found if understood(each)]
            )
            drafts += told
            if not told:
                self._left.append(self._piece(record))
            self._taken |= record.rows
        return Passage(frozenset(self._taken), tuple(drafts), tuple(self._left))

    def _with_years(self, records: list[Record]) -> Iterator[tuple[Record, Context]]:
        """The records with what is known of their years: a list turns the year once, or is in no order."""
        months = [
            (found[0].when.first.month, bool(_YEAR.search(found[0].words)))
            for record in records
            if (found := times_in(core_of(record), _ANY))
        ]
        rising = sum(then < now and not said for (now, _), (then, said) in itertools.pairwise(months)) <= 1
        last: date | None = None
        base: Context | None = None
        above_it = 0
        for record in records:
            here = base if base and not self._stated(above_it, min(record.rows)) else None
            here = here or context_at(min(record.rows), self._setting)
            above_it = max(record.rows) + 1
            if base is not None and (here.year, here.turn) != (base.year, base.turn):
                last = None
            base = here
            context = onward(here, last) if rising else here
            if record.month and record.month.year:
                context = replace(context, year=record.month.year, turn=0)
            yield record, context
            times = (each.when for each in times_in(core_of(record), context))
            last = next((_end(when) for when in times if when.precision is not Precision.UNKNOWN), last)

    def _stated(self, first: int, after: int) -> bool:
        """Whether rows between two records may say another year."""
        return any(stated_years(row) for row in self._rows[first:after])

    def _drafts(self, record: Record, context: Context) -> Iterator[Draft]:
        item, when = self._item(record, context)
        yearless = context.year is None
        if has_words(item.title):
            yield Draft(item, self._piece(record), marker=when, yearless=yearless)
        day = next((each.first for each in item.whens if each.known), None)
        for head, text in record.due:
            found = times_in(plain_time(text), before(context, day, text))
            if not found:
                continue
            title = f"{head} - {item.title}" if has_words(item.title) else head
            times = tuple(each.when for each in found)
            due = Item(tidied(title), times, Kind.DEADLINE, doubts=_doubts(found))
            yield Draft(due, self._piece(record), yearless=yearless)

    def _piece(self, record: Record) -> Piece:
        text = " ".join(self._rows[at].text for at in sorted(record.rows))
        row = record.line.row
        return Piece(" ".join(text.split()), row.page, row.line, at=record.line.at)

    def _item(self, record: Record, context: Context) -> tuple[Item, When]:
        """What a row says, and the time that its first column gives."""
        core, said = without_remark(core_of(record))
        title = without_bullet(record.text(Use.TITLE)) or self._title(record)
        note = ", ".join(text for text in (said, record.text(Use.NOTE)) if text)
        core = f"{core} {hours_at_end(title)}".strip() if not record.text(Use.HOURS) else core
        found = times_in(core, context)
        exact = [each.when for each in found if each.when.known or each.when.precision in _EXACT]
        if inside := within(title, found, context):
            return self._finished(inside, record), inside.whens[0]
        alone = found == phrases(core, context) and (exact or any(each.doubts for each in found))
        item = _read(core if alone else "", title, note, context)
        when = found[0].when if found else vague(record.text(Use.WHEN), context)
        if not alone and not item.whens and found:
            item = replace(
                item,
                whens=tuple(_marked(each.when, item) for each in found),
                doubts=item.doubts or _doubts(found),
            )
        if exact and item.was is None and not all(_inside(each, exact) for each in item.whens):
            kept = tuple(each for each in item.whens if _inside(each, exact))
            item = replace(
                item, whens=kept or tuple(exact), title=tidied(title) if has_words(title) else item.title
            )
        return self._finished(item, record), _marked(when, item)

    def _finished(self, item: Item, record: Record) -> Item:
        """An item with what the other columns of its row tell of it, and what is said once for all."""
        item = self._called(item)
        place, who = record.text(Use.PLACE), record.text(Use.RESPONSIBLE)
        if place and hours_in(place):
            place = ""
        item = replace(item, place=place or item.place, responsible=who or item.responsible)
        default = nearest(self._said, record.line.at, item.title)
        if default and item.kind is Kind.MEETING and self._name and self._name.kind is Kind.MEETING:
            item = at_hours(item, default)
        return _checked(item, weekday_of(record.text(Use.WEEKDAY)))

    def _title(self, record: Record) -> str:
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

    def _called(self, item: Item) -> Item:
        """An item that is called by a body only is its meeting; so is what a list of meetings has."""
        bare = self._columns.of(Use.TITLE) is None and self._name is not None
        listed = bare and self._name is not None and self._name.kind is Kind.MEETING
        meets = listed or names_body(item.title)
        return replace(item, kind=Kind.MEETING) if item.kind is Kind.EVENT and meets else item


def _end(when: When) -> date:
    """The day that counts for the year of the rows behind: a season in words ends in the year it names."""
    named = _NAMED_YEAR.search(when.words)
    return when.first if named is None else when.first.replace(year=int(named[0]), day=1)


@lru_cache(maxsize=1)
def _a_body() -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder("body")


def _doubts(found: Iterable[Phrase]) -> tuple[Doubt, ...]:
    return tuple(dict.fromkeys(doubt for each in found for doubt in each.doubts))


def _read(core: str, title: str, note: str, context: Context) -> Item:
    """A row read as one line; what a remark says counts, but its words are no part of the title."""
    text = f"{core} : {title}" if core else title
    item = read_item(text, context)
    if not note or note == title:
        return item
    whole = read_item(f"{text} ({note})", context)
    said = whole if whole.whens or not item.whens else replace(whole, whens=item.whens)
    return replace(said, title=item.title, kind=item.kind, activity=item.activity)


def _checked(item: Item, weekday: int | None) -> Item:
    """An item with a doubt where a day is not the weekday of its row."""
    if weekday is None or item.doubts or item.was:
        return item
    odd = [when for when in item.whens if when.precision in _ONE_DAY and when.first.isoweekday() != weekday]
    return replace(
        item, doubts=tuple(weekday_differs(When.on(when.first), weekday, when.words) for when in odd)
    )


def _inside(when: When, exact: list[When]) -> bool:
    """Whether it begins in one of these times: "lørdag kl. 13, søndag kl. 10" in "18.-19. marts"."""
    return any(one.first <= when.first <= one.last for one in exact)


def _marked(when: When, item: Item) -> When:
    return when.marked(uncertain=when.uncertain or item.doubtful, approximate=when.approximate)
