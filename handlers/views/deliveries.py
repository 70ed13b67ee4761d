"""What the bot said of its own accord, what waits, what failed, and who is to be called."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar
from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.due import GROUP
from council.notice import Notice
from handlers.codec import Tap
from handlers.screen import GAP, Button, Row, Screen, bold, rows_of, screen
from handlers.views.places import shown_name
from services.deliveries import Deliveries, Unreached
from texts.dates import say_moment
from texts.escape import safe
from texts.tongue import N_, Tongue

Item = TypeVar("Item")
CALLS = "calls"
_PAGE = 10
_TITLE = 60  # characters

STATES = {
    "sent": N_("Sent"),
    "waiting": N_("Waiting"),
    "failed": N_("Not delivered"),
    "skipped": N_("Left out"),
}

KINDS = {
    "thrown_out": N_("I was taken out of the group"),
    "offered": N_("a free place"),
    "unreached": N_("somebody cannot be reached"),
    "offer_lapsed": N_("the free place went to the next one"),
    "confirmed": N_("the coordinator has said yes"),
    "put_in_line": N_("on the waiting list"),
    "turned_down": N_("no place this time"),
    "removed": N_("taken off the list"),
    "covered": N_("somebody takes the place"),
    "moved_to": N_("another place"),
    "moved": N_("a new time or place"),
    "cancelled": N_("cancelled"),
    "reopened": N_("takes place after all"),
    "cover_wanted": N_("somebody is looked for"),
    "thanked": N_("thanks"),
    "brought": N_("thanks for a link"),
    "message": N_("a message to everyone"),
    "late_withdrawal": N_("a late withdrawal"),
    "requested": N_("somebody asks for a place"),
    "call_offer": N_("somebody to call about a place"),
    "remind": N_("a reminder of what they signed up for"),
    "group": N_("a reminder"),
    "custom": N_("a reminder somebody asked for"),
    "missing": N_("places still free"),
    "unanswered": N_("who has not answered"),
    "undated": N_("no certain date yet"),
    "stalled": N_("waiting for an answer"),
    "digest": N_("the weekly overview"),
    "changed": N_("a change on the plan"),
}
"""Each kind of notice in a few words."""

REASONS = {
    "unreachable": N_("I cannot write to them"),
    "late": N_("it would have come too late"),
    "changed": N_("it did not hold any more"),
    "error": N_("something is wrong with it; the operator finds it in the log"),
}

_UNREACHED = {
    "none": N_("no Telegram"),
    "unreachable": N_("I cannot write to them"),
}


@dataclass(frozen=True, slots=True)
class ShowDeliveries(Tap):
    """What is in this state, or `CALLS`; "" is the overview."""

    prefix: ClassVar[str] = "md"
    council: str
    state: str = ""
    page: int = 0


def overview_view(t: Tongue, found: Deliveries) -> Screen:
    """How many of each, with the way to them."""
    counts = [
        t("{what}: {count}", what=t(name), count=found.counts.get(state, 0)) for state, name in STATES.items()
    ]
    people = len(found.unreached)
    calls = t.n("I cannot reach {count} person.", "I cannot reach {count} people.", people)
    everybody = t("✅ I can reach everybody.")
    buttons = [
        Button(t.plain(name), ShowDeliveries(found.council.id, state))
        for state, name in STATES.items()
        if found.latest.get(state)
    ]
    call: Row = (Button(t.plain("Whom to call"), ShowDeliveries(found.council.id, CALLS)),) if people else ()
    title = t("What I have said: {council}", council=found.council.name)
    return screen([bold(title), *counts, GAP, calls if people else everybody], [*rows_of(buttons, 2), call])


def state_view(t: Tongue, found: Deliveries, asked: ShowDeliveries) -> Screen:
    """The latest in one state, a page of them."""
    notices = found.latest.get(asked.state, ())
    total = found.counts.get(asked.state, 0)
    shown, rows = _paged(t, notices, asked)
    lines = [t("• {line}", line=_line(t, found, notice)) for notice in shown]
    latest = t("These are the latest {count}.", count=len(notices)) if total > len(notices) else None
    nothing = t("There is nothing here.") if not lines else None
    title = t("{what}: {count}", what=t(STATES[asked.state]), count=total)
    return screen([bold(title), latest, GAP, *lines, nothing], rows)


def calls_view(t: Tongue, found: Deliveries, asked: ShowDeliveries) -> Screen:
    """Whom I cannot reach, with the numbers there are."""
    shown, rows = _paged(t, found.unreached, asked)
    told = (
        t("Please call them, or ask them to write to me once.") if shown else t("✅ I can reach everybody.")
    )
    return screen([bold(t("Whom to call")), told, GAP, *(_call(t, each) for each in shown)], rows)


def _call(t: Tongue, each: Unreached) -> Markup:
    name, reason = shown_name(t, each.name), t(_UNREACHED.get(each.reason, _UNREACHED["unreachable"]))
    if each.phone:
        return t("• {name}, {phone} ({reason})", name=name, phone=each.phone, reason=reason)
    return t("• {name}, no number known ({reason})", name=name, reason=reason)


def _line(t: Tongue, found: Deliveries, notice: Notice) -> Markup:
    at = notice.sent or notice.not_before or notice.created
    local = at.astimezone(ZoneInfo(found.council.zone))
    today = found.now.astimezone(ZoneInfo(found.council.zone)).date()
    who = (
        t("the group") if notice.person_id == GROUP else shown_name(t, found.names.get(notice.person_id, ""))
    )
    parts = [say_moment(t, local, today), bold(who), t(KINDS.get(notice.kind, N_("a message")))]
    if notice.fact("title"):
        parts.append(safe(notice.fact("title"), _TITLE))
    said = Markup(" · ").join(parts)
    return t("{line} – {reason}", line=said, reason=_reason(t, notice)) if notice.reason else said


def _reason(t: Tongue, notice: Notice) -> Markup:
    if notice.reason in REASONS:
        return t(REASONS[notice.reason])
    return t("Telegram did not take it ({reason})", reason=notice.reason)


def _paged(t: Tongue, everything: Sequence[Item], asked: ShowDeliveries) -> tuple[Sequence[Item], list[Row]]:
    """The items of the page that was asked for, and the way to the others."""
    pages = max(1, -(-len(everything) // _PAGE))
    page = min(max(asked.page, 0), pages - 1)
    turn: list[Button] = []
    if page:
        turn.append(Button(t.plain("◂ Previous"), ShowDeliveries(asked.council, asked.state, page - 1)))
    if page < pages - 1:
        turn.append(Button(t.plain("Next ▸"), ShowDeliveries(asked.council, asked.state, page + 1)))
    back = (Button(t.plain("◂ Back"), ShowDeliveries(asked.council)),)
    return everything[page * _PAGE : (page + 1) * _PAGE], [tuple(turn), back]
