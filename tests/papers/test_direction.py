"""The order of a line's parts."""

import pytest

from papers.direction import reads_right_to_left, visual_runs

# Written from left to right as they stand on paper; those that run right to left are marked "<".
ORDERS = [
    ("Kulturdag 18/9", ["Kulturdag 18/9"]),
    ("abc שלום def", ["abc ", "<שלום", " def"]),
    ("يوم 2027", ["2027", "<يوم "]),
    ("شكرا (Kulturdag)", ["<)", "Kulturdag", "<شكرا ("]),
    ("شكرا Kulturdag (18/9)", ["Kulturdag (18/9)", "<شكرا "]),
    ("Kulturdag (شكرا)", ["Kulturdag (", "<شكرا", ")"]),
    ("شكرا، 10-16", ["16", "<-", "10", "<شكرا، "]),
    ("اسأل: +45 12 34 56 78", ["+45 12 34 56 78", "<اسأل: "]),
    ("مُحَمَّد", ["<مُحَمَّد"]),
    ("50% שלום", ["< שלום", "50%"]),
    ("", []),
]


@pytest.mark.parametrize(("line", "expected"), ORDERS)
def test_the_parts_of_a_line_stand_where_a_reader_expects_them(line: str, expected: list[str]) -> None:
    runs = visual_runs(line, right_to_left=reads_right_to_left(line))
    assert ["<" * run.right_to_left + run.text for run in runs] == expected


def test_the_first_letter_decides_the_direction() -> None:
    assert reads_right_to_left("18/9 – يوم Kulturdag")
    assert not reads_right_to_left("Kulturdag يوم")
    assert not reads_right_to_left("2027")
