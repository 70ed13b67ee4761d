"""A plan pasted in several messages: one document, one preview."""

from datetime import timedelta

import pytest

from tests.handlers.kit import PLAN, House

FIRST, SECOND = PLAN.split("Maj\n")[0], "Maj\n" + PLAN.split("Maj\n")[1]


async def previews(house: House) -> list[str]:
    return [post.text for post in house.sanne.chat.posts if "I read" in post.text]


async def test_pieces_sent_at_once_are_one_document_in_one_message(house: House) -> None:
    for piece in (f"/import {FIRST}", SECOND):
        await house.sanne.says(piece)
    offer = await house.last(house.sanne.chat)
    assert "I read 10 entries" in offer.text
    assert len(await previews(house)) == 1
    await house.taps(house.sanne, offer, "Take over")
    assert len(await house.entries(house.council)) == 10


async def test_pieces_sent_one_by_one_are_shown_below_each_other(house: House) -> None:
    first = await house.says(house.sanne, f"/import {FIRST}")
    assert "Is there more to paste?" in first.text
    offer = await house.says(house.sanne, SECOND)
    assert "I read 10 entries" in offer.text
    assert offer.id != first.id
    assert (first.text, first.rows) == ("Further down is all of it together.", [])


async def test_a_line_that_was_cut_is_whole_again(house: House) -> None:
    head, tail = PLAN.split(" samles", 1)
    filler = "Referat af mødet.\n" * 300
    head = f"{filler[-(4096 - len('/import ') - len(head)) :]}{head}"
    await house.says(house.sanne, f"/import {head}")
    offer = await house.says(house.sanne, f"samles{tail}")
    assert "Arbejdsgruppen samles" in offer.text


async def test_a_plan_that_begins_in_the_second_piece(house: House) -> None:
    nothing = await house.says(house.sanne, "/import " + "Referat af mødet.\n" * 20)
    assert "I found no plan in the pasted text" in nothing.text
    offer = await house.says(house.sanne, PLAN)
    assert "I read 10 entries" in offer.text


async def test_small_talk_is_not_a_piece(house: House) -> None:
    offer = await house.says(house.sanne, f"/import {PLAN}")
    assert "not sure what to do" in (await house.says(house.sanne, "tak for hjælpen")).text
    await house.taps(house.sanne, offer, "Take over")
    assert len(await house.entries(house.council)) == 10


async def test_nothing_is_added_to_what_was_taken_over(house: House) -> None:
    offer = await house.says(house.sanne, f"/import {FIRST}")
    await house.taps(house.sanne, offer, "Take over")
    told = await house.says(house.sanne, SECOND)
    assert "I read 6 entries" in told.text


async def test_nothing_is_added_to_what_was_pasted_yesterday(house: House) -> None:
    await house.says(house.sanne, f"/import {FIRST}")
    await house.turn(timedelta(hours=2))
    told = await house.says(house.sanne, "Maj\n- Fest 3. maj 2027\n- Tur 5. maj 2027")
    assert "I read 2 entries" in told.text


async def test_a_file_ends_what_was_pasted(house: House) -> None:
    await house.says(house.sanne, f"/import {FIRST}")
    await house.sends(house.sanne, PLAN)
    assert "not sure what to do" in (await house.says(house.sanne, "Fest 3. maj")).text


async def test_text_without_a_command_is_read_when_it_is_a_plan(house: House) -> None:
    offer = await house.says(house.sanne, PLAN)
    assert "I read 10 entries" in offer.text
    letter = "Kære Sanne\n\nTak for sidst.\nHilsen Bo"
    for who, text in ((house.olga, PLAN), (house.bo, PLAN)):
        assert "I read" not in (await house.says(who, text)).text
    await house.taps(house.sanne, offer, "Take over")
    assert "not sure what to do" in (await house.says(house.sanne, letter)).text


async def test_too_much_is_said_and_what_was_read_stays(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("services.pasting.MOST", len(PLAN))
    offer = await house.says(house.sanne, f"/import {FIRST}")
    told = await house.says(house.sanne, SECOND + "November\n- Fest")
    assert "more text than I can put together" in told.text
    await house.taps(house.sanne, offer, "Take over")
    assert len(await house.entries(house.council)) == 4


async def test_pieces_after_a_restart(lasting: House) -> None:
    await lasting.says(lasting.sanne, f"/import {FIRST}")
    await lasting.stop()
    await lasting.start()
    offer = await lasting.says(lasting.sanne, SECOND)
    assert "I read 10 entries" in offer.text


async def test_in_the_group_an_answer_to_the_preview_is_a_piece(house: House) -> None:
    offer = await house.says(house.sanne, f"/import {FIRST}", house.group)
    assert "Is there more to paste?" not in offer.text
    said = len(house.group.spoken)
    await house.says(house.sanne, SECOND, house.group)
    assert len(house.group.spoken) == said
    whole = await house.says(house.sanne, SECOND, house.group, reply_to=offer)
    assert "I read 10 entries" in whole.text
