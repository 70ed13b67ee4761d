from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from council.matching import matched
from council.records import Kind, PlanEntry, ReadEntry, Reading, Status
from council.when import When
from tests.council.kit import READINGS, Kept, entry, read


def of_last_edition(entry_id: str, line: ReadEntry, **fields: Any) -> PlanEntry:
    said = line.printed
    return entry(said.when.edtf, **{"id": entry_id, "title": said.title, "printed": said, **fields})


def pairs(entries: list[PlanEntry], *lines: ReadEntry) -> dict[int, str]:
    return {index: kept.id for index, kept in matched(entries, lines).items()}


@given(READINGS, READINGS)
def test_each_line_means_one_entry_and_each_entry_is_meant_once(last: Reading, new: Reading) -> None:
    found = matched(Kept(last).entries, new.entries)
    assert len({kept.id for kept in found.values()}) == len(found)
    assert set(found) <= set(range(len(new.entries)))


@given(READINGS, READINGS)
def test_the_order_of_what_is_kept_does_not_matter(last: Reading, new: Reading) -> None:
    entries = Kept(last).entries
    assert matched(entries, new.entries) == matched(entries[::-1], new.entries)


def test_meetings_of_one_title_pair_with_the_nearest() -> None:
    kept = [
        of_last_edition("jan", read("Rådsmøde", "2021-01-20")),
        of_last_edition("mar", read("Rådsmøde", "2021-03-17")),
        of_last_edition("jun", read("Rådsmøde", "2021-06-16")),
    ]
    lines = [read("Rådsmøde", "2021-06-23"), read("Rådsmøde", "2021-01-20"), read("Rådsmøde", "2021-03-24")]
    assert pairs(kept, *lines) == {0: "jun", 1: "jan", 2: "mar"}


def test_one_of_several_that_is_new_leaves_the_others_their_lines() -> None:
    kept = [
        of_last_edition("jan", read("Rådsmøde", "2021-01-20")),
        of_last_edition("jun", read("Rådsmøde", "2021-06-16")),
    ]
    lines = [read("Rådsmøde", "2021-01-20"), read("Rådsmøde", "2021-05-30"), read("Rådsmøde", "2021-06-16")]
    assert pairs(kept, *lines) == {0: "jan", 2: "jun"}


def test_the_same_thing_next_year_is_another_entry() -> None:
    kept = [of_last_edition("21", read("Kulturdag 2021", "2021-09-18"))]
    assert pairs(kept, read("Kulturdag 2022", "2022-09-17")) == {}
    assert pairs(kept, read("Kulturdag 21", "2021-10-02")) == {0: "21"}


def test_a_month_that_becomes_a_day_is_the_same_entry() -> None:
    kept = [of_last_edition("e", read("Netværksmøde", "2021-06?"))]
    assert pairs(kept, read("Netværksmøde", "2021-06-10T17:00")) == {0: "e"}


def test_what_had_no_time_gets_its_date() -> None:
    kept = [of_last_edition("e", read("Netværksmøde", "XXXX"))]
    assert pairs(kept, read("Netværksmøde", "2021-06-10")) == {0: "e"}


def test_a_date_goes_to_the_near_one_before_the_one_without_a_time() -> None:
    kept = [
        of_last_edition("some day", read("Rådsmøde", "XXXX?")),
        of_last_edition("june", read("Rådsmøde", "2021-06-10")),
    ]
    assert pairs(kept, read("Rådsmøde", "2021-06-17")) == {0: "june"}


def test_a_renamed_entry_is_found_by_what_reads_alike() -> None:
    kept = [of_last_edition("e", read("Informationsmøde for frivillige", "2021-06-03", activity="Kulturdag"))]
    renamed = read("Infomøde for frivillige", "2021-06-03", activity="Kulturdag 21")
    assert pairs(kept, renamed) == {0: "e"}


def test_what_reads_alike_in_another_activity_is_another_entry() -> None:
    kept = [of_last_edition("e", read("Informationsmøde for frivillige", "2021-06-03", activity="Kulturdag"))]
    assert pairs(kept, read("Infomøde for frivillige", "2021-06-03", activity="Rollemodeller")) == {}


def test_other_things_at_the_same_time_are_other_entries() -> None:
    kept = [of_last_edition("e", read("Ansøgningsfrist for puljen", "2021-06-03", kind=Kind.DEADLINE))]
    assert pairs(kept, read("Netværksmøde i Aalborg", "2021-06-03", kind=Kind.MEETING)) == {}


def test_an_entry_renamed_in_chat_is_known_by_its_printed_title() -> None:
    line = read("Infomøde", "2021-06-03")
    kept = [of_last_edition("e", line, title="Kaffe og kage")]
    assert pairs(kept, line) == {0: "e"}


