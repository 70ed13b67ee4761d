"""`/import`: the plan that the council publishes, as a file or pasted, becomes the plan in the chat."""

from importlib.resources import files

import pytest

from council.records import Proposal
from playground import Post
from tests.handlers.kit import PLAN, House

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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


async def test_between_the_parts_there_is_one_empty_line(house: House) -> None:
    offer = await house.sends(house.sanne, PLAN)
    assert offer.text.splitlines()[2:4] == ["", "January"]
    assert "\n\n\n" not in offer.text


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
    dates = "8. februar kl. 16.30: Rådsmøde\n12. april kl. 16.30: Rådsmøde\n14. juni: Fest"
    offer = await house.says(house.sanne, f"/import Aktivitetsplan 2027\n{dates}")
    assert "I read 3 entries" in offer.text


async def test_alone_it_says_how(house: House) -> None:
    assert "PDF" in (await house.says(house.sanne, "/import")).text


async def test_members_cannot(house: House) -> None:
    for post in (
        await house.sends(house.bo, PLAN),
        await house.says(house.bo, f"/import {PLAN}"),
        await house.sends(house.bo, PLAN, room=house.group, caption="/import"),
        await house.says(house.bo, "/import", house.group),
    ):
        assert "Send the document to one of them" in post.text
        assert post.rows == [["See the plan"]]
    assert house.tg.calls("file") == 0


async def test_a_stranger_with_a_file(house: House) -> None:
    assert "not on a council" in (await house.sends(house.rikke, PLAN)).text


async def test_a_newer_document_replaces_the_offer(house: House) -> None:
    old = await house.sends(house.sanne, PLAN)
    await house.sends(house.sanne, PLAN.replace("Opstart", "Nytårskur"))
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
    offer = await house.sends(house.sanne, PLAN.replace("- Opstart\n", "- Opstart\n- 12-14\n"))
    everything = offer.text
    while any("More ↓" in row for row in offer.rows):
        await house.taps(house.sanne, offer, "More ↓")
        everything += offer.text
    assert "Opstart" in everything
    assert "1 line I could not place\n– 12-14" in everything


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


async def test_the_text_may_follow_as_the_next_message(house: House) -> None:
    asked = await house.says(house.sanne, "/import")
    assert asked.rows == [["No, leave it"]]
    offer = await house.says(house.sanne, PLAN)
    assert "10 entries" in offer.text
    await house.taps(house.sanne, offer, "Take over")
    assert len(await house.entries(house.council)) == 10


async def test_what_an_edition_left_out_comes_back_with_the_next(house: House) -> None:
    await house.with_plan()
    offer = await house.sends(house.sanne, PLAN.replace("- Opstart\n", "- Noget helt andet\n"))
    await house.taps(house.sanne, offer, "Take over")
    offer = await house.sends(house.sanne, PLAN)
    assert "Nothing new" not in offer.text
    await house.taps(house.sanne, offer, "Take over")
    assert "Opstart" in [entry.title for entry in await house.entries(house.council)]


async def test_what_the_chat_took_off_is_said_and_can_be_put_back(house: House) -> None:
    await house.with_plan()
    page = await house.says(house.sanne, "/entry udflugt")
    await house.taps(house.sanne, page, "Change it", "Take it off the plan", "Yes, take it off")
    told = await house.sends(house.sanne, PLAN)
    assert "Nothing new" in told.text
    assert "9 entries are on the plan" in told.text
    assert "1 entry was taken off the plan in the chat" in told.text
    await house.taps(house.sanne, told, "Decide on them", "Put it back on the plan")
    assert len(await house.entries(house.council)) == 10
