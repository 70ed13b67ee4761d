"""One difference between the plan and the next edition of its document."""

from datetime import date

from markupsafe import Markup

from council.comparing import Difference, Kind
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
    "removed": N_("taken off the plan in the chat"),
}


def difference_view(t: Tongue, offer: Offer, council_id: str, today: date) -> Screen:
    """One difference to decide on."""
    difference, proposal = offer.open[0], offer.proposal.id
    ways = {
        Kind.ADDED: (N_("New on the plan"), N_("Add it")),
        Kind.CHANGED: (N_("Changed in the document"), N_("Take over the change")),
        Kind.GONE: (N_("No longer in the document"), N_("Take it off the plan")),
    }
    title, label = ways[difference.kind]
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
    """What taking it over would do, in a line that says which kind of difference it is."""
    kinds = {
        Kind.ADDED: N_("New: {what}"),
        Kind.CHANGED: N_("Changed: {what}"),
        Kind.GONE: N_("Gone: {what}"),
    }
    return t(kinds[difference.kind], what=_what(t, difference, today))


def _what(t: Tongue, difference: Difference, today: date) -> Markup:
    entry, theirs = difference.entry, difference.theirs
    if difference.kind is Kind.ADDED and theirs is not None:
        when = say_when(t, theirs.printed.when, today)
        return t("{title}, {when}", title=bold(theirs.printed.title), when=when)
    assert entry is not None
    when = say_when(t, entry.when, today)
    if theirs is None:
        return t("{title}, {when}", title=struck(full_title(t, entry)), when=when)
    told = bold(entry.title)
    if "when" in difference.fields:
        new = say_when(t, theirs.printed.when, today)
        told = t("{what}, {before} → {after}", what=told, before=when, after=new)
    else:
        told = t("{title}, {when}", title=told, when=when)
    others = [t(FIELDS[name]) for name in difference.fields if name != "when"]
    if others:
        told = t("{what} ({fields})", what=told, fields=t.listed(others))
    return t("{what} – edited in the chat too", what=told) if difference.conflicts else told


def _details(t: Tongue, difference: Difference) -> list[Markup]:
    entry, theirs = difference.entry, difference.theirs
    if entry is None or theirs is None or difference.kind is Kind.ADDED:
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
