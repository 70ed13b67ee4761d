from typing import Any

from hypothesis import given

from council.matching import matched
from council.records import Kind, PlanEntry, ReadEntry, Reading
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
