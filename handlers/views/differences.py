"""One difference between the plan and the next edition of its document."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from markupsafe import Markup

from council.comparing import Difference, Kind, Sort
from council.records import PlanEntry, ReadEntry
from handlers.screen import GAP, Button, Screen, bold, screen, struck
from handlers.views.entries import full_title
from handlers.views.importing_taps import Settle, ShowOffer
from services.importing import Offer
from texts.dates import say_when
from texts.tongue import N_, Tongue

FIELDS = {
    "title": N_("title"),
    "when": N_("time"),
    "kind": N_("what it is"),
    "status": N_("state"),
    "activity": N_("activity"),
    "place": N_("place"),
    "waiting_for": N_("who is waited for"),
    "responsible": N_("who is responsible"),
    "removed": N_("taken off the plan in the chat"),
}

_HEADINGS = {
    Sort.NEW: N_("New on the plan"),
    Sort.GONE: N_("No longer in the document"),
    Sort.CANCELLED: N_("Cancelled in the document"),
    Sort.RESUMED: N_("Takes place again in the document"),
    Sort.MOVED: N_("Moved in the document"),
    Sort.RENAMED: N_("Renamed in the document"),
    Sort.SETTLED: N_("The document knows the time better"),
    Sort.OTHER: N_("Changed in the document"),
}

_LINES = {
    Sort.NEW: N_("New: {what}"),
    Sort.GONE: N_("Gone: {what}"),
    Sort.CANCELLED: N_("Cancelled: {what}"),
    Sort.RESUMED: N_("Takes place again: {what}"),
    Sort.MOVED: N_("Moved: {what}"),
    Sort.RENAMED: N_("Renamed: {what}"),
    Sort.SETTLED: N_("Time known better: {what}"),
    Sort.OTHER: N_("Changed: {what}"),
}


def difference_view(t: Tongue, offer: Offer, council_id: str, today: date) -> Screen:
    """One difference to decide on."""
    difference, proposal = offer.open[0], offer.proposal.id
    ways = {
        Kind.ADDED: N_("Add it"),
        Kind.CHANGED: N_("Take over the change"),
        Kind.GONE: N_("Take it off the plan"),
    }
    title, label = _HEADINGS[difference.sort], ways[difference.kind]
    if "removed" in difference.conflicts:
        title, label = N_("Taken off the plan in the chat"), N_("Put it back on the plan")
    count = t.n("{count} left to decide", "{count} left to decide", len(offer.open))
    key = difference.key
    return screen(
        [
            bold(t(title)),
            _what(t, difference, today),
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


def difference_line(t: Tongue, difference: Difference, today: date) -> Markup:
    """What taking it over would do, in a line that says which sort of difference it is."""
    return t(_LINES[difference.sort], what=_what(t, difference, today))


def counted_sorts(t: Tongue, differences: Iterable[Difference]) -> list[Markup]:
    """How many there are of each sort, every difference once: "3 moved", "2 renamed"."""
    counts = Counter(difference.sort for difference in differences)
    phrases: dict[Sort, Callable[[int], Markup]] = {
        Sort.MOVED: lambda n: t.n("{count} moved", "{count} moved", n),
        Sort.RENAMED: lambda n: t.n("{count} renamed", "{count} renamed", n),
        Sort.SETTLED: lambda n: t.n("{count} with a time known better", "{count} with times known better", n),
        Sort.OTHER: lambda n: t.n("{count} changed otherwise", "{count} changed otherwise", n),
        Sort.NEW: lambda n: t.n("{count} new", "{count} new", n),
        Sort.GONE: lambda n: t.n("{count} gone", "{count} gone", n),
        Sort.CANCELLED: lambda n: t.n("{count} cancelled", "{count} cancelled", n),
        Sort.RESUMED: lambda n: t.n("{count} takes place again", "{count} take place again", n),
    }
    return [say(counts[sort]) for sort, say in phrases.items() if counts[sort]]


def _what(t: Tongue, difference: Difference, today: date) -> Markup:
    entry, theirs = difference.entry, difference.theirs
    if difference.kind is Kind.ADDED and theirs is not None:
        when = say_when(t, theirs.printed.when, today)
        return t("{title}, {when}", title=bold(theirs.printed.title), when=when)
    assert entry is not None
    if theirs is None:
        when = say_when(t, entry.when, today)
        return t("{title}, {when}", title=struck(full_title(t, entry)), when=when)
    told = _title_and_time(t, difference, entry, theirs, today)
    others = [t(FIELDS[name]) for name in difference.fields if name not in _told(difference)]
    if others:
        told = t("{what} ({fields})", what=told, fields=t.listed(others))
    return t("{what} – edited in the chat too", what=told) if difference.conflicts else told


def _title_and_time(
    t: Tongue, difference: Difference, entry: PlanEntry, theirs: ReadEntry, today: date
) -> Markup:
    """Both as they are, or what they were and what they become."""
    title, when = bold(entry.title), say_when(t, entry.when, today)
    if "title" in difference.fields:
        title = t("{before} → {after}", before=entry.title, after=bold(theirs.printed.title))
    if "when" in difference.fields:
        new = say_when(t, theirs.printed.when, today)
        return t("{what}, {before} → {after}", what=title, before=when, after=new)
    return t("{title}, {when}", title=title, when=when)


def _told(difference: Difference) -> set[str]:
    """The fields that a line tells in words of its own."""
    state = {Sort.CANCELLED, Sort.RESUMED} & set(difference.sorts)
    return {"title", "when"} | ({"status"} if state else set())


def _details(t: Tongue, difference: Difference) -> list[Markup]:
    entry, theirs = difference.entry, difference.theirs
    if entry is None or theirs is None or difference.kind is Kind.ADDED:
        return []
    lines = []
    if "place" in difference.fields:
        lines.append(t("📍 {before} → {after}", before=entry.place or "–", after=theirs.printed.place or "–"))
    if difference.conflicts:
        fields = t.listed([t(FIELDS[name]) for name in difference.conflicts])
        lines.append(t("In the chat this was edited too: {fields}.", fields=fields))
    return lines
