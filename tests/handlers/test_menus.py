"""The command menus that Telegram shows: per language, kind of chat and role."""

import pytest

from handlers.feature import Where, all_features
from playground import Person
from tests.handlers.kit import House
from texts.tongue import tongue

EVERYBODYS = {
    "start",
    "plan",
    "next",
    "entry",
    "calendar",
    "activities",
    "council",
    "language",
    "help",
    "cancel",
    "privacy",
    "openings",
    "reminders",
}
PRIVATE = EVERYBODYS | {"mydata", "forgetme", "mine", "remindme"}
COORDINATORS = {"new", "opening", "roster", "staffing", "remind"}
LEADERS = COORDINATORS | {"import", "people", "deliveries", "status"}
DANISH = {
    "start", "plan", "naeste", "punkt", "kalender", "aktiviteter", "raad", "sprog", "hjaelp", "afbryd",
    "privatliv", "pladser", "paamindelser",
}  # fmt: skip
PRIVATE_DANISH = DANISH | {"minedata", "slet", "mine", "mindmig"}


def names(house: House, scope: str, language: str = "", chat: int | None = None) -> set[str]:
    return {command.command for command in house.tg.menu(scope, language, chat)}


def own(house: House, who: Person) -> set[str]:
    return names(house, "chat", chat=who.id)


async def test_for_everybody_in_private(house: House) -> None:
    assert names(house, "all_private_chats") == PRIVATE
    assert names(house, "all_private_chats", "da") == PRIVATE_DANISH


async def test_in_groups_administrators_see_setup(house: House) -> None:
    assert names(house, "all_group_chats") == EVERYBODYS
    assert names(house, "all_chat_administrators") == EVERYBODYS | {"setup", "status"}
    assert names(house, "all_chat_administrators", "da") == DANISH | {"opsaet", "status"}


@pytest.mark.parametrize("language", ["", "da"])
@pytest.mark.parametrize("scope", ["all_private_chats", "all_group_chats"])
async def test_every_one_has_a_short_description(house: House, scope: str, language: str) -> None:
    for command in house.tg.menu(scope, language):
        assert 3 <= len(command.description) <= 80


async def test_the_secretary_sees_more(house: House) -> None:
    assert own(house, house.sanne) == PRIVATE | LEADERS
    assert own(house, house.bo) == PRIVATE


async def test_a_new_role_brings_a_new_menu(house: House) -> None:
    post = await house.says(house.sanne, "/people")
    await house.taps(house.sanne, post, "Bo Bak", "Chair")
    assert own(house, house.bo) == PRIVATE | LEADERS
    await house.taps(house.sanne, post, "Deputy chair")
    assert own(house, house.bo) == PRIVATE | COORDINATORS | {"import"}
    await house.taps(house.sanne, post, "Member")
    assert own(house, house.bo) == PRIVATE


async def test_the_former_chair_loses_the_menu(house: House) -> None:
    card = await house.says(house.sanne, "/start", house.group)
    await house.taps(house.olga, card, "I'm on the council")
    post = await house.says(house.sanne, "/people")
    await house.taps(house.sanne, post, "Bo Bak", "Chair", "◂ Everybody", "Olga Ohm", "Chair")
    assert own(house, house.bo) == PRIVATE


async def test_a_coordinator_may_add(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.sanne, "/people")
    await house.taps(house.sanne, post, "Bo Bak", "Coordinator of …", "Kulturdag")
    assert own(house, house.bo) == PRIVATE | COORDINATORS
    await house.taps(house.sanne, post, "Kulturdag")
    assert own(house, house.bo) == PRIVATE


async def test_who_was_removed_has_everybodys(house: House) -> None:
    post = await house.says(house.sanne, "/people")
    await house.taps(house.sanne, post, "Bo Bak", "Chair", "Remove", "Yes, remove")
    assert own(house, house.bo) == PRIVATE


async def test_the_menu_speaks_the_persons_language(house: House) -> None:
    await house.says(house.sanne, "/language da")
    assert own(house, house.sanne) == PRIVATE_DANISH | {
        "nyt", "importer", "personer", "plads", "tilmeldte", "bemanding", "paamind", "beskeder", "status",
    }  # fmt: skip
    await house.says(house.sanne, "/sprog en")
    assert "new" in own(house, house.sanne)


async def test_another_council_another_menu(house: House) -> None:
    other = house.tg.group("Youth Council", admins=[house.bo])
    await house.says(house.bo, "/setup", other)
    post = await house.says(house.bo, "/council")
    await house.taps(house.bo, post, "Youth Council")
    assert "people" in own(house, house.bo)
    post = await house.says(house.bo, "/council")
    await house.taps(house.bo, post, "Integration Council")
    assert "people" not in own(house, house.bo)


async def test_menus_that_telegram_refuses_stop_nobody(house: House) -> None:
    house.tg.faults.server_error("setMyCommands", code=500, times=None)
    await house.says(house.sanne, "/language da")
    house.tg.faults.clear()
    assert tongue("da").plain("What I can do") in (await house.says(house.sanne, "/help")).text


async def test_what_the_bot_is_can_be_read_before_it_is_started(house: House) -> None:
    profile = house.tg.world.profile
    assert any("plan" in text for text in profile.values())
    assert {language for _, language in profile} == {"", "da"}


def test_every_command_is_answered_somewhere() -> None:
    for feature in all_features():
        for command in feature.commands:
            assert command.where & Where.ANYWHERE
            assert command.name.isascii()
            assert command.danish.isascii()
