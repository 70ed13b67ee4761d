"""Whose calendar it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CalendarFeed:
    """The calendar of a council: the name it is shown under, its zone (IANA), its activities' names by id."""

    council_id: str
    name: str
    zone: str = "Europe/Copenhagen"
    activities: Mapping[str, str] = field(default_factory=dict)

    def uid(self, name: str) -> str:
        """The lasting, world-wide id of an entry or of one of this calendar's own events."""
        return f"{name}@{self.council_id}.samspil"
