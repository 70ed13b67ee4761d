"""What kinds of records are kept, each a row: its class, its table's name, what can be searched for.

Adding a kind of record is adding a row. A name that is in use is in people's files: changing one needs a
step in `storage/migrations.py`.
"""

from dataclasses import dataclass

from council.notice import Notice
from council.openings import Card, Claim, Opening, Referral, SignUp, Standby, Tally
from council.records import (
    Activity,
    Change,
    Chat,
    Council,
    Draft,
    Membership,
    Person,
    PlanEntry,
    Proposal,
    Record,
)
from council.reminding import CustomReminder, Horizon, NextDue, ReminderRule, Wishes


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of record: `indexed` are the text fields, or computed properties, that `find` takes."""

    kind: type[Record]
    table: str
    indexed: tuple[str, ...] = ()


TABLES = (
    Kept(Council, "councils"),
    Kept(Membership, "memberships", indexed=("role", "coordinating")),
    Kept(Activity, "activities"),
    Kept(PlanEntry, "entries", indexed=("activity_id",)),
    Kept(Change, "changes", indexed=("entry_id",)),
    Kept(Proposal, "proposals"),
    Kept(Opening, "openings", indexed=("entry_id", "activity_id")),
    Kept(
        SignUp,
        "signups",
        indexed=("opening_id", "person_id", "waiting", "queue", "pending", "sought", "named"),
    ),
    Kept(Tally, "tallies"),
    Kept(Claim, "claims"),
    Kept(Card, "cards", indexed=("opening_id",)),
    Kept(Referral, "referrals", indexed=("opening_id", "person_id")),
    Kept(Standby, "standbys"),
    Kept(Notice, "notices", indexed=("state", "person_id")),
    Kept(ReminderRule, "reminder_rules"),
    Kept(CustomReminder, "custom_reminders", indexed=("subject",)),
    Kept(Wishes, "wishes"),
    Kept(Horizon, "horizons"),
    Kept(NextDue, "next_due"),
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
