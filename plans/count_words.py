"""The patterns with which `plans.counts` finds how many, made of the words of its languages."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from plans.lexicon import lexicon
from plans.numbers import FIGURES, spelled

UNITS = ("person", "country", "association", "stand")


class Limit(StrEnum):
    """What a number bounds; the values are the roles of the words that say so."""

    CAPACITY = "capacity"
    TARGET = "target"
    MINIMUM = "minimum"


@dataclass(frozen=True, slots=True)
class CountWords:
    """`piece` and `ending` find a number with what stands around it, `lead` and `spelled` an answer in words.

    `no_noun` are nouns that are no people, `joined` what makes a number part of what stands before it.
    """

    piece: re.Pattern[str]
    ending: re.Pattern[str]
    no_noun: re.Pattern[str]
    joined: re.Pattern[str]
    lead: re.Pattern[str]
    spelled: re.Pattern[str]
    unit: re.Pattern[str]


@lru_cache(maxsize=32)
def count_words(codes: tuple[str, ...]) -> CountWords:
    """The patterns in the words of these languages."""
    role = lexicon(codes).patterns
    whole = _whole(codes)
    small = "|".join((role["small"], role["clock"], role["week"], role["the"]))
    limits = "|".join((*(role[limit] for limit in Limit), role["about"]))
    noun = r"(?P<noun>[^\W\d_]{2,40}(?:\s[^\W\d_]{2,40})?)"
    return CountWords(
        piece=_pattern(rf"\s*{whole}\s*"),
        ending=_pattern(rf"(?:^|(?<=\s)){whole}\s*$"),
        no_noun=_pattern(rf"(?<!\w)(?:{role['measure']}|{role['hours']}|{role['small']})(?!\w)"),
        joined=_pattern(rf"(?<!\w)(?:{small})\.?\s{{0,3}}$"),
        lead=_pattern(rf"^(?:(?:{limits})(?!\w)[.:]?\s?){{1,2}}"),
        spelled=_pattern(rf"(?P<number>{spelled(codes)})(?:[\s,]{{1,2}}{noun})?[.!?\s]{{0,3}}"),
        unit=_pattern("|".join(role[unit] for unit in UNITS)),
    )


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _whole(codes: tuple[str, ...]) -> str:
    """A number with what may stand around it: its limit, its noun, marks at the end."""
    words = lexicon(codes)
    role = words.patterns
    number = rf"(?:{FIGURES}|{spelled(codes)})"
    limits = "|".join(rf"(?P<{limit}>{role[limit]})" for limit in Limit)
    behind = "|".join(rf"(?P<{limit}_behind>{role[limit]})" for limit in Limit)
    known = "|".join(rf"(?P<{unit}>{role[unit]})" for unit in UNITS)
    other = rf"(?P<other>(?:{role['extra']}\s)?[^\W\d_][\w-]{{1,38}}[^\W\d_])"
    return (
        rf"(?P<whole>(?:(?:{words.word('small')}\s)??(?:{limits})(?!\w)[.:]?\s{{0,2}})?"
        rf"(?:(?P<about>{role['about']})(?!\w)\.?\s{{0,2}}|(?:{role['between']})\s)?"
        rf"(?:(?P<low>{FIGURES})\s?(?:[-–—]|(?:{role['to']}|{role['and']})(?!\w))\s?)?(?P<number>{number})"
        rf"(?:\s{{0,2}}(?:[^\W\d_]{{3,30}}\s){{0,1}}(?:{known})(?!\w)\.?|\s{other})?"
        rf"(?:\s(?:{behind})(?!\w))?[.!?]{{0,3}})"
    )
