"""`/import`: the plan that the council publishes, as a file or pasted, becomes the plan in the chat."""

from importlib.resources import files

import pytest

from council.records import Proposal
from playground import Post
from tests.handlers.kit import PLAN, House

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NEXT_EDITION = PLAN.replace("8. februar kl. 16.30", "15. februar kl. 16.30").replace(
    "- Opstart", "- Nytårskur"
)
"""One entry with a new date, one gone, one new."""


async def proposals(house: House) -> list[Proposal]:
    async with house.store.transaction(house.council.id) as tx:
        return await tx.find(Proposal)


async def test_a_file_in_private_is_shown_before_anything_is_saved(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    assert "I read 10 entries in plan.txt" in offer.text
    assert "Nothing is saved yet" in offer.text
    assert offer.text.index("January") < offer.text.index("Opstart") < offer.text.index("March")
    assert offer.rows[0] == ["Take over"]
    assert await house.entries(house.council) == []


async def test_the_counts_add_up(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    counts = offer.text.splitlines()[1]
    assert sum(int(word) for word in counts.split() if word.isdecimal()) == 10


async def test_take_over(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, "Take over")
    assert "10 added" in offer.text
    assert len(await house.entries(house.council)) == 10
    assert await proposals(house) == []
    plan = await house.says(house.bo, "/plan", house.group)
    assert "Kulturdag - Arbejdsgruppen samles" in plan.text


async def test_taking_over_twice_adds_nothing(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    data = offer.button("Take over").callback_data
    assert data is not None
    for _ in range(2):
        await house.sanne.taps(offer, "Take over")
    await house.idle()
    again = await house.forges(house.sanne, offer, data)
    assert again.is_alert
    assert len(await house.entries(house.council)) == 10


async def test_a_repeated_update_adds_nothing(house: House) -> None:
    house.tg.faults.duplicates()
    await house.with_plan()
    assert len(await house.entries(house.council)) == 10


async def test_leaving_it(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    await house.taps(house.sanne, offer, "No, leave the plan")
    assert "stays as it is" in offer.text
    assert await house.entries(house.council) == []
    assert await proposals(house) == []


@pytest.mark.parametrize("command", ["/import", "/import@samspil_bot", "/importer", "/IMPORT"])
async def test_in_the_group_with_a_caption(house: House, command: str) -> None:
    offer = await house.sends(house.sanne, PLAN, room=house.group, caption=command)
    assert "I read 10 entries" in offer.text


async def test_in_the_group_as_an_answer_to_the_file(house: House) -> None:
    file = await house.bo.sends_file("plan.txt", PLAN.encode(), chat=house.group)
    offer = await house.says(house.sanne, "/import", house.group, reply_to=file)
    assert "I read 10 entries" in offer.text


async def test_a_file_in_the_group_without_a_caption_is_left_alone(house: House) -> None:
    said = len(house.group.spoken)
    await house.sends(house.sanne, PLAN, room=house.group)
    assert len(house.group.spoken) == said


async def test_in_the_group_only_those_who_may_can_take_over(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN, room=house.group, caption="/import")
    before = offer.html
    for who in (house.bo, house.olga):
        for button in ("Take over", "One by one", "No, leave the plan"):
            answer = await house.taps(who, offer, button)
            assert answer.is_alert
            assert "secretary" in answer.text
    assert offer.html == before
    assert await house.entries(house.council) == []
    await house.taps(house.sanne, offer, "Take over")
    assert len(await house.entries(house.council)) == 10


async def test_pasted_text(house: House) -> None:
    offer = await house.says(house.sanne, f"/import\n{PLAN}")
    assert "I read 10 entries" in offer.text


async def test_pasted_text_with_a_line_for_each(house: House) -> None:
    pasted = "/import Aktivitetsplan 2027\nJanuar: Opstart\nFebruar: Rådsmøde 8. februar kl. 16.30"
    offer = await house.says(house.sanne, pasted)
    assert "I read 2 entries" in offer.text


async def test_alone_it_says_how(house: House) -> None:
    assert "PDF" in (await house.says(house.sanne, "/import")).text


async def test_members_cannot(house: House) -> None:
    for post in (
        await house.sends(house.bo, PLAN),
        await house.says(house.bo, f"/import {PLAN}"),
        await house.sends(house.bo, PLAN, room=house.group, caption="/import"),
        await house.says(house.bo, "/import", house.group),
    ):
        assert "Ask the secretary" in post.text
    assert house.tg.calls("file") == 0


async def test_a_stranger_with_a_file(house: House) -> None:
    assert "not on a council" in (await house.sends(house.rikke, PLAN)).text


async def test_the_same_again_is_nothing_new(house: House) -> None:
    await house.with_plan()
    again = await house.sends(house.sanne, PLAN, name="again.txt")
    assert "Nothing new" in again.text
    assert "All 10 entries in again.txt are on the plan already" in again.text
    assert await proposals(house) == []


async def test_the_next_edition_shows_what_differs(house: House) -> None:
    await house.with_plan()
    offer = await house.sends(house.sanne, NEXT_EDITION)
    assert "1 new, 1 changed and 1 gone" in offer.text
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
        take = "No longer" not in offer.text
        await house.taps(house.sanne, offer, 0 if take else 1)
    assert sorted(decisions) == ["Changed in the document", "New on the plan", "No longer in the document"]
    titles = [entry.title for entry in await house.entries(house.council)]
    assert "Nytårskur" in titles
    assert "Opstart" in titles
    assert "That was all of it" in offer.text


async def test_back_to_all_of_them_and_on(house: House) -> None:
    await house.with_plan()
    offer = await house.sends(house.sanne, NEXT_EDITION)
    await house.taps(house.sanne, offer, "One by one", 0, "◂ All of them")
    assert len([line for line in offer.text.splitlines() if line.startswith(("New", "Changed", "Gone"))]) == 2
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
    assert "1 edited in the chat too" in offer.text
    await house.taps(house.sanne, offer, "Take over")
    assert await february(house) == "2027-02-22T17:00"
    assert "left it as it is" in offer.text
    again = await house.sends(house.sanne, NEXT_EDITION)
    assert "edited in the chat too" in again.text
    assert "Take over" not in [text for row in again.rows for text in row]
    await house.taps(house.sanne, again, "One by one")
    assert "In the chat this was edited too: time" in again.text
    await house.taps(house.sanne, again, "Take over the change")
    assert (await february(house)).startswith("2027-02-15")


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


async def test_a_newer_document_replaces_the_offer(house: House) -> None:
    old = await house.sends(house.sanne, PLAN)
    await house.sends(house.sanne, NEXT_EDITION)
    answer = await house.taps(house.sanne, old, "Take over")
    assert answer.is_alert
    assert await house.entries(house.council) == []


async def test_an_offer_survives_a_restart(lasting: House) -> None:
    offer = await lasting.sends(lasting.sanne, PLAN)
    await lasting.stop()
    await lasting.start()
    await lasting.taps(lasting.sanne, offer, "Take over")
    assert len(await lasting.entries(lasting.council)) == 10


async def test_lines_that_fit_nowhere_are_shown(house: House) -> None:
    offer = await house.sends(
        house.sanne, PLAN.replace("Januar\n", "Noget uden måned, som ingen forstår\nJanuar\n")
    )
    everything = offer.text
    while any("More ↓" in row for row in offer.rows):
        await house.taps(house.sanne, offer, "More ↓")
        everything += offer.text
    assert "Opstart" in everything
    assert "could not place" in everything
    assert "Noget uden måned" in everything


async def test_the_sample_as_a_document(house: House) -> None:
    data = (files("playground") / "samples" / "aktivitetsplan-2027.docx").read_bytes()
    offer = await house.sends(house.sanne, data, name="aktivitetsplan-2027.docx", mime=WORD)
    assert "I read 2" in offer.text
    assert "aktivitetsplan-2027.docx" in offer.text
    await house.taps(house.sanne, offer, "Take over")
    assert "Mangfoldighedsdag" in (await house.says(house.bo, "/plan 2027")).text
    text = (files("playground") / "samples" / "aktivitetsplan-2027.txt").read_bytes()
    assert "Nothing new" in (await house.sends(house.sanne, text)).text


async def previewed(house: House, offer: Post) -> list[str]:
    lines = offer.text.splitlines()
    while any("More ↓" in row for row in offer.rows):
        await house.taps(house.sanne, offer, "More ↓")
        lines += offer.text.splitlines()
    return lines


async def test_a_plan_of_500_entries_is_paged(house: House) -> None:
    months = ["Januar", "Februar", "Marts", "April", "Maj", "Juni", "Juli", "August", "September", "Oktober"]
    listed = (f"{month}\n" + "".join(f"- Punkt {month} {n} & <b>\n" for n in range(50)) for month in months)
    offer = await house.sends(house.sanne, "Aktivitetsplan 2027\n\n" + "".join(listed))
    assert "I read 500 entries" in offer.text
    assert sum("Punkt" in line for line in await previewed(house, offer)) == 500
    await house.taps(house.sanne, offer, "Take over")
    assert "500 added" in offer.text
