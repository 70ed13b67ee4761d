"""The page of one entry, and the screens on which it is changed."""

from datetime import date

from markupsafe import Markup

from council.due import takes_place
from council.permissions import Right, may
from council.records import Draft, PlanEntry, Status
from council.when import When
from handlers.screen import GAP, Button, Row, Screen, bold, capitalised, italic, rows_of, screen
from handlers.views.entries import (
    KINDS,
    editable,
    facts,
    full_title,
    history_line,
    last_change,
    origin,
)
from handlers.views.entry_taps import (
    Clear,
    Delete,
    Edit,
    Move,
    SetActivity,
    SetKind,
    SetState,
    ShowHistory,
    Undo,
)
from handlers.views.navigation import OpenEntry, SendCalendar, ShowPlan, cancel_button, link
from handlers.views.places import CopyPlaces, OpenOpening, OpenPlaces, standing
from handlers.views.remind_taps import ShowRules, ShowSubject
from services.plan import EntryPage
from texts.dates import say_when
from texts.tongue import N_, Tongue

_HISTORY = 15
_MOST_PLACES = 10


QUESTIONS = {
    "title": (N_("What shall it be called?"), N_("Write the new title.")),
    "when": (
        N_("When is it now?"),
        N_("For example: 2 October at 10–16, first Saturday in October, week 34"),
    ),
    "place": (N_("Where is it now?"), N_("Write the new place.")),
    "responsible": (N_("Who is responsible for it?"), N_("For example: the culture group")),
    "note": (N_("What is good to know about it?"), N_("Write a short note.")),
    "waiting": (N_("Who are we waiting for?"), N_("For example: the library")),
    "activity": (N_("Which activity is it part of?"), N_("Write the name of a new one, or choose one.")),
}


def entry_view(t: Tongue, page: EntryPage, *, in_group: bool, bot_name: str) -> Screen:
    """Everything known about the entry, and what whoever looks can do with it."""
    entry, council = page.entry, page.plan.council.id
    changes = [history_line(t, page.history[-1], page)] if page.history else []
    places = [
        t("{title}: {standing}", title=o.title, standing=standing(t, o, tally)) for o, tally in page.openings
    ]
    lines = [*facts(t, page), GAP, *places, origin(t, entry), *(italic(change) for change in changes)]
    first: list[Button] = []
    if editable(page) and not in_group:
        first.append(Button(t.plain("Change it"), Edit(council, entry.id)))
    elif in_group:
        first.append(Button(t.plain("More in private"), url=link(bot_name, "e", council, entry.id)))
    rows: list[Row] = [
        (*first, Button(t.plain("Calendar"), SendCalendar(council, entry.id))),
        *_places(t, page, in_group=in_group, bot_name=bot_name),
        () if in_group else _reminding(t, page),
        (Button(t.plain("History"), ShowHistory(council, entry.id)), _back(t, entry, council)),
    ]
    return screen(lines, rows)


def _reminding(t: Tongue, page: EntryPage) -> Row:
    entry, council = page.entry, page.plan.council.id
    if not takes_place(entry) or entry.when.last < page.plan.today:
        return ()
    return (Button(t.plain("Remind me"), ShowSubject(council, f"e-{entry.id}", "me")),)


def _places(t: Tongue, page: EntryPage, *, in_group: bool, bot_name: str) -> list[Row]:
    """What people can take part in, and opening more of it."""
    council, entry = page.plan.council.id, page.entry
    buttons = [
        Button(opening.title, url=link(bot_name, "o", council, opening.id))
        if in_group
        else Button(opening.title, OpenOpening(council, opening.id))
        for opening, _ in page.openings[:_MOST_PLACES]
    ]
    rows = rows_of(buttons, 2)
    if not in_group and not entry.removed and may(page.viewer, Right.RUN_OPENINGS, entry.activity_id):
        more = Button(t.plain("Find people for it"), OpenPlaces(council, entry.id))
        rows.append((more, Button(t.plain("Copy last year's"), CopyPlaces(council, entry.id))))
    return rows


def edit_view(t: Tongue, page: EntryPage) -> Screen:
    """What can be changed; what is off the plan can be put back."""
    entry, council = page.entry, page.plan.council.id
    if entry.removed:
        told = t("This is no longer on the plan.")
        return screen(
            [bold(full_title(t, entry)), dated(t, page), GAP, told],
            [_fate(t, entry, council), (_back(t, entry, council),)],
        )
    fields = {
        "when": N_("Time"),
        "title": N_("Title"),
        "place": N_("Place"),
        "activity": N_("Activity"),
        "state": N_("State"),
        "kind": N_("What it is"),
        "responsible": N_("Responsible"),
        "note": N_("Note"),
    }
    buttons = [Button(t.plain(label), Edit(council, entry.id, name)) for name, label in fields.items()]
    change = last_change(page)
    undoing: Row = ()
    if change is not None and change.before is not None:  # the adding is taken back by taking it off the plan
        undoing = (Button(t.plain("Undo the last change"), Undo(council, entry.id, change.id)),)
    return screen(
        [bold(full_title(t, entry)), dated(t, page), GAP, t("What do you want to change?")],
        [
            *rows_of(buttons, 3),
            (Button(t.plain("Reminders"), ShowRules(council, f"e-{entry.id}")),)
            if takes_place(entry)
            else (),
            undoing,
            _fate(t, entry, council),
            (Button(t.plain("◂ Back"), OpenEntry(council, entry.id)),),
        ],
    )


