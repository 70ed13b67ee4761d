"""What was read in a document, and what taking it over would change."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from markupsafe import Markup

from council.comparing import Kind
from council.overview import Month
from council.records import Printed
from council.tally import Sort, tally
from handlers.screen import GAP, Button, Row, Screen, bold, capitalised, italic, screen
from handlers.views.differences import difference_line
from handlers.views.entries import printed_line
from handlers.views.importing_taps import CancelImport, OneByOne, ShowOffer, TakeOver
from handlers.views.navigation import SendCalendar, plan_button
from services.importing import Offer, Outcome
from texts.dates import say_month
from texts.tongue import Tongue

_PAGE = 15
_UNPLACED = 8
_Count = Callable[[int], Markup]


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
    if offer.only_taken_off:
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
        body = [difference_line(t, difference, today) for difference in offer.open]
    body += _unplaced(t, offer)
    pages = [body[i : i + _PAGE] for i in range(0, len(body), _PAGE)] or [[]]
    page = min(max(page, 0), len(pages) - 1)
    note = italic(t("Nothing is saved yet."))
    return screen(
        [*(head if page == 0 else head[:1]), GAP, *_without_gap(pages[page]), GAP, note],
        _offer_rows(t, offer, council_id, page, len(pages)),
    )


def _without_gap(lines: list[Markup]) -> list[Markup]:
    """The lines without the empty line above a heading that comes first."""
    return [lines[0].lstrip("\n"), *lines[1:]] if lines else lines


def unchanged_view(t: Tongue, offer: Offer, council_id: str) -> Screen:
    """The document says nothing that the plan does not know; what the chat took off can be put back."""
    reading = offer.proposal.reading
    kept, taken_off = len(reading.entries) - len(offer.open), len(offer.open)
    on_plan = t.n(
        "The {count} entry in {document} is on the plan already.",
        "All {count} entries in {document} are on the plan already.",
        kept,
        document=reading.document,
    )
    if taken_off:
        on_plan = t.n(
            "{count} entry is on the plan already.", "{count} entries are on the plan already.", kept
        )
    missing = t.n(
        "{count} entry was taken off the plan in the chat.",
        "{count} entries were taken off the plan in the chat.",
        taken_off,
    )
    deciding = (Button(t.plain("Decide on them"), OneByOne(council_id, offer.proposal.id)),)
    return screen(
        [bold(t("Nothing new")), on_plan, missing if taken_off else None],
        [deciding if taken_off else (), (plan_button(t, council_id),)],
    )


def done_view(t: Tongue, outcome: Outcome, council_id: str, proposal: str) -> Screen:
    """What was taken over; what was edited in chat can be decided on one by one."""
    parts: list[tuple[int, _Count]] = [
        (outcome.added, lambda n: t.n("{count} added", "{count} added", n)),
        (outcome.changed, lambda n: t.n("{count} changed", "{count} changed", n)),
        (outcome.gone, lambda n: t.n("{count} taken off", "{count} taken off", n)),
    ]
    told = t.listed([say(count) for count, say in parts if count]) or t("Nothing was changed")
    left = t.n(
        "{count} entry was edited in the chat, so I left it as it is.",
        "{count} entries were edited in the chat, so I left them as they are.",
        outcome.left,
    )
    return screen(
        [bold(t("The plan is up to date")), t("{counts}.", counts=told), left if outcome.left else None],
        [
            (Button(t.plain("Decide on them"), OneByOne(council_id, proposal)),) if outcome.left else (),
            (plan_button(t, council_id), Button(t.plain("Calendar"), SendCalendar(council_id))),
        ],
    )


def _preview(t: Tongue, entries: Sequence[Printed], today: date) -> list[Markup]:
    lines: list[Markup] = []
    ordered = sorted(entries, key=lambda printed: printed.when.order)
    for month, group in groupby(ordered, key=lambda printed: Month.of(printed.when.first)):
        known = month.year != date.max.year
        name = say_month(t, month.year, month.number, today) if known else t("No date yet")
        for place, printed in enumerate(group):
            heading = Markup("\n{}\n").format(bold(capitalised(name))) if place == 0 else Markup()
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
            lambda n: t.n(
                "{count} of them edited in the chat too", "{count} of them edited in the chat too", n
            ),
        ),
    ]
    told = t.listed([say(count) for count, say in parts if count])
    return t("Beside the plan as it is: {counts}.", counts=told)


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
