"""Years of a council to derive reminders from, and how to look at what falls due."""

from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from council.due import Due, Year, due
from council.records import Council, Membership, Role
from tests.council.line import ZONE, local, opening, signup

HALL = Council("c", "Rådet", -1)
ALWAYS = (local("2018-01-01"), local("2031-01-01"))
SANNE = Membership("s", "Sanne", Role.SECRETARY)
CARL = Membership("c", "Carl", Role.CHAIR)
KIRSTEN = Membership("k", "Kirsten", Role.VOLUNTEER, ("act",))
BO = Membership("b", "Bo", Role.MEMBER)
DAY = "2021-09-18T17:00"


def year(**parts: Any) -> Year:
    return Year(HALL, **parts)


def all_of(year: Year, kind: str = "", to: str = "") -> list[Due]:
    return [each for each in due(year, *ALWAYS) if kind in {"", each.kind} and to in {"", each.to}]


def times(found: Iterable[Due]) -> list[str]:
    """When, on the council's clock."""
    return [each.at.astimezone(ZoneInfo(ZONE)).strftime("%Y-%m-%d %H:%M") for each in found]


def taking_part(**parts: Any) -> Year:
    return year(**{"openings": [opening(DAY)], "signups": [signup()]} | parts)