def test_an_entry_moved_in_chat_is_known_by_both_times() -> None:
    line = read("Infomøde", "2021-06-03")
    kept = [of_last_edition("e", line, when=When("2021-11-03"))]
    assert pairs(kept, line) == {0: "e"}
    assert pairs(kept, read("Infomøde", "2021-11-03")) == {0: "e"}


def test_of_two_at_the_same_time_each_is_meant_by_its_own_line() -> None:
    town, village = (
        read("Infomøde", "2021-06-03", place="Hjørring"),
        read("Infomøde", "2021-06-03", place="Hirtshals"),
    )
    for ids in ("ab", "ba"):
        kept = [of_last_edition(ids[0], town), of_last_edition(ids[1], village)]
        assert pairs(kept, town, village) == {0: ids[0], 1: ids[1]}


def test_what_was_taken_off_keeps_its_own_line() -> None:
    town, village = (
        read("Infomøde", "2021-06-03", place="Hjørring"),
        read("Infomøde", "2021-06-03", place="Hirtshals"),
    )
    kept = [of_last_edition("off", town, removed=True), of_last_edition("on", village)]
    assert pairs(kept, town, village) == {0: "off", 1: "on"}


def test_a_copy_made_in_chat_does_not_take_the_line_of_the_printed_one() -> None:
    line = read("Infomøde", "2021-06-03")
    in_chat = entry("2021-06-03", id="a", title="Infomøde", printed=None)
    assert pairs([in_chat, of_last_edition("b", line)], line) == {0: "b"}


def test_an_entry_made_in_chat_is_found_by_the_edition_that_prints_it() -> None:
    in_chat = entry("2021-06-03", id="a", title="Infomøde")
    assert pairs([in_chat], read("Infomøde", "2021-06-03", place="VUC")) == {0: "a"}


# --- moved -------------------------------------------------------------------------------------------


def test_one_that_is_moved_half_a_year_is_the_same_entry() -> None:
    kept = [of_last_edition("e", read("Udflugt til Skagen", "2027-03-05"))]
    assert pairs(kept, read("Udflugt til Skagen", "2027-09-10")) == {0: "e"}


def test_two_that_change_places_are_both_moved() -> None:
    kept = [
        of_last_edition("a", read("Foredrag", "2027-03-05")),
        of_last_edition("b", read("Koncert", "2027-03-12")),
    ]
    assert pairs(kept, read("Koncert", "2027-03-05"), read("Foredrag", "2027-03-12")) == {0: "b", 1: "a"}


def test_of_a_row_of_meetings_those_that_kept_their_day_pair_first_and_the_rest_in_order() -> None:
    days = ("02-08", "04-12", "06-14", "08-16", "10-11", "12-06")
    kept = [of_last_edition(day, read("Rådsmøde", f"2027-{day}T16:30")) for day in days]
    moved = ("02-15", "04-12", "06-07", "08-16", "10-11", "11-29")
    found = pairs(kept, *(read("Rådsmøde", f"2027-{day}T16:30") for day in moved))
    assert found == dict(enumerate(days))


def test_moved_to_the_day_of_another_that_was_moved_too() -> None:
    kept = [
        of_last_edition("feb", read("Rådsmøde", "2027-02-08")),
        of_last_edition("mar", read("Rådsmøde", "2027-03-08")),
    ]
    # Nothing tells these from a February that is gone and a new one in April; the nearest days do.
    assert pairs(kept, read("Rådsmøde", "2027-03-08"), read("Rådsmøde", "2027-04-05")) == {0: "mar", 1: "feb"}


def test_what_the_document_says_it_has_moved_is_the_one_of_the_old_day() -> None:
    kept = [
        of_last_edition("a", read("Temaaften", "2027-05-05")),
        of_last_edition("b", read("Temaaften", "2027-06-02")),
    ]
    moved = replace(read("Temaaften om sundhed", "2027-05-26"), was=When("2027-05-05"))
    assert pairs(kept, moved) == {0: "a"}


def test_a_plan_that_begins_later_moves_nothing_of_what_was_before() -> None:
    kept = [of_last_edition(f"e{m}", read("Rådsmøde", f"2027-{m:02}-08")) for m in (1, 3, 5, 8, 10)]
    found = pairs(kept, *(read("Rådsmøde", f"2027-{m:02}-08") for m in (8, 10, 11)))
    assert found == {0: "e8", 1: "e10"}


def test_a_row_of_meetings_of_next_year_is_another_row() -> None:
    kept = [of_last_edition(f"e{m}", read("Rådsmøde", f"2027-{m:02}-08")) for m in (6, 8, 10, 12)]
    assert pairs(kept, *(read("Rådsmøde", f"2028-{m:02}-08") for m in (1, 3, 5))) == {}


