"""What taking over a document did, or why there is nothing to take over; and how to hand one over."""

from collections.abc import Callable

from markupsafe import Markup

from council.occurrences import singles
from handlers.screen import GAP, Button, Screen, bold, screen
from handlers.views.importing_taps import InYear, OneByOne
from handlers.views.navigation import SendCalendar, cancel_button, plan_button
from handlers.views.questions import lines_row
from services.importing import Offer, Outcome
from texts.tongue import Tongue

_Count = Callable[[int], Markup]


def how_view(t: Tongue, token: str) -> Screen:
    """How to hand over a plan."""
    return screen(
        [
            bold(t("Send me the plan you publish")),
            t("As a file in our private chat, or here with /import as its caption."),
            t("I read PDF, Word, Excel, CSV, web pages, Markdown, text and calendar files (.ics)."),
            t("You can also paste the text of it here, in as many messages as it takes."),
            GAP,
            t("I show you what I read, and nothing is saved before you say so."),
        ],
        [(cancel_button(t, token),)],
    )


def year_view(t: Tongue, count: int, document: str, token: str, years: tuple[int, ...]) -> Screen:
    """The one thing that is missing everywhere: the year."""
    read = t.n(
        "I read {count} entry in {document}, and it does not say the year.",
        "I read {count} entries in {document}, and none of them says the year.",
        count,
        document=bold(document),
    )
    return screen(
        [bold(t("Which year is this plan for?")), read, t("Tap it, or write it.")],
        [
            tuple(Button(str(year), InYear(token, year)) for year in years),
            (cancel_button(t, token),),
        ],
    )


def nothing_view(t: Tongue, document: str, token: str) -> Screen:
    """Text was pasted, and there is no plan in it so far."""
    return screen(
        [
            bold(t("I found no plan in {document}", document=document)),
            t("I look for months or dates with something to do, like “12 May at 17: council meeting”."),
            GAP,
            t("Is there more of it? Paste it now. Or send the file, or add one thing at a time with /new."),
        ],
        [(cancel_button(t, token),)],
    )


def continued_view(t: Tongue) -> Screen:
    """In the place of a preview that stands further down now, with all that was pasted."""
    return screen([t("Further down is all of it together.")])


def unchanged_view(t: Tongue, offer: Offer, council_id: str) -> Screen:
    """The document says nothing that the plan does not know; what the chat took off can be put back."""
    reading = offer.proposal.reading
    taken_off = len(offer.open)
    kept = len(singles(reading)) - taken_off if taken_off else len(reading.entries)
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
        [
            bold(t("Nothing new")),
            on_plan if reading.entries else None,
            missing if taken_off else None,
        ],
        [
            deciding if taken_off else (),
            lines_row(t, len(offer.lines), council_id, offer.proposal.id),
            (plan_button(t, council_id),),
        ],
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
        [
            bold(t("The plan is up to date")),
            t("{counts}.", counts=told),
            left if outcome.left else None,
        ],
        [
            (Button(t.plain("Decide on them"), OneByOne(council_id, proposal)),) if outcome.left else (),
            lines_row(t, outcome.lines, council_id, proposal),
            (plan_button(t, council_id), Button(t.plain("Calendar"), SendCalendar(council_id))),
        ],
    )
