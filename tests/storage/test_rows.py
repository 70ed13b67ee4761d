from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rows import Row, Rows
from tests.storage.kit import notice


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody at a door; who has been let in waits in no queue."""

    id: str
    door: str
    inside: bool

    @property
    def queue(self) -> str:
        return "" if self.inside else f"{self.door}?"


KEYS, DOORS = st.sampled_from("abcde"), st.sampled_from("xy")
STEPS = st.lists(st.tuples(KEYS, DOORS, st.booleans() | st.none()), max_size=30)
Model = dict[str, Guest]


def carry_out(steps: list[tuple[str, str, bool | None]], rows: Rows, model: Model) -> None:
    for key, door, inside in steps:
        if inside is None:
            rows.delete(key)
            model.pop(key, None)
        else:
            rows.put(Guest(key, door, inside))
            model[key] = Guest(key, door, inside)


def found(rows: Rows, **equal: str) -> list[object]:
    records: list[object] = [row.record for row in rows.matching(equal)]
    assert rows.count(equal) == len(records)
    return records


def agree(rows: Rows, model: Model) -> None:
    everybody = list(model.values())
    assert [row.record for row in rows.all()] == found(rows) == everybody
    places = [row.place for row in rows.all()]
    assert places == sorted(set(places))
    assert len(rows) == len(model)
    for door in "xy":
        waiting = [guest for guest in everybody if guest.door == door and not guest.inside]
        assert found(rows, door=door) == [guest for guest in everybody if guest.door == door]
        assert found(rows, queue=f"{door}?") == found(rows, queue=f"{door}?", door=door) == waiting
    assert found(rows, queue="x?", door="y") == found(rows, queue="?") == []


@given(STEPS)
def test_rows_are_a_dict_that_can_be_searched(steps: list[tuple[str, str, bool | None]]) -> None:
    rows, model = Rows(("door", "queue")), dict[str, Guest]()
    carry_out(steps, rows, model)
    agree(rows, model)


@given(STEPS, STEPS)
def test_what_was_there_can_be_put_back(
    before: list[tuple[str, str, bool | None]], steps: list[tuple[str, str, bool | None]]
) -> None:
    rows, model = Rows(("door", "queue")), dict[str, Guest]()
    carry_out(before, rows, model)
    was: list[tuple[str, Row | None]] = []
    for key, door, inside in steps:
        was.append((key, rows.get(key)))
        carry_out([(key, door, inside)], rows, {})
    for key, row in reversed(was):
        rows.keep(key, row)
    agree(rows, model)


def test_an_index_forgets_the_values_that_nobody_has() -> None:
    rows = Rows(("state",))
    for number in range(100):
        rows.put(notice("a", str(number)))
    assert list(rows._indexes["state"]._marks) == ["99"]
    rows.put(notice("a", ""))
    assert rows._indexes["state"]._marks == {}


def test_what_is_not_asked_for_is_not_read() -> None:
    rows = Rows(("state",))
    for number in range(100):
        rows.put(notice(str(number)))
    assert next(rows.matching({"state": "waiting"})).record.id == "0"
    rows._rows = {"0": Row((0, "0"), notice("0"))}
    assert next(rows.matching({"state": "waiting"})).record.id == "0"
    assert rows.count({"state": "waiting"}) == rows.count({}) == 100


def test_a_field_without_an_index_is_refused() -> None:
    with pytest.raises(TypeError, match="not indexed: kind"):
        Rows(("state",)).matching({"kind": "k"})


def test_nothing_is_found_by_nothing() -> None:
    with pytest.raises(ValueError, match="in no index"):
        Rows(("state",)).matching({"state": ""})


def test_what_cannot_be_computed_is_found_out_before_it_is_put() -> None:
    with pytest.raises(AttributeError, match="queue"):
        Rows(("state", "queue")).check(notice("a"))
