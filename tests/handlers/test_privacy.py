"""`/privacy`, `/mydata`, `/forgetme`: what is stored about somebody, and erasing it."""

import json
from pathlib import Path

from council.records import Role
from tests.handlers.kit import House
from tests.handlers.opened import opened
from tests.handlers.places import Places


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
    words = ("Bo Bak", str(lasting.bo.id))
    assert _traces_of(tmp_path, *words)
    asked = await lasting.says(lasting.bo, "/forgetme")
    await lasting.taps(lasting.bo, asked, "Yes, forget me")
    assert _traces_of(tmp_path, *words) == []
    entry = await lasting.says(lasting.sanne, "/entry Fest")
    assert "somebody (secretary) put it on the plan" in entry.text


async def test_privacy_says_it_for_those_who_sign_up_too(house: House) -> None:
    told = await house.says(house.rikke, "/privacy")
    for word in ("sign up", "only numbers", "90 days", "/mydata", "/forgetme"):
        assert word in told.text


async def test_mydata_has_places_and_answers(house: House) -> None:
    made = await opened(house, "Café 25. september kl. 8-11, 6 personer")
    await made.asks("What can you sing?")
    mai = made.somebody("Mai")
    await made.joins(mai)
    await house.says(mai, "Songs of home")
    told = await house.says(mai, "/mydata")
    for fact in (
        "Café",
        "has a place",
        "What can you sing? – Songs of home",
        "volunteer",
        "Integration Council",
    ):
        assert fact in told.text
    assert told.document is not None
    [council] = json.loads(told.document)["councils"]
    assert council["signups"][0]["answers"] == [["What can you sing?", "Songs of home"]]


async def test_a_long_mydata_comes_in_several_messages_and_one_file(house: House) -> None:
    places, mai = Places(house), house.tg.person("Mai", language="en")
    for number in range(60):
        key = f"opening{number:09}"
        await places.open(f"{number} {'Putting up tables ' * 6}"[:119], key)
        await places.joins(mai, key)
    before = len(mai.chat.spoken)
    told = await house.says(mai, "/mydata")
    said = mai.chat.spoken[before:]
    assert len(said) > 2
    assert all(any(f"• {number} Putting" in post.text for post in said) for number in range(60))
    assert [post.document is not None for post in said] == [False] * (len(said) - 1) + [True]
    assert told.rows == [["Forget me"]]


async def test_a_place_goes_on_when_its_volunteer_is_forgotten(lasting: House, tmp_path: Path) -> None:
    made = await opened(lasting, "Opstilling lørdag 25/9 kl. 8-11, 1 person")
    await made.asks("What can you sing?")
    card = await made.card()
    mai = lasting.tg.person("Mai-Ærlig", language="en", username="mai_sings")
    await made.joins(mai)
    await lasting.says(mai, "Songs of home")
    await made.joins(lasting.bo)
    await lasting.says(lasting.bo, "Nothing")
    assert await made.states(mai, lasting.bo) == ["confirmed", "waiting"]
    assert hasattr(lasting.store, "backup")
    await lasting.store.backup(lasting.clock.now())
    words = (str(mai.id), "Mai-Ærlig", "mai_sings", "Songs of home")
    assert {word for _, word in _traces_of(tmp_path, *words)} == set(words)
    asked = await lasting.says(mai, "/forgetme")
    assert "go to those who wait" in asked.text
    await lasting.taps(mai, asked, "Yes, forget me")
    assert _traces_of(tmp_path, *words) == []
    assert await made.states(mai, lasting.bo) == ["", "offered"]
    assert await made.notices(lasting.bo) == ["offered"]
    assert "A place is free for you" in lasting.bo.chat.last_message.text
    assert "Mai" not in card.text


def _traces_of(folder: Path, *words: str) -> list[tuple[str, str]]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    spelt = [(word, text.encode()) for word in words for text in {word, json.dumps(word)[1:-1]}]
    return [(path.name, word) for path in files for word, data in spelt if data in path.read_bytes()]
