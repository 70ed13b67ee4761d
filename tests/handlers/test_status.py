"""`/status`: last heartbeat, what is due next, what waits; numbers only."""

from datetime import timedelta

import pytest

from handlers.context import Status
from handlers.screen import visible
from handlers.status import status_view
from tests.handlers.kit import NOON, House
from texts.catalogue import LANGUAGES
from texts.tongue import tongue

LAST = "This counts all councils that I serve."


def said(status: Status, language: str = "en") -> list[str]:
    return [visible(line) for line in status_view(tongue(language), status, NOON).text.split("\n")]


def test_the_figures() -> None:
    assert said(Status(NOON, NOON + timedelta(days=1), 3)) == [
        "I am awake",
        "My heart beat last: Mon 1 Mar at 11:00",
        "Next thing to do: Tue 2 Mar at 11:00",
        "3 messages are on their way.",
        LAST,
    ]


def test_just_started() -> None:
    assert said(Status(None, None, 0)) == [
        "I am awake",
        "My heart has not beaten yet: I have just been started.",
        "Nothing lies ahead.",
        "No message waits to be sent.",
        LAST,
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_message_in_every_language(language: str) -> None:
    assert "{" not in "".join(said(Status(NOON, NOON, 1), language))


async def test_in_private_and_in_the_group(house: House) -> None:
    await house.add("Infomøde 1. marts kl. 12.12-13")
    await house.says(house.bo, "/remindme infomøde 10 minutes before")
    for room in (house.sanne.chat, house.group):
        post = await house.says(house.sanne, "/status", room)
        assert "Next thing to do: Mon 1 Mar at 12:02" in post.text
        assert "No message waits to be sent." in post.text
        assert "Infomøde" not in post.text


async def test_others_are_refused(house: House) -> None:
    assert "Only administrators" in (await house.says(house.bo, "/status", house.group)).text
    assert "The secretary and the chair" in (await house.says(house.bo, "/status")).text
    assert "not on a council" in (await house.says(house.rikke, "/status")).text


async def test_an_administrator_of_the_group(house: House) -> None:
    house.group.promote(house.olga, by=house.sanne)
    assert "I am awake" in (await house.says(house.olga, "/status", house.group)).text


async def test_before_the_group_is_a_council(town: House) -> None:
    anna, bent = town.tg.person("Anna", language="en"), town.tg.person("Bent", language="en")
    group = town.tg.group("Rådet", admins=[anna], members=[bent])
    assert "Nothing lies ahead." in (await town.says(anna, "/status", group)).text
    assert "Only administrators" in (await town.says(bent, "/status", group)).text
