"""`/setup`: a group becomes a council; its name, language and time zone."""

import pytest

from council.records import Role
from council.refusals import Anonymous
from handlers.refusals import sentence
from handlers.screen import visible
from playground import Group, Person
from tests.handlers.kit import House
from texts.tongue import tongue


@pytest.fixture
def anna(town: House) -> Person:
    return town.tg.person("Anna", language="en")


@pytest.fixture
def bent(town: House) -> Person:
    return town.tg.person("Bent", language="en")


@pytest.fixture
def group(town: House, anna: Person, bent: Person) -> Group:
    return town.tg.group("Rådet i Engby", admins=[anna], members=[bent])


async def test_an_administrator_makes_the_group_a_council(town: House, anna: Person, group: Group) -> None:
    card = await town.says(anna, "/setup", group)
    [council] = await town.councils()
    assert (council.name, council.language, council.zone) == ("Rådet i Engby", "da", "Europe/Copenhagen")
    assert council.chat_id == group.id
    assert await town.role(council, anna) is Role.SECRETARY
    assert "Rådet i Engby" in card.text
    assert "Anna" in card.text
    assert "Europe/Copenhagen" in card.text


async def test_the_words_behind_it_are_the_name(town: House, anna: Person, group: Group) -> None:
    await town.says(anna, "/setup  Integrationsrådet   i Engby", group)
    assert [council.name for council in await town.councils()] == ["Integrationsrådet i Engby"]


async def test_who_is_no_administrator_is_told_so(town: House, bent: Person, group: Group) -> None:
    no = await town.says(bent, "/setup", group)
    assert "Only administrators" in no.text
    assert await town.councils() == []


async def test_an_anonymous_administrator_learns_what_to_do(town: House, anna: Person, group: Group) -> None:
    no = await town.says(anna, "/setup", group, anonymously=True)
    assert no.text == visible(sentence(tongue("da"), Anonymous()))
    assert await town.councils() == []


async def test_in_private_it_says_where(town: House, anna: Person) -> None:
    no = await town.says(anna, "/setup")
    assert "group" in no.text
    assert await town.councils() == []


async def test_again_it_shows_the_settings(house: House) -> None:
    card = await house.says(house.sanne, "/setup", house.group)
    assert [council.id for council in await house.councils()] == [house.council.id]
    assert "Integration Council" in card.text
    assert "Another name" in card.rows[0]


@pytest.mark.parametrize("name", ["/opsaet", "/setup@samspil_bot", "/OPSAET"])
async def test_its_other_names(town: House, anna: Person, group: Group, name: str) -> None:
    await town.says(anna, name, group)
    assert len(await town.councils()) == 1


async def test_twice_at_once_makes_one_council(town: House, anna: Person, group: Group) -> None:
    town.tg.faults.duplicates()
    await anna.says("/setup", group)
    await anna.says("/setup", group)
    await town.idle()
    assert len(await town.councils()) == 1


async def test_a_lost_confirmation_makes_no_second_council(town: House, anna: Person, group: Group) -> None:
    said = await anna.says("/setup", group)
    await town.idle()
    assert said.update_id is not None
    town.tg.repeats(said.update_id)
    await town.idle()
    assert len(await town.councils()) == 1


async def test_the_language_by_a_button(house: House) -> None:
    card = await house.says(house.sanne, "/setup", house.group)
    await house.taps(house.sanne, card, "Tal dansk")
    assert (await house.refresh()).language == "da"
    assert card.rows[0][0] == "Speak English"
    assert tongue("da").plain("Another name") in card.rows[0]


async def test_the_name_by_a_button(house: House) -> None:
    card = await house.says(house.sanne, "/setup", house.group)
    await house.taps(house.sanne, card, "Another name")
    question = await house.last(house.group)
    assert "called" in question.text
    await house.says(house.sanne, "Council of <Engby> & more", house.group, reply_to=question)
    assert (await house.refresh()).name == "Council of <Engby> & more"
    assert "Council of <Engby> & more" in house.group.last_message.text


async def test_the_name_is_asked_of_whoever_tapped(house: House) -> None:
    house.group.promote(by=house.sanne)  # the bot sees everything that is said
    card = await house.says(house.sanne, "/setup", house.group)
    await house.taps(house.sanne, card, "Another name")
    await house.says(house.bo, "Bo's own council", house.group, reply_to=card)
    await house.says(house.sanne, "A remark to everybody", house.group)
    assert (await house.refresh()).name == "Integration Council"


