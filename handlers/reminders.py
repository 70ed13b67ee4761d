"""`/reminders`: how I am reminded, and how the group is."""

from council.due import distances_of
from council.permissions import Right, may
from council.records import Council, Kind
from council.refusals import NoSuchActivity, NotOnCouncil, OutOfDate
from handlers.feature import Command, Feature, on
from handlers.screen import Button, Screen, bold, screen
from handlers.turn import Turn
from handlers.views.navigation import OpenEntry
from handlers.views.remind_taps import (
    NO_QUIET,
    SetDigest,
    SetQuiet,
    SetRule,
    SetWish,
    ShowRules,
    ShowWishes,
    unpacked,
)
from handlers.views.reminders import StillOpen
from handlers.views.rules import KINDS, Scope, digest_view, group_view, rules_view, scope_view
from handlers.views.wishes import wishes_view
from services.desk import Actor
from services.reminders import Rules
from texts.tongue import N_

_DIGEST = "digest"


async def reminders(turn: Turn) -> None:
    """My wishes; in the group, how the group is reminded."""
    if turn.in_group:
        rules = await turn.house.reminders.rules(await turn.actor())
        await turn.say(group_view(turn.t, rules, turn.bot_name))
    else:
        await turn.say(await _wishes(turn))


async def arrive(turn: Turn, _: list[str]) -> None:
    """Somebody came from the group to look at their own."""
    await turn.say(await _wishes(turn))


async def show_wishes(turn: Turn, _: ShowWishes) -> None:
    """My wishes, in the tapped message."""
    _private(turn)
    await turn.show(await _wishes(turn))


async def set_wish(turn: Turn, tap: SetWish) -> None:
    """Remind me so long before, or no longer, or never."""
    _private(turn)
    _belongs_somewhere(turn)
    distance, now = unpacked(tap.distance), turn.house.reminders.wishes(turn.person).distances
    kept = tuple(each for each in now if each != distance) if distance else ()
    await turn.house.reminders.wish(turn.person, distances=(*kept, distance) if tap.on else kept)
    await _show_changed(turn)


async def set_quiet(turn: Turn, tap: SetQuiet) -> None:
    """Leave me in peace in these hours."""
    _private(turn)
    _belongs_somewhere(turn)
    if not tap.hours:
        raise OutOfDate
    await turn.house.reminders.wish(turn.person, quiet="" if tap.hours == NO_QUIET else tap.hours)
    await _show_changed(turn)


async def _show_changed(turn: Turn) -> None:
    turn.person = await turn.house.people.person(turn.person.id) or turn.person
    await turn.show(await _wishes(turn))


async def _wishes(turn: Turn) -> Screen:
    _belongs_somewhere(turn)
    wishes = turn.house.reminders.wishes(turn.person)
    return wishes_view(turn.own, wishes, await _led(turn))


async def _led(turn: Turn) -> list[Council]:
    """The councils of which this person sets how the group is reminded."""
    found = await turn.house.councils.of_person(turn.person)
    return [each for each in found if may(await turn.member_of(each.id), Right.CHANGE_COUNCIL)]


async def show_rules(turn: Turn, tap: ShowRules) -> None:
    """How the group is reminded: all of it, or of one thing."""
    actor = await _actor(turn, tap.council)
    rules = await turn.house.reminders.rules(actor)
    await turn.show(await _rules(turn, actor, rules, tap.scope))


async def set_rule(turn: Turn, tap: SetRule) -> None:
    """Remind the group so long before, or no longer; as usual; not at all."""
    actor = await _actor(turn, tap.council)
    rules = await turn.house.reminders.rules(actor)
    scope = await _scope(turn, actor, rules, tap.scope)
    rules = await turn.house.reminders.set_rule(actor, tap.scope, _changed(scope, tap))
    await turn.show(await _rules(turn, actor, rules, tap.scope))


def _changed(scope: Scope, tap: SetRule) -> tuple[str, ...] | None:
    if tap.distance == "usual":
        return None
    if tap.distance == "never":
        return ()
    distance = unpacked(tap.distance)
    kept = tuple(each for each in scope.distances or () if each != distance)
    return (*kept, distance) if tap.on else kept


async def set_digest(turn: Turn, tap: SetDigest) -> None:
    """Post the weekly overview then."""
    actor = await _actor(turn, tap.council)
    digest = f"{tap.weekday}@{tap.hour:02}:00" if tap.weekday else ""
    rules = await turn.house.reminders.set_digest(actor, digest)
    await turn.show(await _rules(turn, actor, rules, _DIGEST))


async def _rules(turn: Turn, actor: Actor, rules: Rules, key: str) -> Screen:
    if not key:
        return rules_view(turn.own, rules)
    if key == _DIGEST:
        return digest_view(turn.own, actor.council_id, rules.council.digest)
    return scope_view(turn.own, actor.council_id, await _scope(turn, actor, rules, key))


async def _scope(turn: Turn, actor: Actor, rules: Rules, key: str) -> Scope:
    what, dash, record = key.partition("-")
    own = key in rules.rules
    if dash and what == "e":
        entry = (await turn.house.plans.entry(actor, record)).entry
        return Scope(key, entry.title, distances_of(rules.rules, entry), own)
    if dash and what == "a":
        if record not in rules.activities:
            raise NoSuchActivity
        return Scope(key, rules.activities[record], rules.rules.get(key), own)
    if key not in set(Kind):
        raise OutOfDate
    return Scope(key, turn.own.plain(KINDS[Kind(key)]), rules.of_kind(Kind(key)), own)


async def still_open(turn: Turn, tap: StillOpen) -> None:
    """There is nothing new about an entry that was asked about."""
    actor = await _actor(turn, tap.council)
    entry = (await turn.house.plans.entry(actor, tap.entry)).entry
    t = turn.own
    look = (Button(t.plain("Look at it"), OpenEntry(tap.council, tap.entry)),)
    await turn.show(screen([bold(entry.title), t("All right, it stays as it is.")], [look]))


async def _actor(turn: Turn, council_id: str) -> Actor:
    _private(turn)
    return Actor(turn.person.id, (await turn.council_of_button(council_id)).id)


def _private(turn: Turn) -> None:
    if turn.in_group:
        raise OutOfDate  # these buttons are of the private chat


def _belongs_somewhere(turn: Turn) -> None:
    if not turn.person.councils:
        raise NotOnCouncil


FEATURE = Feature(
    title=N_("Reminders"),
    order=40,
    commands=(
        Command("reminders", "paamindelser", N_("When you are reminded, and when the group is"), reminders),
    ),
    taps=(
        on(ShowWishes, show_wishes),
        on(SetWish, set_wish),
        on(SetQuiet, set_quiet),
        on(ShowRules, show_rules),
        on(SetRule, set_rule),
        on(SetDigest, set_digest),
        on(StillOpen, still_open),
    ),
    links={"mr": arrive},
)
