"""`/new`: one more entry, from one line of text or step by step."""

import pytest

from council.records import Draft, Kind, Status
from tests.handlers.kit import House

LINE = "Kulturdag: informationsmøde 3. juni kl. 17-19 på VUC?"


async def drafts(house: House) -> list[Draft]:
    async with house.store.transaction("commons") as tx:
        return await tx.find(Draft)


async def test_one_line_is_shown_and_saved_on_yes(house: House) -> None:
    post = await house.says(house.sanne, f"/new {LINE}")
    assert "Thursday 3 June at 17:00–19:00" in post.text
    assert "VUC" in post.text
    assert "Nothing is saved yet" in post.text
    assert await house.entries(house.council) == []
    await house.taps(house.sanne, post, "Yes, save it")
    [entry] = await house.entries(house.council)
    assert (entry.when.edtf, entry.place, entry.kind) == (
        "2027-06-03T17:00?/2027-06-03T19:00?",
        "VUC",
        Kind.MEETING,
    )
    assert "❓" in post.text
    assert "Added in the chat" in post.text


@pytest.mark.parametrize(
    ("line", "title", "edtf"),
    [
        ("Sommerfest 1. lørdag i oktober", "Sommerfest", "2027-10-02"),
        ("Summer party, 5 June 2027 at 18", "Summer party", "2027-06-05T18:00"),
        ("Valg i november", "Valg", "2027-11"),
        ("Udflugt uge 34", "Udflugt", "2027-W34"),
        ("Netværksmøde i juni?", "Netværksmøde", "2027-06?"),
        ("Fest i morgen kl. 18", "Fest", "2027-03-02T18:00"),
        ("Fest 1. februar", "Fest", "2028-02-01"),
    ],
)
async def test_dates_as_people_type_them(house: House, line: str, title: str, edtf: str) -> None:
    await house.add(line)
    [entry] = await house.entries(house.council)
    assert (entry.title, entry.when.edtf) == (title, edtf)


async def test_today_is_the_councils(house: House) -> None:
    # At 23:30 UTC it is tomorrow in Copenhagen.
    house.clock.turn(house.until(23, 30))
    await house.add("Fest i morgen kl. 18")
    [entry] = await house.entries(house.council)
    assert entry.when.edtf == "2027-03-03T18:00"


async def test_without_a_time_it_has_none_yet(house: House) -> None:
    post = await house.says(house.sanne, "/new Sommerfest")
    await house.taps(house.sanne, post, "Yes, save it")
    [entry] = await house.entries(house.council)
    assert not entry.when.known
    assert "Sommerfest" in (await house.says(house.bo, "/plan")).text


async def test_waiting_for_somebody(house: House) -> None:
    await house.add("Fælles aften i juni - afventer biblioteket")
    [entry] = await house.entries(house.council)
    assert (entry.status, entry.waiting_for) == (Status.WAITING, "biblioteket")


async def test_step_by_step(house: House) -> None:
    asked = await house.says(house.sanne, "/new")
    assert "What is it about?" in asked.text
    assert "When is it?" in (await house.says(house.sanne, "Summer party")).text
    assert "Where is it?" in (await house.says(house.sanne, "5 June at 18")).text
    post = await house.says(house.sanne, "The old library")
    for told in ("Summer party", "Saturday 5 June at 18:00", "The old library", "Nothing is saved yet"):
        assert told in post.text
    await house.taps(house.sanne, post, "Yes, save it")
    [entry] = await house.entries(house.council)
    assert (entry.title, entry.place, entry.when.edtf) == (
        "Summer party",
        "The old library",
        "2027-06-05T18:00",
    )
    assert await drafts(house) == []


async def test_steps_can_be_left_out(house: House) -> None:
    await house.says(house.sanne, "/nyt")
    post = await house.says(house.sanne, "Summer party")
    await house.taps(house.sanne, post, "No date yet", "No place yet", "Yes, save it")
    [entry] = await house.entries(house.council)
    assert (entry.title, entry.place, entry.when.known) == ("Summer party", "", False)


async def test_a_title_with_a_time_in_it_skips_a_question(house: House) -> None:
    await house.says(house.sanne, "/new")
    post = await house.says(house.sanne, "Summer party 5 June at 18")
    assert "Saturday 5 June" in post.text


async def test_an_answer_that_is_no_date(house: House) -> None:
    await house.says(house.sanne, "/new")
    await house.says(house.sanne, "Summer party")
    no = await house.says(house.sanne, "<i>whenever</i> & so on")
    assert "no date in “<i>whenever</i> & so on”" in no.text
    assert "Where is it?" in (await house.says(house.sanne, "5 June")).text


async def test_mending_before_saving(house: House) -> None:
    post = await house.says(house.sanne, "/new Sumer party 5 June at 18 at the library")
    await house.taps(house.sanne, post, "Another title")
    post = await house.says(house.sanne, "Summer party")
    assert "Saturday 5 June at 18:00" in post.text
    await house.taps(house.sanne, post, "Another time")
    post = await house.says(house.sanne, "6 June at 12")
    if "Where is it?" in post.text:
        await house.taps(house.sanne, post, "No place yet")
    await house.taps(house.sanne, post, "Another place")
    post = await house.says(house.sanne, "The park")
    await house.taps(house.sanne, post, "Yes, save it")
    [entry] = await house.entries(house.council)
    assert (entry.title, entry.when.edtf, entry.place) == ("Summer party", "2027-06-06T12:00", "The park")


