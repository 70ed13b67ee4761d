"""The next edition of a plan that is kept already: what differs, and what was edited in chat since."""

from council.records import Proposal
from playground import Post
from tests.handlers.kit import PLAN, House

NEXT_EDITION = PLAN.replace("8. februar kl. 16.30", "15. februar kl. 16.30").replace(
    "- Opstart", "- Nytårskur"
)
"""One entry with a new date, one gone, one new."""


async def proposals(house: House) -> list[Proposal]:
    async with house.store.transaction(house.council.id) as tx:
        return await tx.find(Proposal)


async def test_the_same_again_is_nothing_new(house: House) -> None:
    await house.with_plan()
    again = await house.sends(house.sanne, PLAN, name="again.txt")
    assert "Nothing new" in again.text
    assert "All 10 entries in again.txt are on the plan already" in again.text
    assert await proposals(house) == []


async def test_the_next_edition_shows_what_differs(house: House) -> None:
    await house.with_plan()
    offer = await house.sends(house.sanne, NEXT_EDITION)
    assert "1 moved, 1 new and 1 gone" in offer.text
    assert "New: Nytårskur" in offer.text
    assert "Monday 8 February" in offer.text
    assert "Monday 15 February" in offer.text
    assert "Gone: Opstart" in offer.text
    assert len(await house.entries(house.council)) == 10


async def test_the_next_edition_together(house: House) -> None:
    await house.with_plan()
    offer = await house.sends(house.sanne, NEXT_EDITION)
    await house.taps(house.sanne, offer, "Take over")
    assert "1 added, 1 changed and 1 taken off" in offer.text
    titles = [entry.title for entry in await house.entries(house.council)]
    assert "Nytårskur" in titles
    assert "Opstart" not in titles
    assert len(titles) == 10
    assert "Nothing new" in (await house.sends(house.sanne, NEXT_EDITION)).text


async def test_the_next_edition_one_by_one(house: House) -> None:
    await house.with_plan()
    offer = await house.sends(house.sanne, NEXT_EDITION)
    await house.taps(house.sanne, offer, "One by one")
    decisions = []
    while "left to decide" in offer.text:
        decisions.append(offer.text.splitlines()[0])
        assert not offer.text.splitlines()[1].startswith(("New:", "Moved:", "Gone:"))
        take = "No longer" not in offer.text
        await house.taps(house.sanne, offer, 0 if take else 1)
    assert sorted(decisions) == ["Moved in the document", "New on the plan", "No longer in the document"]
    titles = [entry.title for entry in await house.entries(house.council)]
    assert "Nytårskur" in titles
    assert "Opstart" in titles
    assert "That was all of it" in offer.text


async def test_back_to_all_of_them_and_on(house: House) -> None:
    await house.with_plan()
    offer = await house.sends(house.sanne, NEXT_EDITION)
    await house.taps(house.sanne, offer, "One by one", 0, "◂ All of them")
    assert len([line for line in offer.text.splitlines() if line.startswith(("New", "Moved", "Gone"))]) == 2
    await house.taps(house.sanne, offer, "Take over")
    assert len(await house.entries(house.council)) == 10


async def test_a_decision_tapped_twice_counts_once(house: House) -> None:
    await house.with_plan()
    offer = await house.sends(house.sanne, NEXT_EDITION)
    await house.taps(house.sanne, offer, "One by one")
    first = offer.buttons[0].callback_data
    assert first is not None
    await house.taps(house.sanne, offer, 0)
    assert (await house.forges(house.sanne, offer, first)).is_alert
    assert "2 left to decide" in offer.text


async def moved_in_chat(house: House) -> None:
    """The secretary moves the council meeting of February in the chat."""
    post = await house.says(house.sanne, "/entry rådsmøde")
    await house.taps(house.sanne, post, "1", "Change it", "Time")
    post = await house.says(house.sanne, "22. februar kl. 17")
    await house.taps(house.sanne, post, "Yes, that is the time")


async def february(house: House) -> str:
    [edtf] = [e.when.edtf for e in await house.entries(house.council) if e.when.edtf.startswith("2027-02")]
    return edtf


