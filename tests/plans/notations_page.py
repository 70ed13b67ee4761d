"""Writes `docs/notations.md` from the table that the tests read: `python -m tests.plans.notations_page`."""

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("notations.tsv")
PAGE = Path(__file__).parents[2] / "docs" / "notations.md"
NO_DATE = "no date"
_DOUBTED = " ! "
_TOGETHER = " and "
_INTRODUCTION = """# Notations

What the reader of plans understands by a time as it is written, in a plan for 2027. The page is written from
the table that the tests read (`tests/plans/notations.tsv`) by `python -m tests.plans.notations_page`.

Times are ISO 8601 and EDTF: `2027-W34` a week, `2027-33` to `2027-36` the quarters, `2027-21` to `2027-24`
the seasons from spring on, `/` from and to, `?` tentative, `~` about, `XXXX` not known. What raises a
question for the secretary names its sort.
"""


class Row(NamedTuple):
    """A notation and what it means: times in EDTF, and the sorts of doubt that it raises."""

    family: str
    language: str
    text: str
    times: tuple[str, ...]
    doubts: tuple[str, ...]


def rows() -> Iterator[Row]:
    """The table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            said, _, doubts = line["meaning"].partition(_DOUBTED)
            times = () if said == NO_DATE else tuple(said.split(_TOGETHER))
            yield Row(
                line["family"],
                line["language"],
                line["notation"],
                times,
                tuple(doubts.split(", ")) if doubts else (),
            )


def page() -> str:
    """The page as Markdown, one table for each family."""
    parts = [_INTRODUCTION]
    for family, found in groupby(rows(), key=lambda row: row.family):
        parts.append(f"\n## {family}\n\n| written | language | means |\n| --- | --- | --- |\n")
        parts += [f"| {row.text} | {row.language} | {_meaning(row)} |\n" for row in found]
    return "".join(parts)


def _meaning(row: Row) -> str:
    times = ", ".join(f"`{each}`" for each in row.times) or NO_DATE
    return f"{times}; asks: {', '.join(row.doubts)}" if row.doubts else times


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