def test_what_is_done_is_not_moved() -> None:
    kept = [of_last_edition("e", read("Udflugt", "2027-03-05"), status=Status.DONE)]
    assert pairs(kept, read("Udflugt", "2027-09-10")) == {}


def test_one_cancelled_and_one_in_its_place_are_two() -> None:
    kept = [of_last_edition("e", read("Rådsmøde", "2027-04-12"))]
    lines = (read("Rådsmøde", "2027-04-19"), read("Rådsmøde", "2027-04-12", status=Status.CANCELLED))
    assert pairs(kept, *lines) == {1: "e"}


# --- renamed -----------------------------------------------------------------------------------------

RENAMED = [
    ("Kulturdag 21", "Kulturdag 2021"),
    ("Sommerfest", "Sommerafslutning"),
    ("Informationsmøde", "Velkomstaften"),
    ("Kulturdag: infomøde", "Infomøde"),
    ("Infomøde", "Kulturdag - infomøde"),
    ("Rådsmøde", "Rådsmøde med borgmesteren"),
    ("Studietur til Malmø", "Studierejse til Malmö"),
    ("Besøg på Højskolen i Lindum", "Lindum Højskole: besøg"),
]


@pytest.mark.parametrize(("old", "new"), RENAMED)
def test_a_new_name_on_the_same_day_is_the_same_entry(old: str, new: str) -> None:
    kept = [
        of_last_edition("other", read("Nytårskur", "2021-01-08")),
        of_last_edition("e", read(old, "2021-06-03")),
    ]
    assert pairs(kept, read("Nytårskur", "2021-01-08"), read(new, "2021-06-03")) == {0: "other", 1: "e"}


def test_moved_and_renamed_a_little_at_once() -> None:
    kept = [of_last_edition("e", read("Udflugt til Skagen", "2027-03-05"))]
    assert pairs(kept, read("Udflugten til Skagen", "2027-04-10")) == {0: "e"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (read("Netværksmøde", "2027-06?"), read("Sommerfest", "2027-06")),
        (read("Sommerfest", "2027-W24"), read("Loppemarked", "2027-W24")),
        (read("Sommerfest", "XXXX"), read("Loppemarked", "XXXX")),
        (read("Modul 1", "2027-06-03"), read("Modul 2", "2027-06-03")),
        (read("Netværksmøde i Aalborg", "2027-06-03"), read("Netværksmøde i Hjørring", "2027-06-24")),
        (read("Kulturdag: infomøde", "2027-06-03"), read("Rollemodeller: infomøde", "2027-06-03")),
        (read("Fest", "2027-06-03", place="VUC"), read("Marked", "2027-06-03", place="Torvet")),
        (read("Fest", "2027-06-03T10:00"), read("Marked", "2027-06-03T19:00")),
    ],
)
def test_where_little_speaks_for_it_one_is_gone_and_one_is_new(old: ReadEntry, new: ReadEntry) -> None:
    assert pairs([of_last_edition("e", old)], new) == {}


def test_on_a_busy_day_other_words_are_another_entry() -> None:
    market = read("Loppemarked", "2027-06-03T17:00")
    kept = [of_last_edition("m", market), of_last_edition("e", read("Kursus", "2027-06-03T17:00"))]
    assert pairs(kept, market, read("Vælgermøde", "2027-06-03T17:00")) == {0: "m"}


def test_on_a_busy_day_the_same_hour_and_place_are_the_same_entry() -> None:
    market = read("Loppemarked", "2027-06-03T17:00", place="Torvet")
    kept = [
        of_last_edition("m", market),
        of_last_edition("e", read("Kursus", "2027-06-03T17:00", place="VUC")),
    ]
    assert pairs(kept, market, read("Foredrag", "2027-06-03T17:00", place="VUC")) == {0: "m", 1: "e"}


def test_one_of_a_row_of_meetings_does_not_become_something_else() -> None:
    meetings = [read("Rådsmøde", f"2027-{m:02}-08T17:00") for m in (2, 4, 6)]
    kept = [of_last_edition(f"e{n}", line) for n, line in enumerate(meetings)]
    assert pairs(kept, meetings[0], read("Temaaften", "2027-04-08T17:00"), meetings[2]) == {0: "e0", 2: "e2"}


def test_of_two_left_over_on_a_day_neither_is_guessed() -> None:
    kept = [
        of_last_edition("a", read("Fest", "2027-06-03")),
        of_last_edition("b", read("Marked", "2027-06-03")),
    ]
    assert pairs(kept, read("Koncert", "2027-06-03"), read("Foredrag", "2027-06-03")) == {}
