"""Matrices: months along one side, bodies along the other."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.records import Kind, ReadEntry, Status
from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document

Told = list[tuple[str, str]]

HEAD = "Mødeplan 2027\n\n"


def entries(text: str) -> list[ReadEntry]:
    return list(read_document(extract(text.encode(), Limits()), name="plan").entries)


def told(text: str) -> Told:
    found = [(entry.printed.title, entry.printed.when.edtf) for entry in entries(text)]
    return sorted(found, key=lambda each: each[1].replace("-W", "-03-"))


@pytest.mark.parametrize(
    ("cell", "times"),
    [
        ("12", ["2027-03-12"]),
        ("12.", ["2027-03-12"]),
        ("fre 12", ["2027-03-12"]),
        ("12/3", ["2027-03-12"]),
        ("12. kl. 16", ["2027-03-12T16:00"]),
        ("5 og 19", ["2027-03-05", "2027-03-19"]),
        ("5, 19", ["2027-03-05", "2027-03-19"]),
        ("3.-4.", ["2027-03-03/2027-03-04"]),
        ("uge 11", ["2027-W11"]),
        ("x", ["2027-03"]),
        ("?", ["2027-03?"]),
        ("-", []),
        ("–", []),
        ("ingen", []),
    ],
)
def test_what_a_cell_says(cell: str, times: list[str]) -> None:
    text = f"{HEAD}Råd | Jan | Feb | Mar | Apr\nÆldrerådet | 4 | 1 | {cell} | 5\nGrønt Råd | 6 | 3 | 3 | 7\n"
    expected = ["2027-01-04", "2027-02-01", *times, "2027-04-05"]
    assert [when for title, when in told(text) if title == "Ældrerådet"] == expected


def test_words_in_a_cell_stand_behind_the_body() -> None:
    text = f"{HEAD}Råd;Jan;Feb;Mar\nUdsatteråd;Temadag 14;8;Seminar 20.-21.\nUngeråd;4;-;9\n"
    assert told(text) == [
        ("Ungeråd", "2027-01-04"),
        ("Udsatteråd - Temadag", "2027-01-14"),
        ("Udsatteråd", "2027-02-08"),
        ("Ungeråd", "2027-03-09"),
        ("Udsatteråd - Seminar", "2027-03-20/2027-03-21"),
    ]


NOTES = """Mødeplan 2027

Udvalg              jan    feb    mar    apr
Skoleudvalget       5      2*     2**    6***
Byudvalget          7      4†     4      8 og 22*

