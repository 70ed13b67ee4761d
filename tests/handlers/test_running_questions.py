"""The questions of an opening, as those who run it put them."""

import pytest

from council.openings import Asking
from tests.handlers.kit import House
from tests.handlers.opened import Opened, opened


@pytest.fixture
async def made(house: House) -> Opened:
    """Two places in September."""
    return await opened(house)


@pytest.mark.parametrize(
    ("text", "asking", "options"),
    [
        ("What can you sing?", Asking.TEXT, ()),
        ("How many cakes do you bring?", Asking.NUMBER, ()),
        ("Hvor mange stole?", Asking.NUMBER, ()),
        ("Which shift? morning / noon / evening", Asking.CHOICE, ("morning", "noon", "evening")),
        ("Which shift?\nmorning\nnoon", Asking.CHOICE, ("morning", "noon")),
    ],
)
async def test_questions(made: Opened, text: str, asking: Asking, options: tuple[str, ...]) -> None:
    await made.asks(text)
    [question] = (await made.opening()).questions
    assert (question.asking, question.options, question.required) == (asking, options, False)
    page = await made.runs("Change it", "Questions", "1: must be answered")
    assert "must be answered" in page.text
    await made.house.taps(made.house.sanne, page, "1: no same answers")
    [question] = (await made.opening()).questions
    assert (question.required, question.differ) == (True, True)
    await made.house.taps(made.house.sanne, page, "1: may be skipped", "1: same answer is fine", "1: drop it")
    assert (await made.opening()).questions == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Do you have any allergies?", "health"),
        ("Hvilken religion har du?", "believe"),
        ("What is your nationality? A / B", "where people come from"),
        ("Hvor gammel er du?", "how old"),
        ("Dit CPR-nummer?", "personal numbers"),
        ("Which? only / Only", ""),
        ("x" * 201, "longer than 200"),
        ("Which? " + " / ".join(f"o{n}" for n in range(11)), "10 at most"),
    ],
)
async def test_questions_that_are_not_asked(made: Opened, text: str, why: str) -> None:
    await made.runs("Change it", "Questions", "Add a question")
    answer = await made.house.says(made.house.sanne, text)
    assert why in answer.text
    assert (await made.opening()).questions == ()


async def test_five_questions_at_most(made: Opened) -> None:
    page = await made.runs("Change it", "Questions")
    more = page.button("Add a question").callback_data or ""
    for number in range(5):
        await made.asks(f"Question {number}?")
    page = await made.runs("Change it", "Questions")
    assert "Add a question" not in [button.text for button in page.buttons]
    await made.house.forges(made.house.sanne, page, more)
    assert "5 at most" in (await made.house.says(made.house.sanne, "And?")).text
    assert len((await made.opening()).questions) == 5
