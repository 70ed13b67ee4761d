import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.activities import canonical, known_as, merged, renamed, same_name
from council.records import Activity


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Kulturdag", "Kulturdag"),
        ("Kulturdag 2021", "Kulturdag"),
        ("Kulturdag 21", "Kulturdag"),
        ("Kulturdag '21", "Kulturdag"),
        ("Kulturdag ’21", "Kulturdag"),
        ("  Kultur   dag\t2022 ", "Kultur dag"),
        ("2021", "2021"),
        ("", ""),
        ("Kulturdag 1921", "Kulturdag 1921"),
        ("Verdensmål 2030-gruppen", "Verdensmål 2030-gruppen"),
        ("Gruppe 7", "Gruppe 7"),
    ],
)
def test_names_lose_their_year(printed: str, name: str) -> None:
    assert canonical(printed) == name


@given(st.text(st.sampled_from("Kul 2021'’"), max_size=12))
def test_a_name_is_never_lost(name: str) -> None:
    assert bool(canonical(name)) == bool(name.strip())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kulturdag 21", "kulturdag 2022", True),
        ("ÅRSMØDE", "Årsmøde", True),
        ("Kulturdag", "Kulturdage", False),
        ("", "Kulturdag", False),
    ],
)
def test_years_and_capitals_make_no_other_activity(one: str, other: str, *, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_an_activity_is_known_by_its_aliases() -> None:
    role, culture = Activity("r", "Rollemodeller"), Activity("k", "Kulturdag", ("Mangfoldighedsdag",))
    assert known_as([role, culture], "KULTURDAG 2021") is culture
    assert known_as([role, culture], "Mangfoldighedsdag 21") is culture
    assert known_as([role, culture], "Ambassadører") is None
    assert known_as([], "Kulturdag") is None


def test_a_renamed_activity_is_still_known_by_its_old_names() -> None:
    activity = Activity("k", "Kulturdag", ("Mangfoldighedsdag",), "Om efteråret")
    again = renamed(renamed(activity, "Verdensdag"), "Folkefest")
    assert again == Activity(
        "k", "Folkefest", ("Mangfoldighedsdag", "Kulturdag", "Verdensdag"), "Om efteråret"
    )
    for name in ("Kulturdag 2022", "Verdensdag", "folkefest"):
        assert known_as([again], name) is again


def test_names_that_mean_the_same_are_no_aliases() -> None:
    activity = Activity("k", "Kulturdag 2021", ("Festdag",))
    assert renamed(activity, "kulturdag").aliases == ("Festdag",)
    assert renamed(activity, "Festdag").aliases == ("Kulturdag 2021",)


def test_merging_keeps_every_name_and_a_description() -> None:
    kept = Activity("k", "Kulturdag", ("Festdag",))
    other = Activity("f", "Folkefest", ("festdag 2020", "Dagen"), "Om efteråret")
    assert merged(kept, other) == Activity(
        "k", "Kulturdag", ("Festdag", "Folkefest", "Dagen"), "Om efteråret"
    )
    assert merged(Activity("k", "Kulturdag", (), "Min"), other).description == "Min"
