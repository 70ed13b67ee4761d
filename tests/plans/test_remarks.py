"""What remarks in an item say, and that its title is clean of them."""

import pytest

from council.records import Status
from plans.atoms import Context
from plans.items import Item, read_item
from plans.lexicon import ALL_LANGUAGES
from plans.remarks import remarks

MAY = Context(year=2027, month=5)


def said(item: Item) -> tuple[str, list[str]]:
    return item.title, [when.edtf for when in item.whens]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Rådsmøde flyttet fra 3. maj til 10. maj kl. 14", ("Rådsmøde", ["2027-05-10T14:00"])),
        ("Rådsmøde 3. maj kl. 17 er flyttet til 10. maj", ("Rådsmøde", ["2027-05-10"])),
        ("Rådsmøde den 10. maj (flyttet fra 3. maj)", ("Rådsmøde", ["2027-05-10"])),
        ("Rådsmøde 10. maj, flyttet fra 3. maj", ("Rådsmøde", ["2027-05-10"])),
        ("Tur udsat til efteråret", ("Tur", ["2027-23"])),
        ("Tur udsat til foråret 2028", ("Tur", ["2028-21"])),
        ("Tur 3. maj flyttet til Hallen", ("Tur flyttet til Hallen", ["2027-05-03"])),
        ("Tur den 3. maj - udsat", ("Tur - udsat", ["2027-05-03?"])),
        ("Dinner moved from 3 May to 10 May", ("Dinner", ["2027-05-10"])),
    ],
)
def test_what_was_moved_is_at_its_new_time(text: str, meant: tuple[str, list[str]]) -> None:
    assert said(read_item(text, MAY)) == meant


def test_a_season_that_is_over_is_that_of_the_next_year() -> None:
    october = Context(year=2027, month=10)
    assert said(read_item("Tur udsat til foråret", october)) == ("Tur", ["2028-21"])


@pytest.mark.parametrize(
    "text",
    [
        "Evt. tur",
        "Muligvis tur",
        "Tur (TBC)",
        "Tur, tbc",
        "Tur (dato følger)",
        "Tur - dato følger",
        "Tur d. xx",
        "Tur den xx. maj",
        "Tur xx/5",
        "Tur xx/xx",
        "Tur den ??",
        "Tur?",
    ],
)
def test_what_is_not_certain(text: str) -> None:
    item = read_item(text, MAY)
    assert (item.title, item.doubtful) == ("Tur", True)


def test_doubt_about_a_part_is_none_about_the_whole() -> None:
    item = read_item("Tur, evt. med bus", MAY)
    assert (item.title, item.doubtful) == ("Tur, evt. med bus", False)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Aflyst: Tur 3/5", "Tur"),
        ("AFLYST - Tur den 3. maj", "Tur"),
        ("AFLYST!!! Tur den 3. maj", "Tur"),
        ("Tur 3/5 (aflyst)", "Tur"),
        ("Turen den 3. maj er aflyst", "Turen"),
        ("Tur (aflyst pga. regn) 3. maj", "Tur pga. regn"),
        ("Trip on 3 May is cancelled", "Trip"),
    ],
)
def test_what_is_called_off(text: str, title: str) -> None:
    item = read_item(text, Context(year=2027, month=5, languages=("da", "en")))
    assert (item.status, *said(item)) == (Status.CANCELLED, title, ["2027-05-03"])


def test_a_title_without_remarks_stays_as_it_is() -> None:
    assert remarks("Fest, tur", ("da",)).title == "Fest, tur"


@pytest.mark.parametrize(
    "title", ["Forslag til generalforsamlingen", "Forslag om nye vedtægter", "Förslag till stämman"]
)
def test_a_proposal_for_something_is_no_remark(title: str) -> None:
    assert remarks(title, ALL_LANGUAGES).title == title
