from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.editing import amend, changed_fields, same_time, undo, undoable
from council.records import Change, Kind, PlanEntry, Role, Status
from council.refusals import NothingToUndo, OutOfDate
from council.when import When
from tests.council.kit import LATER, MADE, WHENS, entry

MOVES = [
    ("a firm day", "2021-09-18", "2021-09-25", True),
    ("a firm time of day", "2021-09-18T17:00", "2021-09-18T18:00", True),
    ("a firm time that becomes vague", "2021-09-18", "2021-10", True),
    ("a firm time that becomes unknown", "2021-09-18", "XXXX", True),
    ("a firm time to about another", "2021-09-18", "2021-09-25?", True),
    (
        "an end that is put off",
        "2021-09-18T10:00/2021-09-18T16:00",
        "2021-09-18T10:00/2021-09-18T17:00",
        True,
    ),
    ("a day that gets its time of day", "2021-09-18", "2021-09-18T17:00", False),
    ("a time that gets its end", "2021-09-18T10:00", "2021-09-18T10:00/2021-09-18T16:00", False),
    ("days of which one is chosen", "2021-09-18/2021-09-20", "2021-09-19", False),
    ("a month that gets its day", "2021-09", "2021-09-18", False),
    ("another month", "2021-09", "2021-10", False),
    ("a week", "2021-W37", "2021-10-02", False),
    ("a tentative day", "2021-09-18?", "2021-09-25", False),
    ("a day that is certain now", "2021-09-18?", "2021-09-18", False),
    ("a day that is tentative now", "2021-09-18", "2021-09-18?", False),
    ("nothing known", "XXXX", "2021-09-18", False),
]


@pytest.mark.parametrize(("_what", "before", "after", "moved"), MOVES)
def test_only_what_had_a_firm_time_is_moved(_what: str, before: str, after: str, *, moved: bool) -> None:
    amended = amend(entry(before), LATER, when=When(after))
    assert amended.was == (When(before) if moved else None)
    assert amended.moved is moved


def test_twice_moved_remembers_the_first_time_and_forgets_it_when_back() -> None:
    first = entry("2021-09-18")
    second = amend(first, LATER, when=When("2021-09-25"))
    third = amend(second, LATER, when=When("2021-10-02"))
    assert third.was == When("2021-09-18")
    assert amend(third, LATER, when=When("2021-09-18", "tilbage igen")).was is None


@pytest.mark.parametrize(
    ("fields", "rises"),
    [
        ({"when": When("2021-10-02")}, True),
        ({"when": When("2021-09-18?")}, True),
        ({"when": When("2021-09-18", "lørdag d. 18.")}, False),
        ({"place": "Rådhuset"}, True),
        ({"status": Status.CANCELLED}, True),
        ({"status": Status.WAITING, "waiting_for": "Jobcenteret"}, True),
        ({"removed": True}, True),
        ({"title": "Kulturdagen"}, False),
        ({"note": "Husk kage"}, False),
        ({"kind": Kind.MEETING}, False),
        ({"activity_id": "kultur"}, False),
        ({"title": "Kulturdagen", "place": "Rådhuset"}, True),
    ],
)
def test_the_revision_rises_with_time_place_and_state(fields: dict[str, Any], *, rises: bool) -> None:
    amended = amend(entry(revision=3), LATER, **fields)
    assert amended.revision == (4 if rises else 3)
    assert amended.changed == LATER
    assert amended.created == MADE
    back = undo(amended, [_change("c1", entry(revision=3), amended)], "c1", LATER)
    assert back.revision == amended.revision + rises


def test_the_same_again_changes_nothing() -> None:
    before = entry("2021-09-18", place="Rådhuset", status=Status.PLANNED)
    assert amend(before, LATER, when=When("2021-09-18"), place="Rådhuset", status=Status.PLANNED) is before


def test_who_is_waited_for_is_forgotten_when_nobody_is() -> None:
    waiting = amend(entry(), LATER, status=Status.WAITING, waiting_for="Jobcenteret")
    assert waiting.waiting_for == "Jobcenteret"
    assert amend(waiting, LATER, status=Status.PLANNED).waiting_for == ""
    assert amend(waiting, LATER, title="Andet").waiting_for == "Jobcenteret"


