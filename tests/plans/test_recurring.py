"""Rules in words, one line each; what is none."""

import pytest

from council.doubts import Sort
from plans.atoms import Context
from plans.items import read_item
from plans.recurring import rules

PLAN = Context(year=2027)


@pytest.mark.parametrize(
    ("text", "first", "rrule", "exdates"),
    [
        (
            "den første tirsdag i hver måned, fra september til april",
            "2027-09-07",
            "MONTHLY;BYDAY=1TU;UNTIL=20280430",
            "",
        ),
        ("hver første tirsdag i måneden", "2027-01-05", "MONTHLY;BYDAY=1TU;UNTIL=20271231", ""),
        ("1. tirsdag i måneden", "2027-01-05", "MONTHLY;BYDAY=1TU;UNTIL=20271231", ""),
        ("hver anden tirsdag i måneden", "2027-01-12", "MONTHLY;BYDAY=2TU;UNTIL=20271231", ""),
        (
            "den anden og fjerde mandag i måneden kl. 12",
            "2027-01-11T12:00",
            "MONTHLY;BYDAY=2MO,4MO;UNTIL=20271231",
            "",
        ),
        (
            "den sidste torsdag i måneden, dog undtaget juli og december",
            "2027-01-28",
            "MONTHLY;BYDAY=-1TH;UNTIL=20271231",
            "2027-07-29 2027-12-30",
        ),
        (
            "den første mandag i februar, april og oktober",
            "2027-02-01",
            "MONTHLY;BYMONTH=2,4,10;BYDAY=1MO;UNTIL=20271031",
            "",
        ),
        ("hver måned den 15.", "2027-01-15", "MONTHLY;BYMONTHDAY=15;UNTIL=20271231", ""),
        ("den 1. i hver måned fra marts til juni", "2027-03-01", "MONTHLY;BYMONTHDAY=1;UNTIL=20270630", ""),
        (
            "hvert kvartal den første mandag",
            "2027-01-04",
            "MONTHLY;BYMONTH=1,4,7,10;BYDAY=1MO;UNTIL=20271231",
            "",
        ),
        (
            "den sidste hverdag i måneden",
            "2027-01-29",
            "MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20271231",
            "",
        ),
        (
            "den første tirsdag i hver anden måned fra februar",
            "2027-02-02",
            "MONTHLY;INTERVAL=2;BYDAY=1TU;UNTIL=20271231",
            "",
        ),
        (
            "hver torsdag i ulige uger kl. 16.30-18.30",
            "2027-01-07T16:30/2027-01-07T18:30",
            "WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20271231",
            "",
        ),
        ("torsdage i lige uger", "2027-01-14", "WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20271231", ""),
        (
            "hver anden tirsdag kl 16-19 (fra 12. januar)",
            "2027-01-12T16:00/2027-01-12T19:00",
            "WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20271231",
            "",
        ),
        (
            "hver anden tirsdag, første gang den 12. januar",
            "2027-01-12",
            "WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20271231",
            "",
        ),
        (
            "hver 3. uge fra onsdag den 6. januar",
            "2027-01-06",
            "WEEKLY;INTERVAL=3;BYDAY=WE;UNTIL=20271231",
            "",
        ),
        ("hver tirsdag indtil 28. juni", "2027-01-05", "WEEKLY;BYDAY=TU;UNTIL=20270628", ""),
        (
            "hver tirsdag i perioden 5. januar til 29. juni",
            "2027-01-05",
            "WEEKLY;BYDAY=TU;UNTIL=20270629",
            "",
        ),
        ("8 onsdage fra den 3. marts", "2027-03-03", "WEEKLY;BYDAY=WE;UNTIL=20270421", ""),
        ("mandag-fredag i uge 27-31", "2027-07-05", "WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270808", ""),
        ("ugentligt om onsdagen fra 3. marts", "2027-03-03", "WEEKLY;BYDAY=WE;UNTIL=20271231", ""),
        ("hver onsdag i marts og april", "2027-03-03", "WEEKLY;BYDAY=WE;UNTIL=20270430", ""),
        ("onsdage kl. 19", "2027-01-06T19:00", "WEEKLY;BYDAY=WE;UNTIL=20271231", ""),
        ("alle hverdage i uge 29", "2027-07-19", "WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270725", ""),
        (
            "hver torsdag i marts undtagen uge 10 og helligdage",
            "2027-03-04",
            "WEEKLY;BYDAY=TH;UNTIL=20270331",
            "2027-03-11 2027-03-25",
        ),
        ("Ses hver mandag i juni (ikke 7. juni)", "2027-06-14", "WEEKLY;BYDAY=MO;UNTIL=20270630", ""),
        (
            "første mandag i måneden. Ingen møder i juli.",
            "2027-01-04",
            "MONTHLY;BYDAY=1MO;UNTIL=20271231",
            "2027-07-05",
        ),
        ("andra och fjärde tisdagen i varje månad", "2027-01-12", "MONTHLY;BYDAY=2TU,4TU;UNTIL=20271231", ""),
        ("första onsdagen i månaden september-maj", "2027-09-01", "MONTHLY;BYDAY=1WE;UNTIL=20280531", ""),
        ("varannan torsdag udda veckor", "2027-01-07", "WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20271231", ""),
        ("annenhver torsdag fra 7. januar", "2027-01-07", "WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20271231", ""),
        (
            "onsdager i partallsuker kl 18",
            "2027-01-13T18:00",
            "WEEKLY;INTERVAL=2;BYDAY=WE;UNTIL=20271231",
            "",
        ),
        ("kvar tysdag", "2027-01-05", "WEEKLY;BYDAY=TU;UNTIL=20271231", ""),
        (
            "third Wednesday of each month (August only if needed)",
            "2027-01-20",
            "MONTHLY;BYDAY=3WE;UNTIL=20271231",
            "",
        ),
        (
            "first Monday of the month except January and August",
            "2027-02-01",
            "MONTHLY;BYDAY=1MO;UNTIL=20271231",
            "2027-08-02",
        ),
        (
            "every other Thursday from 7 January",
            "2027-01-07",
            "WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20271231",
            "",
        ),
        ("weekly on Tuesdays during term", "2027-01-05", "WEEKLY;BYDAY=TU;UNTIL=20271231", ""),
        ("last Friday of every month at 7.30pm", "2027-01-29T19:30", "MONTHLY;BYDAY=-1FR;UNTIL=20271231", ""),
    ],
)
def test_a_rule_in_words(text: str, first: str, rrule: str, exdates: str) -> None:
    (found,) = rules(text, PLAN)
    assert found.rule is not None
    assert (found.when.edtf, found.rule.rrule) == (first, f"FREQ={rrule}")
    assert [day.isoformat() for day in found.rule.exdates] == exdates.split()


