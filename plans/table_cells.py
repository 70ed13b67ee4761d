"""What a cell of a table looks like: a time, hours, a weekday, days of a month, an amount, nothing."""

import re
from functools import lru_cache

from plans.atoms import Context
from plans.clocks import find_clocks
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.markers import marker
from plans.phrases import phrases

_WEEKDAYS = {"ma": "man", "ti": "tirs", "on": "ons", "to": "tors", "fr": "fre", "lø": "lør", "sø": "søn"}
_TWO_LETTERS = re.compile(r"^(?P<day>ma|ti|on|to|fr|lø|sø)(?=\.\s?\d)", re.IGNORECASE)
_ANY = Context(year=2000)
_LONGEST = 120  # characters of a cell that is a time
_HOURS = re.compile(
    r"(?P<from>(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?)(?::\d\d)?(?:\s{0,2}[-–—]\s{0,2}"
    r"(?P<to>(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?)(?::\d\d)?)?\s?(?:h|t|[ap]m)?"
)
_SECONDS = re.compile(r"(?<=\d\d:\d\d):\d\d(?:\.0{1,6})?(?!\d)")
_ISO_TIME = re.compile(r"(?<=\d{4}-\d\d-\d\d)T(?=\d\d:\d\d)")
_MIDNIGHT = re.compile(r"(?<=\d\d-\d\d)[ T]00:00(?!:?\d)")
_DAY_MONTH = re.compile(
    r"(?<![\d.:/])(?P<day>0?[1-9]|[12]\d|3[01])\.\s?(?P<month>0?[1-9]|1[0-2])(?:\.(?=$|[\s,;)–-])|(?=$|[\s,;)–-]))"
)
_AMOUNT = re.compile(
    r"(?:kr\.?\s?)?[-–]?\d{1,3}(?:[. ]\d{3}){1,4}(?:,\d\d)?(?:\s?kr\.?)?|\d+,\d+|\d{4,}|\d+\s?(?:kr|%)\.?|\d+"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_LONE_DAY = re.compile(
    rf"(?<![\d.:/–-])(?<!\d,)(?<!\d[./:-]\s)(?P<day>{_DAY})\.?(?!\d)(?![./:]\d|\.\s?\d{{1,2}}\.\d|\s?/\s?\d)"
    r"(?![-–]\d{1,2}[./:]\d|-\d{4})"
)
_SPANNED = re.compile(rf"(?<![\d.:/])(?P<first>{_DAY})\.?\s?[-–]\s?(?P<last>{_DAY})\.?(?![./:]\d)")
_NOTHING = {"", "-", "–", "—", "--", "---", ".", "/", "0", "…", "...", "÷", "•"}
_CROSS = re.compile(r"\(?[xX×✓✔●■*•◆♦▪]\)?")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 2  # letters of the short name of a weekday


def nothing(text: str) -> bool:
    """Whether a cell says that there is nothing: "-", "ingen"."""
    text = text.strip()
    return text in _NOTHING or bool(_finder("nothing").fullmatch(text.strip(" .()")))


def cross(text: str) -> bool:
    """Whether a cell only says that something is then: "x", "●"."""
    return bool(_CROSS.fullmatch(text.strip()))


def has_words(text: str) -> bool:
    """Whether a text is more than figures and signs."""
    return bool(_WORD.search(text))


@lru_cache(maxsize=64)
def _finder(role: str) -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder(role)


def names(role: str, text: str) -> bool:
    """Whether a text has a word of this role."""
    return bool(_finder(role).search(text))


def is_named(role: str, text: str) -> bool:
    """Whether a text is nothing but a word of this role."""
    return bool(_finder(role).fullmatch(text.strip(" .:*")))


def plain_time(text: str) -> str:
    """A cell as spreadsheets print it, in words of a plan: no seconds, no midnight, "11.01" as "11/1"."""
    text = _ISO_TIME.sub(" ", _MIDNIGHT.sub("", _SECONDS.sub("", text.strip())))
    text = _TWO_LETTERS.sub(lambda match: _WEEKDAYS[match["day"].casefold()], text)
    clocks = [(each.start, each.end) for each in find_clocks(text, ALL_LANGUAGES) if each.sure]

    def slashed(match: re.Match[str]) -> str:
        inside = any(start <= match.start() < end for start, end in clocks)
        return match[0] if inside else f"{int(match['day'])}/{int(match['month'])}"

    return _DAY_MONTH.sub(slashed, text)


@lru_cache(maxsize=4096)
def is_time(text: str) -> bool:
    """Whether a whole cell is a time, precise or vague; what is in brackets behind it may be anything."""
    text = " ".join(plain_time(text).split())
    if not text or len(text) > _LONGEST or hours_in(text):
        return False
    if marker(text) or _finder("unknown").fullmatch(text):
        return True
    found = phrases(text, _ANY)
    if not found:
        return False
    spans = sorted({span for phrase in found for span in phrase.spans})
    at, rest = 0, ""
    for start, end in spans:
        rest += text[at:start]
        at = max(at, end)
    rest = re.sub(r"\([^()]{0,100}\)?", " ", rest + text[at:])
    return not text[: spans[0][0]].strip(" (") and not _joint().sub("", rest).strip(" .,:;()?*-–&+/~")


@lru_cache(maxsize=1)
def _joint() -> re.Pattern[str]:
    """Little words between the dates of a cell, and a weekday beside one."""
    patterns = lexicon(ALL_LANGUAGES).patterns
    words = "|".join(
        patterns[role] for role in ("and", "or", "the", "to", "clock", "weekday", "maybe", "about")
    )
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)\.?", re.IGNORECASE)


