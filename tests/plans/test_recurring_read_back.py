"""Every rule in words gives the days that walking over the whole year gives, in each language."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from council.recurrence import occurrences
from plans.atoms import Context
from plans.recurring import rules

PLAN = Context(year=2027)
WEEKDAYS = {
    "da": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "sv": ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "da": [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "nb": [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    "sv": [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
NTHS = {
    "da": ("første", "anden", "tredje", "fjerde", "sidste"),
    "nb": ("første", "andre", "tredje", "fjerde", "siste"),
    "sv": ("första", "andra", "tredje", "fjärde", "sista"),
    "en": ("first", "second", "third", "fourth", "last"),
}
BY_MONTH = {
    "da": "den {nth} {day} i hver måned fra {first} til {last}",
    "nb": "{nth} {day} i hver måned fra {first} til {last}",
    "sv": "{nth} {day}en i varje månad från {first} till {last}",
    "en": "the {nth} {day} of every month from {first} to {last}",
}
BY_WEEK = {"da": "hver {day}", "nb": "hver {day}", "sv": "varje {day}", "en": "every {day}"}
PARITY = {
    "da": (" i lige uger", " i ulige uger"),
    "nb": (" i partallsuker", " i oddetallsuker"),
    "sv": (" jämna veckor", " udda veckor"),
    "en": (" in even weeks", " in odd weeks"),
}
EXCEPT = {"da": ", undtagen {}", "nb": ", unntatt {}", "sv": ", utom {}", "en": ", except {}"}
languages = st.sampled_from(sorted(WEEKDAYS))
years = st.integers(2024, 2033)


def _days_of(year: int, fits: Callable[[date], bool]) -> list[date]:
    days = (date(year, 1, 1) + timedelta(days=shift) for shift in range(366))
    return [day for day in days if day.year == year and fits(day)]


def _found(text: str, year: int) -> list[date]:
    (found,) = rules(text, Context(year=year))
    assert found.rule is not None, text
    return [when.first for when in occurrences(found.when, found.rule, date(year + 1, 12, 31))]


@given(languages, years, st.integers(1, 7), st.integers(0, 4), st.integers(1, 11), st.integers(1, 11))
def test_months_in_words_give_their_days(
    code: str, year: int, weekday: int, nth: int, first: int, length: int
) -> None:
    last = min(12, first + length)
    names = MONTHS[code]
    text = BY_MONTH[code].format(
        nth=NTHS[code][nth], day=WEEKDAYS[code][weekday - 1], first=names[first - 1], last=names[last - 1]
    )

    def fits(day: date) -> bool:
        week = (day.day - 1) // 7
        is_nth = (day + timedelta(days=7)).month != day.month if nth == 4 else week == nth
        return first <= day.month <= last and day.isoweekday() == weekday and is_nth

    assert _found(text, year) == _days_of(year, fits), text


@given(
    languages, years, st.integers(1, 7), st.sampled_from((None, 0, 1)), st.sampled_from((None, *range(1, 13)))
)
def test_weeks_in_words_give_their_days(
    code: str, year: int, weekday: int, parity: int | None, without: int | None
) -> None:
    text = BY_WEEK[code].format(day=WEEKDAYS[code][weekday - 1])
    text += PARITY[code][parity] if parity is not None else ""
    text += EXCEPT[code].format(MONTHS[code][without - 1]) if without else ""

    def fits(day: date) -> bool:
        right_week = parity is None or day.isocalendar().week % 2 == parity
        return day.isoweekday() == weekday and right_week and day.month != without

    assert _found(text, year) == _days_of(year, fits), text


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    rules(text, PLAN)


WORDS = (
    "hver anden første tirsdag tirsdage i måneden uge undtagen juli fra til den 3. 12 kl. 10-12 , . ( ) og "
    "ulige uger"
)
words = st.lists(st.sampled_from(WORDS.split()), max_size=40)


@given(words, st.sampled_from((2026, 2027, 2028, None)))
def test_rules_of_any_words_hold(drawn: list[str], year: int | None) -> None:
    """The first time is a day of the rule, and the places of its words are in the text."""
    text = " ".join(drawn)
    for found in rules(text, Context(year=year)):
        assert all(0 <= start < end <= len(text) for start, end in found.spans)
        if found.rule:
            times = occurrences(found.when, found.rule, date(2030, 1, 1))
            assert times[0].first == found.when.first
            assert not {when.first for when in times} & set(found.rule.exdates)