def state_view(t: Tongue, page: EntryPage) -> Screen:
    """The states to choose from."""
    entry, council = page.entry, page.plan.council.id
    states = {
        "certain": N_("It is certain"),
        "tentative": N_("❓ Tentative"),
        "waiting": N_("⏳ Waiting for somebody"),
        Status.DONE: N_("✅ Done"),
        Status.CANCELLED: N_("Cancelled"),
    }
    buttons = [Button(t.plain(label), SetState(council, entry.id, name)) for name, label in states.items()]
    return screen(
        [bold(full_title(t, entry)), t("Where does it stand?")],
        [*rows_of(buttons, 1), (_edit_back(t, council, entry),)],
    )


def kind_view(t: Tongue, page: EntryPage) -> Screen:
    """The kinds to choose from."""
    entry, council = page.entry, page.plan.council.id
    buttons = [
        Button(capitalised(t.plain(label)), SetKind(council, entry.id, kind)) for kind, label in KINDS.items()
    ]
    return screen(
        [bold(full_title(t, entry)), t("What is it?")],
        [*rows_of(buttons, 2), (_edit_back(t, council, entry),)],
    )


def question_view(t: Tongue, draft: Draft, page: EntryPage) -> Screen:
    """Ask for the new text of a field; some can be left without one."""
    entry, council, token = page.entry, page.plan.council.id, draft.token
    question, hint = QUESTIONS[draft.step]
    rows: list[Row] = []
    if draft.step == "activity":
        activities = sorted(page.plan.activities.values(), key=lambda activity: activity.name.casefold())
        rows = rows_of((Button(a.name, SetActivity(council, entry.id, a.id)) for a in activities[:40]), 2)
        rows.append((Button(t.plain("None"), SetActivity(council, entry.id, "")),))
    if draft.step in {"place", "responsible", "note"} and getattr(entry, draft.step):
        rows.append((Button(t.plain("Nothing any more"), Clear(token)),))
    return screen([bold(full_title(t, entry)), t(question), t(hint)], [*rows, (cancel_button(t, token),)])


def moving_view(t: Tongue, page: EntryPage, when: When, token: str) -> Screen:
    """The time that was understood, to be confirmed."""
    today, entry = page.plan.today, page.entry
    before, after = say_when(t, entry.when, today), bold(say_when(t, when, today))
    lines = [bold(entry.title), t("{before} → {after}", before=before, after=after)]
    if when.uncertain:
        lines.append(t("❓ Tentative: it is not certain yet."))
    return screen(
        [*lines, GAP, t("Is that right?")],
        [
            (Button(t.plain("Yes, that is the time"), Move(token)),),
            (Button(t.plain("Another time"), Edit(page.plan.council.id, entry.id, "when")),),
            (cancel_button(t, token),),
        ],
    )


def deleting_view(t: Tongue, page: EntryPage) -> Screen:
    """Are you sure?"""
    entry, council = page.entry, page.plan.council.id
    return screen(
        [
            bold(t("Take “{title}” off the plan?", title=entry.title)),
            t("If it was called off, cancel it instead: then everybody can still see that."),
        ],
        [
            (Button(t.plain("No, keep it"), Edit(council, entry.id)),),
            (Button(t.plain("Cancel the event instead"), SetState(council, entry.id, Status.CANCELLED)),),
            (Button(t.plain("Yes, take it off"), Delete(council, entry.id, sure=True)),),
        ],
    )


def history_view(t: Tongue, page: EntryPage) -> Screen:
    """Who changed what when, the latest first."""
    changes = [t("• {line}", line=history_line(t, change, page)) for change in reversed(page.history)]
    older = len(changes) - _HISTORY
    more = t.n("… and {count} earlier change", "… and {count} earlier changes", older) if older > 0 else None
    return screen(
        [bold(full_title(t, page.entry)), GAP, *changes[:_HISTORY], more, GAP, origin(t, page.entry)],
        [(Button(t.plain("◂ Back"), OpenEntry(page.plan.council.id, page.entry.id)),)],
    )


def dated(t: Tongue, page: EntryPage) -> Markup:
    """The entry's time in a line."""
    return t("📅 {when}", when=say_when(t, page.entry.when, page.plan.today))


def month_of(entry: PlanEntry) -> str:
    """The month in which the plan shows the entry, as button data; "" when it has none."""
    first = entry.when.first
    return "" if first == date.max else f"{first.year:04}-{first.month:02}"


def _fate(t: Tongue, entry: PlanEntry, council: str) -> Row:
    if entry.removed:
        return (Button(t.plain("Put it back on the plan"), SetState(council, entry.id, "back")),)
    if entry.status is Status.CANCELLED:
        first = Button(t.plain("It takes place after all"), SetState(council, entry.id, Status.PLANNED))
    else:
        first = Button(t.plain("Cancel the event"), SetState(council, entry.id, Status.CANCELLED))
    return (first, Button(t.plain("Take it off the plan"), Delete(council, entry.id)))


def _back(t: Tongue, entry: PlanEntry, council: str) -> Button:
    return Button(t.plain("◂ The plan"), ShowPlan(council, month_of(entry)))


def _edit_back(t: Tongue, council: str, entry: PlanEntry) -> Button:
    return Button(t.plain("◂ Back"), Edit(council, entry.id))
