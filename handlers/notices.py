"""How a notice reads on the screen."""

from collections.abc import Callable, Sequence
from datetime import datetime

from markupsafe import Markup

from council.notice import Notice
from council.when import When
from handlers.screen import GAP, Button, Row, Screen, bold, screen, struck
from handlers.views.notice_facts import day_of, facts_of, ids_of, moment_of, revision_of, title_of, when_of
from handlers.views.opening_taps import Accept, Seek, StillComing, TakeOver
from handlers.views.places import OpenOpening, ShowOpenings, Withdraw
from handlers.views.plan_changes import changes_view
from handlers.views.reminders import REMINDERS, together_view
from handlers.views.runner_notices import call_offer, late_withdrawal, requested, unreached
from texts.dates import say_when
from texts.escape import isolated
from texts.tongue import Tongue

View = Callable[[Tongue, Notice, datetime], Screen]


def message_of(t: Tongue, notices: Sequence[Notice], now: datetime, bot_name: str) -> Screen:
    """The message for notices of the ledger, said at `now`: several to one person are one message.

    Raises:
        KeyError: for a kind that has no view, which is a bug.
    """
    if len(notices) > 1 and notices[0].kind == "changed":
        return changes_view(t, notices, now, bot_name)
    if len(notices) > 1:
        return together_view(t, notices, now)
    return notice_view(t, notices[0], now, bot_name)


def notice_view(t: Tongue, notice: Notice, now: datetime, bot_name: str = "") -> Screen:
    """The message for one notice.

    Raises:
        KeyError: for a kind that has no view, which is a bug.
    """
    if notice.kind in REMINDERS:
        return REMINDERS[notice.kind](t, notice, now, bot_name)
    return _VIEWS[notice.kind](t, notice, now)


def _thrown_out(t: Tongue, notice: Notice, now: datetime) -> Screen:
    del now
    return screen(
        [
            bold(notice.fact("council")),
            t("I was taken out of the group. Everything is kept, and here in private all works as before."),
            t("Add me to the group again, and we go on where we were."),
        ]
    )


def _offered(t: Tongue, notice: Notice, now: datetime) -> Screen:
    moment = datetime.fromisoformat(notice.fact("until"))
    council, opening = ids_of(notice)
    return screen(
        [
            bold(t("A place is free for you")),
            *facts_of(t, notice, now),
            t("How long: {effort}", effort=notice.fact("effort")) if notice.fact("effort") else None,
            GAP,
            t("It is yours until {moment}. Do you take it?", moment=moment_of(t, notice, moment, now)),
        ],
        [
            (
                Button(t.plain("Yes, I take it"), Accept(council, opening)),
                Button(t.plain("No, thank you"), Withdraw(council, opening, sure=True)),
            )
        ],
    )


def _offer_lapsed(t: Tongue, notice: Notice, now: datetime) -> Screen:
    council, opening = ids_of(notice)
    return screen(
        [
            bold(t("The free place went to the next one")),
            *facts_of(t, notice, now),
            GAP,
            t("I did not hear from you in time, and that is all right. Do you still want a place?"),
        ],
        [(Button(t.plain("Yes, look at it again"), OpenOpening(council, opening)),)],
    )


def _confirmed(t: Tongue, notice: Notice, now: datetime) -> Screen:
    return _told(t, notice, now, t("You are in"), t("✅ The coordinator has said yes. Thank you."))


def _put_in_line(t: Tongue, notice: Notice, now: datetime) -> Screen:
    told = t("The coordinator has said yes, but all places are taken. You are on the waiting list now.")
    return _told(t, notice, now, t("You are on the waiting list"), told)


def _turned_down(t: Tongue, notice: Notice, now: datetime) -> Screen:
    told = t("There was no place for you this time. Thank you for wanting to help.")
    return _ended(t, notice, now, t("Not this time"), told)


def _removed(t: Tongue, notice: Notice, now: datetime) -> Screen:
    told = t(
        "You are no longer on the list. Thank you for wanting to help. Perhaps something else suits you."
    )
    return _ended(t, notice, now, t("A change to your sign-up"), told)


def _covered(t: Tongue, notice: Notice, now: datetime) -> Screen:
    told = t("Somebody takes your place, so you are free. Thank you for saying so in time.")
    return _ended(t, notice, now, t("I found somebody for you"), told)


def _moved_to(t: Tongue, notice: Notice, now: datetime) -> Screen:
    told = t("The coordinator has moved you here. Tell me if it does not suit you.")
    return _told(t, notice, now, t("You have a new place"), told)


