"""Every record of a tenant put through a change, whatever copy of the tenant they are read from."""

from collections.abc import Callable

from council.records import Record
from storage.codec import encode
from storage.rows import Rows
from storage.transaction import Shelves, shelves

Rule = Callable[[Record], Record | None]


def changed(kept: Shelves, change: Rule) -> dict[type[Record], Rows]:
    """The records as `change` makes them, in their order; None drops one. `kept` stays as it is.

    They are put on empty shelves, so that ids may change in any way: two records can swap theirs.

    Raises:
        TypeError: one became another kind of record, or a value is not of its declared type.
        ValueError: two records of a kind would have one id, or a value cannot be written.
    """
    after = shelves()
    for kind, rows in kept.items():
        for row in rows.all():
            _shelve(_made(row.record, change), after[kind])
    return after


def _made(record: Record, change: Rule) -> Record | None:
    new = change(record)
    if new is None or new is record:
        return new
    if type(new) is not type(record):
        raise TypeError(f"a {type(record).__name__} cannot become a {type(new).__name__}")
    return encode(new)[1]


def _shelve(record: Record | None, rows: Rows) -> None:
    if record is None:
        return
    if rows.get(record.id) is not None:
        raise ValueError(f"two records of the kind {type(record).__name__} would have one id")
    rows.put(record)
