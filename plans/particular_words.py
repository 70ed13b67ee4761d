"""The patterns with which `plans.particulars` takes a line apart, made of the words of its languages."""

import re
from dataclasses import dataclass
from functools import lru_cache

from plans.count_words import UNITS, Limit
from plans.lexicon import Lexicon, lexicon
from plans.numbers import spelled

_FIGURE = r"(?:\d{1,3}(?:[.,]\d{1,2}|\s?½)?|½)"


@dataclass(frozen=True, slots=True)
class ParticularWords:
    """`split` divides a line; `place`, `contact` and `effort` fit whole pieces, the others a part of one."""

    split: re.Pattern[str]
    place_label: re.Pattern[str]
    place: re.Pattern[str]
    contact: re.Pattern[str]
    phone: re.Pattern[str]
    effort: re.Pattern[str]
    effort_at_end: re.Pattern[str]
    joined: re.Pattern[str]


@lru_cache(maxsize=32)
def particular_words(codes: tuple[str, ...]) -> ParticularWords:
    """The patterns in the words of these languages."""
    words = lexicon(codes)
    role = words.patterns
    hours = _hours(words, codes)
    about = rf"(?:(?:{role['about']}|{role['capacity']}|{role['minimum']})(?!\w)\.?\s{{0,2}})"
    takes = rf"(?:(?:{role['takes']})\s?:?\s)"
    nowhere = rf"(?:{role['nowhere']}|{role['no place']})(?!\w)|\d{{1,9}}\s"
    return ParticularWords(
        split=_pattern(_split(words)),
        place_label=_pattern(rf"(?:^|(?<=[\s,;(]))\s{{0,3}}(?:{role['place']})\s?:"),
        place=_pattern(
            rf"\s*{words.word('at')}\s{{1,3}}(?!{nowhere})(?P<place>[^?:]{{2,100}}?)[\s.!]{{0,9}}"
        ),
        contact=_pattern(rf"\s*(?:{_phone(words)}|{_contact(words)})[\s.!]{{0,9}}"),
        phone=_pattern(rf"\s*(?:{role['phone']})(?!\w)"),
        effort=_pattern(rf"\s*{takes}?(?P<effort>{about}?{hours})[\s.!]{{0,9}}"),
        effort_at_end=_pattern(rf"(?:^|(?<=\s))(?P<effort>{about}{hours})[\s.!]{{0,9}}$"),
        joined=_pattern(rf"(?<!\w)(?:{role['small']})\s{{0,3}}$"),
    )


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _split(words: Lexicon) -> str:
    """Between pieces: separators, but not "1,5"; and before a label, a sentence, "og højst 6"."""
    role = words.patterns
    units = "|".join(role[unit] for unit in UNITS)
    limits = "|".join(role[limit] for limit in Limit)
    return (
        rf",(?!\d)|(?<!\s\d)(?<!\s\d\d),(?=\d{{1,6}}\s?(?:{units})(?!\w))|[;()]|(?<!\d)\s[-–—]\s"
        rf"|(?<=\s)(?=(?:{role['place']}|{role['contact']})\s?:)"
        r"|(?:(?<=[^\W_]{4}[.!?])|(?<=\d\d[.!?])|(?<=\)[.!?]))\s(?-i:(?=[A-ZÆØÅÄÖ]))"
        rf"|(?=\s(?:{role['and']})\s(?:{limits})(?!\w))"
    )


def _hours(words: Lexicon, codes: tuple[str, ...]) -> str:
    """A length of time, and how often: "2-3 timer om ugen", "en halv dag", "4 hours in total"."""
    role = words.patterns
    to = rf"\s?(?:[-–]|(?:{role['to']})(?!\w))\s?"
    amount = rf"(?:{_FIGURE}(?:{to}{_FIGURE})?|{role['amount']}|{spelled(codes)})"
    often = rf"\s(?:{role['per']}|{role['every']})\.?\s(?:[^\W\d_]{{1,30}}\s)?[^\W\d_]{{1,30}}\.?"
    in_all = rf"\s(?:{role['regularly']}|{role['capacity']})(?!\w)|\s?/\s?[^\W\d_]{{1,20}}"
    return rf"{amount}\s{{0,2}}(?:{role['hours']})(?!\w)\.?(?:{often}|{in_all}){{0,2}}"


def _phone(words: Lexicon) -> str:
    return rf"(?:{words.patterns['phone']})(?!\w)\.?:?\s?(?=[+\d]|[^\s@]{{1,60}}@).{{3,60}}"


def _contact(words: Lexicon) -> str:
    """Whom to ask; "kontakt til foreninger" is something to do."""
    role = words.patterns
    told = rf"\s?:|(?!\s(?:{role['nobody']})(?!\w))"
    return rf"(?:{role['contact']})(?!\w)(?:{told})\s{{0,2}}(?P<name>[^:\s].{{0,120}}?)"
