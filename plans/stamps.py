"""Stamps: the dates of a document itself, which are no plan: "Dato: 3. maj", "(indscannet 14/12-26)"."""

import re
from functools import lru_cache

from plans.atoms import Context
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.phrases import phrases
from plans.tenses import has_verb

_ANY_YEAR = 2000


def opens_stamped(text: str) -> bool:
    """Whether a line begins with the word of a stamp."""
    return bool(_opening().match(text))


def stamped(text: str, start: int) -> bool:
    """Whether the word of a stamp stands right before this place of a text."""
    return bool(_before().search(text[:start]))


def only_stamped(text: str) -> bool:
    """Whether a line has dates, and all of them are stamps."""
    if text.endswith((".", "!")) and has_verb(text):
        return False  # a sentence is judged by its verb
    found = phrases(text, Context(year=_ANY_YEAR))
    return bool(found) and all(stamped(text, each.start) for each in found)


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    stamps = lexicon(ALL_LANGUAGES).patterns["stamp"]
    return re.compile(rf"(?:{stamps})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    stamps = lexicon(ALL_LANGUAGES).patterns["stamp"]
    return re.compile(rf"(?<!\w)(?:{stamps})\W{{0,3}}(?:d\.|den|the)?\s?$", re.IGNORECASE)
