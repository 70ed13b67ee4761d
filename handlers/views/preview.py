"""What was read in a document, before anything of it is saved: what is clear, what to ask, what is left."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from council.comparing import Difference, Kind
from council.occurrences import AT_MOST, cut_short
from council.overview import Month
from council.records import Printed, ReadEntry
from council.tally import Sort, tally
from handlers.screen import GAP, Button, Row, Screen, bold, capitalised, italic, screen, struck, visible
from handlers.views.differences import counted_sorts, difference_line
from handlers.views.entries import printed_line
from handlers.views.importing import unchanged_view
from handlers.views.importing_taps import CancelImport, OneByOne, ShowOffer, TakeOver
from handlers.views.questions import lines_row, questions_row
from services.importing import Offer
from texts.dates import say_month, say_when
from texts.doubts import say_doubt
from texts.escape import telegram_length
from texts.tongue import Tongue

_LINES = 15  # on one page
_ROOM = 2800  # characters of them; above and below stand a few lines more
_CUT_SHORT = 3  # of those that come back too often, so many are named
_WORDS = 120  # characters of a line of the document
_Count = Callable[[int], Markup]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the preview, and the heading that it stands under."""

    heading: Markup
    text: Markup


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


def offer_view(
    t: Tongue, offer: Offer, council_id: str, today: date, page: int = 0, *, growing: bool = False
) -> Screen:
    """What was read and what it would change; nothing is saved yet. `growing`: more may be pasted."""
    if offer.only_taken_off:
        return unchanged_view(t, offer, council_id)
    reading = offer.proposal.reading
    pages = _pages([*_clear(t, offer, today), *_asked(t, offer), *_left(t, offer)])
    page = min(max(page, 0), len(pages) - 1)
    head = [
        t.n(
            "I read {count} entry in {document}:",
            "I read {count} entries in {document}:",
            len(reading.entries),
            document=bold(reading.document),
        )
    ]
    if page == 0:
        head += [each for each in (_counts(t, offer), _differs(t, offer), _open(t, offer)) if each]
        head += _cut_short(t, offer)
    return screen(
        [*head, GAP, *_shown(pages[page]), GAP, *_notes(t, page, len(pages), growing=growing)],
        _rows(t, offer, council_id, page, len(pages)),
    )


def _counts(t: Tongue, offer: Offer) -> Markup | None:
    entries = [entry.printed for entry in offer.proposal.reading.entries]
    return t("{counts}.", counts=counted(t, tally(entries))) if entries else None


def _is_first(offer: Offer) -> bool:
    """Whether nothing of the document is on the plan yet."""
    only_new = all(difference.kind is Kind.ADDED for difference in offer.open)
    return only_new and len(_places(offer.open)) == len(offer.proposal.reading.entries)


def _places(differences: Iterable[Difference]) -> dict[int, list[Difference]]:
    """The differences by the line of the document: what comes back has several."""
    places: dict[int, list[Difference]] = defaultdict(list)
    for difference in differences:
        if difference.line:
            places[difference.line.place].append(difference)
    return places


def _differs(t: Tongue, offer: Offer) -> Markup | None:
    if _is_first(offer):
        return None
    edited = len(offer.contested)
    told = counted_sorts(t, offer.open)
    if edited:
        told.append(
            t.n("{count} of them edited in the chat too", "{count} of them edited in the chat too", edited)
        )
    return t("Beside the plan as it is: {counts}.", counts=t.listed(told))


def _without_question(offer: Offer) -> list[Difference]:
    asked = {question.entry for question in offer.questions}
    return [each for each in offer.open if each.line is None or each.line.place not in asked]


def _open(t: Tongue, offer: Offer) -> Markup | None:
    """How much is clear and how much is not; None when all is."""
    asked, lines = len({each.entry for each in offer.questions}), len(offer.lines)
    clear = _without_question(offer)
    parts: list[tuple[int, _Count]] = [
        (
            len(_places(clear)) if _is_first(offer) else len(clear),
            lambda n: t.n("{count} is clear", "{count} are clear", n),
        ),
        (asked, lambda n: t.n("{count} has a question", "{count} have a question", n)),
        (lines, lambda n: t.n("{count} line has no place yet", "{count} lines have no place yet", n)),
    ]
    told = t.listed([say(count) for count, say in parts if count])
    return t("{counts}.", counts=told) if asked or lines else None


