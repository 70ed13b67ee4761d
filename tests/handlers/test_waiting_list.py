"""The waiting list: places that come free are offered in order, by day, and go on by themselves."""

from datetime import UTC, datetime, timedelta

import pytest

from playground import Person
from tests.handlers.kit import House
from tests.handlers.opened import Opened, opened, told

FREE, GONE = "A place is free for you", "The free place went to the next one"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def full(house: House, line: str, waiting: int) -> tuple[Opened, list[Person], list[Person]]:
    """An opening with all places taken: it, those who have one, those who wait."""
    made = await opened(house, line)
    places = (await made.opening()).capacity or 0
    people = made.people(places + waiting)
    for who in people:
        await made.joins(who)
    assert await made.states(*people) == ["confirmed"] * places + ["waiting"] * waiting
    return made, people[:places], people[places:]


async def test_the_first_in_line_is_asked_and_takes_it(house: House) -> None:
    made, [one, _], [first, second] = await full(house, "Opstilling lørdag 25/9 kl. 8-11, 2 personer", 2)
    await made.leaves(one)
    assert await made.states(first, second) == ["offered", "waiting"]
    offer = first.chat.last_message
    assert offer.text.startswith(FREE)
    assert "Saturday 25 September at 08:00–11:00" in offer.text
    assert "until Wed 3 Mar at 12:00" in offer.text
    assert told(second)[-1] != FREE
    assert "number 1 on the waiting list" in (await made.arrives(second)).text
    await house.taps(first, offer, "Yes, I take it")
    assert "You are in" in offer.text
    assert await made.states(one, first, second) == ["withdrawn", "confirmed", "waiting"]
    await house.turn(5 * DAY)
    assert await made.states(first, second) == ["confirmed", "waiting"]


async def test_no_thanks_goes_to_the_next_at_once(house: House) -> None:
    made, [one, _], [first, second] = await full(house, "Opstilling lørdag 25/9 kl. 8-11, 2 personer", 2)
    await made.leaves(one)
    offer = first.chat.last_message
    await house.taps(first, offer, "No, thank you")
    assert "Thank you for telling me" in offer.text
    assert await made.states(first, second) == ["withdrawn", "offered"]
    assert told(second)[-1] == FREE
    assert GONE not in told(first)


async def test_an_offer_that_is_not_answered_goes_on(house: House) -> None:
    made, [one, _], [first, second] = await full(house, "Opstilling lørdag 25/9 kl. 8-11, 2 personer", 2)
    await made.leaves(one)
    offer = first.chat.last_message
    await house.turn(48 * HOUR - timedelta(minutes=1))
    assert await made.states(first, second) == ["offered", "waiting"]
    await house.turn(timedelta(minutes=1))
    assert await made.states(first, second) == ["lapsed", "offered"]
    assert told(first)[-1] == GONE
    assert "that is all right" in first.chat.last_message.text
    assert told(second)[-1] == FREE
    answer = await house.taps(first, offer, "Yes, I take it")
    assert answer.is_alert
    assert "went to the next one" in answer.text
    assert "number 1" in offer.text
    await house.taps(first, offer, "Put me on the list")
    assert await made.states(first, second) == ["waiting", "offered"]


async def test_when_nobody_is_left_the_place_is_open_to_all(house: House) -> None:
    made, [one, _], [first] = await full(house, "Opstilling lørdag 25/9 kl. 8-11, 2 personer", 1)
    await made.leaves(one)
    await house.turn(3 * DAY)
    assert await made.states(first) == ["lapsed"]
    page = await made.arrives(first)
    assert "Will you take part?" in page.text
    new = made.somebody("Neo")
    await made.joins(new)
    assert await made.states(new) == ["confirmed"]


