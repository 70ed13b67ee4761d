"""What a reader of plans is not sure of, and the readings it proposes to the secretary."""

from dataclasses import dataclass
from enum import StrEnum

from council.when import When


class Sort(StrEnum):
    """What is odd."""

    WEEKDAY = "weekday"
    """The text names another weekday (`said`, 1 for Monday) than the date has."""
    NO_SUCH_DAY = "no such day"
    """31 June, week 54."""
    NO_YEAR = "no year"
    """Neither the text nor what is around it says the year."""
    RULE = "rule"
    """The date is not the one that the rule beside it gives: "1. lørdag i oktober (9. oktober)"."""
    ONE_OF = "one of"
    """Several are named and only one is meant: "15. april eller 24. juni"."""
    OTHER_MONTH = "other month"
    """The date stands under another month (`said`)."""
    NO_START = "no start"
    """Something comes back and nothing says from when: "hver anden tirsdag"."""
    MISPRINT = "misprint"
    """A letter or a digit was repaired: "l2. maj"."""
    ELSEWHERE = "elsewhere"
    """Another place in the document says the day of what is known more vaguely here."""
    BACKWARDS = "backwards"
    """A range that ends before it begins."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question for the secretary.

    `words` are those of the document; `readings` what it can mean, the one that was kept first; `said` is
    a number that belongs to the sort: a weekday or a month.
    """

    sort: Sort
    words: str = ""
    readings: tuple[When, ...] = ()
    said: int = 0