async def test_what_was_edited_in_chat_is_not_overwritten(house: House) -> None:
    await house.with_plan()
    await moved_in_chat(house)
    assert "Nothing new" in (await house.sends(house.sanne, PLAN)).text
    offer = await house.sends(house.sanne, NEXT_EDITION)
    assert "1 moved, 1 new, 1 gone and 1 of them edited in the chat too" in offer.text
    await house.taps(house.sanne, offer, "Take over")
    assert await february(house) == "2027-02-22T17:00"
    assert "left it as it is" in offer.text
    assert offer.rows == [["Decide on them"], ["See the plan", "Calendar"]]
    again = await house.sends(house.sanne, NEXT_EDITION)
    assert "edited in the chat too" in again.text
    assert "Take over" not in [text for row in again.rows for text in row]
    await house.taps(house.sanne, again, "One by one")
    assert "In the chat this was edited too: time" in again.text
    await house.taps(house.sanne, again, "Take over the change")
    assert (await february(house)).startswith("2027-02-15")


async def contested(house: House) -> Post:
    """An edition was taken over but for the one entry that was edited in chat too."""
    await house.with_plan()
    await moved_in_chat(house)
    offer = await house.sends(house.sanne, NEXT_EDITION)
    await house.taps(house.sanne, offer, "Take over")
    return offer


async def test_what_was_left_can_be_decided_on(house: House) -> None:
    offer = await contested(house)
    await house.taps(house.sanne, offer, "Decide on them")
    assert offer.text.splitlines()[0] == "Moved in the document"
    assert "1 left to decide" in offer.text
    await house.taps(house.sanne, offer, "Take over the change")
    assert await february(house) == "2027-02-15T16:30"
    assert "That was all of it" in offer.text
    assert await proposals(house) == []


async def test_what_was_left_can_be_left_for_good(house: House) -> None:
    offer = await contested(house)
    await house.taps(house.sanne, offer, "Decide on them", "◂ All of them")
    assert "1 moved and 1 of them edited in the chat too" in offer.text
    assert "Take over" not in [text for row in offer.rows for text in row]
    await house.taps(house.sanne, offer, "One by one", "Leave it as it is")
    assert await february(house) == "2027-02-22T17:00"
    assert await proposals(house) == []


async def test_deciding_survives_a_restart(lasting: House) -> None:
    offer = await contested(lasting)
    await lasting.stop()
    await lasting.start()
    await lasting.taps(lasting.sanne, offer, "Decide on them", "Take over the change")
    assert await february(lasting) == "2027-02-15T16:30"


async def test_taking_over_tapped_twice_keeps_the_count(house: House) -> None:
    await house.with_plan()
    await moved_in_chat(house)
    offer = await house.sends(house.sanne, NEXT_EDITION)
    data = offer.button("Take over").callback_data
    assert data is not None
    await house.taps(house.sanne, offer, "Take over")
    done = offer.text
    assert "1 added and 1 taken off" in done
    assert (await house.forges(house.sanne, offer, data)).is_alert
    assert offer.text == done


async def test_a_newer_document_ends_what_was_left(house: House) -> None:
    offer = await contested(house)
    await house.sends(house.sanne, NEXT_EDITION)
    assert (await house.taps(house.sanne, offer, "Decide on them")).is_alert
    assert len(await proposals(house)) == 1


async def test_nothing_left_nothing_to_decide(house: House) -> None:
    await house.with_plan()
    offer = await house.sends(house.sanne, NEXT_EDITION)
    await house.taps(house.sanne, offer, "Take over")
    assert offer.rows == [["See the plan", "Calendar"]]
    assert await proposals(house) == []


async def test_leaving_the_chats_version_for_good(house: House) -> None:
    await house.with_plan()
    await moved_in_chat(house)
    offer = await house.sends(house.sanne, NEXT_EDITION)
    await house.taps(house.sanne, offer, "One by one")
    while "left to decide" in offer.text:
        await house.taps(house.sanne, offer, "Leave it as it is")
    assert await february(house) == "2027-02-22T17:00"
    assert len(await house.entries(house.council)) == 10


async def test_what_was_taken_off_in_chat_does_not_come_back(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.sanne, "/entry opstart")
    await house.taps(house.sanne, post, "Change it", "Take it off the plan", "Yes, take it off")
    assert "Nothing new" in (await house.sends(house.sanne, PLAN)).text
    assert len(await house.entries(house.council)) == 9
