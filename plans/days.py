"""Days under the name of a month: "12  Rådsmøte", "16 og 23", "Tues 4", "?" in front of what is then."""

import re
from collections.abc import Sequence
from functools import lru_cache

from plans.languages import LANGUAGES
from plans.lexicon import ALL_LANGUAGES, lexicon

_FEWEST = 2  # lines that begin with a number, so that the numbers are days
_OPEN = re.compile(r"\?{1,3}|xx?\.?|TBC|TBA|TBD|dato følger", re.IGNORECASE)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)\.?"


def day_cell(cell: str) -> bool:
    """Whether a whole cell is one or more days without their month, or the sign that the day is open."""
    text = cell.strip(" :")
    return bool(_OPEN.fullmatch(text) or _days().fullmatch(text))


def with_month(cell: str, month: str, rest: str) -> str:
    """A line as it would be written by itself: "16 og 23" and "Kurs" is "16 og 23 februar: Kurs"."""
    text = cell.strip(" :")
    return f"{rest}?" if _OPEN.fullmatch(text) else f"{text} {month}: {rest}"


def month_name(month: int) -> str:
    """What the grammar of dates calls a month."""
    return LANGUAGES["da"].numbered["month"][month - 1].split("|")[0]


def numbered_days(lines: Sequence[str]) -> bool:
    """Whether the numbers in front of these lines are days: most have one, and they do not count 1, 2, 3."""
    found = [match for line in lines if (match := _leading().match(line))]
    numbers = [int(match["first"]) for match in found]
    counting = numbers == list(range(1, len(numbers) + 1))
    return len(found) >= _FEWEST and len(found) * 2 >= len(lines) and not counting


def split_day(line: str) -> tuple[str, str] | None:
    """The days in front of a line, and the rest of it."""
    match = _leading().match(line)
    return (match["days"], match["rest"]) if match else None


@lru_cache(maxsize=1)
def _days() -> re.Pattern[str]:
    return re.compile(_spelt(), re.IGNORECASE)


@lru_cache(maxsize=1)
def _leading() -> re.Pattern[str]:
    """Days, and a text that begins with a letter: no month, no clock, nothing that is counted."""
    words = lexicon(ALL_LANGUAGES).patterns
    counted = "|".join(words[role] for role in ("month", "person", "hours", "measure", "weekday"))
    return re.compile(
        rf"(?P<days>{_spelt(first=True)})[:.]?\s{{1,9}}(?!(?:{counted})(?!\w))(?P<rest>[^\W\d_].*)$",
        re.IGNORECASE | re.DOTALL,
    )


def _spelt(*, first: bool = False) -> str:
    words = lexicon(ALL_LANGUAGES)
    weekday = rf"(?:(?:{words.patterns['weekday']})\.?,?\s?)?(?:(?:{words.patterns['the']}|w/c|v/c)\.?\s)?"
    joint = rf"\s?(?:[-–+&,]|{words.word('and')}|{words.word('to')})\s?"
    day = f"(?P<first>{_DAY[:-3]})" + r"\.?" if first else _DAY
    return rf"{weekday}{day}(?:{joint}{weekday}{_DAY}){{0,4}}"
