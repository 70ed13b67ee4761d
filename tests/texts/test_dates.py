from datetime import date, datetime, time

import pytest
from hypothesis import given

from council.when import Precision, When
from tests.council.kit import DAYS, WHENS
from texts.catalogue import LANGUAGES
from texts.dates import (
    far_from,
    say_clock,
    say_day,
    say_moment,
    say_month,
    say_short_day,
    say_under_month,
    say_when,
)
from texts.tongue import tongue

TODAY = date(2021, 9, 10)  # a Friday

SAID = [
    # instants
    ("2021-09-18T17:00", "lørdag 18. september kl. 17", "Saturday 18 September at 17:00"),
    ("2021-09-18T17:05", "lørdag 18. september kl. 17.05", "Saturday 18 September at 17:05"),
    ("2021-09-18T00:00", "lørdag 18. september kl. 0", "Saturday 18 September at 00:00"),
    ("2021-09-18T17:00~", "lørdag 18. september omkring kl. 17", "Saturday 18 September at about 17:00"),
    (
        "2021-09-18T10:00/2021-09-18T16:30",
        "lørdag 18. september kl. 10–16.30",
        "Saturday 18 September at 10:00–16:30",
    ),
    (
        "2021-09-18T20:00/2021-09-19T02:00",
        "lørdag 18. september kl. 20 til søndag 19. september kl. 2",
        "Saturday 18 September at 20:00 to Sunday 19 September at 02:00",
    ),
    (
        "2021-09-18T10:00~/2021-09-18T16:00~",
        "omkring lørdag 18. september kl. 10–16",
        "about Saturday 18 September at 10:00–16:00",
    ),
    ("2021-09-11T17:00", "i morgen, lørdag 11. september kl. 17", "tomorrow, Saturday 11 September at 17:00"),
    ("2022-09-18T17:00", "søndag 18. september 2022 kl. 17", "Sunday 18 September 2022 at 17:00"),
    # days
    ("2021-09-18", "lørdag 18. september", "Saturday 18 September"),
    ("2021-09-18?", "lørdag 18. september", "Saturday 18 September"),
    ("2021-09-18~", "omkring lørdag 18. september", "about Saturday 18 September"),
    ("2021-09-10", "i dag, fredag 10. september", "today, Friday 10 September"),
    ("2021-09-11", "i morgen, lørdag 11. september", "tomorrow, Saturday 11 September"),
    ("2021-09-09", "i går, torsdag 9. september", "yesterday, Thursday 9 September"),
    ("2021-09-12", "søndag 12. september", "Sunday 12 September"),
    ("2020-02-29", "lørdag 29. februar 2020", "Saturday 29 February 2020"),
    # weeks
    ("2021-W34", "uge 34", "week 34"),
    ("2021-W34~", "omkring uge 34", "about week 34"),
    ("2022-W05", "uge 5, 2022", "week 5, 2022"),
    ("2020-W53", "uge 53, 2020", "week 53, 2020"),
    ("2021-W01", "uge 1", "week 1"),
    # months
    ("2021-06", "i juni", "in June"),
    ("2021-06%", "omkring juni", "about June"),
    ("2022-06", "i juni 2022", "in June 2022"),
    ("2021-09/2021-10", "september til oktober", "September to October"),
    ("2021-12/2022-01", "december til januar 2022", "December to January 2022"),
    ("2020-11/2021-01", "november 2020 til januar", "November 2020 to January"),
    ("2022-01/2022-02", "januar til februar 2022", "January to February 2022"),
    ("2021-09~/2021-10~", "omkring september til oktober", "about September to October"),
    # quarters, seasons, years
    ("2021-33", "1. kvartal 2021", "1. quarter 2021"),
    ("2021-36", "4. kvartal 2021", "4. quarter 2021"),
    ("2021-21", "foråret 2021", "spring 2021"),
    ("2021-22", "sommeren 2021", "summer 2021"),
    ("2022-23", "efteråret 2022", "autumn 2022"),
    ("2021-24", "vinteren 2021/2022", "winter 2021/2022"),
    ("2021", "i 2021", "in 2021"),
    ("2022~", "omkring 2022", "about 2022"),
    # other spans
    ("2021-09-01/2021-09-03", "1.–3. september", "1–3 September"),
    ("2022-09-01/2022-09-03", "1.–3. september 2022", "1–3 September 2022"),
    ("2021-09-28/2021-10-08", "28. september til 8. oktober", "28 September to 8 October"),
    ("2021-12-28/2022-01-09", "28. december til 9. januar 2022", "28 December to 9 January 2022"),
    ("2021-09-01~/2021-09-03~", "omkring 1.–3. september", "about 1–3 September"),
    ("2021-W28/2021-W31", "uge 28–31", "week 28 to 31"),
    ("2022-W28/2022-W31", "uge 28–31, 2022", "week 28 to 31, 2022"),
    ("2021-W52/2022-W01", "uge 52–1, 2022", "week 52 to 1, 2022"),
    ("XXXX", "ingen dato endnu", "no date yet"),
]


@pytest.mark.parametrize(("edtf", "danish", "english"), SAID)
def test_times_as_people_say_them(edtf: str, danish: str, english: str) -> None:
    assert say_when(tongue("da"), When(edtf), TODAY) == danish
    assert say_when(tongue("en"), When(edtf), TODAY) == english


def test_every_precision_is_said_above() -> None:
    assert {When(edtf).precision for edtf, *_ in SAID} == set(Precision)


