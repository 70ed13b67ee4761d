"""How single dates are written: one row, one notation. A new notation is a row here and a line in a test.

In a row's pattern a blank is a gap of up to three white-space characters or none, `{role}` a word of that
role in any of the languages (`plans.languages`), and `<part>` one of `PARTS`, a piece whose value is kept.
Everything else is a regular expression; use bounded repetitions only, so that reading stays linear.
Of the rows that match at a place the longest wins, then the earlier one.
"""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a notation names."""

    DAY = "day"
    NUMBER = "number"
    WEEK = "week"
    MONTH = "month"
    PART_OF_MONTH = "part of month"
    PART_OF_YEAR = "part of year"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    HALF_OF_MONTH = "half of month"
    TURN = "turn of two months"
    NTH_WEEKDAY = "nth weekday"
    NTH_WEEKEND = "nth weekend"
    WEEKDAY_OF_WEEK = "weekday of a week"
    WEEKEND_OF_WEEK = "weekend of a week"
    DAYS_OF_WEEK = "days of a week"
    WEEK_OF = "week of a day"
    FEAST = "named day"
    VAGUE = "no known time"
    RELATIVE = "relative"
    COMING = "coming"
    COMING_WEEK = "coming week"


@dataclass(frozen=True, slots=True)
class Notation:
    """One way to write a date. A `weak` one counts only in company (`2.` in "2.-4. maj").

    A `chat` one counts from today and is read only where somebody speaks now. What `follows` must stand
    behind the example, and is no part of it.
    """

    example: str
    unit: Unit
    pattern: str
    weak: bool = False
    chat: bool = False
    follows: str = ""


# `%(role)s` stands for the words of a role.
PARTS = {
    "day": r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)",
    "no_day": r"(?P<day>3[2-9]|[4-9]\d)(?!\d)",
    "number": r"(?P<day>0?[1-9]|[1-4]\d|5[0-3])(?!\d)",
    "mon": r"(?P<mon>0?[1-9]|1[0-2])(?!\d)",
    "month": r"(?:(?P<month>%(month)s)(?![^\W\d])\.?)",
    "full": r"(?:(?P<month>%(full month)s)(?![^\W\d]))",
    "weekday": r"(?:(?P<weekday>%(weekday)s)(?![^\W\d])\.?)",
    "full_weekday": r"(?:(?P<weekday>%(full weekday)s)(?!\w))",
    "year": r"(?P<year>(?:19|20)\d\d|['’]\d\d)(?!\d)",
    "yy": r"(?P<year>(?:19|20)\d\d|\d\d)(?!\d)",
    "yyyy": r"(?P<year>(?:19|20)\d\d)",
    "week": r"(?P<week>0?[1-9]|[1-4]\d|5[0-3])(?!\d)",
    "last_week": r"(?P<until>0?[1-9]|[1-4]\d|5[0-3])(?!\d)",
    "last_weekday": r"(?:(?P<to_weekday>%(weekday)s)(?![^\W\d])\.?)",
    "last_month": r"(?:(?P<to_month>%(month)s)(?![^\W\d])\.?)",
    "count": r"(?:(?P<count>[1-7]|%(count)s)(?!\w))",
    "spelt": r"(?:(?P<spelt>%(nth)s)(?!\w))",
    "feast": r"(?:(?P<feast>%(feast)s)(?![^\W\d]))",
    "quarter_month": r"(?:(?P<of_month>%(full month)s)(?!\w))",
    "nth": r"(?:(?P<nth>[1-5](?:\.|st|nd|rd|th|:[ae])?|%(nth)s)(?!\w))",
    "n": r"(?P<nth>[1-4])",
    "ord": r"(?P<ordinal>\.|(?:st|nd|rd|th|:[ae])(?!\w))",
    "part": r"(?:(?P<part>%(part)s)(?:(?!\w)|(?<=-)))",
    "season": r"(?:(?P<season>%(season)s)(?!\w))",
    "relative": r"(?:(?P<relative>%(relative)s)(?!\w))",
    "coming": r"(?:(?P<coming>%(coming)s)(?!\w))",
    "open": r"(?P<open>x{1,4}|\?{1,3}|_{2,4})\.?",
}
ENDS_CLAUSE = r"(?=\s{0,3}(?:$|[,;)?]|\b(?:{clock})\b))"
# "Frivillig Fredag" is the name of a day, and its Friday no part of the date behind it.
NAMED_DAY = r"(?<!frivillig\s)(?<!black\s)"
DAY_NAMED = (
    rf"(?:{NAMED_DAY}<weekday>"
    r"(?:(?: [-–/&] | {to} | {and} ){weekday})?[,:]? )?(?:{the} )?"
)
NO_FRACTION = r"(?!\s{fraction})"
NO_RANGE = r"(?!\.|\s{0,3}(?:{month}|\d|[-–/]))"
NO_DAY_NEXT = r"(?!,? (?:{the} )?\d)"

WEEK = r"(?:{week}(?: nr\.?)?|u\.|v\.?)"
SEASON = "(?:{the} )?(?:{part} )?<season>"

NOTATIONS = (
    Notation(
        "lørdag den 18. september 2021", Unit.DAY, DAY_NAMED + "<day><ord>? {of}? <month>(?:,? <year>)?"
    ),
    Notation("den 32. maj 2027", Unit.DAY, DAY_NAMED + "<no_day><ord> {of}? <month>(?:,? <year>)?"),
    Notation("22. september 24", Unit.DAY, DAY_NAMED + r"<day><ord>? <month>\s<yy>" + ENDS_CLAUSE),
    Notation("den 21. juni-27", Unit.DAY, DAY_NAMED + r"<day><ord>? {of}? <month>[-–]<yy>" + NO_RANGE),
    Notation("September 18, 2021", Unit.DAY, r"(?:<weekday>,? )?<month>\s<day><ord>?(?:,? <year>)?"),
    Notation(
        "den fjerde maj", Unit.DAY, r"(?:<weekday>,? )?{the} <spelt> {of}? <full> <year>?" + ENDS_CLAUSE
    ),
    Notation("18/9", Unit.DAY, DAY_NAMED + r"<day>/<mon>(?!\s?/)" + NO_FRACTION),
    Notation("18/9-21", Unit.DAY, DAY_NAMED + r"<day>/<mon>(?:[/.]|\s?[-–]\s?)<yy>(?!\s?[./:]\s?\d)"),
    Notation("18/9 21", Unit.DAY, DAY_NAMED + r"<day>/<mon>\s<yy>" + ENDS_CLAUSE),
    Notation("17.5.21", Unit.DAY, DAY_NAMED + r"<day>\.\s?<mon>\.\s?<yy>"),
    Notation("07-06-2018", Unit.DAY, DAY_NAMED + r"<day>-<mon>-<yyyy>"),
    Notation("2021-09-18", Unit.DAY, r"<yyyy>-<mon>-<day>"),
    Notation("2021.09.18", Unit.DAY, r"<yyyy>\.<mon>\.<day>"),
    Notation("2021/09/18", Unit.DAY, r"<yyyy>/<mon>/<day>"),
    Notation("4.2.", Unit.DAY, DAY_NAMED + r"<day>\.\s?<mon>\.?(?=,?\s{clock}\s?\d)", follows=" kl. 10"),
    Notation("25.2.", Unit.DAY, DAY_NAMED + r"(?=1[3-9]|[23]\d)<day>\.<mon>\.(?=\s[^\W\d])", follows=" Fest"),
    Notation("25.2", Unit.DAY, DAY_NAMED + r"<day>\.\s?<mon>\.?", weak=True),
    Notation("torsdag d. 6.", Unit.NUMBER, DAY_NAMED + r"<number><ord>?(?: {of}? <yyyy>)?", weak=True),
    Notation("den xx september", Unit.MONTH, DAY_NAMED + r"<open> <full> <year>?"),
    Notation("xx/5", Unit.MONTH, DAY_NAMED + r"<open>/<mon>(?:-<yy>)?"),
    Notation("1. lørdag i oktober 2021", Unit.NTH_WEEKDAY, "(?:{the} )?<nth> <weekday> {of} <month> <year>?"),
    Notation("sidste weekend i maj", Unit.NTH_WEEKEND, "(?:{the} )?<nth> {weekend} {of} <month> <year>?"),
    Notation("uge 34", Unit.WEEK, WEEK + r" <week>(?!\s?år)(?:,? {of}? <year>)?"),
    Notation("uge 34/2021", Unit.WEEK, WEEK + r" <week>[/-]<yyyy>"),
    Notation("uge 43/44", Unit.WEEK, WEEK + r" <week>/<last_week>(?:,? {of}? <year>)?"),
    Notation(
        "onsdag i uge 36",
        Unit.WEEKDAY_OF_WEEK,
        r"<weekday>,?(?:(?: [-–] | {to} )<last_weekday>)? {of}? " + WEEK + " <week>(?:,? {of}? <year>)?",
    ),
    Notation("uge 36, onsdag", Unit.WEEKDAY_OF_WEEK, WEEK + r" <week>[,:]? <weekday>" + NO_DAY_NEXT),
    Notation(
        "weekenden i uge 36", Unit.WEEKEND_OF_WEEK, r"{weekend} {of}? " + WEEK + " <week>(?:,? {of}? <year>)?"
    ),
    Notation(
        "de første to dage i uge 36",
        Unit.DAYS_OF_WEEK,
        r"(?:(?:{the}|de|dei) )?<spelt> <count> {days} {of} " + WEEK + " <week>(?:,? {of}? <year>)?",
    ),
    Notation(
        "w/c 3 May",
        Unit.WEEK_OF,
        r"{commencing} (?:<weekday>,? )?(?:{the} )?<day><ord>? {of}? <month> <year>?",
    ),
    Notation("w/c 3/5", Unit.WEEK_OF, r"{commencing} (?:<weekday>,? )?(?:{the} )?<day>/<mon>"),
    Notation("w/c 3", Unit.WEEK_OF, r"{commencing} (?:<weekday>,? )?(?:{the} )?<day><ord>?", weak=True),
    Notation("2021-W34", Unit.WEEK, r"<yyyy>-?W<week>"),
    Notation("september 2021", Unit.MONTH, r"<full>(?:,? <year>|\.)?"),
    Notation("september måned", Unit.MONTH, "<full> {monthword} <year>?"),
    Notation("maj-27", Unit.MONTH, r"<full>[-–]<yy>" + NO_RANGE),
    Notation(
        "månedsskiftet maj/juni", Unit.TURN, "{turning} <month>(?: [/–-] | {and} | {to} )<last_month> <year>?"
    ),
    Notation("første halvdel af maj", Unit.HALF_OF_MONTH, "(?:{the} )?<nth> {halving} {of} <month> <year>?"),
    Notation("sept. 2021", Unit.MONTH, "<month> <year>"),
    Notation("okt.", Unit.MONTH, "<month>", weak=True),
    Notation("primo juni", Unit.PART_OF_MONTH, "<part> <month> <year>?"),
    Notation("medio", Unit.PART_OF_MONTH, "<part>", weak=True),
    Notation("primo 2021", Unit.PART_OF_YEAR, "<part> <yyyy>"),
    Notation("3. kvartal 2021", Unit.QUARTER, "(?:{the} )?<nth> {quarter}(?: {of}? <year>)?"),
    Notation("kvartal 3", Unit.QUARTER, "{quarter} <n>(?: {of}? <year>)?"),
    Notation("januar kvartal", Unit.QUARTER, "<quarter_month> {quarter}(?: {of}? <year>)?"),
    Notation("Q3 2021", Unit.QUARTER, r"Q<n>(?:[ -]?<year>)?"),
    Notation("K3 2021", Unit.QUARTER, r"K<n>[ -]?<yyyy>"),
    Notation("1. halvår 2024", Unit.HALF, "(?:{the} )?<nth> {half}(?: {of}? <year>)?"),
    Notation("efteråret 2021", Unit.SEASON, SEASON + "(?: {of}? <year>)?"),
    Notation("efterår 21", Unit.SEASON, SEASON + r"\s<yy>" + ENDS_CLAUSE),
    Notation("vinteren 2021/22", Unit.SEASON, SEASON + r" {of}? <year>\s?[/–-]\s?(?:20)?\d\d(?!\d)"),
    Notation("påskelørdag", Unit.FEAST, "<feast> <year>?"),
    Notation("efter sommerferien", Unit.VAGUE, "{beside} (?:{the} )?{occasion}"),
    Notation("i morgen", Unit.RELATIVE, "<relative>", chat=True),
    Notation("næste torsdag", Unit.COMING, "(?:<coming> )?<full_weekday>", chat=True),
    Notation("næste uge", Unit.COMING_WEEK, "<coming> {week}", chat=True),
)
