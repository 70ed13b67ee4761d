"""An opening for those who run it: where it stands, sharing it, changing it."""

from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.openings import Audience, OpeningState, Unit
from council.records import Draft
from handlers.screen import GAP, Button, Row, Screen, bold, rows_of, screen
from handlers.views.card import opening_link
from handlers.views.navigation import cancel_button
from handlers.views.newopening import size_line
from handlers.views.opening import opening_facts
from handlers.views.places import (
    OpenOpening,
    RunOpening,
    Share,
    ShowRoster,
    WriteToAll,
    openings_button,
    units,
)
from handlers.views.running_taps import ClearOpening, EditOpening, SetOpening
from handlers.views.toall import CallList, to_call
from services.boards import OpeningPage
from texts.dates import say_moment
from texts.tongue import N_, Tongue

FIELDS = {
    "title": (N_("Title"), N_("What shall it be called?"), N_("Write the new title.")),
    "when": (
        N_("Time"),
        N_("When is it now?"),
        N_("For example: 2 October at 10–16. Everybody who is signed up is told and asked."),
    ),
    "place": (N_("Place"), N_("Where is it now?"), N_("Everybody who is signed up is told and asked.")),
    "size": (N_("Number of places"), N_("How many places are there?"), N_("Write a number.")),
    "target": (N_("Goal"), N_("How many do you hope for?"), N_("Write a number.")),
    "minimum": (N_("At least"), N_("How many do you need at least?"), N_("Write a number.")),
    "effort": (N_("How long"), N_("How long does it take?"), N_("For example: about 4 hours")),
    "note": (N_("Good to know"), N_("What is good to know?"), N_("For example: bring gloves")),
    "contact": (N_("Whom to ask"), N_("Whom can people ask?"), N_("A name, and perhaps a telephone number")),
    "closes": (
        N_("Closes"),
        N_("Until when can people sign up?"),
        N_("For example: 15 September at 12"),
    ),
    "question": (
        N_("New question"),
        N_("What do you want to ask everybody who signs up?"),
        N_(
            "Write the question. If one of several answers is to be chosen, write them behind it: "
            "Which shift? morning / noon / evening"
        ),
    ),
}
CLEARABLE = {
    "when": N_("It has no date"),
    "place": N_("No place yet"),
    "size": N_("As many as want to"),
    "target": N_("No goal"),
    "minimum": N_("No minimum"),
    "effort": N_("Leave it empty"),
    "note": N_("Leave it empty"),
    "contact": N_("Leave it empty"),
    "closes": N_("No deadline"),
}
_UNITS = {
    Unit.PERSON: N_("people"),
    Unit.COUNTRY: N_("countries"),
    Unit.ASSOCIATION: N_("associations"),
    Unit.STAND: N_("stands"),
}


def run_view(t: Tongue, page: OpeningPage, bot_name: str, calls: CallList = ()) -> Screen:
    """Where it stands, and all that can be done with it; `calls` are those whom no message reaches."""
    council, opening = page.council.id, page.opening
    lines: list[Markup | None] = [*opening_facts(t, page), *_standing(t, page), to_call(t, calls)]
    lines += [GAP, t("The link: {link}", link=opening_link(bot_name, page))]
    rows: list[Row] = [
        (
            Button(t.plain("Who is signed up"), ShowRoster(council, opening.id)),
            Button(t.plain("Write to all"), WriteToAll(council, opening.id)),
        ),
        (
            Button(t.plain("Spread the word"), Share(council, opening.id)),
            Button(t.plain("Change it"), EditOpening(council, opening.id)),
        ),
        (
            Button(t.plain("As others see it"), OpenOpening(council, opening.id)),
            openings_button(t, council),
        ),
    ]
    return screen(lines, rows)


def _standing(t: Tongue, page: OpeningPage) -> list[Markup]:
    """What only those who run it have to know."""
    opening, tally = page.opening, page.tally
    lines: list[Markup] = []
    if opening.capacity != opening.goal or opening.goal is None:
        lines.append(size_line(t, opening))
    if opening.minimum:
        lines.append(t("At least {units}", units=units(t, opening.unit, opening.minimum)))
    if tally.requested:
        lines.append(bold(t.n("{count} asks for a place.", "{count} ask for a place.", tally.requested)))
    if tally.waiting:
        lines.append(t.n("{count} is waiting.", "{count} are waiting.", tally.waiting))
    lines += _rules(t, page)
    return [GAP, *lines] if lines else []


def _rules(t: Tongue, page: OpeningPage) -> list[Markup]:
    opening, lines = page.opening, []
    if opening.audience is Audience.MEMBERS:
        lines.append(t("Only for people on the council."))
    if opening.confirm_each:
        lines.append(t("You confirm each one."))
    if opening.with_children:
        lines.append(t("With children under 15: the secretary notes the certificate first."))
    if opening.closes is not None:
        moment = opening.closes.astimezone(ZoneInfo(page.council.zone))
        lines.append(t("Open until {moment}.", moment=say_moment(t, moment, page.today)))
    if opening.questions:
        count = len(opening.questions)
        lines.append(t.n("{count} question is asked.", "{count} questions are asked.", count))
    return lines


