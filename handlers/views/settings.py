"""The settings of a council, their buttons, and the choices behind them."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from council.records import Council
from handlers.codec import Tap
from handlers.screen import GAP, Button, Row, Screen, bold, screen
from handlers.welcome import joining_row, private_button
from services.councils import ANSWERS_DAYS, LATE_HOURS
from texts.catalogue import LANGUAGES
from texts.tongue import Tongue

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


@dataclass(frozen=True, slots=True)
class ChooseLate(Tap):
    """When a withdrawal is late: a number of `LATE_HOURS`; 0 shows them."""

    prefix: ClassVar[str] = "sh"
    council: str
    hours: int = 0


@dataclass(frozen=True, slots=True)
class ChooseErasing(Tap):
    """When answers are erased: a number of `ANSWERS_DAYS`; 0 shows them."""

    prefix: ClassVar[str] = "sd"
    council: str
    days: int = 0


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
    return screen([bold(t("Which time zone does the council live in?"))], [*rows, _back(t, council)])


def late_view(t: Tongue, council: Council) -> Screen:
    """How near the beginning a withdrawal is late."""
    choices = [
        (_choice(hours(t, count), ChooseLate(council.id, count), chosen=count == council.late_hours),)
        for count in LATE_HOURS
    ]
    return screen(
        [
            bold(t("When is it late to withdraw?")),
            t("Whoever runs an opening hears at once when somebody withdraws so near the beginning."),
        ],
        [*choices, _back(t, council)],
    )


def erasing_view(t: Tongue, council: Council) -> Screen:
    """How long answers are kept."""
    choices = [
        (_choice(days(t, count), ChooseErasing(council.id, count), chosen=count == council.answers_days),)
        for count in ANSWERS_DAYS
    ]
    return screen(
        [
            bold(t("How long after the event are answers erased?")),
            t("Answers to questions and phone numbers go, the counts stay."),
        ],
        [*choices, _back(t, council)],
    )


def _choice(label: str, tap: Tap, *, chosen: bool) -> Button:
    return Button(f"● {label}" if chosen else label, tap)


def _back(t: Tongue, council: Council) -> Row:
    return (Button(t.plain("◂ Back"), ShowSettings(council.id)),)


def _settings(t: Tongue, council: Council) -> list[Markup]:
    return [
        t("Language in the group: {language}", language=LANGUAGE_NAMES[council.language]),
        t("Time zone: {zone}", zone=council.zone),
        t("Late withdrawals: within {hours}", hours=hours(t, council.late_hours)),
        t("Answers are erased {days} after the event", days=days(t, council.answers_days)),
    ]


def hours(t: Tongue, count: int) -> str:
    """So many hours."""
    return t.plain_n("{count} hour", "{count} hours", count)


def days(t: Tongue, count: int) -> str:
    """So many days."""
    return t.plain_n("{count} day", "{count} days", count)


def _change_rows(t: Tongue, council: Council) -> list[Row]:
    others = [language for language in LANGUAGES if language != council.language]
    return [
        (
            *(Button(_SPEAK[other], SetLanguage(council.id, other)) for other in others),
            Button(t.plain("Another name"), AskName(council.id)),
            Button(t.plain("Time zone"), ChooseZone(council.id)),
        ),
        (
            Button(t.plain("Late withdrawals"), ChooseLate(council.id)),
            Button(t.plain("Erasing answers"), ChooseErasing(council.id)),
        ),
    ]
