"""What the reader of a plan asks in chat: doubts, and lines that it could not place, one at a time."""

import pytest

from council.records import Proposal
from playground import Post
from tests.handlers.kit import House

PLAN = """\
Aktivitetsplan 2027

Januar
- Opstart
- Rådsmøde fredag den 9. januar kl. 17-19
April
- Netværksmøde 15. april eller 24. juni
- 12-14
- 14-16
Maj
- Sprogcafé 🎉 <b>& مرحبا tirsdag 12. maj kl. 10
"""
"""Five entries: one of them on the wrong weekday, one on one of two days, one both odd and hard to show."""
ASK, LINES = "Answer 3 questions", "Find a place for 2 lines"


async def proposals(house: House) -> list[Proposal]:
    async with house.store.transaction(house.council.id) as tx:
        return await tx.find(Proposal)


def labels(post: Post) -> list[str]:
    return [label for row in post.rows for label in row]


async def times(house: House) -> dict[str, str]:
    return {entry.title: entry.when.edtf for entry in await house.entries(house.council)}


async def test_the_preview_says_what_is_clear_and_what_is_not(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    assert "1 is clear, 3 have a question and 2 lines have no place yet." in offer.text
    clear, asked, left = (
        offer.text.index(words)
        for words in ("Opstart", "3 things to ask you", "2 lines I could not place\n– 12-14\n– 14-16")
    )
    assert clear < asked < left
    assert "Rådsmøde: “fredag den 9. januar”: 9 January 2027 is a Saturday" in offer.text[asked:left]
    assert [row[0] for row in offer.rows[:3]] == ["Take over", ASK, LINES]


async def test_open_questions_do_not_hinder_taking_over(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, "Take over")
    assert (await times(house))["Rådsmøde"] == "2027-01-09T17:00/2027-01-09T19:00"
    assert len(await house.entries(house.council)) == 4


async def test_one_question_after_the_other(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, ASK)
    assert "3 questions left" in offer.text
    assert "Rådsmøde fredag den 9. januar kl. 17-19" in offer.text
    assert labels(offer)[:2] == ["Saturday 9 January at 17:00–19:00", "Friday 8 January at 17:00–19:00"]
    told = await house.taps(house.sanne, offer, "Friday 8 January at 17:00–19:00")
    assert told.text == "Rådsmøde: Friday 8 January at 17:00–19:00"
    assert "2 questions left" in offer.text
    assert "It is not decided yet" in labels(offer)
    await house.taps(house.sanne, offer, "Thursday 24 June", "Tuesday 11 May at 10:00")
    assert "to ask you" not in offer.text
    await house.taps(house.sanne, offer, "Take over")
    assert set((await times(house)).values()) == {
        "2027-01",
        "2027-01-08T17:00/2027-01-08T19:00",
        "2027-06-24",
        "2027-05-11T10:00",
    }


async def test_what_is_not_decided_stays_tentative(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, ASK, "Skip ▸", "It is not decided yet", "◂ All of it")
    assert "2 things to ask you" in offer.text
    await house.taps(house.sanne, offer, "Take over")
    assert (await times(house))["Netværksmøde"] == "2027-04-15?"


async def test_what_was_skipped_is_asked_again(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, ASK, "Skip ▸", "Skip ▸", 0)
    assert "2 things to ask you" in offer.text
    await house.taps(house.sanne, offer, "Answer 2 questions")
    assert "Rådsmøde" in offer.text


async def test_another_time_is_typed(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, ASK, "Write another time")
    assert "no date in “aldrig”" in (await house.says(house.sanne, "aldrig")).text
    following = await house.says(house.sanne, "11. januar")
    assert following.text.startswith("✅ Rådsmøde: Monday 11 January at 17:00–19:00")
    assert "2 questions left" in following.text
    assert "not sure what to do" in (await house.says(house.sanne, "12. januar")).text


async def test_back_from_typing(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, ASK, "Write another time", "◂ Back")
    assert "3 questions left" in offer.text
    assert "not sure what to do" in (await house.says(house.sanne, "12. januar")).text


async def test_the_same_document_takes_no_answer_back(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, ASK, "Friday 8 January at 17:00–19:00", "◂ All of it", "Take over")
    again = await house.sends(house.sanne, PLAN)
    assert "Nothing new" in again.text
    assert "question" not in again.text


async def test_an_answer_tapped_twice_answers_nothing_else(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, ASK)
    data = offer.buttons[1].callback_data
    assert data is not None
    await house.taps(house.sanne, offer, 1)
    shown = offer.text
    assert (await house.forges(house.sanne, offer, data)).is_alert
    assert offer.text == shown


@pytest.mark.parametrize("choice", [7, -7, 10**14])
async def test_an_answer_that_nobody_offered(house: House, choice: int) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, ASK)
    data = offer.buttons[0].callback_data
    assert data is not None
    made_up = f"{data.rpartition(':')[0]}:{choice}"
    assert (await house.forges(house.sanne, offer, made_up)).is_alert