@lru_cache(maxsize=4096)
def hours_in(text: str) -> str:
    """The hours that a whole cell is, as a plan would say them: "kl. 17.00-19.00"; "" for another cell."""
    text = _SECONDS.sub("", " ".join(text.split())).strip(" .")
    if not text or not text[-1:].isalnum() or not any(letter.isdecimal() for letter in text):
        return ""
    bare = _HOURS.fullmatch(text)
    if bare:
        return f"kl. {text.removesuffix('h').removesuffix('t').strip()}"
    found = find_clocks(text, ALL_LANGUAGES)
    whole = found and found[0].start == 0 and not has_words(_joint().sub("", text[found[0].end :]))
    return text if whole and not re.search(r"\d", text[found[0].end :]) else ""


@lru_cache(maxsize=1024)
def weekday_of(text: str) -> int | None:
    """The weekday (1 for Monday) that a whole cell is, also by its first letters: "tors", "to", "Mån."."""
    word = text.strip(" .,:()").casefold()
    words = lexicon(ALL_LANGUAGES)
    known = words.number("weekday", word)
    if known or len(word) < _FEWEST or not word.isalpha():
        return known
    full = words.patterns["full weekday"].split("|")
    found = {words.number("weekday", name) for name in full if name.casefold().startswith(word)}
    return found.pop() if len(found) == 1 else None


def is_amount(text: str) -> bool:
    """Whether a cell is a figure: "12.000", "45 kr.", "7"."""
    return bool(_AMOUNT.fullmatch(text.strip()))


def with_month(text: str, month: str) -> str:
    """Days of a month spelled out with its name: "5 og 19" as "5. marts og 19. marts", "12/1" as it is."""
    clocks = [(each.start, each.end) for each in find_clocks(text, ALL_LANGUAGES) if each.sure]
    taken = [*clocks, *(match.span() for match in _not_days().finditer(text))]

    def spelled(match: re.Match[str]) -> str:
        inside = any(start <= match.start("day") < end for start, end in taken)
        return match[0] if inside else f"{match['day']}. {month}"

    spans = _SPANNED.sub(
        lambda match: (
            match[0]
            if any(start <= match.start() < end for start, end in taken)
            else f"{match['first']}.-{match['last']}. {month}"
        ),
        text,
    )
    return spans if spans != text else _LONE_DAY.sub(spelled, text)


@lru_cache(maxsize=1)
def _not_days() -> re.Pattern[str]:
    """Numbers that are something else: weeks, hours, a day with its month."""
    patterns = lexicon(ALL_LANGUAGES).patterns
    before = rf"(?:{patterns['week']}|{patterns['clock']}|v|nr|pkt|§|{patterns['about']})\.?\s{{0,3}}"
    several = r"\d[\d.:]{0,5}(?:\s?(?:[-–,+&]|og|and|och)\s?\d[\d.:]{0,5}){0,4}"
    dated = rf"\d{{1,2}}\.?\s?(?:{patterns['month']})(?!\w)"
    return re.compile(rf"(?<!\w){before}{several}|{dated}|§\s?\d+|\d+\s?%", re.IGNORECASE)


@lru_cache(maxsize=4096)
def holds_days(text: str) -> bool:
    """Whether a cell of a month names days: "12", "ons 12", "5 og 19", "12/1 kl. 16", "Temadag 14"."""
    return (
        bool(phrases(with_month(plain_time(text), "maj"), _ANY)) if any(map(str.isdecimal, text)) else False
    )


@lru_cache(maxsize=4096)
def is_days(text: str) -> bool:
    """Whether a cell is days and little else: "12", "12.*", "ons 12 kl. 16", "3.-4."."""
    bare = re.sub(r"[*†‡#¹²³⁴⁵]|\d\)|(?<=\d)\s?[a-f]\)", " ", text)
    return any(map(str.isdecimal, bare)) and is_time(with_month(plain_time(bare), "maj"))
