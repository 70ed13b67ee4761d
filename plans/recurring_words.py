"""How rules are worded: "den første tirsdag i hver måned", "torsdage i ulige uger", "every other Friday".

A row of `_ROWS` is one way to say how often something comes back. A blank is a gap, `{role}` a word of that
role, `<part>` one of `_PARTS`. A new way is a row here and a line in `tests/plans/test_recurring.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from plans.lexicon import LAST, Lexicon, lexicon

WORKDAYS = (1, 2, 3, 4, 5)
_SHORTEST = 6  # letters of a weekday that is written out
_FORTNIGHT = 2  # weeks


class Belief(Enum):
    """What else a text must say before words are taken for a rule."""

    SURE = "nothing"
    HALF = "a time of day or bounds"
    BARE = "bounds"


@dataclass(frozen=True, slots=True)
class Cycle:
    """How often: every `interval` days, weeks or months (`unit`), on these weekdays (1 for Monday).

    By months it is the `nths` of these weekdays (-1 is the last), or the `month_days`. With `together` the
    weekdays count as one: the first working day. A `quarterly` one is in the first months of the quarters.
    """

    unit: str
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nths: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    quarterly: bool = False
    together: bool = False

    @property
    def dayless(self) -> bool:
        """Whether nothing says on which day."""
        return self.unit != "day" and not self.weekdays and not self.month_days


@dataclass(frozen=True, slots=True)
class Core:
    """The words that say how often. `times` is how often in all ("10 fredage"), 0 if that is not said."""

    start: int
    end: int
    cycle: Cycle
    belief: Belief
    times: int = 0


_PARTS = {
    "and": r"(?: ?[,&+/] ?| {and} | ?, ?{and} )",
    "through": r"(?: ?[-–] ?| {to} )",
    "one": r"(?:%(single)s)(?!\w)",
    "many": r"(?:%(weekdays)s)(?!\w)",
    "any": r"(?:%(single)s|%(weekdays)s)(?:en)?(?!\w)",
    "days": r"(?P<days>{workday}|<any>(?:<through><any>|(?:<and>(?:{the} )?<any>){0,5}))",
    "plurals": r"(?P<days><many>(?:<through><many>|(?:<and><many>){0,5}))",
    "singles": r"(?P<days><one>(?:<through><one>|(?:<and><one>){0,5}))",
    "n": r"(?:[1-9](?:\.|st|nd|rd|th|:[ae])|%(nth)s)(?!\w)",
    "nths": r"(?P<nths><n>(?:<and>(?:{the} )?<n>){0,3})",
    "every_n": r"(?:{each nth} (?P<every>[1-9]\d?(?:\.|st|nd|rd|th|:[ae])?|%(nth)s)(?!\w))",
    "monthly": r"(?: (?:{of}|{in}|{per}) (?:{the} )?(?:(?P<second>{second})|<every_n>|{each})? ?"
    r"| (?:(?P<second2>{second})|<every_n2>|{each}) )(?:{months}|(?P<quarter>{quarter}))(?!\w)",
    "every_n2": r"(?:{each nth} (?P<every2>[1-9]\.|%(nth)s)(?!\w))",
    "period": r"(?:(?:(?P<second>{second})|<every_n>|{each}) (?:{months}|(?P<quarter>{quarter}))"
    r"|{monthly}|(?P<quarter2>{quarterly}))(?!\w)",
    "weekly": r"(?:(?P<fortnight>{fortnightly})|(?P<second>{second}) {week}|<every_n> {week}"
    r"|{each} {week}|{weekly})(?!\w)",
    "number": r"(?:0?[1-9]|[12]\d|3[01])(?:\.|st|nd|rd|th|:[ae])?(?!\d)",
    "numbers": r"(?P<month_days><number>(?:<and>(?:{the} )?<number>){0,2})",
    "on": r",? ?(?:(?:{on days}|{on}|{the}) ){0,2}",
    "some": r"\d{1,2}(?: ?[-–] ?\d{1,2})?|(?:%(count)s)(?!\w)",
}
_ROWS = (
    ("month", Belief.SURE, "(?:{the} |{each nth} )?<nths> <days><monthly>"),
    ("month", Belief.SURE, "(?P<only>{each nth}) <nths> <days>"),
    ("month", Belief.SURE, "<period>,? <on><nths> <days>"),
    ("month", Belief.SURE, "{the} <nths> <days>(?=<months>)"),
    ("month", Belief.SURE, "<nths> <days>(?=<months>)"),
    ("month", Belief.SURE, "(?:{the} )?<numbers><monthly>"),
    ("month", Belief.SURE, "<period>,? (?:{on} )?{the} <numbers>(?! ?{month})"),
    ("week", Belief.SURE, "(?P<second>{second}) <days>"),
    ("week", Belief.SURE, "(?P<second3>{second}) <days><in_month>"),
    ("week", Belief.SURE, "{each} <days>"),
    ("week", Belief.SURE, "<weekly>,? <on><days>"),
    ("week", Belief.SURE, "<weekly>"),
    ("week", Belief.HALF, r"(?:(?P<times>\d{1,2}|%(count)s) )?(?:{on days} (?:{the} )?)?<plurals>"),
    ("week", Belief.HALF, "{on days} (?P<days>{workday})"),
    ("week", Belief.BARE, "<singles>"),
    ("week", Belief.BARE, "{on days} <days>"),
    ("month", Belief.SURE, "<period>"),
    (
        "times",
        Belief.SURE,
        "<some> {times} (?:{per}|{each}) (?:{the} )?(?:{years}|{months}|{quarter}|{half}|{week})(?!\\w)",
    ),
    ("day", Belief.BARE, "{daily}"),
)
_PARTS["in_month"] = r" (?:{of}|{in}) (?:{the} )?(?:{each} )?{months}(?!\w)"
_PARTS["months"] = r" (?:{term} )?(?:(?:{in}|{of}|{from}) )?{month}(?: ?[-–/,&] ?| {to} | {and} ){month}"


def cores(text: str, codes: tuple[str, ...]) -> Iterator[Core]:
    """All words in a text that may say how often something is, without overlaps, in order."""
    words = lexicon(codes)
    matches = [
        (match.start(), -match.end(), at, match)
        for at, pattern in enumerate(_compiled(codes))
        for match in pattern.finditer(text)
    ]
    free_from = 0
    for start, minus_end, at, match in sorted(matches, key=lambda each: each[:3]):
        if start < free_from:
            continue
        core = _core(at, match, words)
        if core:
            free_from = -minus_end
            yield core


def weekdays_in(text: str, words: Lexicon) -> tuple[int, ...]:
    """The weekdays that are named: "tirsdage og torsdage", "mandag-fredag", "alle hverdage"."""
    if words.finder("workday").search(text):
        return WORKDAYS
    found = [_weekday(match[0], words) for match in _weekday_pattern(words).finditer(text)]
    days = [day for day in found if day]
    spans = len(days) == len("ab") and not re.search(
        rf"[,&+/]|(?<!\w){words.word('and')}", text, re.IGNORECASE
    )
    if spans and days[0] < days[1]:
        return tuple(range(days[0], days[1] + 1))
    return tuple(sorted(set(days)))


def _core(at: int, match: re.Match[str], words: Lexicon) -> Core | None:
    unit, belief, _ = _ROWS[at]
    said = {name: value for name, value in match.groupdict().items() if value}
    days = weekdays_in(said["days"], words) if "days" in said else ()
    times = (
        words.number("count", said["times"])
        if said.get("times", "0").isalpha()
        else int(said.get("times", 0))
    )
    make = {"day": _daily, "week": _weekly, "month": _monthly, "times": _monthly}[unit]
    cycle = make(said, days, words)
    return Core(match.start(), match.end(), cycle, belief, times or 0) if cycle else None


def _daily(_said: dict[str, str], _days: tuple[int, ...], _words: Lexicon) -> Cycle:
    return Cycle("day")


def _weekly(said: dict[str, str], days: tuple[int, ...], words: Lexicon) -> Cycle:
    if "second3" in said:  # "hver anden tirsdag i måneden"
        return Cycle("month", weekdays=days, nths=(2,))
    return Cycle("week", _interval(said, words), days)


def _monthly(said: dict[str, str], days: tuple[int, ...], words: Lexicon) -> Cycle | None:
    nths = tuple(_nth(match[0], words) for match in _nth_pattern(words).finditer(said.get("nths", "")))
    if "only" in said and nths[0] not in {1, LAST} and len(nths) == 1:  # "hver tredje torsdag"
        return Cycle("week", nths[0], days)
    quarterly = bool({"quarter", "quarter2"} & said.keys())
    month_days = tuple(int(each) for each in re.findall(r"\d{1,2}", said.get("month_days", "")))
    together = days == WORKDAYS
    return Cycle("month", _interval(said, words), days, nths, month_days, quarterly, together)


def _interval(said: dict[str, str], words: Lexicon) -> int:
    every = said.get("every") or said.get("every2")
    if every:
        return _nth(every, words)
    return _FORTNIGHT if {"second", "second2", "fortnight"} & said.keys() else 1


def _nth(text: str, words: Lexicon) -> int:
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else words.number("nth", text) or 1


def _weekday(text: str, words: Lexicon) -> int | None:
    bare = text.casefold()
    numbers = (words.number(role, form) for form in (bare, bare.removesuffix("en")) for role in _TABLES)
    return next((number for number in numbers if number), None)


_TABLES = ("weekday", "weekdays")


@lru_cache(maxsize=32)
def _compiled(codes: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    words = lexicon(codes)
    return tuple(re.compile(r"(?<![\w§])" + _spelt(row, words), re.IGNORECASE) for _, _, row in _ROWS)


def _spelt(row: str, words: Lexicon) -> str:
    values = {**words.patterns, "single": _written_out(words)}
    while re.search(r"<[a-z_0-9]+>", re.sub(r"\?P<\w+>", "", row)):
        row = re.sub(r"(?<!\?P)<([a-z_0-9]+)>", lambda part: f"(?:{_PARTS[part[1]]})", row)
    worded = re.sub(r"\{([a-z ]+)\}", lambda role: words.word(role[1]), row % values if "%(" in row else row)
    return worded.replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}")


def _written_out(words: Lexicon) -> str:
    """The weekdays without their short forms, among which is "man"."""
    return "|".join(sorted((word for word in words.numbers["weekday"] if len(word) >= _SHORTEST), key=len))


@lru_cache(maxsize=32)
def _patterns(single: str, plural: str, nth: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    days = re.compile(rf"(?<!\w)(?:{single}|{plural})(?:en)?(?!\w)", re.IGNORECASE)
    return days, re.compile(rf"(?<!\w)(?:\d+|{nth})(?!\w)", re.IGNORECASE)


def _weekday_pattern(words: Lexicon) -> re.Pattern[str]:
    return _patterns(_written_out(words), words.patterns["weekdays"], words.patterns["nth"])[0]


def _nth_pattern(words: Lexicon) -> re.Pattern[str]:
    return _patterns(_written_out(words), words.patterns["weekdays"], words.patterns["nth"])[1]
