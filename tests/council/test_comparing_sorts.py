"""What sort of change a difference is, and what comes back compared time by time."""

from dataclasses import replace
from time import process_time
from typing import Any

import pytest

from council.comparing import Kind, Sort, compare
from council.occurrences import expanded
from council.records import ReadEntry, Reading, Status
from council.recurrence import Recurrence
from council.when import When
from tests.council.kit import Kept, edition, read

FEST = read("Sommerfest", "2027-06-03")


def kinds(kept: Kept, new: Reading) -> dict[str, Kind]:
    return {each.key: each.kind for each in compare(kept.entries, new, kept.activities)}


SAID = [
    ("2027-06-03", {"when": When("2027-09-10")}, (Sort.MOVED,)),
    ("2027-06-03T17:00", {"when": When("2027-06-03T19:00")}, (Sort.MOVED,)),
    ("2027-06-03", {"when": When("2027-06-03T17:00")}, (Sort.SETTLED,)),
    ("2027-06?", {"when": When("2027-06-12")}, (Sort.SETTLED,)),
    ("2027-06-03?", {"when": When("2027-06-03")}, (Sort.SETTLED,)),
    ("XXXX", {"when": When("2027-06-03")}, (Sort.SETTLED,)),
    ("2027-06-03", {"when": When("2027-06-03?")}, (Sort.OTHER,)),
    ("2027-06-03", {"when": When("2027-06")}, (Sort.OTHER,)),
    ("2027-06-03", {"when": When("XXXX")}, (Sort.OTHER,)),
    ("2027-06", {"when": When("2027-08")}, (Sort.MOVED,)),
    ("2027-06-03", {"title": "Sommerafslutning"}, (Sort.RENAMED,)),
    ("2027-06-03", {"title": "Sommerfesten", "when": When("2027-06-10")}, (Sort.MOVED, Sort.RENAMED)),
    ("2027-06-03", {"status": Status.CANCELLED}, (Sort.CANCELLED,)),
    ("2027-06-03", {"status": Status.CANCELLED, "place": "VUC"}, (Sort.CANCELLED, Sort.OTHER)),
    ("2027-06-03", {"status": Status.WAITING, "waiting_for": "VUC"}, (Sort.OTHER,)),
    ("2027-06-03", {"responsible": "Kulturgruppen"}, (Sort.OTHER,)),
]


@pytest.mark.parametrize(("edtf", "fields", "sorts"), SAID)
def test_a_change_is_called_what_it_is(edtf: str, fields: dict[str, Any], sorts: tuple[Sort, ...]) -> None:
    old = read("Sommerfest", edtf)
    new = replace(old, printed=replace(old.printed, **fields))
    [difference] = compare(Kept(edition(old)).entries, edition(new), {})
    assert difference.sorts == sorts
    assert difference.sort is sorts[0]


def test_what_takes_place_after_all_says_so() -> None:
    old = read("Sommerfest", "2027-06-03", status=Status.CANCELLED)
    [difference] = compare(Kept(edition(old)).entries, edition(read("Sommerfest", "2027-06-03")), {})
    assert difference.sorts == (Sort.RESUMED,)


def test_what_is_new_and_what_is_gone_are_called_so() -> None:
    last = edition(FEST, read("Rådsmøde", "2027-04-12"))
    new = edition(FEST, read("Valgmøde", "2027-10-04"))
    assert [each.sort for each in compare(Kept(last).entries, new, {})] == [Sort.NEW, Sort.GONE]


def test_what_had_no_date_can_be_gone_too() -> None:
    last = edition(FEST, read("Fælles aften", "XXXX"))
    assert kinds(Kept(last), edition(FEST)) == {"e1": Kind.GONE}


def test_a_plan_that_begins_in_august_takes_nothing_off_before() -> None:
    last = edition(*(read(f"Møde {m}", f"2027-{m:02}-03") for m in range(1, 13)))
    assert kinds(Kept(last), edition(*last.entries[6:])) == {}


# --- what comes back ---------------------------------------------------------------------------------


def weekly(day: str, until: str) -> ReadEntry:
    rule = Recurrence(f"FREQ=WEEKLY;BYDAY=WE;UNTIL={until}")
    return replace(read("Sprogcafé", day), rule=rule)


def test_every_time_of_a_rule_is_an_entry_that_the_next_edition_knows() -> None:
    last = edition(weekly("2027-01-06T16:00", "20271229"), read("Kulturdag", "2027-09-18"))
    added = compare([], last, {})
    assert [each.key for each in added][-2:] == ["n0.51", "n1"]
    kept = Kept(expanded(last))
    assert kinds(kept, last) == {}
    sooner = compare(kept.entries, edition(weekly("2027-01-06T16:00", "20271222"), last.entries[1]), {})
    assert [(each.sort, each.entry and each.entry.when.edtf) for each in sooner] == [
        (Sort.GONE, "2027-12-29T16:00")
    ]
    later = compare(kept.entries, edition(weekly("2027-01-06T17:00", "20271229"), last.entries[1]), {})
    assert {each.sort for each in later} == {Sort.MOVED}
    assert len(later) == 52


def test_rules_do_not_flood_it() -> None:
    rules = [
        replace(
            read(f"Sprogcafé {town}", f"2027-01-0{4 + n}T16:00"),
            rule=Recurrence("FREQ=WEEKLY;UNTIL=20271231"),
        )
        for n, town in enumerate(["i Hjørring", "i Hirtshals", "i Sindal", "i Vrå", "i Tårs"])
    ]
    kept = Kept(expanded(edition(*rules)))
    moved = [replace(each, printed=replace(each.printed, when=When("2027-01-11T17:00"))) for each in rules]
    began = process_time()
    assert kinds(kept, edition(*rules)) == {}
    assert len(compare(kept.entries, edition(*moved), {})) >= 250
    assert process_time() - began < 8