async def test_leaving_the_question_for_the_name(house: House) -> None:
    card = await house.says(house.sanne, "/setup", house.group)
    await house.taps(house.sanne, card, "Another name")
    question = await house.last(house.group)
    await house.taps(house.sanne, question, "No, leave it")
    await house.says(house.sanne, "Something else", house.group, reply_to=question)
    assert (await house.refresh()).name == "Integration Council"


@pytest.mark.parametrize("name", ["x" * 101, "x" * 4096, "🎉" * 101])
async def test_a_name_that_is_too_long(house: House, name: str) -> None:
    card = await house.says(house.sanne, "/setup", house.group)
    await house.taps(house.sanne, card, "Another name")
    no = await house.says(house.sanne, name, house.group, reply_to=card)
    assert "100 characters" in no.text
    assert (await house.refresh()).name == "Integration Council"


async def test_a_long_name_behind_the_command(town: House, anna: Person, group: Group) -> None:
    await town.says(anna, f"/setup {'ø' * 4000}", group)
    assert all(len(council.name) <= 100 for council in await town.councils())


async def test_the_zone_by_buttons(house: House) -> None:
    card = await house.says(house.sanne, "/setup", house.group)
    await house.taps(house.sanne, card, "Time zone")
    assert ["I'm on the council"] in card.rows  # people can still join
    zones = await house.last(house.group)
    assert ["Atlantic/Faroe"] in zones.rows
    await house.taps(house.sanne, zones, "Atlantic/Faroe")
    assert (await house.refresh()).zone == "Atlantic/Faroe"
    assert "Atlantic/Faroe" in zones.text


async def test_the_list_of_zones_has_a_way_back(house: House) -> None:
    card = await house.says(house.sanne, "/setup", house.group)
    await house.taps(house.sanne, card, "Time zone")
    zones = await house.last(house.group)
    await house.taps(house.sanne, zones, "◂ Back")
    assert "Another name" in zones.rows[0]
    assert (await house.refresh()).zone == "Europe/Copenhagen"


@pytest.mark.parametrize(
    "button", ["Tal dansk", "Another name", "Time zone", "Late withdrawals", "Erasing answers"]
)
async def test_members_cannot_change_the_settings(house: House, button: str) -> None:
    card = await house.says(house.sanne, "/setup", house.group)
    before = card.html
    for who in (house.bo, house.olga):
        answer = await house.taps(who, card, button)
        assert answer.is_alert
        assert "secretary" in answer.text
    assert card.html == before
    assert await house.refresh() == house.council


async def test_a_telegram_administrator_who_is_only_a_member_cannot_either(house: House) -> None:
    house.group.promote(house.bo, by=house.sanne)
    no = await house.says(house.bo, "/setup New name", house.group)
    assert "secretary" in no.text
    assert (await house.refresh()).name == "Integration Council"


@pytest.mark.parametrize(
    "data", ["sl:{id}:xx", "sz:{id}:99", "sz:{id}:-7", "sl:{id}:", "sh:{id}:1", "sd:{id}:-30"]
)
async def test_settings_that_there_are_not(house: House, data: str) -> None:
    card = await house.says(house.sanne, "/setup", house.group)
    await house.forges(house.sanne, card, data.format(id=house.council.id))
    assert await house.refresh() == house.council


async def test_when_a_withdrawal_is_late(house: House) -> None:
    card = await house.says(house.sanne, "/setup", house.group)
    assert "within 48 hours" in card.text
    await house.taps(house.sanne, card, "Late withdrawals")
    choices = await house.last(house.group)
    assert [row[0] for row in choices.rows][:3] == ["12 hours", "24 hours", "● 48 hours"]
    await house.taps(house.sanne, choices, "72 hours")
    assert (await house.refresh()).late_hours == 72
    assert "within 72 hours" in choices.text


async def test_when_answers_are_erased(house: House) -> None:
    card = await house.says(house.sanne, "/setup", house.group)
    assert "erased 90 days after" in card.text
    await house.taps(house.sanne, card, "Erasing answers")
    choices = await house.last(house.group)
    assert [row[0] for row in choices.rows][-2:] == ["365 days", "◂ Back"]
    await house.taps(house.sanne, choices, "30 days")
    assert (await house.refresh()).answers_days == 30
    assert "erased 30 days after" in choices.text
