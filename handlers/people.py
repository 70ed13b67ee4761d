"""`/people`: who is on the council as what; changing roles, coordinators, removing somebody."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from council.permissions import Right, may
from council.records import Membership, Role
from council.refusals import OutOfDate, PrivateOnly
from handlers.codec import Tap
from handlers.feature import Command, Feature, on
from handlers.menus import set_private_menu
from handlers.screen import GAP, Button, Screen, bold, capitalised, rows_of, screen
from handlers.turn import Turn
from handlers.views.entries import ROLES
from handlers.views.navigation import link
from services.desk import Actor
from services.people import Roster
from texts.tongue import N_, Tongue

_PAGE = 24  # buttons with names on one screen


@dataclass(frozen=True, slots=True)
class ShowPeople(Tap):
    """Everybody."""

    prefix: ClassVar[str] = "f"
    council: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowPerson(Tap):
    """One person, with the roles to choose from."""

    prefix: ClassVar[str] = "fp"
    council: str
    person: str


@dataclass(frozen=True, slots=True)
class SetRole(Tap):
    """Give them this role."""

    prefix: ClassVar[str] = "fr"
    council: str
    person: str
    role: str


@dataclass(frozen=True, slots=True)
class SetCoordinating(Tap):
    """Make them a coordinator of an activity or end it; activity "" shows the activities."""

    prefix: ClassVar[str] = "fc"
    council: str
    person: str
    activity: str = ""
    start: bool = True


@dataclass(frozen=True, slots=True)
class RemovePerson(Tap):
    """Take them off the council; asks first."""

    prefix: ClassVar[str] = "fx"
    council: str
    person: str
    sure: bool = False


async def show_people(turn: Turn) -> None:
    """Everybody and their role."""
    actor = await turn.actor()
    roster = await turn.house.people.roster(actor)
    if turn.in_group:
        await turn.say(group_view(turn.t, roster, actor.council_id, turn.bot_name))
    else:
        await turn.say(people_view(turn.t, roster, actor.council_id))


async def arrive(turn: Turn, parts: list[str]) -> None:
    """Somebody opened the list from the group."""
    if parts:
        await turn.council_of_button(parts[0])
    await show_people(turn)


async def turn_page(turn: Turn, tap: ShowPeople) -> None:
    """Everybody, in the same message."""
    actor = await _actor(turn, tap.council)
    roster = await turn.house.people.roster(actor)
    await turn.show(people_view(turn.t, roster, actor.council_id, tap.page))


async def show_person(turn: Turn, tap: ShowPerson) -> None:
    """One of them."""
    actor = await _actor(turn, tap.council)
    await _show(turn, actor, tap.person)


async def set_role(turn: Turn, tap: SetRole) -> None:
    """Change what they are; one chair and one deputy chair only, so the former one is told of."""
    actor = await _actor(turn, tap.council)
    role = next((role for role in Role if role.value == tap.role), None)
    if role is None:
        raise OutOfDate
    former = await turn.house.people.set_role(actor, tap.person, role)
    if former is not None:
        told = turn.own.plain("{name} was that before and is a member now.", name=former.name)
        await turn.alert(told, box=True)
    if may(await turn.member_of(actor.council_id), Right.MANAGE_PEOPLE):
        await _show(turn, actor, tap.person)
    else:  # who has just given up the right to see this screen
        await turn.show(screen([turn.t("You are here as {role}.", role=turn.t(ROLES[role]))]))
    for changed in (tap.person, former.id if former else ""):
        await set_private_menu(turn, changed)


async def set_coordinating(turn: Turn, tap: SetCoordinating) -> None:
    """Which activities they coordinate."""
    actor = await _actor(turn, tap.council)
    if tap.activity:
        people = turn.house.people
        await people.set_coordinating(actor, tap.person, tap.activity, on=tap.start)
    roster = await turn.house.people.roster(actor)
    await turn.show(coordinating_view(turn.t, roster, roster.member(tap.person), actor.council_id))
    if tap.activity:
        await set_private_menu(turn, tap.person)


async def remove(turn: Turn, tap: RemovePerson) -> None:
    """Take them off the council once that is confirmed."""
    actor = await _actor(turn, tap.council)
    if not tap.sure:
        roster = await turn.house.people.roster(actor)
        await turn.show(
            removing_view(
                turn.t, roster.member(tap.person), actor.council_id, oneself=tap.person == turn.person.id
            )
        )
        return
    gone = await turn.house.people.remove(actor, tap.person)
    await turn.alert(turn.own.plain("{name} is no longer on the council.", name=gone.name))
    if gone.id == turn.person.id:
        await turn.show(screen([turn.t("You are no longer on the council.")]))
    else:
        await turn.show(people_view(turn.t, await turn.house.people.roster(actor), actor.council_id))
    await set_private_menu(turn, gone.id)


async def _actor(turn: Turn, council_id: str) -> Actor:
    """Whoever taps under the list of people, which is nowhere but in private."""
    if turn.in_group:
        raise PrivateOnly
    return Actor(turn.person.id, (await turn.council_of_button(council_id)).id)


async def _show(turn: Turn, actor: Actor, person_id: str) -> None:
    roster = await turn.house.people.roster(actor)
    await turn.show(person_view(turn.t, roster, roster.member(person_id), actor.council_id))


def group_view(t: Tongue, roster: Roster, council_id: str, bot_name: str) -> Screen:
    """In the group a number only; the names are shown in private."""
    count = t.n("{count} person", "{count} people", len(roster.members))
    private = Button(t.plain("See them in private"), url=link(bot_name, "f", council_id))
    return screen([t("{council}: {count}", council=bold(roster.council_name), count=count)], [(private,)])


def people_view(t: Tongue, roster: Roster, council_id: str, page: int = 0) -> Screen:
    """Everybody by role, a button for each."""
    pages = max(1, -(-len(roster.members) // _PAGE))
    page = min(max(page, 0), pages - 1)
    shown = roster.members[page * _PAGE : (page + 1) * _PAGE]
    lines = [t("{name} – {role}", name=bold(member.name), role=_roles(t, roster, member)) for member in shown]
    count = t.n("{count} person", "{count} people", len(roster.members))
    rows = rows_of((Button(member.name, ShowPerson(council_id, member.id)) for member in shown), 2)
    paging = (
        *((Button(t.plain("↑ Previous page"), ShowPeople(council_id, page - 1)),) if page else ()),
        *((Button(t.plain("More ↓"), ShowPeople(council_id, page + 1)),) if page + 1 < pages else ()),
    )
    hint = t("Tap a name to change what somebody is.")
    return screen(
        [t("{council}: {count}", council=bold(roster.council_name), count=count), GAP, *lines, GAP, hint],
        [*rows, paging],
    )


def person_view(t: Tongue, roster: Roster, member: Membership, council_id: str) -> Screen:
    """One person and what they can be made."""
    roles = [
        Button(
            _ticked(capitalised(t.plain(label)), on=role is member.role), SetRole(council_id, member.id, role)
        )
        for role, label in ROLES.items()
        if role is not Role.VOLUNTEER or member.role is role
    ]
    return screen(
        [bold(member.name), capitalised(_roles(t, roster, member)), GAP, t("What are they on the council?")],
        [
            *rows_of(roles, 2),
            (Button(t.plain("Coordinator of …"), SetCoordinating(council_id, member.id)),),
            (
                Button(t.plain("◂ Everybody"), ShowPeople(council_id)),
                Button(t.plain("Remove"), RemovePerson(council_id, member.id)),
            ),
        ],
    )


def coordinating_view(t: Tongue, roster: Roster, member: Membership, council_id: str) -> Screen:
    """The activities, those marked that the person coordinates."""
    buttons = [
        Button(
            _ticked(name, on=activity in member.coordinates),
            SetCoordinating(council_id, member.id, activity, activity not in member.coordinates),
        )
        for activity, name in sorted(roster.activities.items(), key=lambda pair: pair[1].casefold())[:80]
    ]
    none_yet = t("There are no activities yet. They come with the plan, or with /new.")
    question = t("What does {name} coordinate?", name=member.name) if buttons else none_yet
    back = (Button(t.plain("◂ Back"), ShowPerson(council_id, member.id)),)
    return screen([bold(member.name), question], [*rows_of(buttons, 2), back])


def removing_view(t: Tongue, member: Membership, council_id: str, *, oneself: bool) -> Screen:
    """Are you sure?"""
    question = t("Leave the council?") if oneself else t("Take {name} off the council?", name=member.name)
    return screen(
        [
            bold(question),
            t("Whoever is in the group can come back with “I'm on the council”."),
        ],
        [
            (
                Button(
                    t.plain("No, stay") if oneself else t.plain("No, keep {name}", name=member.name),
                    ShowPerson(council_id, member.id),
                ),
            ),
            (
                Button(
                    t.plain("Yes, leave") if oneself else t.plain("Yes, remove"),
                    RemovePerson(council_id, member.id, sure=True),
                ),
            ),
        ],
    )


def _roles(t: Tongue, roster: Roster, member: Membership) -> Markup:
    role = t(ROLES[member.role])
    names = [roster.activities[a] for a in member.coordinates if a in roster.activities]
    if not names:
        return role
    return t("{role}, coordinator of {activities}", role=role, activities=t.listed(names))


def _ticked(label: str, *, on: bool) -> str:
    return f"● {label}" if on else label


FEATURE = Feature(
    title=N_("People"),
    order=40,
    commands=(
        Command(
            "people",
            "personer",
            N_("Who is on the council, and as what"),
            show_people,
            right=Right.MANAGE_PEOPLE,
        ),
    ),
    taps=(
        on(ShowPeople, turn_page),
        on(ShowPerson, show_person),
        on(SetRole, set_role),
        on(SetCoordinating, set_coordinating),
        on(RemovePerson, remove),
    ),
    links={"f": arrive},
)
