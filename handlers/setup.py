"""`/setup`: a group becomes a council; its name, language and time zone."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from council.permissions import Right
from council.records import Council, Draft
from council.refusals import AdministratorsOnly, OutOfDate
from handlers.codec import Tap
from handlers.feature import Command, Feature, Where, on
from handlers.screen import GAP, Button, Row, Screen, bold, screen
from handlers.turn import Turn
from handlers.views.navigation import cancel_button
from handlers.welcome import joining_row, private_button
from services.desk import Actor
from texts.catalogue import LANGUAGES
from texts.tongue import N_, Tongue

LANGUAGE_NAMES = {"da": "Dansk", "en": "English"}
"""Each in its own language, so that everybody finds theirs."""

_SPEAK = {"da": "Tal dansk", "en": "Speak English"}

ZONES = (
    "Europe/Copenhagen",
    "Atlantic/Faroe",
    "America/Nuuk",
    "Europe/Oslo",
    "Europe/Stockholm",
    "Europe/London",
)
_FORM = "setup"


@dataclass(frozen=True, slots=True)
class SetLanguage(Tap):
    """The council's language."""

    prefix: ClassVar[str] = "sl"
    council: str
    language: str


@dataclass(frozen=True, slots=True)
class AskName(Tap):
    """Another name for the council."""

    prefix: ClassVar[str] = "sn"
    council: str


@dataclass(frozen=True, slots=True)
class ChooseZone(Tap):
    """The list of time zones; `number` picks one of `ZONES`, -1 shows them."""

    prefix: ClassVar[str] = "sz"
    council: str
    number: int = -1


@dataclass(frozen=True, slots=True)
class ShowSettings(Tap):
    """Back to the settings."""

    prefix: ClassVar[str] = "ss"
    council: str


async def set_up(turn: Turn) -> None:
    """Make this group a council, or show the settings of the one it is. Behind the command: its name."""
    council = turn.known_council
    if council is None or not await turn.house.councils.has_secretary(council.id):
        await _found(turn)
        return
    actor = await turn.actor()
    await _check(turn, actor)
    if turn.args:
        turn.known_council = await turn.house.councils.change(actor, name=turn.args)
    await turn.say(settings_view(turn.t, turn.known_council or council, turn.bot_name))


async def _found(turn: Turn) -> None:
    if not await turn.is_administrator():
        raise AdministratorsOnly
    name = turn.args or turn.chat_title or turn.own.plain("Our council")
    turn.known_council, _ = await turn.house.councils.set_up(turn.chat_id, name, turn.person)
    await turn.say(created_view(turn.t, turn.known_council, turn.person.name, turn.bot_name))


async def set_language(turn: Turn, tap: SetLanguage) -> None:
    """The group is spoken to in this language from now on."""
    if tap.language not in LANGUAGES:
        raise OutOfDate
    await _changed(turn, tap.council, language=tap.language)


async def choose_zone(turn: Turn, tap: ChooseZone) -> None:
    """Show the time zones, or take the chosen one."""
    council = await turn.council_of_button(tap.council)
    if 0 <= tap.number < len(ZONES):
        await _changed(turn, tap.council, zone=ZONES[tap.number])
        return
    await _check(turn, Actor(turn.person.id, council.id))
    await turn.say(zones_view(turn.t, council))


async def show_settings(turn: Turn, tap: ShowSettings) -> None:
    """The settings as they are."""
    await _changed(turn, tap.council)


async def ask_name(turn: Turn, tap: AskName) -> None:
    """Ask what the council is called."""
    council = await turn.council_of_button(tap.council)
    await _check(turn, Actor(turn.person.id, council.id))
    draft = await turn.house.drafts.begin(turn.form_id, _FORM, "name", council.id)
    t = turn.t
    how = t("Answer this message with the name.") if turn.in_group else t("Write the name.")
    await turn.say(screen([bold(t("What is the council called?")), how], [(cancel_button(t, draft.token),)]))


async def named(turn: Turn, draft: Draft) -> None:
    """The answer to the question for the name."""
    assert turn.message is not None
    actor = Actor(turn.person.id, draft.council_id)
    council = await turn.house.councils.change(actor, name=turn.message.text or "")
    await turn.house.drafts.drop(turn.form_id)
    await turn.say(settings_view(turn.t, council, turn.bot_name))


async def _changed(turn: Turn, council_id: str, *, language: str = "", zone: str = "") -> None:
    council = await turn.council_of_button(council_id)
    actor = Actor(turn.person.id, council.id)
    turn.known_council = await turn.house.councils.change(actor, language=language, zone=zone)
    await turn.show(settings_view(turn.t, turn.known_council, turn.bot_name))


async def _check(turn: Turn, actor: Actor) -> None:
    # A change of nothing is refused to whoever may not change anything.
    await turn.house.councils.change(actor)


def created_view(t: Tongue, council: Council, secretary: str, bot_name: str) -> Screen:
    """The council exists: what is set, and what comes next."""
    return screen(
        [
            bold(t("{council} is ready", council=council.name)),
            t("{name} is its secretary.", name=secretary),
            *_settings(t, council),
            GAP,
            t("Are you on the council? Tap “I'm on the council”."),
            t("Secretary: send me your plan as a file in our private chat, and I take it from there."),
        ],
        [
            joining_row(t, council.id),
            (private_button(t, council.id, bot_name),),
            *_change_rows(t, council),
        ],
    )


def settings_view(t: Tongue, council: Council, bot_name: str) -> Screen:
    """The settings as they are, with buttons to change them."""
    rows = [*_change_rows(t, council), joining_row(t, council.id), (private_button(t, council.id, bot_name),)]
    return screen([bold(council.name), *_settings(t, council)], rows)


def zones_view(t: Tongue, council: Council) -> Screen:
    """The time zones to choose from."""
    rows = [(Button(zone, ChooseZone(council.id, number)),) for number, zone in enumerate(ZONES)]
    back = (Button(t.plain("◂ Back"), ShowSettings(council.id)),)
    return screen([bold(t("Which time zone does the council live in?"))], [*rows, back])


def _settings(t: Tongue, council: Council) -> list[Markup]:
    return [
        t("Language in the group: {language}", language=LANGUAGE_NAMES[council.language]),
        t("Time zone: {zone}", zone=council.zone),
    ]


def _change_rows(t: Tongue, council: Council) -> list[Row]:
    others = [language for language in LANGUAGES if language != council.language]
    return [
        (
            *(Button(_SPEAK[other], SetLanguage(council.id, other)) for other in others),
            Button(t.plain("Another name"), AskName(council.id)),
            Button(t.plain("Time zone"), ChooseZone(council.id)),
        )
    ]


FEATURE = Feature(
    title=N_("Your council"),
    order=50,
    commands=(
        Command(
            "setup",
            "opsaet",
            N_("Make this group a council, or change its name, language and time zone"),
            set_up,
            where=Where.GROUP,
            right=Right.CHANGE_COUNCIL,
            administrators=True,
        ),
    ),
    taps=(
        on(SetLanguage, set_language),
        on(AskName, ask_name),
        on(ChooseZone, choose_zone),
        on(ShowSettings, show_settings),
    ),
    forms={_FORM: named},
)
