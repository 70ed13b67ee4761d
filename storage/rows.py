"""The records of one kind in memory: by id, by indexed field, in order of first putting."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from council.records import Record

# A row's place in the order of first putting, and its id.
_Mark = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A record, and where it stands."""

    mark: _Mark
    record: Record

    @property
    def place(self) -> int:
        """Its place in the order of first putting."""
        return self.mark[0]


class Rows:
    """Each operation costs what it touches, never what is kept.

    `indexed` are the names of text fields, or of properties that are computed from the record alone. Who has
    "" there is in no index: it would hold nearly all of a large table, and nobody asks for it.
    """

    def __init__(self, indexed: tuple[str, ...]) -> None:
        self._rows: dict[str, Row] = {}
        self._order = _Index(lambda _: "all")
        self._indexes = {name: _Index(attrgetter(name)) for name in indexed}
        self.next_place = 0

    def __len__(self) -> int:
        return len(self._rows)

    def get(self, key: str) -> Row | None:
        """The row of this id."""
        return self._rows.get(key)

    def all(self) -> list[Row]:
        """All rows in order of first putting."""
        return list(self.matching({}))

    def unsorted(self) -> list[Row]:
        """All rows in no order, in one quick step."""
        return list(self._rows.values())

    def check(self, record: Record) -> None:
        """Compute what it would be found by: a property that fails must do so before anything is changed."""
        for index in self._indexes.values():
            index.value_of(record)

    def matching(self, equal: Mapping[str, str]) -> Iterator[Row]:
        """The rows whose indexed fields have these values, in order of first putting, read as asked for.

        Raises:
            TypeError: a field is not indexed; reading everything for it is not what was meant.
            ValueError: a value is "", which is in no index.
        """
        rows = (self._rows[key] for _, key in self._fewest(equal))
        several = len(equal) > 1
        return (row for row in rows if has(row.record, equal)) if several else rows

    def count(self, equal: Mapping[str, str]) -> int:
        """How many those are, counted one by one only for several fields; raises the same."""
        several = len(equal) > 1
        return sum(1 for _ in self.matching(equal)) if several else len(self._fewest(equal))

    def before(self, place: int, equal: Mapping[str, str]) -> int:
        """How many of those that have one value stand before this place; raises the same."""
        return bisect_left(self._fewest(equal), (place, ""))

    def put(self, record: Record) -> None:
        """Keep it, in the place of the one of its id."""
        old = self._rows.get(record.id)
        self.keep(record.id, Row(old.mark if old else (self.next_place, record.id), record))

    def delete(self, key: str) -> None:
        """Keep none of this id."""
        self.keep(key, None)

    def keep(self, key: str, row: Row | None) -> Row | None:
        """Have this row under this id, in its place (None: have none); returns the one that was there."""
        old = self._rows.get(key)
        if row is not None:
            self._rows[key] = row
            self.next_place = max(self.next_place, row.place + 1)
        elif old is not None:
            del self._rows[key]
        for index in (self._order, *self._indexes.values()):
            index.change(old, row)
        return old

    def _fewest(self, equal: Mapping[str, str]) -> Sequence[_Mark]:
        """The shortest of the lists that have all of them."""
        if missing := equal.keys() - self._indexes.keys():
            raise TypeError(f"not indexed: {', '.join(sorted(missing))} (storage/tables.py)")
        if not all(equal.values()):
            raise ValueError('"" is in no index: nothing can be found by it')
        lists = [self._indexes[name].under(value) for name, value in equal.items()]
        return min(lists, key=len, default=self._order.under("all"))


class _Index:
    """Under each value the marks of the rows that have it, sorted: a new row's almost always comes last."""

    def __init__(self, value_of: Callable[[Record], str]) -> None:
        self.value_of = value_of
        self._marks: dict[str, list[_Mark]] = {}

    def under(self, value: str) -> Sequence[_Mark]:
        """Those with this value."""
        return self._marks.get(value, ())

    def change(self, old: Row | None, new: Row | None) -> None:
        """One row takes the place of another; nothing is touched where value and place are the same."""
        before = self.value_of(old.record) if old else ""
        after = self.value_of(new.record) if new else ""
        if before == after and old and new and old.mark == new.mark:
            return
        if old and before:
            self._leave(before, old.mark)
        if new and after:
            self._enter(after, new.mark)

    def _enter(self, value: str, mark: _Mark) -> None:
        marks = self._marks.get(value)
        if marks is None:
            self._marks[value] = [mark]
        elif marks[-1] < mark:
            marks.append(mark)
        else:
            insort(marks, mark)

    def _leave(self, value: str, mark: _Mark) -> None:
        marks = self._marks[value]
        del marks[bisect_left(marks, mark)]
        if not marks:
            del self._marks[value]


def has(record: Record, equal: Mapping[str, str]) -> bool:
    """Whether its fields have these values."""
    return all(getattr(record, name) == value for name, value in equal.items())
