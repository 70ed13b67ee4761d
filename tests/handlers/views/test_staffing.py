"""Staffing of any openings: it fits, the most urgent is named, and the sums are those of the service."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from council.openings import Opening, Tally
from council.places import missing
from council.when import When
from handlers.views.staffing import chart_bars, chart_legend, most_urgent, staffing_view
from papers.chart import MOST_BARS
from services.staffing import Staffed, Staffing
from tests.handlers.views.kit import AT, COUNCIL, TODAY, fits
from tests.handlers.views.openings import KEY, openings, tallies
from texts.catalogue import LANGUAGES
from texts.tongue import Tongue, tongue

ENGLISH = tongue("en")
languages = st.sampled_from(LANGUAGES).map(tongue)
lines = st.builds(
    lambda opening, tally, days: Staffed(opening, tally, missing(opening, tally), days),
    openings,
    tallies,
    st.none() | st.integers(0, 400),
)
staffings = st.lists(lines, max_size=40).map(lambda found: Staffing(COUNCIL, tuple(found), TODAY, {}))


def line(title: str, days: int | None, *, have: int, capacity: int, minimum: int = 0) -> Staffed:
    opening = Opening(KEY, title, AT, when=When("2027-09-25"), capacity=capacity, minimum=minimum)
    tally = Tally(KEY, taken=have)
    return Staffed(opening, tally, missing(opening, tally), days)


@given(languages, staffings, st.booleans())
def test_any_staffing_fits(t: Tongue, staffing: Staffing, in_group: bool) -> None:  # noqa: FBT001  # drawn
    fits(staffing_view(t, staffing, in_group=in_group, bot_name="samspil_bot"))
    bars, legend = chart_bars(t, staffing), chart_legend(t, staffing)
    assert len(bars) == len(staffing.lines)
    assert sum(bar.have for bar in bars) == sum(line.tally.taken for line in staffing.lines)
    assert bool(legend.more) == (len(bars) > MOST_BARS)


def test_what_lacks_the_least_needed_is_most_urgent_then_what_is_soonest() -> None:
    soon = line("soon", 2, have=5, capacity=6)
    later = line("later", 9, have=1, capacity=6, minimum=4)
    sooner = line("sooner", 5, have=0, capacity=6, minimum=4)
    someday = line("someday", None, have=0, capacity=6)
    full = line("full", 1, have=6, capacity=6)
    assert most_urgent([soon, later, sooner, someday, full]) is sooner
    assert most_urgent([someday, soon, full]) is soon
    assert most_urgent([full, someday]) is someday
    assert most_urgent([full]) is None


def test_the_bars_that_are_drawn_are_those_that_matter() -> None:
    full = [line(f"full {n}", n, have=6, capacity=6) for n in range(MOST_BARS)]
    lacking = line("lacking", 300, have=1, capacity=6)
    bars = chart_bars(ENGLISH, Staffing(COUNCIL, (*full, lacking), TODAY, {}))
    assert bars[0].label == "lacking"
    assert chart_legend(ENGLISH, Staffing(COUNCIL, (*full, lacking), TODAY, {})).more == "… and 1 more"


def test_days_are_counted_by_the_calendar() -> None:
    def said(day: str) -> str:
        one = line("One", 1, have=0, capacity=1)
        one = replace(one, opening=replace(one.opening, when=When(day)))
        staffing = Staffing(COUNCIL, (one,), TODAY, {})
        return staffing_view(ENGLISH, staffing, in_group=False, bot_name="b").text

    assert "2 days left" in said("2027-03-03")
    assert "13 days left" in said("2027-03-14")
    assert "2 weeks left" in said("2027-03-15")
    assert "left" not in said("2027-03-02")
    assert "left" not in said("2027-02")
