"""Lists of openings: what a council needs people for, and what somebody takes part in."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.openings import OpeningState, SignUpState
from council.records import PlanEntry
from council.when import Precision
from handlers.screen import GAP, Button, Row, Screen, bold, rows_of, screen
from handlers.views.navigation import OpenEntry, link
from handlers.views.places import (
    CopyPlaces,
    OpenOpening,
    RunOpening,
    ShowOpenings,
    ShowStaffing,
    StandBy,
    full_title,
    standing,
)
from services.openings import Listed, OpeningList
from services.signups import Mine
from texts.dates import say_when
from texts.tongue import N_, Tongue

_PAGE = 10
_MOST_MINE = 40

_STANDING = {
    SignUpState.CONFIRMED: N_("✅ you are in"),
    SignUpState.REQUESTED: N_("⏳ you have asked for a place"),
    SignUpState.OFFERED: N_("❓ a place is offered to you"),
    SignUpState.ATTENDED: N_("✅ you were there"),
    SignUpState.MISSED: N_("you were not there this time"),
}


def list_view(t: Tongue, found: OpeningList, asked: ShowOpenings, bot_name: str, *, in_group: bool) -> Screen:
    """What people are needed for, each with a button."""
    council = found.council.id
    pages = max(1, -(-len(found.lines) // _PAGE))
    page = min(max(asked.page, 0), pages - 1)
    shown = found.lines[page * _PAGE : (page + 1) * _PAGE]
    title = t("What was") if asked.past else t("Where people are needed")
    lines: list[Markup | None] = [bold(found.council.name), title, GAP]
    for number, each in enumerate(shown, page * _PAGE + 1):
        lines.append(t("{number}. {line}", number=number, line=_line(t, each, found)))
    if not shown:
        lines.append(t("Nothing right now. New places are shown here and in the group."))
    buttons = [
        _button(council, number, each, found, bot_name, in_group=in_group)
        for number, each in enumerate(shown, page * _PAGE + 1)
    ]
    return screen(lines, [*rows_of(buttons, 2), *_ways(t, found, asked, page, pages, in_group=in_group)])


def _line(t: Tongue, each: Listed, found: OpeningList) -> Markup:
    opening = each.opening
    parts = [bold(full_title(t, opening, found.activities.get(opening.activity_id, "")))]
    if opening.when.precision is not Precision.UNKNOWN:
        parts.append(say_when(t, opening.when, found.today))
    parts.append(standing(t, opening, each.tally))
    if opening.state is OpeningState.CANCELLED:
        parts.append(t("cancelled"))
    if each.mine is not None and each.mine.state in _STANDING:
        parts.append(t(_STANDING[each.mine.state]))
    return Markup(" · ").join(parts)


def _button(
    council: str, number: int, each: Listed, found: OpeningList, bot_name: str, *, in_group: bool
) -> Button:
    label = f"{number}. {each.opening.title}"
    if in_group:
        return Button(label, url=link(bot_name, "o", council, each.opening.id))
    if found.runs:
        return Button(label, RunOpening(council, each.opening.id))
    return Button(label, OpenOpening(council, each.opening.id))


def _ways(
    t: Tongue, found: OpeningList, asked: ShowOpenings, page: int, pages: int, *, in_group: bool
) -> list[Row]:
    council = found.council.id
    turn: list[Button] = []
    if page:
        turn.append(Button(t.plain("◂ Earlier"), ShowOpenings(council, asked.past, page - 1)))
    if page < pages - 1:
        turn.append(Button(t.plain("Later ▸"), ShowOpenings(council, asked.past, page + 1)))
    other = t.plain("What is open now") if asked.past else t.plain("What was")
    more: list[Button] = []
    if found.runs and not in_group:
        more = [Button(t.plain("Need and have"), ShowStaffing(council))]
    return [tuple(turn), (*more, Button(other, ShowOpenings(council, not asked.past)))]


def mine_view(t: Tongue, mine: list[Mine], now: datetime, ready: dict[str, bool]) -> Screen:
    """What I take part in, each with a button; `ready` says by council whether I help at short notice."""
    lines: list[Markup | None] = [bold(t("What you take part in")), GAP]
    for number, each in enumerate(mine, 1):
        lines.append(t("{number}. {line}", number=number, line=_mine_line(t, each, now)))
    if not mine:
        lines.append(t("Nothing right now. With /openings you see where people are needed."))
    buttons = [
        Button(f"{number}. {each.opening.title}", OpenOpening(each.council.id, each.opening.id))
        for number, each in enumerate(mine, 1)
    ]
    rows = rows_of(buttons[:40], 5)
    for council_id, is_ready in ready.items():
        label = t.plain("Don't ask me at short notice") if is_ready else t.plain("I help at short notice")
        rows.append((Button(label, StandBy(council_id, not is_ready)),))
    return screen(lines, rows)


def _mine_line(t: Tongue, each: Mine, now: datetime) -> Markup:
    today = now.astimezone(ZoneInfo(each.council.zone)).date()
    parts = [bold(full_title(t, each.opening, each.activity))]
    if each.opening.when.precision is not Precision.UNKNOWN:
        parts.append(say_when(t, each.opening.when, today))
    if each.opening.state is OpeningState.CANCELLED:
        parts.append(t("cancelled"))
    elif each.signup.state is SignUpState.WAITING:
        parts.append(t("⏳ number {number} on the waiting list", number=each.position))
    else:
        parts.append(t(_STANDING[each.signup.state]))
    return Markup(" · ").join(parts)


def copies_view(
    t: Tongue, council: str, entry: PlanEntry, earlier: list[tuple[PlanEntry, int]], today: date
) -> Screen:
    """From which earlier entry are the openings to be copied?"""
    lines = [bold(entry.title), GAP]
    if earlier:
        lines.append(t("From when shall I copy the places? Their times move along; nobody is signed up yet."))
    else:
        lines.append(t("This activity has had no places before. Open new ones."))
    rows: list[Row] = []
    for old, count in earlier[:8]:
        when = say_when(t, old.when, today)
        label = t.plain_n("{when}: {count} opening", "{when}: {count} openings", count, when=when)
        rows.append((Button(label, CopyPlaces(council, entry.id, old.id)),))
    return screen(lines, [*rows, (Button(t.plain("◂ Back to it"), OpenEntry(council, entry.id)),)])
