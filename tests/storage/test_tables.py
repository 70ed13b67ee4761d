import types
import typing
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Any

import pytest

from storage.tables import BY_KIND, BY_TABLE, TABLES, Kept, kept_as

PLAIN = {str, int, float, bool, type(None), datetime, date, time}


def changeable(hint: Any, path: str) -> list[str]:  # noqa: ANN401 - annotations have no common type
    """Where something of this type could be changed by who got hold of it."""
    if typing.get_origin(hint) in {typing.Union, types.UnionType, tuple}:
        parts = [part for part in typing.get_args(hint) if part is not ...]
        return [found for part in parts for found in changeable(part, path)]
    if hint in PLAIN or (isinstance(hint, type) and issubclass(hint, Enum)):
        return []
    if not (is_dataclass(hint) and isinstance(hint, type) and frozen(hint)):
        return [f"{path}: {hint}"]
    hints = typing.get_type_hints(hint)
    return [
        found for field in fields(hint) for found in changeable(hints[field.name], f"{path}.{field.name}")
    ]


def frozen(kind: Any) -> bool:  # noqa: ANN401 - any dataclass
    return bool(kind.__dataclass_params__.frozen)


@pytest.mark.parametrize("kept", TABLES, ids=lambda kept: kept.table)
def test_what_is_handed_out_as_it_is_kept_cannot_be_changed(kept: Kept) -> None:
    assert changeable(kept.kind, kept.kind.__name__) == []


def test_the_walk_finds_what_can_be_changed() -> None:
    assert changeable(tuple[list[str], ...] | None, "x") == ["x: list[str]"]


@pytest.mark.parametrize("kept", TABLES, ids=lambda kept: kept.table)
def test_what_can_be_searched_for_is_a_text(kept: Kept) -> None:
    hints = typing.get_type_hints(kept.kind)
    for name in kept.indexed:
        found = vars(kept.kind)[name]
        hint = typing.get_type_hints(found.fget)["return"] if isinstance(found, property) else hints[name]
        assert issubclass(hint, str)


def test_each_row_has_a_kind_and_a_table_of_its_own() -> None:
    assert len(BY_KIND) == len(BY_TABLE) == len(TABLES)


def test_what_has_no_row_is_not_kept() -> None:
    with pytest.raises(TypeError, match="object has no row"):
        kept_as(object)  # type: ignore[arg-type] # the mistake that is meant
