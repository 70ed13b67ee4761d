"""The card of an opening, whatever its texts, names and numbers are."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.openings import Opening, OpeningState, Tally, Unit
from council.when import When
from handlers.screen import visible
from handlers.views.card import card_view
from services.boards import OpeningPage
from tests.handlers.views.kit import AT, COUNCIL, fits, texts, whens
from texts.tongue import tongue

numbers = st.integers(0, 100_000)


def page(opening: Opening, tally: Tally | None = None, names: tuple[str, ...] = ()) -> OpeningPage:
    return OpeningPage(COUNCIL, opening, tally or Tally("o"), "", None, None, 0, names, AT)


def opening(**fields: object) -> Opening:
    made = {"id": "abcdefghijklmnop", "title": "Tables", "created": AT, "capacity": 6} | fields
    return Opening(**made)  # type: ignore[arg-type]  # a dict of mixed values


@given(
    title=texts,
    place=texts,
    note=texts.map(lambda text: (text * 4)[:1000]),
    contact=texts,
    when=whens,
    unit=st.sampled_from(Unit),
    state=st.sampled_from(OpeningState),
    capacity=st.none() | numbers.filter(bool),
    target=st.none() | numbers.filter(bool),
    tally=st.builds(Tally, id=st.just("o"), taken=numbers, waiting=numbers),
    names=st.lists(texts, max_size=300).map(tuple),
    language=st.sampled_from(["da", "en"]),
    inline=st.booleans(),
)
def test_it_fits_whatever_it_says(
    tally: Tally, names: tuple[str, ...], language: str, *, inline: bool, **fields: object
) -> None:
    fits(card_view(tongue(language), page(opening(**fields), tally, names), "samspil_bot", inline=inline))


@pytest.mark.parametrize(
    "name",
    ["Mai", "🎉" * 64, "👩‍👩‍👧‍👦" * 64, "محمد", "\u202eabc", "<script>alert(1)</script>", "&amp;", "x" * 300],
)
def test_three_hundred_names(name: str) -> None:
    shown = card_view(tongue("en"), page(opening(), Tally("o", taken=300), (name,) * 300), "samspil_bot")
    fits(shown)
    assert "<script" not in shown.text
    assert "270 people more" in visible(shown.text)
    assert "300 of 6 people" in visible(shown.text)


def test_one_name_and_nobody_else() -> None:
    shown = card_view(tongue("en"), page(opening(), Tally("o", taken=1), ("Mai",)), "samspil_bot")
    assert visible(shown.text).endswith("With Mai")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, ""),
        ({"state": OpeningState.PAUSED}, "Paused"),
        ({"state": OpeningState.CANCELLED}, "does not take place"),
        ({"closes": AT - timedelta(hours=1)}, "Nobody can sign up"),
        ({"when": When("2027-02-01")}, "Nobody can sign up"),
    ],
)
def test_the_way_in_is_open_as_long_as_anybody_can_sign_up(fields: dict[str, object], says: str) -> None:
    shown = card_view(tongue("en"), page(opening(**fields)), "samspil_bot")
    assert says in shown.text
    urls = [button.url for row in shown.rows for button in row]
    assert urls == ([] if says else ["https://t.me/samspil_bot?start=o_abcdefgh_abcdefghijklmnop"])


def test_a_card_posted_elsewhere_has_a_button_to_be_known_by() -> None:
    shown = card_view(tongue("en"), page(opening()), "samspil_bot", inline=True)
    assert [button.tap.pack() for row in shown.rows for button in row if button.tap] == [
        "ok:abcdefgh:abcdefghijklmnop"
    ]