@pytest.mark.parametrize(
    "text",
    [
        "Sidste torsdag i måneden: 28/1, 25/2, 25/3",
        "1. lørdag i oktober (2. oktober)",
        "Sidste søndag i april",
        "tirsdage 12/1, 26/1 og 9/2 kl. 19",
        "Åbent mandag-fredag 9-15",
        "Telefontid hver torsdag",
        "Cafeen er lukket hver mandag",
        "Møde torsdag den 4. marts kl. 17",
        "Festival fredag til søndag den 7.-9. maj",
        "hvert år påskelørdag",
        "Generalforsamling hvert år i marts",
        "",
    ],
)
def test_what_is_no_rule(text: str) -> None:
    assert rules(text, PLAN) == ()


@pytest.mark.parametrize(
    "text",
    ["hver anden tirsdag", "ca. hver anden måned", "2-3 gange om året", "1 møde pr. kvartal", "hver 3. uge"],
)
def test_without_an_anchor_it_is_asked_when(text: str) -> None:
    (found,) = rules(text, PLAN)
    assert not found.anchored
    assert not found.when.known
    assert [doubt.sort for doubt in found.doubts] == [Sort.NO_START]


def test_two_days_with_their_own_hours_are_two_rules() -> None:
    found = rules("hver mandag fra 17.30 - 19.30 og onsdag fra 15.00 - 17.00", PLAN)
    assert [each.when.edtf for each in found] == [
        "2027-01-04T17:30/2027-01-04T19:30",
        "2027-01-06T15:00/2027-01-06T17:00",
    ]


def test_a_season_and_a_month_bound_what_says_no_more() -> None:
    (season,) = rules("hver tirsdag", Context(year=2027, turn=8))
    assert season.rule is not None
    assert (season.when.edtf, season.rule.rrule) == ("2027-08-03", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20280731")
    (month,) = rules("hver tirsdag", Context(year=2027, month=6))
    assert month.rule is not None
    assert (month.when.edtf, month.rule.rrule) == ("2027-06-01", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630")


def test_an_item_has_the_rule_as_its_only_time() -> None:
    item = read_item("Yoga: hver tirsdag kl. 17.30 indtil den 31. august, første gang den 1. juni.", PLAN)
    assert [when.edtf for when in item.whens] == ["2027-06-01T17:30"]
    assert item.rule is not None
    assert item.rule.rrule == "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270831"
    item = read_item("Gåturen er hver anden søndag", PLAN)
    assert (item.whens, item.rule, [doubt.sort for doubt in item.doubts]) == ((), None, [Sort.NO_START])


@pytest.mark.parametrize(
    ("text", "rrule", "exdates"),
    [
        (
            "every other Saturday from 6 March to the end of October",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA;UNTIL=20271031",
            [],
        ),
        (
            "Thursdays in November at 10am, and in the week commencing 29 November we plant trees",
            "FREQ=WEEKLY;BYDAY=TH;UNTIL=20271130",
            [],
        ),
        (
            "the third Wednesday of each month at 7.30pm. There is no committee meeting in December.",
            "FREQ=MONTHLY;BYDAY=3WE;UNTIL=20271231",
            ["2027-12-15"],
        ),
    ],
)
def test_what_else_a_sentence_says_of_it(text: str, rrule: str, exdates: list[str]) -> None:
    rule = rules(text, PLAN)[0].rule
    assert rule is not None
    assert (rule.rrule, [day.isoformat() for day in rule.exdates]) == (rrule, exdates)


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("mandag kl. 15 fra den 1. februar til den 31. maj, dog ikke 2. påskedag", ["2027-03-29"]),
        (
            "mandag fra 1. marts til 31. maj, undtagen 2. påskedag og 2. pinsedag",
            ["2027-03-29", "2027-05-17"],
        ),
        ("Monday from 1 March to 30 April, except Easter Monday", ["2027-03-29"]),
        ("torsdag fra 1. mars til 31. mai, unntatt skjærtorsdag", ["2027-03-25"]),
    ],
)
def test_named_days_are_left_out_beside_dates(text: str, left_out: list[str]) -> None:
    every = "every" if "from" in text else "hver"
    (found,) = rules(f"Kor {every} {text}", Context(year=2027))
    assert found.rule is not None
    assert [day.isoformat() for day in found.rule.exdates] == left_out
