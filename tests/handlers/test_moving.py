"""Moving an entry: a new time is typed, shown beside the old one and confirmed."""

import pytest

from council.records import PlanEntry
from playground import Post
from tests.handlers.kit import House

FEST = "Kulturdag: Fest 3. juni kl. 17-19 på VUC"


@pytest.fixture
async def page(house: House) -> Post:
    """The page of one entry in the secretary's chat."""
    return await house.add(FEST)


async def only(house: House) -> PlanEntry:
    [entry] = await house.entries(house.council)
    return entry


async def typed(house: House, page: Post, text: str) -> Post:
    await house.taps(house.sanne, page, "Change it", "Time")
    return await house.says(house.sanne, text)


async def moved(house: House, asked: Post) -> PlanEntry:
    await house.taps(house.sanne, asked, "Yes, that is the time")
    return await only(house)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("1. lørdag i oktober", "2027-10-02T17:00/2027-10-02T19:00"),
        ("first Saturday in October", "2027-10-02T17:00/2027-10-02T19:00"),
        ("4. juni?", "2027-06-04T17:00?/2027-06-04T19:00?"),
        ("4. juni kl. 9", "2027-06-04T09:00"),
        ("4.-6. juni", "2027-06-04/2027-06-06"),
        ("lørdag den 2. oktober kl. 10-16", "2027-10-02T10:00/2027-10-02T16:00"),
        ("2 October at 10–16", "2027-10-02T10:00/2027-10-02T16:00"),
        ("uge 34", "2027-W34"),
        ("week 34", "2027-W34"),
        ("i juni", "2027-06"),
        ("i juni?", "2027-06?"),
        ("i morgen kl. 17", "2027-03-02T17:00"),
        ("tomorrow at 17", "2027-03-02T17:00"),
        ("3/10-2028", "2028-10-03T17:00/2028-10-03T19:00"),
        ("efterår", "2027-23"),
        ("ved ikke", None),
    ],
)
async def test_moving_it(house: House, page: Post, text: str, edtf: str | None) -> None:
    asked = await typed(house, page, text)
    if edtf is None:
        assert "no date" in asked.text or "XXXX" in (await moved(house, asked)).when.edtf
        return
    assert "→" in asked.text
    assert (await only(house)).when.edtf == "2027-06-03T17:00/2027-06-03T19:00"
    assert (await moved(house, asked)).when.edtf == edtf


@pytest.mark.parametrize(
    ("line", "text", "edtf"),
    [
        ("Fest 3. juni", "4. juni", "2027-06-04"),
        ("Fest 3. juni kl. 17", "4. juni", "2027-06-04T17:00"),
        ("Fest 3. juni kl. 17", "i overmorgen", "2027-03-03T17:00"),
        ("Fest 27. marts kl. 2.30", "28. marts", "2027-03-28T02:30"),  # the hour that spring leaves out
        ("Fest i juni", "4. juni", "2027-06-04"),
    ],
)
async def test_another_day_is_at_the_same_hour(house: House, line: str, text: str, edtf: str) -> None:
    asked = await typed(house, await house.add(line), text)
    assert (await moved(house, asked)).when.edtf == edtf


async def test_the_hour_that_is_kept_is_shown_before_it_is_saved(house: House, page: Post) -> None:
    asked = await typed(house, page, "4. juni")
    assert "Friday 4 June at 17:00–19:00" in asked.text


async def test_a_moved_entry_says_so(house: House, page: Post) -> None:
    asked = await typed(house, page, "4. juni kl. 17-19")
    await moved(house, asked)
    assert "(moved)" in asked.text
    assert "<s>Thursday 3 June at 17:00–19:00</s>" in asked.html


async def test_another_time_after_all(house: House, page: Post) -> None:
    asked = await typed(house, page, "4. juni")
    await house.taps(house.sanne, asked, "Another time")
    asked = await house.says(house.sanne, "5. juni kl. 12")
    assert (await moved(house, asked)).when.edtf == "2027-06-05T12:00"


async def test_a_better_time_typed_at_once(house: House, page: Post) -> None:
    old = await typed(house, page, "4. juni")
    asked = await house.says(house.sanne, "5. juni kl. 12")
    assert "Saturday 5 June" in asked.text
    assert (await moved(house, asked)).when.edtf == "2027-06-05T12:00"
    assert (await house.taps(house.sanne, old, "Yes, that is the time")).is_alert


async def test_an_answer_that_is_no_time(house: House, page: Post) -> None:
    no = await typed(house, page, "later, I think")
    assert "no date in “later, I think”" in no.text
    asked = await house.says(house.sanne, "5. juni kl. 12")
    assert (await moved(house, asked)).when.edtf == "2027-06-05T12:00"
