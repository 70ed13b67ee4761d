"""Letters, newsletters and minutes: what a person found in them before the reader did.

Each text in `prose/` has its expectations in a file of the same name, one on a line: when, how it stands,
and a part of the title.
"""

from pathlib import Path

import pytest

from bot.reading import as_data
from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document
from texts.tongue import tongue

DOCUMENTS = Path(__file__).parent / "prose"
NAMES = sorted(path.stem for path in DOCUMENTS.glob("*.txt"))
_NAMED = " | "


def told(name: str) -> list[tuple[str, str]]:
    """What the reader found: when and how it stands as in the expectations, and the title."""
    path = DOCUMENTS / f"{name}.txt"
    reading = read_document(extract(path.read_bytes(), Limits()), name=path.name)
    return [_line(as_data(tongue("da"), entry)) for entry in reading.entries]


def _line(data: dict[str, object]) -> tuple[str, str]:
    start, end = (str(data[name] or "").removesuffix(":00") for name in ("start", "end"))
    status = "rule" if data["rrule"] else str(data["status"])
    was = f"was {str(data['was'])[:10]}" if data["was"] else ""
    when = start if end in {"", start} else f"{start}/{end}"
    stands = [word for word in (status.removeprefix("planned"), was) if word]
    return " ".join([when, *stands]), str(data["title"])


@pytest.mark.parametrize("name", NAMES)
def test_a_text_says_what_a_person_reads_in_it(name: str) -> None:
    lines = (DOCUMENTS / f"{name}.expected").read_text(encoding="utf-8").splitlines()
    expected = [tuple(line.split(_NAMED)) for line in lines]
    left, missed = told(name), []
    for when, stem in expected:
        hit = next((each for each in left if each[0] == when and stem in each[1].casefold()), None)
        if hit:
            left.remove(hit)
        else:
            missed.append((when, stem))
    assert (missed, left) == ([], [])
