"""From what was written to who has to know: the ledger is delivered, the cards are changed."""

from collections.abc import Callable, Sequence

from council.notice import Notice
from council.openings import Opening, SignUp, Tally
from council.records import Council, Membership, PlanEntry, Record
from council.reminding import CustomReminder, ReminderRule, Wishes

_REMINDED = (
    Council,
    CustomReminder,
    Membership,
    Opening,
    PlanEntry,
    ReminderRule,
    SignUp,
    Wishes,
)
"""Of these, reminders are derived."""


def _nobody(*_: str) -> None:
    """Before the house is built there is nobody to tell."""


class Written:
    """Hears of every transaction after its commit (see `storage.watched`)."""

    def __init__(self) -> None:
        self.wake: Callable[[str], None] = _nobody
        self.changed: Callable[[str], None] = _nobody
        self.touch: Callable[[str, str], None] = _nobody

    def heard(self, tenant: str, records: Sequence[Record]) -> None:
        """These records were put."""
        if any(_rings(record) for record in records):
            self.wake(tenant)
        if any(isinstance(record, _REMINDED) for record in records):
            self.changed(tenant)
        for opening_id in {opening for record in records if (opening := _shown_on_card(record))}:
            self.touch(tenant, opening_id)


def _rings(record: Record) -> bool:
    """Whether there is something to say, or to do at its time."""
    if isinstance(record, Notice):
        return record.state == "waiting" and not record.tries
    return isinstance(record, SignUp) and bool(record.pending)


def _shown_on_card(record: Record) -> str:
    if isinstance(record, Tally | Opening):
        return record.id
    return record.opening_id if isinstance(record, SignUp) else ""
