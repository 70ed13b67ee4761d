"""The texts of a calendar file, which arrive here translated.

Every text is a whole phrase with named placeholders (`"{title} (tentative)"`), so that a translator
decides on the order of words; what depends on a date or a number is a function.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from council.records import Kind, Status
from council.when import When


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """What a file says beside what the plan itself says; placeholders stand behind each text.

    `when` says a time in words ("autumn 2021"); `month` heads a month by its first day and the number of
    entries known by that month only ("June 2021: 5 without a date"); `undated` heads those of which no
    time at all is known, by their number.
    """

    tentative: str  # {title}
    approximate: str  # {title}
    waiting: str  # {title}
    waiting_for: str  # {title}, {who}
    cancelled: str  # {title}
    status: str  # {status}
    activity: str  # {activity}
    responsible: str  # {who}
    moved: str  # {before}: the former time
    stated: str  # {words}: how the plan puts the time ("primo juni")
    end_not_stated: str
    source: str  # {document}
    source_page: str  # {document}, {page}
    known_by_month: str  # heads the list of a month
    item: str  # {title}: one of that list
    item_when: str  # {when}, {title}: one of which more or less than the month is known
    kinds: Mapping[Kind, str]
    statuses: Mapping[Status, str]
    when: Callable[[When], str]
    month: Callable[[date, int], str]
    undated: Callable[[int], str]
