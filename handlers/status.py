"""`/status`: whether the bot is awake, when something is due next, what waits; numbers of all councils."""

from datetime import datetime

from council.permissions import Right, may
from council.refusals import AdministratorsOnly, NotAllowed, Refusal
from handlers.context import Status
from handlers.feature import Command, Feature
from handlers.screen import Screen, bold, screen
from handlers.turn import Turn
from texts.dates import say_moment
from texts.tongue import N_, Tongue


async def status(turn: Turn) -> None:
    """For secretary and chair, and whoever administers the group."""
    if not await _leads(turn) and not (turn.in_group and await turn.is_administrator()):
        raise AdministratorsOnly if turn.in_group else NotAllowed(Right.CHANGE_COUNCIL)
    await turn.say(status_view(turn.t, turn.context.surroundings.status(), turn.now))


async def _leads(turn: Turn) -> bool:
    try:
        council = await turn.council()
    except Refusal:
        if turn.in_group:  # administrators may ask before the group is a council
            return False
        raise
    return may(await turn.member_of(council.id), Right.CHANGE_COUNCIL)


def status_view(t: Tongue, now_is: Status, now: datetime) -> Screen:
    """Three figures; `now` is in the zone in which they are said."""

    def moment(at: datetime) -> object:
        return say_moment(t, at.astimezone(now.tzinfo), now.date())

    beat = t("My heart beat last: {moment}", moment=moment(now_is.beat)) if now_is.beat else None
    due = t("Next thing to do: {moment}", moment=moment(now_is.next_due)) if now_is.next_due else None
    unsent = t.n("{count} message is on its way.", "{count} messages are on their way.", now_is.backlog)
    return screen(
        [
            bold(t("I am awake")),
            beat or t("My heart has not beaten yet: I have just been started."),
            due or t("Nothing lies ahead."),
            unsent if now_is.backlog else t("No message waits to be sent."),
            t("This counts all councils that I serve."),
        ]
    )


FEATURE = Feature(
    title=N_("How I am doing"),
    order=43,
    commands=(
        Command(
            "status",
            "status",
            N_("Whether I am awake, and when something is due next"),
            status,
            right=Right.CHANGE_COUNCIL,
            administrators=True,
        ),
    ),
)