def edit_opening_view(t: Tongue, page: OpeningPage) -> Screen:
    """What can be changed."""
    council, opening = page.council.id, page.opening
    buttons = [
        Button(t.plain(label), EditOpening(council, opening.id, name))
        for name, (label, _, _) in FIELDS.items()
        if name != "question"
    ]
    more = [
        Button(t.plain("What counts"), EditOpening(council, opening.id, "unit")),
        Button(t.plain("Who may sign up"), EditOpening(council, opening.id, "audience")),
        Button(t.plain("Questions"), EditOpening(council, opening.id, "questions")),
        Button(t.plain("Pause, close, cancel"), EditOpening(council, opening.id, "state")),
    ]
    return screen(
        [*opening_facts(t, page), GAP, t("What do you want to change?")],
        [*rows_of(buttons, 3), *rows_of(more, 2), back_row(t, page)],
    )


def field_view(t: Tongue, page: OpeningPage, draft: Draft) -> Screen:
    """Ask for the new value of one field."""
    _, question, hint = FIELDS[draft.step]
    clear: Row = ()
    if draft.step in CLEARABLE:
        clear = (Button(t.plain(CLEARABLE[draft.step]), ClearOpening(draft.token)),)
    return screen(
        [bold(page.opening.title), GAP, bold(t(question)), t(hint)], [clear, (cancel_button(t, draft.token),)]
    )


def state_view(t: Tongue, page: OpeningPage) -> Screen:
    """Pause, close or cancel, or open again."""
    council, opening = page.council.id, page.opening
    states = {
        OpeningState.OPEN: N_("Open it again"),
        OpeningState.PAUSED: N_("Pause: take nobody for now"),
        OpeningState.CLOSED: N_("Close: take nobody new"),
        OpeningState.CANCELLED: N_("Cancel it, and tell everybody"),
    }
    rows = [
        (Button(t.plain(label), SetOpening(council, opening.id, "state", state.value)),)
        for state, label in states.items()
        if state is not opening.state
    ]
    return screen([*opening_facts(t, page), GAP, t("What do you want to do?")], [*rows, back_row(t, page)])


def cancel_opening_view(t: Tongue, page: OpeningPage) -> Screen:
    """Really?"""
    council, opening = page.council.id, page.opening
    sure = SetOpening(council, opening.id, "state", "sure")
    concerned = page.tally.taken + page.tally.waiting + page.tally.requested + page.tally.held
    told = t.n("{count} is told.", "{count} are told.", concerned)
    return screen(
        [bold(opening.title), GAP, t("Do you really want to cancel it?"), told],
        [
            (Button(t.plain("◂ No, back"), RunOpening(council, opening.id)),),
            (Button(t.plain("Yes, cancel it"), sure),),
        ],
    )


def unit_view(t: Tongue, page: OpeningPage) -> Screen:
    """What a place is taken by."""
    council, opening = page.council.id, page.opening
    buttons = [
        Button(t.plain(label), SetOpening(council, opening.id, "unit", unit.value))
        for unit, label in _UNITS.items()
    ]
    return screen(
        [bold(opening.title), GAP, t("What is counted?")], [*rows_of(buttons, 2), back_row(t, page)]
    )


def audience_view(t: Tongue, page: OpeningPage) -> Screen:
    """Who may sign up, whether each is confirmed, whether there are children."""
    council, opening = page.council.id, page.opening

    def switch(label: str, field: str, value: str) -> Row:
        return (Button(t.plain(label), SetOpening(council, opening.id, field, value)),)

    anyone = opening.audience is Audience.ANYONE
    rows = [
        switch(N_("Only people on the council"), "audience", Audience.MEMBERS.value)
        if anyone
        else switch(N_("Anyone with the link"), "audience", Audience.ANYONE.value),
        switch(N_("Say yes to everyone while there is room"), "confirm", "no")
        if opening.confirm_each
        else switch(N_("I confirm each one"), "confirm", "yes"),
        switch(N_("No children under 15"), "children", "no")
        if opening.with_children
        else switch(N_("With children under 15"), "children", "yes"),
    ]
    now = t("Anyone with the link may sign up.") if anyone else t("Only people on the council may sign up.")
    how = (
        t("You confirm each one.")
        if opening.confirm_each
        else t("Whoever signs up gets a free place at once.")
    )
    children = (
        t("With children under 15: the secretary notes the certificate first.")
        if opening.with_children
        else None
    )
    return screen([bold(opening.title), GAP, now, how, children], [*rows, back_row(t, page)])


def back_row(t: Tongue, page: OpeningPage) -> Row:
    """Back to the page of those who run it."""
    return (Button(t.plain("◂ Back"), RunOpening(page.council.id, page.opening.id)),)