async def test_another_time_does_not_ask_for_the_place_again(house: House) -> None:
    post = await house.says(house.sanne, "/new Summer party 5 June at 18 at the library")
    await house.taps(house.sanne, post, "Another time")
    post = await house.says(house.sanne, "6 June at 12")
    assert "Is that right?" in post.text
    assert "library" in post.text


async def test_the_form_survives_a_restart(lasting: House) -> None:
    await lasting.says(lasting.sanne, "/new")
    asked = await lasting.says(lasting.sanne, "Summer party")
    await lasting.stop()
    await lasting.start()
    assert "Where is it?" in (await lasting.says(lasting.sanne, "5 June at 18")).text
    await lasting.stop()
    await lasting.start()
    post = await lasting.says(lasting.sanne, "The park")
    await lasting.taps(lasting.sanne, post, "Yes, save it")
    [entry] = await lasting.entries(lasting.council)
    assert (entry.title, entry.place) == ("Summer party", "The park")
    assert asked.rows


async def test_what_was_typed_while_the_bot_was_down_counts(lasting: House) -> None:
    await lasting.says(lasting.sanne, "/new")
    await lasting.stop()
    await lasting.sanne.says("Summer party")
    await lasting.start()
    assert "When is it?" in (await lasting.last(lasting.sanne.chat)).text


async def test_a_repeated_answer_does_not_answer_the_next_question(lasting: House) -> None:
    # The bot died before it confirmed the answer, so the next process gets it again.
    await lasting.says(lasting.sanne, "/new")
    said = await lasting.sanne.says("Summer party")
    await lasting.idle()
    [before] = await drafts(lasting)
    await lasting.stop()
    assert said.update_id is not None
    lasting.tg.repeats(said.update_id)
    await lasting.start()
    assert await drafts(lasting) == [before]


async def test_leaving_it(house: House) -> None:
    post = await house.says(house.sanne, f"/new {LINE}")
    await house.taps(house.sanne, post, "No, leave it")
    assert "nothing was changed" in post.text
    assert "Yes, save it" not in [text for row in post.rows for text in row]
    assert await drafts(house) == []
    assert await house.entries(house.council) == []


async def test_buttons_of_an_earlier_form_do_nothing(house: House) -> None:
    old = await house.says(house.sanne, "/new First thing 3 June")
    await house.says(house.sanne, "/new Second thing 4 June")
    for button in ("Yes, save it", "Another title", "No, leave it"):
        answer = await house.taps(house.sanne, old, button)
        assert answer.is_alert
        assert "out of date" in answer.text
    assert await house.entries(house.council) == []
    assert [draft.answer("title") for draft in await drafts(house)] == ["Second thing"]


async def test_saving_twice_saves_once(house: House) -> None:
    post = await house.says(house.sanne, f"/new {LINE}")
    for _ in range(3):
        await house.sanne.taps(post, "Yes, save it")
    await house.idle()
    assert len(await house.entries(house.council)) == 1


async def test_somebody_elses_buttons(house: House) -> None:
    post = await house.says(house.sanne, f"/new {LINE}", house.group)
    for button in ("Yes, save it", "No, leave it", "Another title"):
        assert (await house.taps(house.bo, post, button)).is_alert
    assert await house.entries(house.council) == []
    await house.taps(house.sanne, post, "Yes, save it")
    assert len(await house.entries(house.council)) == 1


async def test_in_the_group_one_answers_the_message(house: House) -> None:
    asked = await house.says(house.sanne, "/new", house.group)
    assert "Answer this message" in asked.text
    await house.says(house.bo, "Bo's idea", house.group, reply_to=asked)
    assert [draft.step for draft in await drafts(house)] == ["title"]
    assert "When is it?" in (await house.says(house.sanne, "Party", house.group, reply_to=asked)).text


async def test_private_and_group_forms_are_apart(house: House) -> None:
    await house.says(house.sanne, "/new", house.group)
    await house.says(house.sanne, "/new")
    await house.says(house.sanne, "Private thing")
    assert sorted(draft.step for draft in await drafts(house)) == ["title", "when"]


async def test_what_was_saved_but_not_shown_is_shown_at_the_next_tap(house: House) -> None:
    form = await house.says(house.sanne, "/new Fest 3 June 2027")
    [save] = [button.callback_data for button in form.buttons if button.text == "Yes, save it"]
    assert save is not None
    await house.taps(house.sanne, form, "Yes, save it")
    again = await house.forges(house.sanne, form, save)
    assert again.text == ""
    assert len(await house.entries(house.council)) == 1


async def test_danish_letters_in_commands(house: House) -> None:
    assert "What I can do" in (await house.says(house.sanne, "/hjælp")).text
    assert (
        "What comes next" in (await house.says(house.sanne, "/næste")).text
        or "empty" in (await house.says(house.sanne, "/næste")).text
    )


@pytest.mark.parametrize("line", ["Fest lørdag 3. juni 2027", "Fest 31. februar 2027"])
async def test_a_date_that_does_not_fit_together_is_to_be_checked(house: House, line: str) -> None:
    assert "Please check the date" in (await house.says(house.sanne, f"/new {line}")).text
    assert "Please check" not in (await house.says(house.sanne, "/new Fest torsdag 3. juni 2027")).text
