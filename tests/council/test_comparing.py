from collections.abc import Sequence
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.comparing import FIELDS, Difference, Kind, as_printed, compare
from council.records import PlanEntry, Reading, Status
from council.when import When
from tests.council.kit import READINGS, Kept, edition, entry, read

TOLD = dict[str, tuple[Kind, tuple[str, ...], tuple[str, ...]]]

PLAN = edition(
    read("Rådsmøde", "2021-01-20T17:00", place="Rådhuset"),
    read("Rådsmøde", "2021-06-16T17:00", place="Rådhuset"),
    read("Netværksmøde", "2021-06?"),
    read("Kulturdag: infomøde", "2021-08-25", activity="Kulturdag 21"),
    read("Kulturdag", "2021-09-18", activity="Kulturdag"),
)


def told(differences: Sequence[Difference]) -> TOLD:
    return {each.key: (each.kind, each.fields, each.conflicts) for each in differences}


def compared(kept: Kept, new: Reading) -> TOLD:
    return told(compare(kept.entries, new, kept.activities))


def with_line(index: int, title: str, edtf: str, **fields: Any) -> Reading:
    lines = list(PLAN.entries)
    lines[index] = read(title, edtf, **fields)
    return edition(*lines)


# --- properties --------------------------------------------------------------------------------------

EDITS = st.lists(
    st.tuples(
        st.integers(0, 7),
        st.fixed_dictionaries(
            {},
            optional={
                "title": st.sampled_from(["Infomøde", "Kulturdag 2021", "Noget andet"]),
                "when": st.sampled_from(
                    [When("2021-09-18"), When("2021-06"), When("XXXX"), When("2021-11-02")]
                ),
                "place": st.sampled_from(["", "Rådhuset", "Biblioteket"]),
                "status": st.sampled_from(Status),
                "removed": st.booleans(),
                "activity_id": st.sampled_from(["", "a0", "a1"]),
            },
        ),
    ),
    max_size=6,
)


def edited(last: Reading, edits: list[tuple[int, dict[str, Any]]], ids: list[str] | None = None) -> Kept:
    kept = Kept(last, ids)
    for index, fields in edits:
        if index < len(kept.entries):
            kept.edit(index, **fields)
    return kept


@given(READINGS, st.randoms(use_true_random=False))
def test_the_same_edition_again_changes_nothing(reading: Reading, random: Any) -> None:  # noqa: ANN401 - hypothesis' own
    ids = [f"e{place}" for place in range(len(reading.entries))]
    random.shuffle(ids)
    assert compared(Kept(reading, ids), reading) == {}


@given(READINGS, EDITS, st.randoms(use_true_random=False))
def test_the_same_edition_again_leaves_what_was_edited_in_chat(
    reading: Reading,
    edits: list[tuple[int, dict[str, Any]]],
    random: Any,  # noqa: ANN401 - hypothesis' own
) -> None:
    ids = [f"e{place}" for place in range(len(reading.entries))]
    random.shuffle(ids)
    kept = edited(reading, edits, ids)
    taken_off = {entry.id for entry in kept.entries if entry.removed}
    assert compared(kept, reading) == dict.fromkeys(taken_off, (Kind.CHANGED, (), ("removed",)))


@given(READINGS, EDITS, READINGS)
def test_nothing_that_was_edited_in_chat_is_taken_over_with_the_rest(
    last: Reading, edits: list[tuple[int, dict[str, Any]]], new: Reading
) -> None:
    kept = edited(last, edits)
    for difference in compare(kept.entries, new, kept.activities):
        if difference.entry and not difference.conflicts:
            touched = _edited_in_chat(difference.entry, kept.activities)
            if difference.kind is Kind.GONE:
                assert touched <= {"activity"}
            else:
                assert not touched & set(difference.fields)
                assert not difference.entry.removed


