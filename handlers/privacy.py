"""`/privacy`, `/mydata`, `/forgetme`: what is stored about somebody, and erasing it."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.codec import Tap
from handlers.feature import Command, Feature, Where, on
from handlers.menus import drop_private_menu
from handlers.screen import GAP, TEXT_LIMIT, Button, Row, Screen, bold, screen, visible
from handlers.turn import Turn
from handlers.views.mydata import data_lines, pages
from handlers.views.navigation import link
from handlers.views.privacy_words import signing_up
from services.privacy import PersonalData
from texts.escape import telegram_length
from texts.tongue import N_, Tongue

_FILE = "samspil.json"
_CAPTION_LIMIT = 1000
"""Characters of the text that goes with a file (Bot API, sendDocument: 1024)."""


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
    data, t = await turn.house.privacy.stored_about(turn.person.id), turn.own
    if data.person is None and not data.forms:
        await turn.say(nothing_view(t))
        return
    *before, caption = data_views(t, data, turn.today)
    for shown in before:
        await turn.say(shown)
    await turn.send_file(data.as_json(), _FILE, caption)


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
            t("Your id, name and user name in Telegram, your language, your role, and what you changed."),
            t(
                "I need that to show who does what and to write to you. "
                "Your municipality is responsible for it."
            ),
            t(
                "Of people who only look at the plan I store nothing. "
                "I ask nobody about health, faith or origin."
            ),
            GAP,
            signing_up(t),
            GAP,
            t("You can see it all, and I forget it when you say so. You can complain to Datatilsynet."),
        ],
        rows,
    )


def nothing_view(t: Tongue) -> Screen:
    """Of somebody whom the bot does not keep."""
    return screen([bold(t("I store nothing about you")), t("You are on no council here.")])


def data_views(t: Tongue, data: PersonalData, today: date) -> list[Screen]:
    """Everything that is stored, readable; the last is what goes with the file, alone if there is room."""
    lines = data_lines(t, data, today)
    last = [GAP, t("The file has all of it, word for word.")]
    row = (Button(t.plain("Forget me"), ForgetMe()),)
    room = _CAPTION_LIMIT - sum(telegram_length(visible(line)) + 1 for line in last)
    if len(pages(lines, room)) == 1:
        return [screen([*lines, *last], [row])]
    return [*(screen(page) for page in pages(lines, TEXT_LIMIT - 2)), screen(last, [row])]


def asking_view(t: Tongue, data: PersonalData) -> Screen:
    """Are you sure?"""
    alone = [council.council for council in data.councils if council.only_secretary]
    warning = places = None
    if any(council.signups for council in data.councils):
        places = t("Places that you have go to those who wait; where you helped, “a volunteer” did.")
    if alone:
        warning = t(
            "You are the only secretary of {councils}. "
            "Afterwards an administrator of the group can take over with /setup.",
            councils=t.listed(alone),
        )
    return screen(
        [
            bold(t("Shall I forget you?")),
            t(
                "I erase your name, number, language, roles, sign-ups, answers and open questions, "
                "also in my backups."
            ),
            t("What you changed on the plan stays, without your name. This cannot be undone."),
            places,
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
            t("You can come back any time, through the group of your council or the link of an opening."),
        ]
    )


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
