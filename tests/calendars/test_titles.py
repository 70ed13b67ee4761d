from collections.abc import Callable

import pytest

from calendars import CalendarWords
from calendars.titles import marked_title
from council.records import Kind, PlanEntry, Status

Make = Callable[..., PlanEntry]


@pytest.mark.parametrize(
    ("edtf", "status", "who", "expected"),
    [
        ("2021-09-18", Status.PLANNED, "", "Kulturdag"),
        ("2021-09-18?", Status.PLANNED, "", "Kulturdag (tentative)"),
        ("2021-09-18~", Status.PLANNED, "", "Kulturdag (about then)"),
        ("2021-09-18%", Status.PLANNED, "", "Kulturdag (tentative) (about then)"),
        ("2021-06", Status.WAITING, "", "Kulturdag (waiting)"),
        ("2021-06", Status.WAITING, "biblioteket", "Kulturdag (waiting for biblioteket)"),
        ("2021-06?", Status.CANCELLED, "biblioteket", "Cancelled: Kulturdag"),
        ("2021-06?", Status.DONE, "biblioteket", "Kulturdag"),
    ],
)
def test_the_title_says_how_sure_it_is(
    make: Make, words: CalendarWords, edtf: str, status: Status, who: str, expected: str
) -> None:
    assert marked_title(make(edtf=edtf, status=status, waiting_for=who), words) == expected


def test_braces_in_a_title_are_just_braces(make: Make, words: CalendarWords) -> None:
    entry = make(edtf="2021-06?", title="{title} {0}", status=Status.WAITING, waiting_for="{who}")
    assert marked_title(entry, words) == "{title} {0} (tentative) (waiting for {who})"


def test_a_title_of_nothing_is_called_by_its_kind(make: Make, words: CalendarWords) -> None:
    assert marked_title(make(title=" \x00", kind=Kind.MEETING), words) == "Meeting"
