"""The records of one kind in memory: by id, by indexed field, in order of first putting."""

from collections.abc import Mapping
from dataclasses import dataclass

from council.records import Record


@dataclass(frozen=True, slots=True)
class Row:
    """A record and its place in the order of first putting."""

    place: int
    record: Record


class Rows:
    """Each operation costs what it touches, never what is kept."""

    def __init__(self, indexed: tuple[str, ...]) -> None:
        self._rows: dict[str, Row] = {}
        self._index: dict[str, dict[str, set[str]]] = {name: {} for name in indexed}
        self.next_place = 0

    def __len__(self) -> int:
        return len(self._rows)

    def get(self, key: str) -> Row | None:
        """The row of this id."""
        return self._rows.get(key)

    def all(self) -> list[Row]:
        """All rows in order of first putting: an update keeps a dict's order, as it keeps ours."""
        return list(self._rows.values())

    def matching(self, equal: Mapping[str, str]) -> list[Row]:
        """All rows whose indexed fields have these values, in no order.

        Raises:
            TypeError: a field is not indexed; reading everything for it is not what was meant.
        """
        if missing := equal.keys() - self._index.keys():
            raise TypeError(f"not indexed: {', '.join(sorted(missing))} (storage/tables.py)")
        if not equal:
            return self.all()
        found = [self._index[name].get(value, set()) for name, value in equal.items()]
        return [self._rows[key] for key in set.intersection(*found)]

    def put(self, record: Record) -> None:
        """Keep it, in the place of the one of its id."""
        old = self._rows.get(record.id)
        if old is None:
            row = Row(self.next_place, record)
            self.next_place += 1
        else:
            row = Row(old.place, record)
            self._forget(old.record)
        self._rows[record.id] = row
        for name, values in self._index.items():
            values.setdefault(getattr(record, name), set()).add(record.id)

    def delete(self, key: str) -> None:
        """Keep none of this id."""
        row = self._rows.pop(key, None)
        if row is not None:
            self._forget(row.record)

    def _forget(self, record: Record) -> None:
        for name, values in self._index.items():
            value = getattr(record, name)
            values[value].discard(record.id)
            if not values[value]:
                del values[value]
