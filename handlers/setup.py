"""`/setup`: a group becomes a council; its name, language, time zone and what it has agreed on."""

from typing import Any

from council.permissions import Right
from council.records import Council, Draft
from council.refusals import AdministratorsOnly, OutOfDate
from handlers.feature import Command, Feature, Where, on
from handlers.screen import bold, screen
from handlers.turn import Turn
from handlers.views.navigation import cancel_button
from handlers.views.settings import (
    ZONES,
    AskName,
    ChooseErasing,
    ChooseLate,
    ChooseZone,
    SetLanguage,
    ShowSettings,
    created_view,
    erasing_view,
    late_view,
    settings_view,
    zones_view,
)
from services.councils import ANSWERS_DAYS, LATE_HOURS
from services.desk import Actor
from texts.catalogue import LANGUAGES
from texts.tongue import N_

_FORM = "setup"


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
    if 0 <= tap.number < len(ZONES):
        await _changed(turn, tap.council, zone=ZONES[tap.number])
    else:
        await turn.say(zones_view(turn.t, await _changeable(turn, tap.council)))


async def choose_late(turn: Turn, tap: ChooseLate) -> None:
    """Show the choices, or take one: when a withdrawal is late."""
    if tap.hours in LATE_HOURS:
        await _changed(turn, tap.council, late_hours=tap.hours)
    else:
        await turn.say(late_view(turn.t, await _changeable(turn, tap.council)))


async def choose_erasing(turn: Turn, tap: ChooseErasing) -> None:
    """Show the choices, or take one: when answers are erased."""
    if tap.days in ANSWERS_DAYS:
        await _changed(turn, tap.council, answers_days=tap.days)
    else:
        await turn.say(erasing_view(turn.t, await _changeable(turn, tap.council)))


async def show_settings(turn: Turn, tap: ShowSettings) -> None:
    """The settings as they are."""
    await _changed(turn, tap.council)


async def ask_name(turn: Turn, tap: AskName) -> None:
    """Ask what the council is called."""
    council = await _changeable(turn, tap.council)
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


async def _changed(turn: Turn, council_id: str, **settings: Any) -> None:
    council = await turn.council_of_button(council_id)
    actor = Actor(turn.person.id, council.id)
    turn.known_council = await turn.house.councils.change(actor, **settings)
    await turn.show(settings_view(turn.t, turn.known_council, turn.bot_name))


async def _changeable(turn: Turn, council_id: str) -> Council:
    council = await turn.council_of_button(council_id)
    await _check(turn, Actor(turn.person.id, council.id))
    return council


async def _check(turn: Turn, actor: Actor) -> None:
    # A change of nothing is refused to whoever may not change anything.
    await turn.house.councils.change(actor)


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
        on(ChooseLate, choose_late),
        on(ChooseErasing, choose_erasing),
        on(ShowSettings, show_settings),
    ),
    forms={_FORM: named},
)