def test_the_history_names_what_changed_in_one_order() -> None:
    after = amend(entry(), LATER, note="n", place="p", when=When("2021-10"), status=Status.DONE)
    assert changed_fields(entry(), after) == ("when", "place", "status", "note")


def test_marks_and_words_make_no_other_time() -> None:
    assert same_time(When("2021-06?", "juni?"), When("2021-06~", "ca. juni"))
    assert not same_time(When("2021-06"), When("2021-06-01"))


# --- taking back -------------------------------------------------------------------------------------


def _change(key: str, before: PlanEntry | None, after: PlanEntry, undoes: str = "") -> Change:
    return Change(key, after.id, LATER, "7", "Ane", Role.SECRETARY, (), before, after, undoes)


class Desk:
    """One entry and its history, as the use case keeps them."""

    def __init__(self) -> None:
        self.entry = entry()
        self.history = [_change("added", None, self.entry)]

    def amend(self, **fields: Any) -> str:
        after = amend(self.entry, LATER, **fields)
        return self._keep(after)

    def undo(self, change_id: str) -> str:
        return self._keep(undo(self.entry, self.history, change_id, LATER), undoes=change_id)

    def _keep(self, after: PlanEntry, undoes: str = "") -> str:
        key = f"c{len(self.history)}"
        self.history.append(_change(key, self.entry, after, undoes))
        self.entry = after
        return key


FIELDS = st.one_of(
    st.fixed_dictionaries({"when": WHENS}),
    st.fixed_dictionaries({"title": st.sampled_from(["Kulturdag", "Kulturfest", "Fest"])}),
    st.fixed_dictionaries({"status": st.sampled_from(Status), "place": st.sampled_from(["", "Rådhuset"])}),
    st.fixed_dictionaries({"removed": st.booleans()}),
)


@given(st.lists(FIELDS, max_size=6))
def test_taking_back_is_a_stack_down_to_the_first(all_fields: list[dict[str, Any]]) -> None:
    desk = Desk()
    seen = [(desk.entry, desk.amend(**fields)) for fields in all_fields]
    revision = desk.entry.revision
    for before, key in reversed(seen):
        assert undoable(desk.history).id == key
        desk.undo(key)
        assert changed_fields(before, desk.entry) == ()
        assert (desk.entry.was, desk.entry.printed) == (before.was, before.printed)
        assert desk.entry.revision >= revision
        revision = desk.entry.revision
    assert undoable(desk.history).id == "added"


def test_a_second_tap_takes_nothing_else_back() -> None:
    desk = Desk()
    desk.amend(title="A")
    last = desk.amend(title="B")
    desk.undo(last)
    with pytest.raises(OutOfDate):
        desk.undo(last)
    assert desk.entry.title == "A"


def test_an_earlier_change_is_not_taken_back_over_a_later_one() -> None:
    desk = Desk()
    first = desk.amend(title="A")
    desk.amend(place="B")
    with pytest.raises(OutOfDate):
        desk.undo(first)


def test_what_is_done_after_taking_back_is_taken_back_first() -> None:
    desk = Desk()
    first = desk.amend(title="A")
    desk.undo(desk.amend(title="B"))
    third = desk.amend(title="C")
    desk.undo(third)
    assert desk.entry.title == "A"
    desk.undo(first)
    assert desk.entry.title == "Kulturdag"


def test_taking_back_that_it_was_added_removes_it() -> None:
    desk = Desk()
    desk.undo("added")
    assert desk.entry.removed
    assert desk.entry.revision == 1
    with pytest.raises(NothingToUndo):
        desk.undo("added")


def test_taking_back_that_it_was_removed_puts_it_back() -> None:
    desk = Desk()
    desk.undo(desk.amend(removed=True))
    assert not desk.entry.removed


def test_taking_back_a_move_forgets_that_it_was_moved() -> None:
    desk = Desk()
    desk.undo(desk.amend(when=When("2021-10-02")))
    assert (desk.entry.when, desk.entry.was) == (When("2021-09-18"), None)


def test_it_is_changed_when_it_was_taken_back() -> None:
    amended = amend(entry(), LATER, title="A")
    at = LATER + timedelta(hours=1)
    assert undo(amended, [_change("c", entry(), amended)], "c", at).changed == at


def test_without_a_history_nothing_can_be_taken_back() -> None:
    with pytest.raises(NothingToUndo):
        undoable([])