def _moved(t: Tongue, notice: Notice, now: datetime) -> Screen:
    council, opening = ids_of(notice)
    today, before, after = day_of(notice, now), When(notice.fact("was")), when_of(notice)
    lines: list[Markup] = []
    if before.edtf != after.edtf:
        was, now_is = say_when(t, before, today), say_when(t, after, today)
        lines.append(t("{before} → {after}", before=struck(was), after=bold(now_is)))
    if notice.fact("was_place") != notice.fact("place"):
        was_place, place = notice.fact("was_place") or "–", notice.fact("place") or "–"
        lines.append(t("📍 {before} → {after}", before=struck(was_place), after=bold(place)))
    return screen(
        [
            bold(t("{title} is moved", title=title_of(t, notice))),
            *lines,
            GAP,
            t("You are signed up. Can you still come?"),
        ],
        [
            (
                Button(t.plain("Yes, I'm coming"), StillComing(council, opening, revision_of(notice))),
                Button(t.plain("No, find somebody else"), Seek(council, opening)),
            ),
            (Button(t.plain("I don't know yet"), OpenOpening(council, opening)),),
        ],
    )


def _cancelled(t: Tongue, notice: Notice, now: datetime) -> Screen:
    told = t("There is nothing you need to do. Thank you for being ready to help.")
    title = t("{title} is cancelled", title=title_of(t, notice))
    council, _ = ids_of(notice)
    rows = [(Button(t.plain("See what else there is"), ShowOpenings(council)),)]
    return screen([bold(title), *facts_of(t, notice, now)[1:], GAP, told], rows)


def _reopened(t: Tongue, notice: Notice, now: datetime) -> Screen:
    told = t("It takes place after all, and you are still on the list.")
    return _told(t, notice, now, t("{title} takes place", title=title_of(t, notice)), told)


def _cover_wanted(t: Tongue, notice: Notice, now: datetime) -> Screen:
    council, opening = ids_of(notice)
    return screen(
        [
            bold(t("Can you help out?")),
            *facts_of(t, notice, now),
            GAP,
            t("Somebody cannot come. The first who says yes gets the place."),
        ],
        [
            (Button(t.plain("Yes, I take it"), TakeOver(council, notice.fact("signup"))),),
            (Button(t.plain("Tell me more"), OpenOpening(council, opening)),),
        ],
    )


def _thanked(t: Tongue, notice: Notice, now: datetime) -> Screen:
    title = t("Thank you for helping with {title}", title=title_of(t, notice))
    council, _ = ids_of(notice)
    rows = [(Button(t.plain("See what else there is"), ShowOpenings(council)),)]
    return screen(
        [bold(title), *facts_of(t, notice, now)[1:], GAP, t("It was good to have you there.")], rows
    )


def _brought(t: Tongue, notice: Notice, now: datetime) -> Screen:
    del now
    count = int(notice.fact("brought"))
    told = t.n("Your link has brought {count} person.", "Your link has brought {count} people.", count)
    return screen([bold(notice.fact("title")), told, t("Thank you for using your network.")])


def _message(t: Tongue, notice: Notice, now: datetime) -> Screen:
    council, opening = ids_of(notice)
    rows = [(Button(t.plain("See my sign-up"), OpenOpening(council, opening)),)]
    return message_view(t, notice.fact("title"), notice.fact("sender"), notice.fact("text"), now, rows)


def message_view(
    t: Tongue, title: str, sender: str, text: str, now: datetime, rows: Sequence[Row] = ()
) -> Screen:
    """What a coordinator writes to everyone, as it reads; line breaks stay."""
    del now
    lines = [Markup.escape(isolated(line)) for line in text.splitlines()]
    who = t("{name}, for {title}:", name=sender.split(" ", maxsplit=1)[0], title=bold(title))
    return screen([who, GAP, *lines], rows)


# To those who run an opening.


def _told(t: Tongue, notice: Notice, now: datetime, title: Markup, told: Markup) -> Screen:
    rows = [(Button(t.plain("See my sign-up"), OpenOpening(*ids_of(notice))),)]
    return screen([bold(title), *facts_of(t, notice, now), GAP, told], rows)


def _ended(t: Tongue, notice: Notice, now: datetime, title: Markup, told: Markup) -> Screen:
    council, _ = ids_of(notice)
    rows = [(Button(t.plain("See what else there is"), ShowOpenings(council)),)]
    return screen([bold(title), *facts_of(t, notice, now), GAP, told], rows)


_VIEWS: dict[str, View] = {
    "thrown_out": _thrown_out,
    "offered": _offered,
    "offer_lapsed": _offer_lapsed,
    "confirmed": _confirmed,
    "put_in_line": _put_in_line,
    "turned_down": _turned_down,
    "removed": _removed,
    "covered": _covered,
    "moved_to": _moved_to,
    "moved": _moved,
    "cancelled": _cancelled,
    "reopened": _reopened,
    "cover_wanted": _cover_wanted,
    "thanked": _thanked,
    "brought": _brought,
    "message": _message,
    "late_withdrawal": late_withdrawal,
    "requested": requested,
    "call_offer": call_offer,
    "unreached": unreached,
}
