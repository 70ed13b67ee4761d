"""`/start` and "I'm on the council": how people meet the bot, and leaving a form."""

from council.permissions import Right, may_somewhere
from council.records import Council, Membership
from council.refusals import NotInGroup, NotOnCouncil, OutOfDate
from handlers.feature import Command, Feature, on
from handlers.menus import set_private_menu
from handlers.screen import GAP, Button, Screen, bold, screen
from handlers.turn import Turn
from handlers.views.entries import ROLES
from handlers.views.joining import JoinCouncil
from handlers.views.navigation import DropForm, OpenEntry, SendCalendar, ShowPlan, link, plan_button
from services.desk import Actor
from texts.tongue import N_, Tongue


async def start(turn: Turn) -> None:
    """A short hello that says what to do next."""
    if turn.in_group:
        council = await turn.council()
        await turn.say(joining_view(turn.t, council, turn.bot_name))
        return
    councils = await turn.house.councils.of_person(turn.person)
    await turn.say(stranger_view(turn.own) if not councils else hello_view(turn.own, councils))
    await set_private_menu(turn, turn.person.id)


async def arrive(turn: Turn, parts: list[str]) -> None:
    """Somebody opened the private chat from a council's group."""
    council_id = parts[0] if parts else ""
    if council_id not in turn.person.councils:
        await start(turn)
        return
    council = await turn.house.councils.council(council_id)
    actor = Actor(turn.person.id, council.id)
    await turn.house.people.choose_council(actor)
    member = await turn.house.people.member(actor)
    await turn.say(member_view(turn.own, council, member))
    await set_private_menu(turn, turn.person.id)


async def join(turn: Turn, tap: JoinCouncil) -> None:
    """Take somebody onto the council who is in its group chat, as Telegram says."""
    council = await turn.house.councils.council(tap.council)
    if turn.in_group and council.chat_id != turn.chat_id:
        raise OutOfDate
    if not await turn.is_in(council.chat_id):
        raise NotInGroup
    member = await turn.house.people.join(turn.person, council.id)
    role = turn.own(ROLES[member.role])
    text = turn.own.plain("Welcome. You are on {council} as {role}.", council=council.name, role=role)
    await turn.alert(text, box=True)
    await set_private_menu(turn, turn.person.id)


async def drop_form(turn: Turn, tap: DropForm) -> None:
    """Leave the form; nothing was changed."""
    draft = await turn.house.drafts.with_token(turn.form_id, tap.token)
    await turn.house.drafts.drop(turn.form_id)
    t, council_id, entry_id = turn.t, draft.council_id, draft.answer("entry")
    back = Button(t.plain("◂ Back to it"), OpenEntry(council_id, entry_id)) if entry_id else None
    await turn.show(screen([t("All right, nothing was changed.")], [(back or plan_button(t, council_id),)]))


async def cancel(turn: Turn) -> None:
    """Leave whatever form is open."""
    dropped = await turn.house.drafts.drop(turn.form_id)
    t = turn.t
    said = t("All right, nothing was changed.") if dropped else t("There is nothing open to leave.")
    await turn.say(screen([said]))


async def loose_text(turn: Turn) -> None:
    """Something was typed that answers no question: say what could be meant."""
    t = turn.t
    try:
        council = await turn.council()
    except NotOnCouncil:
        await turn.say(stranger_view(t))
        return
    member = await turn.member_of(council.id)
    text = t("I am not sure what to do with that.")
    if may_somewhere(member, Right.EDIT_PLAN):
        text = t("I am not sure what to do with that. To put it on the plan, write /new in front of it.")
    await turn.say(screen([text, t("/help shows everything I can do.")], [(plan_button(t, council.id),)]))


def joining_view(t: Tongue, council: Council, bot_name: str) -> Screen:
    """In the group: who is on the council taps, and goes on in private."""
    return screen(
        [
            bold(council.name),
            t("Are you on the council? Tap the first button. With the second one we talk in private."),
        ],
        [joining_row(t, council.id), (private_button(t, council.id, bot_name),)],
    )


def joining_row(t: Tongue, council_id: str) -> tuple[Button, ...]:
    """The button that takes people onto the council."""
    return (Button(t.plain("I'm on the council"), JoinCouncil(council_id)),)


def private_button(t: Tongue, council_id: str, bot_name: str) -> Button:
    """Opens the private chat, knowing which council it came from."""
    return Button(t.plain("Open the private chat"), url=link(bot_name, "c", council_id))


def stranger_view(t: Tongue) -> Screen:
    """For somebody who is on no council yet."""
    return screen(
        [
            bold(t("Hello, I am Samspil")),
            t("I help councils and their volunteers with their year: the plan, meetings and calendars."),
            GAP,
            t("Are you on a council that uses me? Open its group and tap “I'm on the council”."),
            t("Is your council new here? Add me to its group and write /setup there."),
        ]
    )


def hello_view(t: Tongue, councils: list[Council]) -> Screen:
    """For somebody who belongs to councils."""
    names = t.listed([council.name for council in councils])
    rows = [(plan_button(t, councils[0].id),)] if len(councils) == 1 else []
    return screen(
        [
            bold(t("Hello again")),
            t("You are on {councils}.", councils=names),
            t("/help shows what I can do."),
        ],
        rows,
    )


def member_view(t: Tongue, council: Council, member: Membership | None) -> Screen:
    """In private, just come from the group."""
    role = t("You are here as {role}.", role=t(ROLES[member.role])) if member else None
    return screen(
        [bold(council.name), role, t("Here you can see the plan and take it home as a calendar.")],
        [
            (Button(t.plain("See the plan"), ShowPlan(council.id)),),
            (Button(t.plain("Calendar"), SendCalendar(council.id)),),
        ],
    )


FEATURE = Feature(
    title=N_("Getting started"),
    order=0,
    commands=(
        Command("start", "start", N_("Say hello and see where to begin"), start),
        Command("cancel", "afbryd", N_("Leave what I am asking you about"), cancel),
    ),
    taps=(on(JoinCouncil, join), on(DropForm, drop_form)),
    links={"c": arrive},
)
