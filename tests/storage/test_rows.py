import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.records import Notice
from storage.rows import Rows
from tests.storage.kit import notice

KEYS, STATES = st.sampled_from("abcd"), st.sampled_from(["waiting", "sent"])
STEPS = st.lists(st.tuples(KEYS, STATES | st.none()))


@given(STEPS)
def test_rows_are_a_dict_that_can_be_searched(steps: list[tuple[str, str | None]]) -> None:
    rows = Rows(("state", "person_id"))
    model: dict[str, Notice] = {}
    for key, state in steps:
        if state is None:
            rows.delete(key)
            model.pop(key, None)
        else:
            rows.put(notice(key, state))
            model[key] = notice(key, state)
    assert [row.record for row in rows.all()] == list(model.values())
    assert [row.place for row in rows.all()] == sorted(row.place for row in rows.all())
    assert len(rows) == len(model)
    for state in ("waiting", "sent"):
        found = {row.record.id for row in rows.matching({"state": state, "person_id": "7"})}
        assert found == {key for key, record in model.items() if record.state == state}
    assert rows.matching({"state": "waiting", "person_id": "8"}) == []


def test_an_index_forgets_the_values_that_nobody_has() -> None:
    rows = Rows(("state",))
    for number in range(100):
        rows.put(notice("a", str(number)))
    assert list(rows._index["state"]) == ["99"]


def test_a_field_without_an_index_is_refused() -> None:
    with pytest.raises(TypeError, match="not indexed: kind"):
        Rows(("state",)).matching({"kind": "k"})