def _clear(t: Tongue, offer: Offer, today: date) -> Iterator[_Line]:
    clear = _without_question(offer)
    if _is_first(offer):
        yield from _by_month(t, clear, today)
    else:
        for difference in clear:
            yield _Line(GAP, difference_line(t, difference, today))


def _by_month(t: Tongue, clear: Sequence[Difference], today: date) -> Iterator[_Line]:
    lines = [(each[0].theirs, len(each) - 1) for each in _places(clear).values()]
    read = [(entry, again) for entry, again in lines if entry is not None]
    for entry, again in sorted(read, key=lambda line: line[0].printed.when.order):
        yield _Line(_month(t, entry.printed, today), _bullet(t, _read_line(t, entry, again, today)))


def _read_line(t: Tongue, entry: ReadEntry, again: int, today: date) -> Markup:
    line = printed_line(t, entry.printed, today)
    if entry.was is not None:
        line = t("{line} (before: {when})", line=line, when=struck(say_when(t, entry.was, today)))
    if again:
        line = t.n("{line} (and {count} more time)", "{line} (and {count} more times)", again, line=line)
    return line


def _month(t: Tongue, printed: Printed, today: date) -> Markup:
    month = Month.of(printed.when.first)
    known = month.year != date.max.year
    name = say_month(t, month.year, month.number, today) if known else t("No date yet")
    return bold(capitalised(name))


def _asked(t: Tongue, offer: Offer) -> Iterator[_Line]:
    count = len(offer.questions)
    heading = bold(t.n("{count} thing to ask you", "{count} things to ask you", count))
    for question in offer.questions:
        title, asking = question.read.printed.title, say_doubt(t, question.doubt)
        yield _Line(heading, _bullet(t, t("{title}: {question}", title=title, question=asking)))


def _left(t: Tongue, offer: Offer) -> Iterator[_Line]:
    count = len(offer.lines)
    heading = bold(t.n("{count} line I could not place", "{count} lines I could not place", count))
    for line in offer.lines:
        yield _Line(heading, t("– {words}", words=italic(line.source.words[:_WORDS])))


def _bullet(t: Tongue, line: Markup) -> Markup:
    return t("• {line}", line=line)


def _pages(lines: Sequence[_Line]) -> list[list[_Line]]:
    """The lines in pages that fit a message and are read without much scrolling."""
    pages: list[list[_Line]] = [[]]
    room = _ROOM
    for line in lines:
        room -= telegram_length(visible(line.text)) + telegram_length(visible(line.heading)) + 2
        if pages[-1] and (room < 0 or len(pages[-1]) == _LINES):
            pages.append([])
            room = _ROOM - telegram_length(visible(line.text))
        pages[-1].append(line)
    return pages


def _shown(page: Sequence[_Line]) -> list[Markup]:
    """The lines of a page, a heading above the first that stands under it."""
    shown: list[Markup] = []
    above = GAP
    for line in page:
        if line.heading != above:
            shown += [GAP, line.heading] if shown else [line.heading]
        above = line.heading
        shown.append(line.text)
    return shown


def _cut_short(t: Tongue, offer: Offer) -> list[Markup]:
    """What comes back more often than is taken over at once."""
    return [
        t("Of “{title}” I take over the first {count} times.", title=read.printed.title, count=AT_MOST)
        for read in cut_short(offer.proposal.reading)[:_CUT_SHORT]
    ]


def _notes(t: Tongue, page: int, pages: int, *, growing: bool) -> list[Markup]:
    nothing = t("Nothing is saved yet.")
    if pages > 1:
        nothing = t(
            "Page {page} of {pages}. {nothing_saved}", page=page + 1, pages=pages, nothing_saved=nothing
        )
    more = t("Is there more to paste? Send it now, and I read it together with this.")
    return [italic(nothing), *([italic(more)] if growing else [])]


def _rows(t: Tongue, offer: Offer, council_id: str, page: int, pages: int) -> list[Row]:
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
    single = (Button(t.plain("One by one"), OneByOne(council_id, proposal)),) if offer.open else ()
    leave = Button(t.plain("No, leave the plan"), CancelImport(council_id, proposal))
    questions = questions_row(t, len(offer.questions), council_id, proposal)
    lines = lines_row(t, len(offer.lines), council_id, proposal)
    return [taking, questions, lines, paging, (*single, leave)]
