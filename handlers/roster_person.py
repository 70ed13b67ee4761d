"""One of those on a roster: confirming, moving, taking off, who came, whom to call."""

from collections.abc import Awaitable, Callable

from council.refusals import OutOfDate
from handlers.feature import Feature, on
from handlers.roster import private_actor, signup_on
from handlers.turn import Turn
from handlers.views.roster import roster_view
from handlers.views.roster_asking import erasing_view, moving_view, taking_off_view
from handlers.views.roster_person import signup_view
from handlers.views.roster_taps import Erase, MoveTo, Settle, ShowSignUp, TakeOff, WithGuests
from services.desk import Actor
from services.rosters import Roster, Rosters
from texts.tongue import N_

Step = Callable[[Rosters, Actor, str, str], Awaitable[Roster]]

_STEPS: dict[str, Step] = {
    "yes": lambda rosters, *who: rosters.confirm(*who),
    "no": lambda rosters, *who: rosters.remove(*who),
    "takes": lambda rosters, *who: rosters.accept_for(*who),
    "declines": lambda rosters, *who: rosters.decline_for(*who),
    "came": lambda rosters, *who: rosters.attended(*who, came=True),
    "missed": lambda rosters, *who: rosters.attended(*who, came=False),
    "back": lambda rosters, *who: rosters.attended(*who, came=None),
    "seen": lambda rosters, *who: rosters.certify(*who, seen=True),
    "unseen": lambda rosters, *who: rosters.certify(*who, seen=False),
}


async def show(turn: Turn, tap: ShowSignUp) -> None:
    """The page of one of them."""
    actor = await private_actor(turn, tap.council)
    await _show(turn, await turn.house.rosters.roster(actor, tap.opening), tap.signup)


async def settle(turn: Turn, tap: Settle) -> None:
    """Confirm, note who came, and the like."""
    actor = await private_actor(turn, tap.council)
    if tap.what not in _STEPS:
        raise OutOfDate
    await _show(turn, await _STEPS[tap.what](turn.house.rosters, actor, tap.opening, tap.signup), tap.signup)


async def bring(turn: Turn, tap: WithGuests) -> None:
    """They come with so many."""
    actor = await private_actor(turn, tap.council)
    await _show(turn, await turn.house.rosters.bring(actor, tap.opening, tap.signup, tap.guests), tap.signup)


async def take_off(turn: Turn, tap: TakeOff) -> None:
    """Off the list, once that is confirmed."""
    actor, rosters = await private_actor(turn, tap.council), turn.house.rosters
    if tap.sure:
        await _show(turn, await rosters.remove(actor, tap.opening, tap.signup), tap.signup)
        return
    roster = await rosters.roster(actor, tap.opening)
    await turn.show(taking_off_view(turn.t, roster, signup_on(roster, tap.signup)))


async def erase(turn: Turn, tap: Erase) -> None:
    """Gone for good, once that is confirmed. Only those who were entered: others do it with /forgetme."""
    actor, rosters = await private_actor(turn, tap.council), turn.house.rosters
    roster = await rosters.roster(actor, tap.opening)
    signup = signup_on(roster, tap.signup)
    if signup.person_id:
        raise OutOfDate
    if tap.sure:
        await turn.show(roster_view(turn.t, await rosters.erase(actor, tap.opening, tap.signup)))
    else:
        await turn.show(erasing_view(turn.t, roster, signup))


async def move(turn: Turn, tap: MoveTo) -> None:
    """To another opening."""
    actor, rosters = await private_actor(turn, tap.council), turn.house.rosters
    if not tap.to:
        roster = await rosters.roster(actor, tap.opening)
        await turn.show(moving_view(turn.t, roster, signup_on(roster, tap.signup)))
        return
    if tap.to == tap.opening:
        raise OutOfDate
    await rosters.move(actor, tap.opening, tap.signup, tap.to)
    moved = tap.to + tap.signup.removeprefix(tap.opening)
    await _show(turn, await rosters.roster(actor, tap.to), moved)


async def _show(turn: Turn, roster: Roster, key: str) -> None:
    await turn.show(signup_view(turn.t, roster, signup_on(roster, key)))


FEATURE = Feature(
    title=N_("Those who signed up, one by one"),
    order=33,
    taps=(
        on(ShowSignUp, show),
        on(Settle, settle),
        on(WithGuests, bring),
        on(TakeOff, take_off),
        on(Erase, erase),
        on(MoveTo, move),
    ),
)
