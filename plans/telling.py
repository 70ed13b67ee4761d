"""What a text beside a time tells: something that is planned, or only a name, a figure, opening hours."""

import re
from functools import lru_cache

from council.records import Kind
from plans.atoms import Context
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.phrases import phrases
from plans.titles import kind_of

_ANY_YEAR = 2000
_WORD = re.compile(r"[^\W\d_]{4,}")
_PERSON = re.compile(r"[A-ZÆØÅÄÖ][\w.-]{0,30}(?:\s[A-ZÆØÅÄÖ][\w.-]{0,30}){1,4}")
_COUNTED = re.compile(r"\d[\d.,]*(?<![.,])(?:\s|$)")


def names_person(text: str) -> bool:
    """Whether it is no more than a name: lists say who is on duty, or was employed."""
    return bool(_PERSON.fullmatch(text)) and kind_of(text, ALL_LANGUAGES) is Kind.EVENT


def tells(text: str) -> bool:
    """Whether it is more than figures ("45 gæster", "1.200 kr.") and opening hours ("mandag-fredag 9-15")."""
    counted = _COUNTED.match(text) and not _dated(text)
    return not counted and bool(_WORD.search(_weekdays().sub("", text)))


def _dated(text: str) -> bool:
    return any(phrase.start == 0 for phrase in phrases(text, Context(year=_ANY_YEAR)))


@lru_cache(maxsize=1)
def _weekdays() -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder("weekday")
