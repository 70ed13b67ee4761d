import pytest

from council.records import Draft
from council.refusals import OutOfDate
from tests.services.kit import Town


async def test_a_form_is_filled_step_by_step(town: Town) -> None:
    drafts = town.house.drafts
    draft = await drafts.begin("-100:1", "new", "title", "c1", entry="e1")
    assert draft == Draft("-100:1", "id1", "new", "title", "c1", (("entry", "e1"),))
    await drafts.keep(draft.with_answer("title", "Fest", step="when"))
    open_now = await drafts.open("-100:1")
    assert open_now is not None
    assert (open_now.answer("title"), open_now.answer("entry"), open_now.step) == ("Fest", "e1", "when")
    assert open_now.answer("place") == ""
    assert await drafts.with_token("-100:1", "id1") == open_now


async def test_an_answer_given_again_takes_the_place_of_the_first(town: Town) -> None:
    draft = await town.house.drafts.begin("1:1", "new", "title", "c1")
    again = draft.with_answer("title", "A", step="when").with_answer("title", "B", step="when")
    assert again.answers == (("title", "B"),)


async def test_a_new_form_takes_the_place_of_the_old_and_its_buttons(town: Town) -> None:
    drafts = town.house.drafts
    old = await drafts.begin("1:1", "new", "title", "c1")
    new = await drafts.begin("1:1", "edit", "place", "c1")
    with pytest.raises(OutOfDate):
        await drafts.with_token("1:1", old.token)
    assert await drafts.with_token("1:1", new.token) == new


async def test_a_closed_form_is_closed(town: Town) -> None:
    drafts = town.house.drafts
    draft = await drafts.begin("1:1", "new", "title", "c1")
    assert await drafts.drop("1:1")
    assert not await drafts.drop("1:1")
    assert await drafts.open("1:1") is None
    with pytest.raises(OutOfDate):
        await drafts.with_token("1:1", draft.token)


async def test_everybody_fills_their_own_form_in_every_chat(town: Town) -> None:
    drafts = town.house.drafts
    mine = await drafts.begin("1:1", "new", "title", "c1")
    in_group = await drafts.begin("-100:1", "new", "title", "c1")
    theirs = await drafts.begin("-100:2", "new", "title", "c1")
    with pytest.raises(OutOfDate):
        await drafts.with_token("-100:2", in_group.token)
    await drafts.drop("-100:1")
    assert await drafts.open("1:1") == mine
    assert await drafts.open("-100:2") == theirs
