"""`/privacy`, `/mydata`, `/forgetme`: what is stored about somebody, and erasing it."""

import json
from pathlib import Path

from council.records import Role
from playground import Person
from tests.handlers.kit import House


async def test_privacy_says_what_is_stored_and_leads_on(house: House) -> None:
    told = await house.says(house.bo, "/privacy")
    assert "store nothing" in told.text
    assert told.rows == [["What do you know about me?"], ["Forget me"]]
    in_group = await house.says(house.bo, "/privacy", house.group)
    assert in_group.rows == [["See yours in private"]]


async def test_mydata_is_readable_and_a_file(house: House) -> None:
    await house.add("Fest 3 June 2027")
    told = await house.says(house.sanne, "/mydata")
    for fact in ("Sanne Sand", str(house.sanne.id), "Integration Council", "secretary", "1 change"):
        assert fact in told.text
    assert told.document is not None
    assert json.loads(told.document)["councils"][0]["council"] == "Integration Council"
    assert "Bo Bak" not in told.document.decode()


async def test_of_a_stranger_nothing_is_stored(house: House) -> None:
    told = await house.says(house.rikke, "/mydata")
    assert "I store nothing about you" in told.text
    assert told.document is None


async def test_in_the_group_nobody_elses_data_is_shown(house: House) -> None:
    told = await house.says(house.bo, "/mydata", house.group)
    assert "Bo" not in told.text
    assert told.document is None


async def test_forgetting_asks_first(house: House) -> None:
    asked = await house.says(house.bo, "/forgetme")
    assert asked.rows[0] == ["No, keep it"]
    await house.taps(house.bo, asked, "No, keep it")
    assert await house.role(house.council, house.bo) is Role.MEMBER


async def test_forgotten_twice_is_forgotten_once(house: House) -> None:
    asked = await house.says(house.bo, "/forgetme")
    await house.taps(house.bo, asked, "Yes, forget me")
    assert "forgotten" in asked.text
    assert await house.role(house.council, house.bo) is None
    await house.forges(house.bo, asked, "vf:1")
    told = await house.says(house.bo, "/plan")
    assert "not on a council" in told.text


async def test_the_only_secretary_hears_what_comes_then(house: House) -> None:
    asked = await house.says(house.sanne, "/forgetme")
    assert "only secretary of Integration Council" in asked.text
    await house.taps(house.sanne, asked, "Yes, forget me")
    refused = await house.says(house.bo, "/setup", house.group)
    assert "administrator" in refused.text
    await house.says(house.sanne, "/setup", house.group)
    assert await house.role(house.council, house.sanne) is Role.SECRETARY


async def test_no_trace_is_left_on_the_disk(lasting: House, tmp_path: Path) -> None:
    await lasting.says(lasting.sanne, "/people")
    people = lasting.sanne.chat.last_message
    await lasting.taps(lasting.sanne, people, "Bo Bak", "Secretary")
    form = await lasting.says(lasting.bo, "/new Fest 3 June 2027")
    await lasting.taps(lasting.bo, form, "Yes, save it")
    await lasting.says(lasting.bo, "/new Another 4 June 2027")
    assert hasattr(lasting.store, "backup")
    await lasting.store.backup(lasting.clock.now())
    assert _traces(tmp_path, lasting.bo)
    asked = await lasting.says(lasting.bo, "/forgetme")
    await lasting.taps(lasting.bo, asked, "Yes, forget me")
    assert _traces(tmp_path, lasting.bo) == []
    entry = await lasting.says(lasting.sanne, "/entry Fest")
    assert "somebody (secretary) put it on the plan" in entry.text


def _traces(folder: Path, who: Person) -> list[str]:
    words = ("Bo Bak", str(who.id))
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(word.encode() in path.read_bytes() for word in words)]
