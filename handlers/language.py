"""`/language`: the language in which the bot speaks to one person."""

from dataclasses import dataclass
from typing import ClassVar

from council.refusals import OutOfDate
from handlers.codec import Tap
from handlers.feature import Command, Feature, on
from handlers.menus import set_private_menu
from handlers.screen import Button, Screen, bold, screen
from handlers.turn import Turn
from handlers.views.settings import LANGUAGE_NAMES
from texts.catalogue import LANGUAGES
from texts.tongue import N_, Tongue


@dataclass(frozen=True, slots=True)
class SpeakTo(Tap):
    """Speak this language to me; "" follows Telegram's setting."""

    prefix: ClassVar[str] = "l"
    language: str


async def ask(turn: Turn) -> None:
    """The languages; behind the command a language chooses it at once."""
    wanted = turn.args.casefold()
    names = {name.casefold(): code for code, name in LANGUAGE_NAMES.items()} | {c: c for c in LANGUAGES}
    if wanted in names:
        await _choose(turn, names[wanted])
    else:
        await turn.say(languages_view(turn.own, turn.person.language))


async def choose(turn: Turn, tap: SpeakTo) -> None:
    """Remember the language and answer in it."""
    if tap.language not in {*LANGUAGES, ""}:
        raise OutOfDate
    await _choose(turn, tap.language)


async def _choose(turn: Turn, language: str) -> None:
    turn.person = await turn.house.people.set_language(turn.person, language)
    await turn.show(languages_view(turn.own, language))
    await set_private_menu(turn, turn.person.id)


def languages_view(t: Tongue, chosen: str) -> Screen:
    """The language that is spoken now, and the others as buttons."""
    row = tuple(
        Button(f"● {LANGUAGE_NAMES[code]}" if code == chosen else LANGUAGE_NAMES[code], SpeakTo(code))
        for code in LANGUAGES
    )
    automatic = t.plain("As in Telegram")
    follow = Button(automatic if chosen else f"● {automatic}", SpeakTo(""))
    return screen(
        [
            bold(t("I speak English to you")),
            t("In the group I speak the council's language, which the secretary sets with /setup."),
        ],
        [row, (follow,)],
    )


FEATURE = Feature(
    title=N_("Language"),
    order=70,
    commands=(Command("language", "sprog", N_("Choose the language I speak to you"), ask),),
    taps=(on(SpeakTo, choose),),
)
