"""Whose calendar it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CalendarFeed:
    """The calendar of a council: the name it is shown under, its zone (IANA), its activities' names by id.

    `part` is the id of the activity or entry that the file is limited to, so that its lists of months are
    not taken for those of the whole plan; "" is the whole plan.
    """

    council_id: str
    name: str
    zone: str = "Europe/Copenhagen"
    part: str = ""
    activities: Mapping[str, str] = field(default_factory=dict)

    def list_uid(self, name: str) -> str:
        """The lasting id of a list of what has no days."""
        return self.uid(f"{name}-{self.part}" if self.part else name)

    def uid(self, name: str) -> str:
        """The lasting, world-wide id of an entry or of one of this calendar's own events."""
        return f"{name}@{self.council_id}.samspil"