def _edited_in_chat(kept: PlanEntry, activities: dict[str, str]) -> set[str]:
    base, now = kept.printed, as_printed(kept, activities)
    assert base is not None
    different = {name for name in FIELDS if getattr(base, name) != getattr(now, name)}
    # "Kulturdag 21" is kept as "Kulturdag".
    return different - {"activity"} if base.activity.startswith(now.activity) and now.activity else different


@given(READINGS, EDITS, READINGS)
def test_every_difference_is_named_once_and_always_alike(
    last: Reading, edits: list[tuple[int, dict[str, Any]]], new: Reading
) -> None:
    kept = edited(last, edits)
    differences = compare(kept.entries, new, kept.activities)
    assert len({each.key for each in differences}) == len(differences)
    assert told(differences) == told(compare(kept.entries[::-1], new, kept.activities))


# --- one by one --------------------------------------------------------------------------------------


def test_what_is_new_in_the_document_is_added() -> None:
    new = edition(*PLAN.entries, read("Valgmøde", "2021-10-04"))
    assert compared(Kept(PLAN), new) == {"n5": (Kind.ADDED, FIELDS, ())}


def test_into_an_empty_plan_everything_is_added_in_the_documents_order() -> None:
    assert [each.key for each in compare([], PLAN, {})] == ["n0", "n1", "n2", "n3", "n4"]


def test_a_moved_entry_is_changed_in_its_time() -> None:
    new = with_line(4, "Kulturdag", "2021-10-02", activity="Kulturdag")
    assert compared(Kept(PLAN), new) == {"e4": (Kind.CHANGED, ("when",), ())}


def test_a_renamed_entry_is_changed_in_its_title() -> None:
    new = with_line(3, "Kulturdag: informationsmøde", "2021-08-25", activity="Kulturdag")
    assert compared(Kept(PLAN), new) == {"e3": (Kind.CHANGED, ("title",), ())}


def test_one_that_is_certain_now_is_changed() -> None:
    new = with_line(2, "Netværksmøde", "2021-06")
    assert compared(Kept(PLAN), new) == {"e2": (Kind.CHANGED, ("when",), ())}


def test_other_words_for_the_same_time_are_no_change() -> None:
    lines = list(PLAN.entries)
    said = lines[2].printed
    again = type(said)(said.title, said.when.said("muligvis i juni"))
    assert compared(Kept(PLAN), edition(*lines[:2], type(lines[2])(again, lines[2].source), *lines[3:])) == {}


def test_what_is_no_longer_in_the_document_is_gone() -> None:
    assert compared(Kept(PLAN), edition(*PLAN.entries[1:])) == {"e0": (Kind.GONE, ("removed",), ())}


def test_of_two_of_one_title_the_right_one_is_gone() -> None:
    new = edition(*PLAN.entries[:1], *PLAN.entries[2:])
    assert compared(Kept(PLAN), new) == {"e1": (Kind.GONE, ("removed",), ())}


def test_what_was_made_in_chat_is_never_gone() -> None:
    kept = Kept(PLAN)
    kept.entries.append(entry("2021-03-08", id="chat", title="Kvindernes kampdag"))
    assert compared(kept, PLAN) == {}


def test_a_list_of_a_few_dates_does_not_sweep_away_the_rest() -> None:
    few = edition(*PLAN.entries[:2], read("Rådsmøde", "2021-11-10T17:00", place="Rådhuset"))
    assert compared(Kept(PLAN), few) == {"n2": (Kind.ADDED, FIELDS, ())}


def test_the_next_years_plan_leaves_this_years() -> None:
    new = edition(read("Rådsmøde", "2022-01-19T17:00"), read("Kulturdag", "2022-09-17", activity="Kulturdag"))
    assert [kind for kind, *_ in compared(Kept(PLAN), new).values()] == [Kind.ADDED, Kind.ADDED]


# --- what was edited in chat -------------------------------------------------------------------------


def test_both_moved_it_elsewhere_is_a_conflict() -> None:
    kept = Kept(PLAN)
    kept.edit(4, when=When("2021-09-25"))
    new = with_line(4, "Kulturdag", "2021-10-02", activity="Kulturdag")
    assert compared(kept, new) == {"e4": (Kind.CHANGED, ("when",), ("when",))}


