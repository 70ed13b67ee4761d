"""How reminders read: short, with what, when, where, and the answers that fit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from urllib.parse import quote

import msgspec
from markupsafe import Markup

from council.due import GROUP
from council.notice import Notice
from council.openings import Unit
from council.when import Precision, When
from handlers.codec import Tap
from handlers.screen import GAP, Button, Row, Screen, bold, rows_of, screen
from handlers.views.entry_taps import Delete, Edit
from handlers.views.navigation import OpenEntry, SendCalendar, link
from handlers.views.notice_facts import day_of, facts_of, revision_of, said_of, title_of, when_of
from handlers.views.opening_taps import SendOpeningCalendar, StillComing
from handlers.views.places import (
    LookAt,
    OpenOpening,
    RunOpening,
    Share,
    ShowOpenings,
    ShowRoster,
    Withdraw,
    units,
)
from handlers.views.plan_changes import changed_view
from services.reminding import Digest
from texts.dates import say_when
from texts.tongue import Tongue


@dataclass(frozen=True, slots=True)
class StillOpen(Tap):
    """There is nothing new about this entry."""

    prefix: ClassVar[str] = "mo"
    council: str
    entry: str


_MAP = "https://www.openstreetmap.org/search?query="
_MOST_OF_PLACE = 100  # characters

View = Callable[[Tongue, Notice, datetime, str], Screen]


def together_view(t: Tongue, notices: Sequence[Notice], now: datetime) -> Screen:
    """Several reminders to one person, in one message; each opens in one of its own."""
    if notices[0].kind in _TASKS:
        return _tasks_view(t, notices, now)
    lines: list[Markup | None] = [bold(t("Coming up for you")), GAP]
    buttons: list[Button] = []
    for number, notice in enumerate(_once_each(notices), 1):
        when = say_when(t, when_of(notice), day_of(notice, now))
        lines.append(
            t("{number}. {title} · {when}", number=number, title=bold(title_of(t, notice)), when=when)
        )
        buttons.append(Button(f"{number}. {notice.fact('title')}", _open(notice)))
    if any(notice.fact("asks") for notice in notices):
        lines += [GAP, t("Can you still come? Tap one to answer.")]
    return screen(lines, rows_of(buttons[:20], 2))


def _once_each(notices: Sequence[Notice]) -> list[Notice]:
    """One of each that is about the same thing, the next first."""
    found = {_open(notice): notice for notice in reversed(notices)}
    return sorted(found.values(), key=lambda each: when_of(each).order)


def _tasks_view(t: Tongue, notices: Sequence[Notice], now: datetime) -> Screen:
    """Several things that somebody looks after, in one message."""
    lines: list[Markup | None] = [bold(t("This needs a look")), GAP]
    buttons: list[Button] = []
    for number, notice in enumerate(sorted(notices, key=lambda each: when_of(each).order), 1):
        told = _TASKS[notice.kind](t, notice)
        title, when = bold(title_of(t, notice)), said_of(t, notice, now)
        lines.append(t("{number}. {title}, {when}: {told}", number=number, title=title, when=when, told=told))
        buttons.append(Button(f"{number}. {notice.fact('title')}", _open(notice, "r")))
    return screen(lines, rows_of(buttons[:20], 2))


def _missing_told(t: Tongue, notice: Notice) -> Markup:
    wanted = units(t, Unit(notice.fact("unit")), int(notice.fact("need")))
    return t("{gap} of {units} still missing", gap=notice.fact("gap"), units=wanted)


def _unanswered_told(t: Tongue, notice: Notice) -> Markup:
    count = int(notice.fact("count"))
    return t.n("{count} has not said whether they come", "{count} have not said whether they come", count)


def _undated_told(t: Tongue, notice: Notice) -> Markup:
    del notice
    return t("no certain date yet")


def _stalled_told(t: Tongue, notice: Notice) -> Markup:
    answer = t("an answer")
    return t("waiting for {who}", who=notice.fact("waiting_for") or answer)


_TASKS: dict[str, Callable[[Tongue, Notice], Markup]] = {
    "missing": _missing_told,
    "unanswered": _unanswered_told,
    "undated": _undated_told,
    "stalled": _stalled_told,
}


def _open(notice: Notice, how: str = "o") -> LookAt:
    if notice.fact("opening"):
        return LookAt(notice.fact("council"), how, notice.fact("opening"))
    return LookAt(notice.fact("council"), "e", notice.fact("entry"))


def _remind(t: Tongue, notice: Notice, now: datetime, _: str) -> Screen:
    council, opening = notice.fact("council"), notice.fact("opening")
    contact = notice.fact("contact")
    lines = [
        *facts_of(t, notice, now),
        t("How long: {effort}", effort=notice.fact("effort")) if notice.fact("effort") else None,
        t("Any questions? Ask {contact}.", contact=contact) if contact else None,
        GAP,
    ]
    calendar = Button(t.plain("Calendar"), SendOpeningCalendar(council, opening))
    cannot = Button(t.plain("I can't after all"), Withdraw(council, opening))
    if notice.fact("asks"):
        still = StillComing(council, opening, revision_of(notice))
        coming = Button(t.plain("I'm coming"), still)
        asked = t("You are signed up. Are you coming?")
        return screen([*lines, asked], [(coming, cannot), (calendar, *_where(t, notice))])
    look = Button(t.plain("See my sign-up"), OpenOpening(council, opening))
    told = t("You are signed up. See you there.")
    return screen([*lines, told], [(look, calendar), (cannot, *_where(t, notice))])


def _where(t: Tongue, notice: Notice) -> Row:
    """The place on a map, found by its name."""
    place = notice.fact("place")[:_MOST_OF_PLACE]
    if not place.strip():
        return ()
    return (Button(t.plain("Where is it?"), url=f"{_MAP}{quote(place)}"),)


def _group(t: Tongue, notice: Notice, now: datetime, bot_name: str) -> Screen:
    council, entry = notice.fact("council"), notice.fact("entry")
    places = msgspec.json.decode(notice.fact("places") or "[]")
    needed = [_needed(t, title, taken, goal, unit) for title, taken, goal, unit, _ in places]
    helping = [Button(title, url=link(bot_name, "o", council, key)) for title, _, _, _, key in places]
    rows: list[Row] = [
        *rows_of(helping, 2),
        (
            Button(t.plain("More in private"), url=link(bot_name, "e", council, entry)),
            Button(t.plain("Calendar"), SendCalendar(council, entry)),
        ),
    ]
    return screen([*facts_of(t, notice, now), *needed], rows)


def _needed_then(t: Tongue, today: date, place: tuple[str, str, int, int, str]) -> Markup:
    title, edtf, taken, goal, unit = place
    needed, when = _needed(t, title, taken, goal, unit), When(edtf)
    if when.precision is Precision.UNKNOWN:
        return needed
    return t("{needed} · {when}", needed=needed, when=say_when(t, when, today))


def _needed(t: Tongue, title: str, taken: int, goal: int, unit: str) -> Markup:
    wanted = units(t, Unit(unit), goal)
    return t("{title}: {gap} of {units} still missing", title=title, gap=goal - taken, units=wanted)


def _custom(t: Tongue, notice: Notice, now: datetime, bot_name: str) -> Screen:
    council = notice.fact("council")
    if notice.person_id == GROUP:
        prefix, key = ("e", notice.fact("entry")) if notice.fact("entry") else ("o", notice.fact("opening"))
        rows: list[Row] = [(Button(t.plain("More in private"), url=link(bot_name, prefix, council, key)),)]
    else:
        rows = [(Button(t.plain("Tell me more"), _open(notice)),)]
    return screen([bold(t("A reminder")), *facts_of(t, notice, now)], rows)


def _missing(t: Tongue, notice: Notice, now: datetime, _: str) -> Screen:
    council, opening = notice.fact("council"), notice.fact("opening")
    wanted = units(t, Unit(notice.fact("unit")), int(notice.fact("need")))
    told = t(
        "{have} of {wanted} – {gap} to go", have=notice.fact("have"), wanted=wanted, gap=notice.fact("gap")
    )
    least = t("That is fewer than you need at least.") if notice.fact("below") else None
    return screen(
        [bold(t("Places are still free")), *facts_of(t, notice, now), told, least],
        [
            (Button(t.plain("Spread the word"), Share(council, opening)),),
            (
                Button(t.plain("Who is signed up"), ShowRoster(council, opening)),
                Button(t.plain("Run it"), RunOpening(council, opening)),
            ),
        ],
    )


def _unanswered(t: Tongue, notice: Notice, now: datetime, _: str) -> Screen:
    council, opening = notice.fact("council"), notice.fact("opening")
    told = t.n(
        "{count} has not said whether they come:",
        "{count} have not said whether they come:",
        int(notice.fact("count")),
    )
    names = [t("• {name}", name=name) for name in notice.fact("names").split("\n")]
    rows = [(Button(t.plain("Who is signed up"), ShowRoster(council, opening)),)]
    return screen([bold(t("Are they coming?")), *facts_of(t, notice, now), GAP, told, *names], rows)


def _undated(t: Tongue, notice: Notice, now: datetime, _: str) -> Screen:
    council, entry = notice.fact("council"), notice.fact("entry")
    told = t(
        "❓ {title}, {when}, has no certain date yet.",
        title=bold(title_of(t, notice)),
        when=said_of(t, notice, now),
    )
    return screen(
        [told, t("Is there one by now?")],
        [
            (Button(t.plain("Set the date"), Edit(council, entry, "when")),),
            (Button(t.plain("It is still open"), StillOpen(council, entry)),),
            (Button(t.plain("Drop it"), Delete(council, entry)),),
        ],
    )


def _stalled(t: Tongue, notice: Notice, now: datetime, _: str) -> Screen:
    council, entry = notice.fact("council"), notice.fact("entry")
    told = t(
        "⏳ {title} has waited for {who} for three weeks.",
        title=bold(title_of(t, notice)),
        who=notice.fact("waiting_for") or t("an answer"),
    )
    del now
    return screen(
        [told, t("Have they answered?")],
        [
            (Button(t.plain("Look at it"), OpenEntry(council, entry)),),
            (Button(t.plain("We are still waiting"), StillOpen(council, entry)),),
        ],
    )


def _digest(t: Tongue, notice: Notice, now: datetime, bot_name: str) -> Screen:
    digest = msgspec.json.decode(notice.fact("data"), type=Digest)
    today, council = day_of(notice, now), notice.fact("council")
    parts: list[Markup | None] = [bold(t("The week ahead"))]
    parts += _section(t, t("This week"), digest.this_week, today)
    parts += _section(t, t("Next week"), digest.next_week, today)
    if digest.places:
        parts += [GAP, bold(t("Who is needed"))]
        parts += [t("• {line}", line=_needed_then(t, today, place)) for place in digest.places]
    parts += _section(t, t("Not certain yet"), digest.uncertain, today, doubtful=True)
    rows: list[Row] = []
    if digest.places:
        rows.append((Button(t.plain("Where people are needed"), ShowOpenings(council)),))
    rows.append((Button(t.plain("Open the private chat"), url=link(bot_name, "c", council)),))
    return screen(parts, rows)


def _section(
    t: Tongue, heading: Markup, lines: list[tuple[str, str]], today: date, *, doubtful: bool = False
) -> list[Markup | None]:
    if not lines:
        return []
    said: list[Markup | None] = [GAP, bold(heading)]
    for title, edtf in lines:
        when = say_when(t, When(edtf), today)
        line = t("{title} · {when}", title=title, when=when)
        said.append(t("• ❓ {line}", line=line) if doubtful else t("• {line}", line=line))
    return said


REMINDERS: dict[str, View] = {
    "remind": _remind,
    "group": _group,
    "custom": _custom,
    "missing": _missing,
    "unanswered": _unanswered,
    "undated": _undated,
    "stalled": _stalled,
    "digest": _digest,
    "changed": changed_view,
}
