"""Written dates read back in every style and language; no text makes reading fail, lie or last."""

import re
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.when import Precision, When
from plans.atoms import Context
from plans.items import read_item
from plans.languages import LANGUAGES
from plans.phrases import phrases

PLAN = Context(year=2021)
CHAT = Context(today=date(2021, 3, 10))


def edtf(text: str, context: Context = PLAN) -> list[str]:
    return [phrase.when.edtf for phrase in phrases(text, context)]


def _name(language: str, role: str, number: int) -> str:
    return LANGUAGES[language].numbered[role][number - 1].split("|")[0]


STYLES: list[Callable[[date, str], str]] = [
    lambda day, code: f"{day.day}. {_name(code, 'month', day.month)} {day.year}",
    lambda day, code: (
        f"{_name(code, 'weekday', day.isoweekday())} den {day.day}. "
        f"{_name(code, 'month', day.month).upper()} {day.year}"
    ),
    lambda day, code: (
        f"{_name(code, 'weekday', day.isoweekday())}, {day.day} {_name(code, 'month', day.month)} {day.year}"
    ),
    lambda day, _: f"{day.day}/{day.month}-{day.year}",
    lambda day, _: f"{day.day:02}.{day.month:02}.{day.year % 100:02}",
    lambda day, _: f"{day.day:02}-{day.month:02}-{day.year}",
    lambda day, _: day.isoformat(),
    lambda day, _: f"{day:%Y.%m.%d}",
    lambda day, _: f"{day.day}.{day.month}.{day.year}",
    lambda day, _: f"{day.day}/{day.month} - {day.year % 100:02}",
    lambda day, code: f"{_name(code, 'weekday', day.isoweekday())[:3]} {day.day}/{day.month}-{day.year}",
    lambda day, code: f"d. {day.day} {_name(code, 'month', day.month)}-{day.year % 100:02}",
    lambda day, code: f"{day.day}.{_name(code, 'month', day.month)[:3]}. {day.year}",
    lambda day, code: f"{_name(code, 'month', day.month)} {day.day}, {day.year}",
    lambda day, _: f"{day:%d.%m.%Y}".replace("0", "O"),
]
CLOCKS: list[Callable[[datetime, datetime], str]] = [
    lambda start, end: f" kl. {start:%H.%M}-{end:%H.%M}",
    lambda start, end: f" kl. {start:%H:%M} – {end:%H:%M}",
    lambda start, end: f", {start:%H:%M}-{end:%H:%M}",
    lambda start, end: f" kl {start:%H.%M} til {end:%H.%M}",
]
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
languages = st.sampled_from(sorted(LANGUAGES))


@given(days, st.sampled_from(STYLES), languages)
def test_a_written_date_reads_back(day: date, style: Callable[[date, str], str], code: str) -> None:
    (phrase,) = phrases(f"Møde {style(day, code)}", Context(year=2025))
    assert (phrase.when.edtf, phrase.doubts) == (day.isoformat(), ())


@given(
    days,
    st.sampled_from(STYLES),
    languages,
    st.integers(0, 24 * 60 - 1),
    st.integers(1, 23 * 60),
    st.sampled_from(CLOCKS),
)
def test_a_written_time_reads_back(
    day: date,
    style: Callable[[date, str], str],
    code: str,
    clock: int,
    length: int,
    written: Callable[[datetime, datetime], str],
) -> None:
    start = datetime.combine(day, datetime.min.time()) + timedelta(minutes=clock)
    end = start + timedelta(minutes=length)
    (phrase,) = phrases(style(day, code) + written(start, end), Context(year=2025))
    whole_day = (start.hour, start.minute) == (0, 0) and (end.hour, end.minute) == (23, 59)
    assert phrase.when.edtf == (day.isoformat() if whole_day else When.at(start, end).edtf)


@given(days, st.integers(1, 300), languages)
def test_a_written_range_reads_back(first: date, length: int, code: str) -> None:
    last = first + timedelta(days=length)
    start = f"{first.day}. {_name(code, 'month', first.month)}"
    end = f"{last.day}. {_name(code, 'month', last.month)} {last.year}"
    styles = [f"{start} {first.year} - {end}", f"{start} – {end}"]
    for text in styles:
        assert edtf(text) == [f"{first}/{last}"]


@given(days, languages)
def test_a_written_weekday_of_a_week_reads_back(day: date, code: str) -> None:
    year, week, weekday = day.isocalendar()
    words = {"da": "i uge", "nb": "i uke", "sv": "vecka", "en": "week"}
    text = f"{_name(code, 'weekday', weekday)} {words[code]} {week} {year}"
    assert edtf(f"Tur {text}") == [day.isoformat()]


BITS = "den|3.|juni|12|kl.|17-19|?|og|–|til|2021|31/2|uge|53|primo|(|)|§|eller|1.|lørdag|i|maj:|99|0"
WORDS = st.sampled_from(BITS.split("|"))


@settings(deadline=None)  # the first text of a run compiles the words of all languages
@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join), st.lists(WORDS).map("".join)))
def test_no_text_makes_it_fail_or_lie(text: str) -> None:
    for context in (PLAN, CHAT, Context(), Context(year=2021, month=6)):
        for phrase in phrases(text, context):
            assert 0 <= phrase.start < phrase.end <= len(text)
            if phrase.when.precision is Precision.DATE and not re.search(r"[^\W\d]{6}|i maj", phrase.words):
                assert str(phrase.when.first.day) in phrase.words


@pytest.mark.parametrize(
    "text",
    ["1" * 200_000, "den " * 50_000, "1. " * 60_000, "3. juni, " * 20_000, "kl. " * 50_000, "((((" * 50_000],
)
def test_reading_takes_linear_time(text: str) -> None:
    start = time.perf_counter()
    read_item(text[:20_000], CHAT)
    phrases(text, CHAT)
    assert time.perf_counter() - start < 5
