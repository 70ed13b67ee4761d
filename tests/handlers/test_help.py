"""`/help`: what can be said, derived from the features, for this chat and this person."""

import pytest

from handlers.feature import Where, all_features
from tests.handlers.kit import House

RESTRICTED = {
    "new", "import", "people", "opening", "roster", "staffing", "remind", "deliveries", "status",
}  # fmt: skip


def commands(text: str) -> set[str]:
    return {line[1:].split(" ")[0] for line in text.splitlines() if line.startswith("/")}


def names(here: Where) -> set[str]:
    return {c.name for feature in all_features() for c in feature.commands if here in c.where}


async def test_the_secretary_sees_all_that_works_in_private(house: House) -> None:
    assert commands((await house.says(house.sanne, "/help")).text) == names(Where.PRIVATE)


async def test_a_member_sees_what_a_member_may(house: House) -> None:
    assert commands((await house.says(house.bo, "/help")).text) == names(Where.PRIVATE) - RESTRICTED


async def test_in_the_group(house: House) -> None:
    assert commands((await house.says(house.sanne, "/help", house.group)).text) == names(Where.GROUP)
    member = commands((await house.says(house.bo, "/help", house.group)).text)
    assert member == names(Where.GROUP) - RESTRICTED - {"setup"}


async def test_before_it_is_set_up_the_group_sees_setup(town: House) -> None:
    anna = town.tg.person("Anna", language="en")
    group = town.tg.group("Rådet", admins=[anna])
    assert "setup" in commands((await town.says(anna, "/help", group)).text)


async def test_a_stranger(house: House) -> None:
    post = await house.says(house.rikke, "/help")
    assert commands(post.text) == names(Where.PRIVATE) - RESTRICTED


async def test_sending_the_plan_is_for_those_who_may(house: House) -> None:
    how = "You can also just send me the plan"
    for who, told in ((house.sanne, True), (house.bo, False), (house.rikke, False)):
        post = await house.says(who, "/help")
        assert (how in post.text) is told
    for who in (house.sanne, house.bo):
        assert how not in (await house.says(who, "/help", house.group)).text
    people = await house.says(house.sanne, "/people")
    await house.taps(house.sanne, people, "Bo", "Deputy chair")
    assert how in (await house.says(house.bo, "/help")).text


@pytest.mark.parametrize("name", ["/help", "/hjaelp", "/help@samspil_bot", "/HELP", "/help me please"])
async def test_its_names(house: House, name: str) -> None:
    assert "What I can do" in (await house.says(house.bo, name)).text


async def test_every_command_it_lists_is_answered(house: House) -> None:
    await house.with_plan()
    for feature in all_features():
        for command in feature.commands:
            for name in (command.name, command.danish):
                for who, room in (
                    (house.sanne, house.sanne.chat),
                    (house.bo, house.group),
                    (house.rikke, house.rikke.chat),
                ):
                    said = len(room.spoken)
                    await house.says(who, f"/{name}", room)
                    assert len(room.spoken) == said + 1, (name, room)
                    assert "Something went wrong" not in room.last_message.text