async def test_buttons_of_an_offer_that_was_replaced(house: House) -> None:
    old = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, old, ASK)
    await house.sends(house.sanne, PLAN.replace("Opstart", "Nytårskur"))
    for label in labels(old):
        assert (await house.taps(house.sanne, old, label)).is_alert


async def test_only_those_who_may_answer(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN, room=house.group, caption="/import")
    assert (await house.taps(house.bo, offer, ASK)).is_alert
    await house.taps(house.sanne, offer, ASK)
    before = offer.text
    for label in labels(offer):
        assert (await house.taps(house.bo, offer, label)).is_alert
    assert offer.text == before


async def test_answers_survive_a_restart(lasting: House) -> None:
    offer = await lasting.sends(lasting.sanne, PLAN)
    await lasting.taps(lasting.sanne, offer, ASK, "Friday 8 January at 17:00–19:00", "Write another time")
    await lasting.stop()
    await lasting.start()
    following = await lasting.says(lasting.sanne, "3. maj")
    assert following.text.startswith("✅ Netværksmøde: Monday 3 May")
    await lasting.taps(lasting.sanne, following, "◂ All of it", "Take over")
    assert (await times(lasting))["Rådsmøde"].startswith("2027-01-08")


# --- lines -------------------------------------------------------------------------------------------


async def test_a_line_gets_a_time(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, LINES)
    assert "In the document, line 8: 12-14" in offer.text
    await house.taps(house.sanne, offer, "Write when it is")
    following = await house.says(house.sanne, "Kursus 3. maj kl. 17")
    assert following.text.startswith("✅ Kursus: Monday 3 May at 17:00")
    assert "1 line left" in following.text
    await house.taps(house.sanne, following, "It is not for the plan")
    assert "I read 5 entries" in following.text
    await house.taps(house.sanne, following, "Take over")
    assert (await times(house))["Kursus"] == "2027-05-03T17:00"


async def test_a_line_that_was_placed_is_not_gone_with_the_same_document(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, LINES, "Write when it is")
    following = await house.says(house.sanne, "3. maj kl. 17")
    await house.taps(house.sanne, following, "◂ All of it", "Take over")
    again = await house.sends(house.sanne, PLAN)
    assert "Nothing new" in again.text
    assert labels(again)[0] == "Find a place for 1 line"


async def test_lines_can_be_placed_after_taking_over(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, "Take over", LINES, "It is not for the plan", "Write when it is")
    following = await house.says(house.sanne, "Tur 3. maj")
    assert "1 new" in following.text
    await house.taps(house.sanne, following, "Take over")
    assert len(await house.entries(house.council)) == 5
    assert await proposals(house) == []


async def test_a_line_dropped_twice_is_dropped_once(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, LINES)
    data = offer.button("It is not for the plan").callback_data
    assert data is not None
    await house.taps(house.sanne, offer, "It is not for the plan")
    assert (await house.forges(house.sanne, offer, data)).is_alert
    assert "14-16" in offer.text
    [proposal] = await proposals(house)
    assert proposal.answered == ("u0",)


# --- the year ----------------------------------------------------------------------------------------

YEARLESS = "Mødeplan\n\nRådsmøde 12. maj kl. 17\nRådsmøde 14. juni kl. 17\nFest 20. august\n"


async def test_a_missing_year_is_asked_once(house: House) -> None:
    asked = await house.sends(house.sanne, YEARLESS)
    assert asked.text.startswith("Which year is this plan for?\nI read 3 entries")
    assert asked.rows[0] == ["2027", "2028"]
    data = asked.buttons[1].callback_data
    assert data is not None
    await house.taps(house.sanne, asked, "2028")
    assert "Fri 12 at 17:00 · Rådsmøde" in asked.text
    assert (await house.forges(house.sanne, asked, data)).is_alert
    await house.taps(house.sanne, asked, "Take over")
    assert sorted(entry.when.first.year for entry in await house.entries(house.council)) == [2028] * 3


async def test_the_year_may_be_typed_after_a_restart(lasting: House) -> None:
    await lasting.sends(lasting.sanne, YEARLESS)
    await lasting.stop()
    await lasting.start()
    assert "Which year" in (await lasting.says(lasting.sanne, "det ved jeg ikke")).text
    offer = await lasting.says(lasting.sanne, "2029")
    assert "May 2029" in offer.text


async def test_a_year_that_no_button_offers(house: House) -> None:
    asked = await house.sends(house.sanne, YEARLESS)
    data = asked.buttons[0].callback_data
    assert data is not None
    for year in ("0", "99999", "-5"):
        assert (await house.forges(house.sanne, asked, data.replace("2027", year))).is_alert


async def test_the_year_of_pasted_text(house: House) -> None:
    asked = await house.says(house.sanne, f"/import {YEARLESS}")
    await house.taps(house.sanne, asked, "2027")
    more = await house.says(house.sanne, "Møde 3. september kl. 17\nMøde 4. oktober kl. 17")
    assert "I read 5 entries" in more.text
    assert "October" in more.text
