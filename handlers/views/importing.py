"""What was read in a document, and what taking it over would change."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from markupsafe import Markup

from council.comparing import Difference, Kind
from council.overview import Month
from council.records import Printed
from council.tally import Sort, tally
from handlers.codec import Tap
from handlers.screen import GAP, Button, Row, Screen, bold, italic, screen, struck
from handlers.views.entries import full_title, printed_line
from handlers.views.navigation import SendCalendar, plan_button
from services.importing import Offer, Outcome
from texts.dates import say_month, say_when
from texts.tongue import N_, Tongue

_PAGE = 15
_UNPLACED = 8
_Count = Callable[[int], Markup]


@dataclass(frozen=True, slots=True)
class TakeOver(Tap):
    """Take over everything that was not edited in chat."""

    prefix: ClassVar[str] = "it"
    council: str
    proposal: str


@dataclass(frozen=True, slots=True)
class ShowOffer(Tap):
    """The proposal, from this page on."""

    prefix: ClassVar[str] = "io"
    council: str
    proposal: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class OneByOne(Tap):
    """The first difference that is not settled."""

    prefix: ClassVar[str] = "i1"
    council: str
    proposal: str


@dataclass(frozen=True, slots=True)
class Settle(Tap):
    """Take over this difference, or leave it."""

    prefix: ClassVar[str] = "is"
    council: str
    proposal: str
    key: str
    take: bool


@dataclass(frozen=True, slots=True)
class CancelImport(Tap):
    """Forget the proposal."""

    prefix: ClassVar[str] = "ix"
    council: str
    proposal: str


FIELDS = {
    "title": N_("title"),
    "when": N_("time"),
    "kind": N_("what it is"),
    "status": N_("state"),
    "activity": N_("activity"),
    "place": N_("place"),
    "waiting_for": N_("who is waited for"),
    "removed": N_("taken off the plan in the chat"),
}


def counted(t: Tongue, counts: Counter[Sort]) -> Markup:
    """Every entry counted in one place: "9 with a date, 12 known by month only"."""
    phrases: dict[Sort, _Count] = {
        Sort.DATED: lambda n: t.n("{count} with a date", "{count} with a date", n),
        Sort.MONTH: lambda n: t.n("{count} known by month only", "{count} known by month only", n),
        Sort.VAGUE: lambda n: t.n("{count} with a vague time", "{count} with a vague time", n),
        Sort.TENTATIVE: lambda n: t.n("{count} with a question mark", "{count} with a question mark", n),
        Sort.WAITING: lambda n: t.n("{count} waiting for somebody", "{count} waiting for somebody", n),
        Sort.CANCELLED: lambda n: t.n("{count} cancelled", "{count} cancelled", n),
        Sort.RECESS: lambda n: t.n("{count} break", "{count} breaks", n),
    }
    return t.listed([say(counts[sort]) for sort, say in phrases.items() if counts[sort]])


def offer_view(t: Tongue, offer: Offer, council_id: str, today: date, page: int = 0) -> Screen:
    """What was read and what it would change; nothing is saved yet."""
    reading = offer.proposal.reading
    if not offer.open:
        return unchanged_view(t, offer, council_id)
    entries = [entry.printed for entry in reading.entries]
    head = [
        t.n(
            "I read {count} entry in {document}:",
            "I read {count} entries in {document}:",
            len(entries),
            document=bold(reading.document),
        ),
        t("{counts}.", counts=counted(t, tally(entries))),
    ]
    only_new = all(difference.kind is Kind.ADDED for difference in offer.open)
    if only_new and len(offer.open) == len(entries):
        body = _preview(t, entries, today)
    else:
        head.append(_differs(t, offer))
        body = [_difference_line(t, difference, today) for difference in offer.open]
    body += _unplaced(t, offer)
    pages = [body[i : i + _PAGE] for i in range(0, len(body), _PAGE)] or [[]]
    page = min(max(page, 0), len(pages) - 1)
    note = italic(t("Nothing is saved yet."))
    return screen(
        [*(head if page == 0 else head[:1]), GAP, *pages[page], GAP, note],
        _offer_rows(t, offer, council_id, page, len(pages)),
    )


def unchanged_view(t: Tongue, offer: Offer, council_id: str) -> Screen:
    """The document says nothing that the plan does not know."""
    reading = offer.proposal.reading
    count = len(reading.entries)
    return screen(
        [
            bold(t("Nothing new")),
            t.n(
                "The {count} entry in {document} is on the plan already.",
                "All {count} entries in {document} are on the plan already.",
                count,
                document=reading.document,
            ),
        ],
        [(plan_button(t, council_id),)],
    )


def difference_view(t: Tongue, offer: Offer, council_id: str, today: date) -> Screen:
    """One difference to decide on."""
    difference, proposal = offer.open[0], offer.proposal.id
    ways = {
        Kind.ADDED: (N_("New on the plan"), N_("Add it")),
        Kind.CHANGED: (N_("Changed in the document"), N_("Take over the change")),
        Kind.GONE: (N_("No longer in the document"), N_("Take it off the plan")),
    }
    title, label = ways[difference.kind]
    count = t.n("{count} left to decide", "{count} left to decide", len(offer.open))
    key = difference.key
    return screen(
        [
            bold(t(title)),
            _difference_line(t, difference, today),
            *_details(t, difference),
            GAP,
            count,
        ],
        [
            (Button(t.plain(label), Settle(council_id, proposal, key, take=True)),),
            (Button(t.plain("Leave it as it is"), Settle(council_id, proposal, key, take=False)),),
            (Button(t.plain("◂ All of them"), ShowOffer(council_id, proposal)),),
        ],
    )


def done_view(t: Tongue, outcome: Outcome, council_id: str) -> Screen:
    """What was taken over."""
    parts: list[tuple[int, _Count]] = [
        (outcome.added, lambda n: t.n("{count} added", "{count} added", n)),
        (outcome.changed, lambda n: t.n("{count} changed", "{count} changed", n)),
        (outcome.gone, lambda n: t.n("{count} taken off", "{count} taken off", n)),
    ]
    told = t.listed([say(count) for count, say in parts if count]) or t("nothing to change")
    left = t.n(
        "{count} entry was edited in the chat, so I left it as it is. "
        "Send the document again to decide on it.",
        "{count} entries were edited in the chat, so I left them as they are. "
        "Send the document again to decide on them.",
        outcome.left,
    )
    return screen(
        [bold(t("The plan is up to date")), t("{counts}.", counts=told), left if outcome.left else None],
        [(plan_button(t, council_id), Button(t.plain("Calendar"), SendCalendar(council_id)))],
    )


def _preview(t: Tongue, entries: Sequence[Printed], today: date) -> list[Markup]:
    lines: list[Markup] = []
    ordered = sorted(entries, key=lambda printed: printed.when.order)
    for month, group in groupby(ordered, key=lambda printed: Month.of(printed.when.first)):
        known = month.year != date.max.year
        name = say_month(t, month.year, month.number, today) if known else t("No date yet")
        for place, printed in enumerate(group):
            heading = Markup("\n{}\n").format(bold(name[:1].upper() + name[1:])) if place == 0 else Markup()
            lines.append(heading + t("• {line}", line=printed_line(t, printed, today)))
    return lines


def _differs(t: Tongue, offer: Offer) -> Markup:
    kinds = Counter(difference.kind for difference in offer.open)
    parts: list[tuple[int, _Count]] = [
        (kinds[Kind.ADDED], lambda n: t.n("{count} new", "{count} new", n)),
        (kinds[Kind.CHANGED], lambda n: t.n("{count} changed", "{count} changed", n)),
        (kinds[Kind.GONE], lambda n: t.n("{count} gone", "{count} gone", n)),
        (
            len(offer.contested),
            lambda n: t.n("{count} edited in the chat too", "{count} edited in the chat too", n),
        ),
    ]
    told = t.listed([say(count) for count, say in parts if count])
    return t("Beside the plan as it is: {counts}.", counts=told)


def _difference_line(t: Tongue, difference: Difference, today: date) -> Markup:
    entry, theirs = difference.entry, difference.theirs
    if entry is None and theirs is not None:
        when = say_when(t, theirs.printed.when, today)
        return t("New: {title}, {when}", title=bold(theirs.printed.title), when=when)
    assert entry is not None
    when = say_when(t, entry.when, today)
    if theirs is None:
        return t("Gone: {title}, {when}", title=struck(full_title(t, entry)), when=when)
    told = t("Changed: {title}", title=bold(entry.title))
    if "when" in difference.fields:
        new = say_when(t, theirs.printed.when, today)
        told = t("{what}, {before} → {after}", what=told, before=when, after=new)
    others = [t(FIELDS[name]) for name in difference.fields if name != "when"]
    if others:
        told = t("{what} ({fields})", what=told, fields=t.listed(others))
    return t("{what} – edited in the chat too", what=told) if difference.conflicts else told


def _details(t: Tongue, difference: Difference) -> list[Markup]:
    entry, theirs = difference.entry, difference.theirs
    if entry is None or theirs is None:
        return []
    lines = []
    if "title" in difference.fields:
        lines.append(t("{before} → {after}", before=entry.title, after=theirs.printed.title))
    if "place" in difference.fields:
        lines.append(t("📍 {before} → {after}", before=entry.place or "–", after=theirs.printed.place or "–"))
    if difference.conflicts:
        fields = t.listed([t(FIELDS[name]) for name in difference.conflicts])
        lines.append(t("In the chat this was edited too: {fields}.", fields=fields))
    return lines


def _unplaced(t: Tongue, offer: Offer) -> list[Markup]:
    unplaced = offer.proposal.reading.unplaced
    if not unplaced:
        return []
    lines = [GAP, t.n("{count} line I could not place:", "{count} lines I could not place:", len(unplaced))]
    lines += [t("– {words}", words=italic(source.words[:120])) for source in unplaced[:_UNPLACED]]
    if len(unplaced) > _UNPLACED:
        more = len(unplaced) - _UNPLACED
        lines.append(t.n("… and {count} more", "… and {count} more", more))
    return lines


def _offer_rows(t: Tongue, offer: Offer, council_id: str, page: int, pages: int) -> list[Row]:
    proposal = offer.proposal.id
    paging = (
        *((Button(t.plain("↑ Previous page"), ShowOffer(council_id, proposal, page - 1)),) if page else ()),
        *(
            (Button(t.plain("More ↓"), ShowOffer(council_id, proposal, page + 1)),)
            if page + 1 < pages
            else ()
        ),
    )
    taking = (Button(t.plain("Take over"), TakeOver(council_id, proposal)),) if offer.together else ()
    single = Button(t.plain("One by one"), OneByOne(council_id, proposal))
    leave = Button(t.plain("No, leave the plan"), CancelImport(council_id, proposal))
    return [taking, paging, (single, leave)]
