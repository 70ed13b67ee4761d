"""What decisions change in what was found."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from council.records import Kind, Status
from council.when import When
from plans.amendments import Amendment, Change, amended
from plans.entries import Draft
from plans.items import Item
from plans.pieces import Piece


def meeting(at: int, day: int, month: int = 5) -> Draft:
    start = datetime.fromisoformat(f"2027-{month:02}-{day:02}T15:00")
    when = When.at(start, start + timedelta(hours=2))
    return Draft(Item("Møde", (when,), Kind.MEETING), Piece("", at=at))


def told(drafts: list[Draft]) -> list[tuple[str, str, str]]:
    return [
        (when.edtf, draft.item.was.edtf if draft.item.was else "", draft.item.status.value)
        for draft in drafts
        for when in draft.item.whens
    ]


def day(text: str) -> When:
    return When.on(datetime.fromisoformat(text).date())


def test_a_meeting_that_is_moved_keeps_its_hours_and_the_year_of_the_plan() -> None:
    change = Amendment(Change.MOVED, 9, old=day("2026-05-27"), new=day("2026-05-20"))
    assert told(amended([meeting(1, 13), meeting(2, 27)], [change])) == [
        ("2027-05-13T15:00/2027-05-13T17:00", "", "planned"),
        ("2027-05-20T15:00/2027-05-20T17:00", "2027-05-27T15:00/2027-05-27T17:00", "planned"),
    ]


def test_new_hours_hold_for_all_above_and_an_end_is_open_again() -> None:
    change = Amendment(Change.HOURS, 9, start=17 * 60, decided=True)
    later = meeting(11, 28)
    assert [each[0] for each in told(amended([meeting(1, 13), later], [change]))] == [
        "2027-05-13T17:00",
        "2027-05-28T15:00/2027-05-28T17:00",
    ]


def test_the_only_meeting_of_a_month_is_called_off() -> None:
    change = Amendment(Change.CALLED_OFF, 9, old=When.month(2027, 6))
    found = amended([meeting(1, 13), meeting(2, 10, 6)], [change])
    assert [draft.item.status for draft in found] == [Status.PLANNED, Status.CANCELLED]
    two = [meeting(1, 3, 6), meeting(2, 10, 6)]
    assert amended(two, [change]) == two


def test_what_is_put_off_is_tentative() -> None:
    [found] = amended([meeting(1, 13)], [Amendment(Change.UNSETTLED, 9, decided=True)])
    assert found.item.whens[0].uncertain


def test_what_the_sentence_itself_gave_is_not_there_twice() -> None:
    change = Amendment(Change.MOVED, 9, old=day("2027-05-27"), new=day("2027-05-20"))
    said = Draft(Item("Mødet", (day("2027-05-20"),)), Piece("", at=9))
    assert len(amended([meeting(1, 27), said], [change])) == 1
    assert amended([said], [change]) == [said]


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(1, 28)), max_size=6),
    st.sampled_from(Change),
    st.integers(1, 28),
    st.integers(1, 28),
)
def test_changes_never_lose_a_day(days: list[tuple[int, int]], change: Change, old: int, new: int) -> None:
    drafts = [meeting(at, number) for at, number in days]
    amendment = Amendment(change, 20, old=day(f"2027-05-{old:02}"), new=day(f"2027-05-{new:02}"))
    assert len(told(amended(drafts, [amendment]))) == len(drafts)