* kl. 16.30   ** aflyst
*** foreløbig dato
† ekstraordinært møde i Multisalen
"""


def test_footnotes_change_the_cells_that_they_mark() -> None:
    found = {(entry.printed.title, entry.printed.when.edtf): entry for entry in entries(NOTES)}
    assert set(found) == {
        ("Skoleudvalget", "2027-01-05"),
        ("Skoleudvalget", "2027-02-02T16:30"),
        ("Skoleudvalget", "2027-03-02"),
        ("Skoleudvalget", "2027-04-06?"),
        ("Byudvalget", "2027-01-07"),
        ("Byudvalget (ekstraordinært møde i Multisalen)", "2027-02-04"),
        ("Byudvalget", "2027-03-04"),
        ("Byudvalget", "2027-04-08"),
        ("Byudvalget", "2027-04-22T16:30"),
    }
    assert found["Skoleudvalget", "2027-03-02"].printed.status is Status.CANCELLED
    assert all(entry.printed.kind is Kind.MEETING for entry in found.values())


@pytest.mark.parametrize(
    "note",
    [
        "* Mødet holdes i stedet tirsdag den 9. februar, sammen med Byudvalget",
        "* Møtet holdes tirsdag 9. februar i stedet, sammen med Byudvalget",
        "* Sammanträdet hålls i stället den 9 februari, tillsammans med Byudvalget",
        "* The meeting is held on 9 February instead",
    ],
)
def test_a_footnote_that_moves_a_meeting(note: str) -> None:
    table = "               Jan   Feb   Mar\nSkoleudvalget  5     2*    2\nByudvalget     7     4     4\n"
    text = f"Mødeplan 2027\n\n{table}\n{note}\n"
    moved = [entry for entry in entries(text) if entry.was]
    assert [
        (each.printed.when.edtf, each.was.edtf, each.printed.title[:13]) for each in moved if each.was
    ] == [("2027-02-09", "2027-02-02", "Skoleudvalget")]
    assert len(entries(text)) == 6


def test_hours_and_weekday_of_a_row_hold_for_its_cells_and_a_wrong_weekday_is_a_doubt() -> None:
    text = (
        "Sammanträdesplan 2027\n\n"
        "                           jan   feb   mar   apr\n"
        "Kulturnämnden (tis 18.00)  12    9     10*   14\n"
        "Ungdomsrådet (tor 16)      -     11    -     15\n\n* onsdag\n"
    )
    found = {entry.printed.when.edtf: entry.doubts for entry in entries(text)}
    assert set(found) == {
        "2027-01-12T18:00",
        "2027-02-09T18:00",
        "2027-03-10T18:00",
        "2027-04-14T18:00",
        "2027-02-11T16:00",
        "2027-04-15T16:00",
    }
    assert [when for when, doubts in found.items() if doubts] == ["2027-04-14T18:00"]


def test_months_at_the_left_and_a_row_of_hours() -> None:
    text = (
        "Mødeplan 2027\n\n"
        "Måned\tBestyrelsen\tByudvalget\n\tkl. 19\tkl. 16\n"
        "Januar\t5.\t12.\nFebruar\t2.\tingen\nMarts\t2.\t24. og 26.\n"
    )
    assert told(text) == [
        ("Bestyrelsen", "2027-01-05T19:00"),
        ("Byudvalget", "2027-01-12T16:00"),
        ("Bestyrelsen", "2027-02-02T19:00"),
        ("Bestyrelsen", "2027-03-02T19:00"),
        ("Byudvalget", "2027-03-24T16:00"),
        ("Byudvalget", "2027-03-26T16:00"),
    ]


def test_columns_turn_new_year_and_one_recess_stands_for_all() -> None:
    text = (
        "Mødekalender 2027/28\n\nRåd | Nov | Dec | Jan | Feb\n"
        "Ældrerådet | 4 | ferie | 6/1 | 3\nUngerådet | 9 | ferie | 11 | -\n"
    )
    assert told(text) == [
        ("Ældrerådet", "2027-11-04"),
        ("Ungerådet", "2027-11-09"),
        ("Ferie", "2027-12"),
        ("Ældrerådet", "2028-01-06"),
        ("Ungerådet", "2028-01-11"),
        ("Ældrerådet", "2028-02-03"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Gæster 2027\n\nSted | Jan | Feb | Mar\nCaféen | 120 | 98 | 143\nSalen | 45 | 40 | 61\n",
        "Forbrug\n\nPost\tJan\tFeb\tMar\tI alt\nMad\t12\t14\t9\t35\nLeje\t20\t20\t20\t60\n",
    ],
)
def test_figures_of_months_are_no_matrix(text: str) -> None:
    assert not entries(text)


_MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "aug", "sep", "okt", "nov", "dec"]
_DIVIDED = {"tabs": "\t", "semicolons": ";", "pipes": " | "}


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(["gaps", *_DIVIDED]))
def test_a_matrix_in_any_shape_reads_back(seed: int, shape: str) -> None:
    chance = random.Random(seed)
    months = _MONTHS[chance.randrange(4) : 4 + chance.randrange(3, 7)]
    bodies = chance.sample(
        ["Ældrerådet", "Grønt Råd", "Byudvalget", "Skolebestyrelsen"], chance.randrange(2, 4)
    )
    days = {(body, month): chance.choice([0, *range(1, 29)]) for body in bodies for month in months}
    grid = [
        ["Udvalg", *months],
        *([body, *(str(days[body, month] or "-") for month in months)] for body in bodies),
    ]
    if shape == "gaps":
        lines = [
            "".join(cell.ljust(20 if not at else 7) for at, cell in enumerate(row)).rstrip() for row in grid
        ]
    else:
        lines = [_DIVIDED[shape].join(row) for row in grid]
    expected = sorted(
        (body, f"2029-{number:02}-{day:02}")
        for (body, month), day in days.items()
        if day
        for number in [(_MONTHS.index(month) + 1) + (_MONTHS.index(month) > 5)]
    )
    assert sorted(told("Mødeplan 2029\n\n" + "\n".join(lines) + "\n")) == expected
