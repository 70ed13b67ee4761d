"""Made-up agendas in the style of many towns, with what a person finds in each.

An `.expected` file has a line for each entry: when, title, and what differs from a planned event without
place, activity and doubts; `unplaced` lines are what must be listed as not understood.
"""

from pathlib import Path

import pytest

from council.records import Kind, ReadEntry, Status
from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document

AGENDAS = Path(__file__).parent / "agendas"


def line(entry: ReadEntry) -> str:
    """An entry as the expected files have it."""
    printed = entry.printed
    facts = {
        "kind": printed.kind.value if printed.kind is not Kind.EVENT else "",
        "status": printed.status.value if printed.status is not Status.PLANNED else "",
        "place": printed.place,
        "activity": printed.activity,
        "waits": printed.waiting_for,
        "asks": str(len(entry.doubts) or ""),
    }
    said = " ".join(f"{name}={value}" for name, value in facts.items() if value)
    return " | ".join(each for each in (printed.when.edtf, printed.title, said) if each)


@pytest.mark.parametrize("agenda", sorted(AGENDAS.glob("*.txt")), ids=lambda path: path.stem)
def test_an_agenda_reads_as_a_person_reads_it(agenda: Path) -> None:
    reading = read_document(extract(agenda.read_bytes(), Limits()), name=agenda.name)
    found = [line(entry) for entry in reading.entries]
    found += [f"unplaced | {source.words}" for source in reading.unplaced]
    assert found == agenda.with_suffix(".expected").read_text("utf-8").splitlines()