async def test_an_offered_place_is_not_taken_by_somebody_new(house: House) -> None:
    made, [one, _], [first] = await full(house, "Opstilling lørdag 25/9 kl. 8-11, 2 personer", 1)
    await made.leaves(one)
    new = made.somebody("Neo")
    page = await made.arrives(new)
    assert "number 1" in page.text
    await house.taps(new, page, "Put me on the list")
    assert await made.states(first, new) == ["offered", "waiting"]


async def test_ten_withdrawals_and_three_that_lapse(house: House) -> None:
    made, placed, line = await full(house, "Vagt 25. september kl. 8, 10 personer", 14)
    for who in placed:
        await made.leaves(who)
    assert await made.states(*line) == ["offered"] * 10 + ["waiting"] * 4
    for who in line[:7]:
        await house.taps(who, who.chat.last_message, "Yes, I take it")
    await house.turn(3 * DAY)
    states = await made.states(*line)
    assert states == ["confirmed"] * 7 + ["lapsed"] * 3 + ["offered"] * 3 + ["waiting"]
    for who in line[10:13]:
        await house.taps(who, who.chat.last_message, "Yes, I take it")
    assert (await made.tally()).taken == 10
    heard = [await made.notices(who) for who in line]
    assert heard == [["offered"]] * 7 + [["offered", "offer_lapsed"]] * 3 + [["offered"]] * 3 + [[]]
    assert [len(who.chat.spoken) for who in line] == [2] * 7 + [3] * 3 + [2] * 3 + [1]
    for who, state in zip(line, await made.states(*line), strict=True):
        listed = (await house.says(who, "/mine")).text
        assert ("✅ you are in" in listed) is (state == "confirmed")
        assert ("number 1 on the waiting list" in listed) is (state == "waiting")


@pytest.mark.parametrize(("hour", "minute"), [(20, 0), (22, 59), (6, 59)])
async def test_at_night_nobody_is_asked(house: House, hour: int, minute: int) -> None:
    made, [one, _], [first, _] = await full(house, "Opstilling lørdag 25/9 kl. 8-11, 2 personer", 2)
    night = datetime(2027, 3, 1 if hour > 12 else 2, hour, minute, tzinfo=UTC)
    await house.turn(night - house.clock.now())  # 21:00, 23:59, 7:59 in Copenhagen
    said = len(first.chat.spoken)
    await made.leaves(one)
    assert await made.states(first) == ["offered"]
    assert len(first.chat.spoken) == said
    morning = datetime(2027, 3, 2, 7, tzinfo=UTC)
    await house.turn(morning - timedelta(seconds=1) - house.clock.now())
    assert len(first.chat.spoken) == said
    await house.turn(timedelta(seconds=1))
    assert told(first)[said:] == [FREE]
    assert "until Thu 4 Mar at 09:00" in first.chat.last_message.text


async def test_an_offer_does_not_end_while_people_sleep(house: House) -> None:
    made, [one], [first, second] = await full(house, "Vagt 6. marts kl. 10-12, 1 person", 2)
    await house.turn(house.until(16))  # 17:00; 4 days left: an offer lasts 12 hours, till 5 in the morning
    await made.leaves(one)
    await house.turn(house.until(23))
    await house.turn(7 * HOUR)  # 7:00
    assert await made.states(first, second) == ["offered", "waiting"]
    said = len(second.chat.spoken)
    await house.turn(4 * HOUR)
    assert await made.states(first, second) == ["lapsed", "offered"]
    assert told(second)[said:] == [FREE]


async def test_the_nearer_it_is_the_shorter_an_offer_lasts(house: House) -> None:
    made, [one], [first, _] = await full(house, "Vagt 1. marts kl. 18-20, 1 person", 2)
    await made.leaves(one)  # it is noon
    assert "until Mon 1 Mar at 14:00" in first.chat.last_message.text
    await house.turn(2 * HOUR)
    assert await made.states(first) == ["lapsed"]


