"""From the blocks of a plan to its entries."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from council.doubts import Doubt
from council.records import Kind, Printed, ReadEntry, Source, Status
from council.when import Precision, When
from plans.atoms import Context
from plans.days import month_name, numbered_days, split_day, with_month
from plans.doubting import another_month, no_year
from plans.items import Item, read_item
from plans.layout import Region
from plans.markers import ANY_TIME, Marker
from plans.pieces import Piece, items
from plans.titles import dated_prefix

_MOST_WORDS = 60  # in a title; more is a paragraph that got in between
_CAMEL = re.compile(r"[a-zæøå]{1,2}-?[A-ZÆØÅ]")  # "iPad", "e-Boks"
_LESS = 0.15  # confidence, for each thing that is not sure
_LONGEST = 400  # characters of a title
_OFTEN = 2  # times that a name stands in front, from which it names an activity


@dataclass(frozen=True, slots=True)
class Draft:
    """An item with the place it comes from.

    `marker` is the time of its row or heading, which is its own if it gives none, `month` the month that
    this is; a `yearless` one stands where nothing says the year. `confidence` (0 to 1) is that of its layout.
    """

    item: Item
    piece: Piece
    marker: When = field(default_factory=When.unknown)
    month: int | None = None
    yearless: bool = False
    confidence: float = 1.0


def drafts(region: Region, year: int | None, turn: int = 0) -> Iterator[Draft]:
    """All items of a plan that begins in this year, in its order; with `turn` a season's from that month."""
    numbered = numbered_days([piece.text for block in region.blocks for piece in items(block.pieces)])
    years = _seasonal(region, year, turn) if turn and year else _years(region, year)
    for block, block_year in zip(region.blocks, years, strict=True):
        month = block.marker.month if block.marker.single else None
        context = Context(year=year if turn else block_year, month=month, turn=turn, vague=month is None)
        for piece in _daily(items(block.pieces), block.marker, numbered=numbered):
            item = read_item(piece.text, context)
            yield Draft(item, piece, block.marker.when(block_year), month, yearless=block_year is None)


def _daily(pieces: tuple[Piece, ...], marker: Marker, *, numbered: bool) -> Iterator[Piece]:
    """The pieces with the month behind the numbers in front of them, where these are days."""
    for piece in pieces:
        split = split_day(piece.text) if numbered and marker.single else None
        if split:
            text = with_month(split[0], month_name(marker.month), split[1])
            yield replace(piece, text=text, words=piece.words or piece.text)
        else:
            yield piece


def _seasonal(region: Region, year: int, turn: int) -> Iterator[int]:
    """The year of each block in a season that begins in this year."""
    for block in region.blocks:
        month = block.marker.month
        yield block.marker.year or year + (ANY_TIME < month < turn)


def _years(region: Region, year: int | None) -> Iterator[int | None]:
    """The year of each block: it turns when the months begin again."""
    before = 0
    for block in region.blocks:
        if block.marker.year:
            year = block.marker.year
        elif year and ANY_TIME < block.marker.month < before:
            year += 1
        before = block.marker.month or before
        yield year


def understood(draft: Draft) -> bool:
    """Whether there is a title, and not a whole paragraph."""
    title = draft.item.title
    short = len(title) <= _LONGEST and len(title.split()) <= _MOST_WORDS
    return short and any(letter.isalpha() for letter in title)


def entries(found: list[Draft], document: str) -> Iterator[ReadEntry]:
    """The entries that the items are: one for each time of an item, once if the plan is printed twice."""
    found = list({(each.item, each.marker.edtf): each for each in found}.values())
    activities = _activities(found)
    for draft in found:
        for when in draft.item.whens or (draft.marker,):
            yield _entry(draft, when, activities, document)
        for due in draft.item.signing:
            if due.what and draft.item.status is not Status.CANCELLED:
                title = f"{due.what} - {draft.item.title}"
                item = Item(title, (due.when,), Kind.DEADLINE, activity=draft.item.activity)
                yield _entry(replace(draft, item=item, month=None), due.when, activities, document)


def _entry(draft: Draft, when: When, activities: frozenset[str], document: str) -> ReadEntry:
    item = draft.item
    printed = Printed(
        title=item.title if _CAMEL.match(item.title) else item.title[:1].upper() + item.title[1:],
        when=when.marked(uncertain=item.doubtful or when.uncertain, approximate=when.approximate),
        kind=item.kind,
        status=item.status,
        activity=item.activity if item.activity.casefold() in activities else "",
        place=item.place,
        waiting_for=item.waiting_for,
        responsible=item.responsible,
    )
    source = Source(document, draft.piece.words or draft.piece.text, draft.piece.page, draft.piece.line)
    doubts = (*item.doubts, *_odd(draft, when))
    sure = _confidence(draft, when, doubts)
    return ReadEntry(printed, source, doubts, item.was, item.rule, sure, moved=item.moved)


def _confidence(draft: Draft, when: When, doubts: tuple[Doubt, ...]) -> float:
    """How sure it is that an entry was understood: less with every doubt, and without any time."""
    unsure = _LESS * (len(doubts) + (when.precision is Precision.UNKNOWN) + bool(draft.item.doubtful))
    return round(max(0.0, draft.confidence - unsure), 2)


def _odd(draft: Draft, when: When) -> tuple[Doubt, ...]:
    """What is odd about an entry in this row: a date under another month, no year at all."""
    if draft.yearless and not when.known:
        return () if draft.item.doubts else (no_year(draft.marker.words),)
    if not when.known:
        return ()
    under = draft.month
    here = under is None or when.first.month <= under <= when.last.month or when.first.year < when.last.year
    return () if here or under is None else (another_month(when, under),)


def _activities(found: list[Draft]) -> frozenset[str]:
    """The names in front of titles that come back, or carry a year: those are activities."""
    named = Counter(draft.item.activity.casefold() for draft in found)
    editions = {draft.item.activity.casefold() for draft in found if dated_prefix(draft.item.title)}
    return frozenset(name for name, count in named.items() if name and (count >= _OFTEN or name in editions))
