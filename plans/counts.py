"""How many: "6 personer", "max 20 pladser", "mål 15 lande", "mindst 3", and the answer to "how many?"."""

import re
from dataclasses import dataclass

from plans.atoms import Context
from plans.clocks import find_clocks
from plans.count_words import UNITS, Limit, count_words
from plans.lexicon import ALL_LANGUAGES
from plans.numbers import MOST, number_in_words, numbers_in, whole_number
from plans.phrases import phrases

_MOST_OF_OTHERS = 999  # "9800 hjørring" is a post town
_LITTLE = 2  # numbers whose words are little words too: "en", "to"
_LONGEST_END = 160  # characters of "we are looking for 10 more volunteers in total"
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts. `least` is the lower one of "6-8 personer".

    `unit` is one of `UNITS`, empty without a known noun. A `sure` one has a known noun or a word of limit,
    a `bare` one is a number alone, an `asked` one has a question mark.
    """

    number: int
    limit: Limit = Limit.CAPACITY
    least: int | None = None
    unit: str = ""
    sure: bool = True
    bare: bool = False
    asked: bool = False


def count_of(piece: str, context: Context, *, listed: bool) -> Count | None:
    """A piece of a line that says how many, and nothing else.

    `listed` is one behind a comma, where the noun may be any ("15 ambassadører") or none.
    """
    words = count_words(context.languages)
    match = words.piece.fullmatch(piece)
    if match is None or (not listed and _unnamed(match)) or not _countable(match, context):
        return None
    count = _count(match)
    return count if count and (not count.bare or _lone(match, count)) else None


def count_at_end(text: str, context: Context) -> tuple[Count, int] | None:
    """A number with a known noun or "max", "mindst" at the end of a text, and where it begins.

    None behind a little word: "morgenmad til 80 personer" is what there is to do.
    """
    words = count_words(context.languages)
    match = words.ending.search(text, max(0, len(text) - _LONGEST_END))
    if match is None or _unnamed(match) or not _countable(match, context):
        return None
    if words.joined.search(text[: match.start("whole")]):
        return None
    count = _count(match)
    worded = not match["number"][0].isdigit()
    if count is None or (worded and count.number <= _LITTLE):
        return None
    return count, match.start("whole")


def count_from_text(text: str) -> int | None:
    """The answer to "how many?": a whole number from 1 to 100,000, in figures or in words.

    "6", "seks", "6 personer", "max 20 places". None without one and for several that differ. Never raises.
    """
    text = " ".join(text.split())[:200]
    if any(letter.isdigit() for letter in text):
        figures = set(numbers_in(text))
        return figures.pop() if len(figures) == 1 else None
    words = count_words(ALL_LANGUAGES)
    match = words.spelled.fullmatch(words.lead.sub("", text))
    number = number_in_words(match["number"], ALL_LANGUAGES) if match else None
    if match and number and number <= _LITTLE and match["noun"] and not words.unit.fullmatch(match["noun"]):
        return None
    return number


def _unnamed(match: re.Match[str]) -> bool:
    """Whether neither a known noun nor a word of limit says that people are counted."""
    named = any(match[unit] for unit in UNITS)
    return not (named or any(match[limit] or match[f"{limit}_behind"] for limit in Limit))


def _lone(match: re.Match[str], count: Count) -> bool:
    """Whether a number alone may be one of places: in figures, no hours ("8-11"), no year."""
    return match["number"][0].isdigit() and match["low"] is None and count.number not in _YEARS


def _countable(match: re.Match[str], context: Context) -> bool:
    """Whether a noun that nobody has described, if there is one, may be people: no hours, prices, dates."""
    noun = match["other"]
    if noun is None:
        return True
    if count_words(context.languages).no_noun.search(noun):
        return False
    if (whole_number(match["number"]) or MOST) > _MOST_OF_OTHERS:
        return False
    return not (phrases(match["whole"], context) or find_clocks(match["whole"], context.languages))


def _count(match: re.Match[str]) -> Count | None:
    said = [_value(match[name]) for name in ("low", "number") if match[name]]
    if None in said or not said:
        return None
    numbers = [number for number in said if number is not None]
    limit = next((each for each in Limit if match[each] or match[f"{each}_behind"]), None)
    if limit is None:
        limit = Limit.TARGET if match["about"] else Limit.CAPACITY
    low, high = min(numbers), max(numbers)
    unit = next((each for each in UNITS if match[each]), "")
    return Count(
        number=low if limit is Limit.MINIMUM else high,
        limit=limit,
        least=low if limit is Limit.CAPACITY and low < high else None,
        unit=unit,
        sure=not _unnamed(match),
        bare=_unnamed(match) and not match["other"] and not match["about"],
        asked="?" in match["whole"],
    )


def _value(text: str) -> int | None:
    return whole_number(text) if text[0].isdigit() else number_in_words(text, ALL_LANGUAGES)