async def test_when_it_has_begun_nobody_is_asked_any_more(house: House) -> None:
    _, [one], [first] = await full(house, "Vagt 1. marts kl. 18-20, 1 person", 1)
    await house.turn(7 * HOUR)
    page = one.chat.last_message
    await house.taps(one, page, "I can't after all", "Give up my place")
    assert FREE not in told(first)


async def test_when_it_is_over_nobody_has_to_be_found(house: House) -> None:
    made, [one], [first] = await full(house, "Vagt 1. marts kl. 18-20, 1 person", 1)
    await house.turn(9 * HOUR)
    page = one.chat.last_message
    await house.taps(one, page, "I can't after all")
    assert "You were signed up. Thank you." in page.text
    assert await made.states(one, first) == ["confirmed", "waiting"]


async def test_a_party_waits_for_as_many_places(house: House) -> None:
    made, [one, two], [party, single] = await full(house, "Opstilling lørdag 25/9 kl. 8-11, 2 personer", 2)
    await house.forges(party, party.chat.last_message, f"og:{made.council}:{made.id}:1")
    await made.leaves(one)
    assert await made.states(party, single) == ["waiting", "offered"]
    await house.taps(single, single.chat.last_message, "No, thank you")
    await made.leaves(two)
    assert await made.states(party) == ["offered"]
    await house.taps(party, party.chat.last_message, "Yes, I take it")
    assert (await made.tally()).taken == 2
    assert "with 1 guest" in party.chat.last_message.text


async def test_more_places_are_offered_to_those_who_wait(house: House) -> None:
    made, _, line = await full(house, "Opstilling lørdag 25/9 kl. 8-11, 2 personer", 3)
    await made.changes("Number of places", "4")
    assert await made.states(*line) == ["offered", "offered", "waiting"]
    assert [told(who)[-1] == FREE for who in line] == [True, True, False]


async def test_leaving_the_list(house: House) -> None:
    made, _, [first, second] = await full(house, "Opstilling lørdag 25/9 kl. 8-11, 2 personer", 2)
    page = first.chat.last_message
    await house.taps(first, page, "Take me off the list")
    assert await made.states(first, second) == ["withdrawn", "waiting"]
    assert "number 1 on the waiting list" in (await made.arrives(second)).text
    await house.taps(first, page, "I'd like to after all", "Put me on the list")
    assert "number 2 on the waiting list" in page.text


async def test_offers_go_on_after_a_restart(lasting: House) -> None:
    made, [one, _], [first, second] = await full(lasting, "Opstilling lørdag 25/9 kl. 8-11, 2 personer", 2)
    await made.leaves(one)
    await lasting.stop()
    lasting.clock.turn(3 * DAY)
    await lasting.start()
    assert await made.states(first, second) == ["lapsed", "offered"]
    assert (told(first)[-1], told(second)[-1]) == (GONE, FREE)
    await lasting.turn(3 * DAY)
    assert await made.states(first, second) == ["lapsed", "lapsed"]


async def test_an_offer_made_at_night_is_told_after_a_restart_by_day(lasting: House) -> None:
    made, [one, _], [first] = await full(lasting, "Opstilling lørdag 25/9 kl. 8-11, 2 personer", 1)
    await lasting.turn(lasting.until(22))
    await made.leaves(one)
    await lasting.stop()
    await lasting.start()
    assert FREE not in told(first)
    await lasting.turn(9 * HOUR)
    assert told(first).count(FREE) == 1


async def test_an_offer_answered_while_telegram_falters_is_told_once(
    house: House, troubled: list[str]
) -> None:
    made, [one, _], [first, _] = await full(house, "Opstilling lørdag 25/9 kl. 8-11, 2 personer", 2)
    troubled.append("sendMessage")
    house.tg.faults.server_error("sendMessage", code=500, times=2)
    house.tg.faults.too_many("sendMessage", retry_after=1, times=1)
    await made.leaves(one)
    assert told(first).count(FREE) == 1
