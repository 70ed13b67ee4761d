"""`/privacy`, `/mydata`, `/forgetme`: what is stored about somebody, and erasing it."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from handlers.codec import Tap
from handlers.feature import Command, Feature, Where, on
from handlers.menus import drop_private_menu
from handlers.screen import GAP, Button, Row, Screen, bold, screen
from handlers.setup import LANGUAGE_NAMES
from handlers.turn import Turn
from handlers.views.entries import ROLES
from handlers.views.navigation import link
from services.privacy import CouncilData, PersonalData
from texts.tongue import N_, Tongue

_FILE = "samspil.json"


@dataclass(frozen=True, slots=True)
class ShowMyData(Tap):
    """What is stored about me."""

    prefix: ClassVar[str] = "vm"


@dataclass(frozen=True, slots=True)
class ForgetMe(Tap):
    """Erase everything about me; asks first."""

    prefix: ClassVar[str] = "vf"
    sure: bool = False


@dataclass(frozen=True, slots=True)
class KeepMe(Tap):
    """No, keep it."""

    prefix: ClassVar[str] = "vk"


async def explain(turn: Turn) -> None:
    """What is stored, why, and what one can do about it."""
    await turn.say(privacy_view(turn.t, in_group=turn.in_group, bot_name=turn.bot_name))


async def my_data(turn: Turn) -> None:
    """Everything that is stored, readable and as a file."""
    data = await turn.house.privacy.stored_about(turn.person.id)
    shown = data_view(turn.own, data)
    if data.person is None and not data.forms:
        await turn.say(shown)
    else:
        await turn.send_file(data.as_json(), _FILE, shown)


async def show_my_data(turn: Turn, tap: ShowMyData) -> None:
    """The same, from a button."""
    del tap
    await my_data(turn)


async def forget_me(turn: Turn) -> None:
    """Ask whether they are sure."""
    data = await turn.house.privacy.stored_about(turn.person.id)
    await turn.say(asking_view(turn.own, data))


async def forget(turn: Turn, tap: ForgetMe) -> None:
    """Erase everything once that is confirmed."""
    if not tap.sure:
        await forget_me(turn)
        return
    own = turn.own  # the language is forgotten with the rest
    await turn.house.privacy.forget(turn.person.id)
    await turn.show(forgotten_view(own))
    await drop_private_menu(turn)


async def keep(turn: Turn, tap: KeepMe) -> None:
    """Nothing is erased."""
    del tap
    await turn.show(screen([turn.t("All right, nothing was changed.")]))


def privacy_view(t: Tongue, *, in_group: bool, bot_name: str) -> Screen:
    """What is stored and why, in few words; the rest in private."""
    rows: list[Row] = [
        (Button(t.plain("What do you know about me?"), ShowMyData()),),
        (Button(t.plain("Forget me"), ForgetMe()),),
    ]
    if in_group:
        rows = [(Button(t.plain("See yours in private"), url=link(bot_name, "v")),)]
    return screen(
        [
            bold(t("What I store about you")),
            t("Your Telegram number, name and language, what you are on your council, and what you changed."),
            t(
                "I need that to show who does what and to write to you. "
                "Your municipality is responsible for it."
            ),
            t(
                "Of people who only look at the plan I store nothing. "
                "I ask nobody about health, faith or origin."
            ),
            GAP,
            t("You can see it all, and I forget it when you say so. You can complain to Datatilsynet."),
        ],
        rows,
    )


def data_view(t: Tongue, data: PersonalData) -> Screen:
    """Everything that is stored, readable."""
    if data.person is None and not data.forms:
        return screen([bold(t("I store nothing about you")), t("You are on no council here.")])
    lines = [bold(t("What I store about you")), *_own_lines(t, data)]
    for council in data.councils:
        lines += [GAP, *_council_lines(t, council)]
    lines += [GAP, t("The file has all of it, word for word.")]
    return screen(lines, [(Button(t.plain("Forget me"), ForgetMe()),)])


def asking_view(t: Tongue, data: PersonalData) -> Screen:
    """Are you sure?"""
    alone = [council.council for council in data.councils if council.only_secretary]
    warning = None
    if alone:
        warning = t(
            "You are the only secretary of {councils}. "
            "Afterwards an administrator of the group can take over with /setup.",
            councils=t.listed(alone),
        )
    return screen(
        [
            bold(t("Shall I forget you?")),
            t("I erase your name, number, language, roles and open questions, also in my backups."),
            t("What you changed on the plan stays, without your name. This cannot be undone."),
            warning,
        ],
        [
            (Button(t.plain("No, keep it"), KeepMe()),),
            (Button(t.plain("Yes, forget me"), ForgetMe(sure=True)),),
        ],
    )


def forgotten_view(t: Tongue) -> Screen:
    """It is done."""
    return screen(
        [
            bold(t("I have forgotten you")),
            t("You can come back any time: open your council's group and tap “I'm on the council”."),
        ]
    )


def _own_lines(t: Tongue, data: PersonalData) -> list[Markup]:
    person = data.person
    if person is None:
        return []
    lines = [t("Name: {name}", name=person.name), t("Telegram number: {number}", number=person.id)]
    if person.username:
        lines.append(t("User name: @{name}", name=person.username))
    chosen = LANGUAGE_NAMES.get(person.language, t.plain("As in Telegram"))
    return [*lines, t("Language: {language}", language=chosen)]


def _council_lines(t: Tongue, data: CouncilData) -> list[Markup]:
    lines = [bold(data.council)]
    if data.membership is not None:
        lines.append(t("You are here as {role}.", role=t(ROLES[data.membership.role])))
    if data.coordinates:
        lines.append(t("You coordinate {activities}.", activities=t.listed(data.coordinates)))
    changes = len(data.changes)
    if changes:
        lines.append(
            t.n("{count} change on the plan is yours.", "{count} changes on the plan are yours.", changes)
        )
    return lines


async def arrive(turn: Turn, parts: list[str]) -> None:
    """Somebody opened it from the group."""
    del parts
    await explain(turn)


FEATURE = Feature(
    title=N_("Your data"),
    order=80,
    commands=(
        Command("privacy", "privatliv", N_("What is stored about you, and why"), explain),
        Command("mydata", "minedata", N_("Everything I store about you"), my_data, where=Where.PRIVATE),
        Command("forgetme", "slet", N_("Erase everything about you"), forget_me, where=Where.PRIVATE),
    ),
    taps=(on(ShowMyData, show_my_data), on(ForgetMe, forget), on(KeepMe, keep)),
    links={"v": arrive},
)
