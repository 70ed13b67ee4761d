"""The language in which the bot speaks to one person, and to a group."""

import pytest

from tests.handlers.kit import House
from texts.tongue import tongue

DANISH, ENGLISH = tongue("da"), tongue("en")
HELP = "What I can do"


@pytest.mark.parametrize(
    ("code", "spoken"),
    [
        ("da", "da"),
        ("da-DK", "da"),
        ("nb", "da"),
        ("fo", "da"),
        ("kl", "da"),
        ("en-US", "en"),
        ("ar", "en"),
        (None, "en"),
    ],
)
async def test_at_first_it_is_telegrams(house: House, code: str | None, spoken: str) -> None:
    who = house.tg.person("Naja", language=code)
    assert tongue(spoken).plain(HELP) in (await house.says(who, "/help")).text


async def test_choosing_another(house: House) -> None:
    post = await house.says(house.bo, "/language")
    assert ["● As in Telegram"] in post.rows
    await house.taps(house.bo, post, "Dansk")
    assert DANISH.plain("I speak English to you") in post.text
    assert "● Dansk" in post.rows[0]
    assert DANISH.plain(HELP) in (await house.says(house.bo, "/help")).text
    assert ENGLISH.plain(HELP) in (await house.says(house.sanne, "/help")).text


async def test_back_to_telegrams(house: House) -> None:
    post = await house.says(house.bo, "/sprog")
    await house.taps(house.bo, post, "Dansk", 2)
    assert ["● As in Telegram"] in post.rows
    assert ENGLISH.plain(HELP) in (await house.says(house.bo, "/help")).text
    house.bo.user.language_code = "da"
    assert DANISH.plain(HELP) in (await house.says(house.bo, "/help")).text


@pytest.mark.parametrize("words", ["da", "Dansk", "DANSK"])
async def test_by_name(house: House, words: str) -> None:
    await house.says(house.bo, f"/language {words}")
    assert DANISH.plain(HELP) in (await house.says(house.bo, "/help")).text


async def test_a_language_it_does_not_speak(house: House) -> None:
    post = await house.says(house.bo, "/language klingon")
    assert post.rows
    answer = await house.forges(house.bo, post, "l:klingon")
    assert answer.is_alert
    assert ENGLISH.plain(HELP) in (await house.says(house.bo, "/help")).text


async def test_it_survives_a_restart(lasting: House) -> None:
    await lasting.says(lasting.bo, "/language da")
    await lasting.stop()
    await lasting.start()
    assert DANISH.plain(HELP) in (await lasting.says(lasting.bo, "/help")).text


async def test_the_group_is_spoken_to_in_the_councils(house: House) -> None:
    await house.says(house.bo, "/language da")
    assert ENGLISH.plain(HELP) in (await house.says(house.bo, "/help", house.group)).text
    card = await house.says(house.sanne, "/setup", house.group)
    await house.taps(house.sanne, card, "Tal dansk")
    assert DANISH.plain(HELP) in (await house.says(house.sanne, "/help", house.group)).text
    assert ENGLISH.plain(HELP) in (await house.says(house.sanne, "/help")).text


async def test_refusals_in_the_group_to_one_person_are_in_their_language(house: House) -> None:
    await house.says(house.bo, "/language da")
    card = await house.says(house.sanne, "/setup", house.group)
    answer = await house.taps(house.bo, card, "Time zone")
    assert answer.text == DANISH.plain("The secretary and the chair change the settings. Ask one of them.")


async def test_dates_and_plurals_are_danish(house: House) -> None:
    await house.with_plan()
    await house.says(house.bo, "/language da")
    post = await house.says(house.bo, "/naeste")
    assert "mandag 12. april kl. 16.30–18.30" in post.text
    assert "lørdag 25. september kl. 11–16" in post.text


async def test_in_danish_nothing_english_is_left(house: House) -> None:
    await house.with_plan()
    card = await house.says(house.sanne, "/setup", house.group)
    await house.taps(house.sanne, card, "Tal dansk")
    house.group.read_all()
    await house.says(house.sanne, "/language da")
    house.sanne.chat.read_all()
    for command in (
        "/plan",
        "/next",
        "/entry",
        "/calendar",
        "/activities",
        "/help",
        "/council",
        "/foo",
        "/start",
    ):
        for room in (house.sanne.chat, house.group):
            await house.says(house.sanne, command, room)
    for command in ("/people", "/new", "x", "/import", "hm"):
        await house.says(house.sanne, command)
    said = [post for room in (house.sanne.chat, house.group) for post in room.read_all()]
    assert len(said) > 20
    for post in said:
        buttons = " ".join(text for row in post.rows for text in row)
        words = set(f"{post.text} {buttons}".replace("\n", " ").split()) & ENGLISH_WORDS
        assert not words, (words, post.text)


ENGLISH_WORDS = {
    "the",
    "is",
    "you",
    "of",
    "and",
    "What",
    "Who",
    "plan.",
    "calendar",
    "Choose",
    "activity",
    "page",
}