def test_both_moved_it_alike_is_nothing() -> None:
    kept = Kept(PLAN)
    kept.edit(4, when=When("2021-10-02", "2. oktober"))
    assert compared(kept, with_line(4, "Kulturdag", "2021-10-02", activity="Kulturdag")) == {}


def test_different_fields_do_not_collide() -> None:
    kept = Kept(PLAN)
    kept.edit(4, place="Torvet")
    new = with_line(4, "Kulturdag", "2021-10-02", activity="Kulturdag")
    assert compared(kept, new) == {"e4": (Kind.CHANGED, ("when",), ())}


def test_taken_off_in_chat_stays_off_until_the_document_changes_it() -> None:
    kept = Kept(PLAN)
    kept.edit(4, removed=True)
    assert compared(kept, PLAN) == {"e4": (Kind.CHANGED, (), ("removed",))}
    new = with_line(4, "Kulturdag", "2021-10-02", activity="Kulturdag")
    assert compared(kept, new) == {"e4": (Kind.CHANGED, ("when",), ("removed",))}


def test_what_an_edition_left_out_the_next_one_adds() -> None:
    kept = Kept(PLAN)
    kept.edit(4, removed=True, printed=None)
    assert compared(kept, PLAN) == {"e4": (Kind.ADDED, (), ())}


def test_taken_off_in_chat_and_gone_from_the_document_is_nothing() -> None:
    kept = Kept(PLAN)
    kept.edit(4, removed=True)
    assert compared(kept, edition(*PLAN.entries[:4])) == {}


@pytest.mark.parametrize(
    ("fields", "conflicts"),
    [
        ({"when": When("2021-09-25")}, ("when",)),
        ({"when": When("2021-09-18?")}, ("when",)),
        ({"title": "Kulturfest"}, ("title",)),
        ({"place": "Torvet"}, ("place",)),
        ({"status": Status.CANCELLED}, ("status",)),
        ({"note": "Husk kage"}, ()),
    ],
)
def test_gone_from_the_document_but_edited_in_chat_is_a_conflict(
    fields: dict[str, Any], conflicts: tuple[str, ...]
) -> None:
    kept = Kept(PLAN)
    kept.edit(4, **fields)
    assert compared(kept, edition(*PLAN.entries[:4])) == {"e4": (Kind.GONE, ("removed",), conflicts)}


def test_made_in_chat_and_printed_otherwise_is_a_conflict() -> None:
    kept = Kept(edition())
    kept.entries.append(entry("2021-10-04", id="chat", title="Valgmøde", place="Torvet"))
    new = edition(read("Valgmøde", "2021-10-04T19:00", place="Torvet"))
    assert compared(kept, new) == {"chat": (Kind.CHANGED, ("when",), ("when",))}


def test_a_renamed_activity_is_no_difference() -> None:
    kept = Kept(PLAN)
    kept.activities = dict.fromkeys(kept.activities, "Verdensdag")
    assert compared(kept, PLAN) == {}


# --- how long it takes -------------------------------------------------------------------------------


def test_five_hundred_entries_are_compared_at_once() -> None:
    lines = [
        read(f"{what} nummer {n}", f"2021-{n % 12 + 1:02}-{n % 28 + 1:02}", activity="Kulturdag")
        for n in range(250)
        for what in ("Informationsmøde for frivillige", "Møde i arbejdsgruppen")
    ]
    renamed = (read(f"Nyt {e.printed.title}", "2021-06-10", activity="Kulturdag") for e in lines)
    last, new = edition(*lines), edition(*renamed)
    kept = Kept(last)
    began = process_time()
    assert compared(kept, last) == {}
    assert len(compare(kept.entries, new, kept.activities)) >= len(lines)
    assert process_time() - began < 8  # about 1.5 s; a matching of everything with everything takes minutes