@pytest.mark.parametrize(
    ("edtf", "words", "danish"),
    [
        ("2021-06-01/2021-06-10", "primo juni", "primo juni (1.–10. juni)"),
        ("2021-06-01~/2021-06-10~", "omkring den 5.", "omkring den 5. (1.–10. juni)"),
        ("XXXX", "når vi ved mere", "når vi ved mere (ingen dato endnu)"),
        ("XXXX~", "<snart>", "&lt;snart&gt; (ingen dato endnu)"),
        ("2021-06~", "omkring juni", "omkring juni"),
        ("2021-09-18~", "ca. 18. september", "omkring lørdag 18. september"),
        ("2021-09-18T17:00~", "18/9 ca. kl. 17", "lørdag 18. september omkring kl. 17"),
        ("2021-W34~", "omkring uge 34", "omkring uge 34"),
        ("2021-09-18", "18/9", "lørdag 18. september"),
    ],
)
def test_the_plans_own_words_where_they_say_more(edtf: str, words: str, danish: str) -> None:
    assert say_when(tongue("da"), When(edtf, words), TODAY) == danish


@given(WHENS, DAYS)
def test_about_is_said_once_and_only_where_it_is_so(when: When, today: date) -> None:
    for said in (say_when(tongue("en"), when, today), say_under_month(tongue("en"), when, today) or ""):
        assert said.count("about") == when.approximate or not said
    assert when.approximate <= bool(say_under_month(tongue("en"), when, today))


@given(WHENS, DAYS)
def test_the_year_is_said_when_it_is_another_one(when: When, today: date) -> None:
    said = say_when(tongue("en"), when, today)
    if today.year not in {when.first.year, when.last.year} and when.precision is not Precision.UNKNOWN:
        years = {str(when.last.year), str(when.first.year), str(when.last.isocalendar().year)}
        assert any(year in said for year in years)


@pytest.mark.parametrize(
    ("edtf", "danish", "english"),
    [
        ("2021-06", None, None),
        ("2021-06?", None, None),
        ("2021-06~", "omkring juni", "about June"),
        ("2021-09-18", "lør. 18.", "Sat 18"),
        ("2021-09-10", "fre. 10.", "Fri 10"),
        ("2021-09-18T17:30", "lør. 18. kl. 17.30", "Sat 18 at 17:30"),
        ("2021-09-18T10:00/2021-09-18T16:00", "lør. 18. kl. 10–16", "Sat 18 at 10:00–16:00"),
        ("2021-09-18~", "omkring lørdag 18. september", "about Saturday 18 September"),
        (
            "2021-09-18T20:00/2021-09-19T02:00",
            "lørdag 18. september kl. 20 til søndag 19. september kl. 2",
            "Saturday 18 September at 20:00 to Sunday 19 September at 02:00",
        ),
        ("XXXX", None, None),
        ("2021-W34", "uge 34", "week 34"),
        ("2021-09-01/2021-09-03", "1.–3. september", "1–3 September"),
    ],
)
def test_under_the_heading_of_the_month(edtf: str, danish: str | None, english: str | None) -> None:
    assert say_under_month(tongue("da"), When(edtf), TODAY) == danish
    assert say_under_month(tongue("en"), When(edtf), TODAY) == english


def test_days_months_clocks_and_moments() -> None:
    da, en = map(tongue, LANGUAGES)
    assert say_day(da, date(2021, 12, 31), date(2022, 1, 1)) == "i går, fredag 31. december 2021"
    assert say_month(da, 2021, 6, TODAY) == "juni"
    assert say_month(da, 2021, 6) == "juni 2021"
    assert say_month(en, 2022, 6, TODAY) == "June 2022"
    assert [say_clock(da, time(9, m)) for m in (0, 5)] == ["9", "9.05"]
    assert [say_clock(en, time(9, m)) for m in (0, 5)] == ["09:00", "09:05"]
    assert say_short_day(da, date(2021, 9, 18), TODAY) == "lør. 18. sep."
    assert say_moment(da, datetime(2020, 9, 18, 9, 5), TODAY) == "fre. 18. sep. 2020 kl. 9.05"  # noqa: DTZ001 - wall-clock
    assert say_moment(en, datetime(2021, 9, 18, 9, 5), TODAY) == "Sat 18 Sept at 09:05"  # noqa: DTZ001 - wall-clock


# What stays in a chat for weeks.


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2021-09-10T17:00", "fredag 10. september kl. 17"),
        ("2021-09-11", "lørdag 11. september"),
        ("2021-02-02", "tirsdag 2. februar"),
        ("2021-06-01", "tirsdag 1. juni"),
        ("2022-01-01", "lørdag 1. januar 2022"),
        ("2021-09-10T20:00/2021-09-11T02:00", "fredag 10. september kl. 20 til lørdag 11. september kl. 2"),
        ("2021-02-01T20:00/2021-06-01T02:00", "mandag 1. februar kl. 20 til tirsdag 1. juni kl. 2"),
        ("2020-12-31", "torsdag 31. december 2020"),
        ("2021-W01", "uge 1"),
        ("2020-W53", "uge 53, 2020"),
        ("XXXX", "ingen dato endnu"),
    ],
)
def test_seen_from_far_away_only_dates_are_said(edtf: str, said: str) -> None:
    when = When(edtf)
    assert say_when(tongue("da"), when, far_from(when, TODAY)) == said


@given(WHENS, DAYS)
def test_from_far_away_nothing_is_today_and_the_year_is_the_same(when: When, today: date) -> None:
    far = far_from(when, today)
    assert far.year == today.year
    said = say_when(tongue("en"), when, far)
    assert not {"today", "tomorrow", "yesterday"} & set(said.replace(",", " ").split())
    if today.isocalendar().year != today.year:  # then weeks are those of another year
        return
    near = say_when(tongue("en"), when, today)
    for word in ("today, ", "tomorrow, ", "yesterday, "):
        near = near.replace(word, "")
    assert said == near
