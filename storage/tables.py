"""What kinds of records are kept, each a row: its class, its table's name, what can be searched for.

Adding a kind of record is adding a row. A name that is in use is in people's files: changing one needs a
step in `storage/migrations.py`.
"""

from dataclasses import dataclass

from council.records import (
    Activity,
    Change,
    Chat,
    Council,
    Draft,
    Membership,
    Notice,
    Person,
    PlanEntry,
    Proposal,
    Record,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of record: `indexed` are the text fields that `find` takes."""

    kind: type[Record]
    table: str
    indexed: tuple[str, ...] = ()


TABLES = (
    Kept(Council, "councils"),
    Kept(Membership, "memberships"),
    Kept(Activity, "activities"),
    Kept(PlanEntry, "entries", indexed=("activity_id",)),
    Kept(Change, "changes", indexed=("entry_id",)),
    Kept(Proposal, "proposals"),
    Kept(Notice, "notices", indexed=("state",)),
    Kept(Person, "people"),
    Kept(Chat, "chats"),
    Kept(Draft, "drafts"),
)

BY_KIND = {kept.kind: kept for kept in TABLES}
BY_TABLE = {kept.table: kept for kept in TABLES}


def kept_as(kind: type[Record]) -> Kept:
    """Its row.

    Raises:
        TypeError: it has none.
    """
    try:
        return BY_KIND[kind]
    except KeyError:
        raise TypeError(f"{kind.__name__} has no row in storage/tables.py") from None
