"""What comes back: a rule of RFC 5545 (section 3.3.10) with the days that are left out."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule such as "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270430"; its first occurrence is the entry's own time.

    UNTIL is a day without a time of day, inclusive. `exdates` are days that the rule gives and the plan
    leaves out.
    """

    rrule: str
    exdates: tuple[date, ...] = ()
