"""Stamps: the dates of a document itself, which are no plan: "Dato: 3. maj", "(indscannet 14/12-26)"."""

import re
from functools import lru_cache

from plans.atoms import Context
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.phrases import phrases
from plans.tenses import has_verb

_ANY_YEAR = 2000
_DATE = re.compile(r"dat(?:e|o|um)\b", re.IGNORECASE)
_KIND = re.compile(r"[^\W\d_]\s$")  # "closing date 18 Feb" is no date of the paper


def opens_stamped(text: str) -> bool:
    """Whether a line begins with the word of a stamp."""
    return bool(_opening().match(text))


def stamped(text: str, start: int) -> bool:
    """Whether the word of a stamp stands right before this place of a text."""
    found = _before().search(text[:start])
    return found is not None and not (_DATE.match(found[0]) and _KIND.search(text[: found.start()]))


def decided(text: str) -> bool:
    """Whether a line begins like the heading of a decision: "Beslutning i rådet den 4. maj"."""
    return bool(_decision().match(text.strip(" #*")))


def only_stamped(text: str) -> bool:
    """Whether a line has dates, and all of them are stamps."""
    if text.endswith((".", "!")) and has_verb(text):
        return False  # a sentence is judged by its verb
    found = phrases(text, Context(year=_ANY_YEAR))
    headed = decided(text) and len(found) == 1 and not text[found[0].end :].strip(" :.")
    return headed or (bool(found) and all(stamped(text, each.start) for each in found))


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    stamps = lexicon(ALL_LANGUAGES).patterns["stamp"]
    return re.compile(rf"(?:{stamps})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _decision() -> re.Pattern[str]:
    words = lexicon(ALL_LANGUAGES).patterns["decision"]
    return re.compile(rf"(?:{words})(?!\w)(?:\s(?:i|fra|for|of|av|om|by|från|frå)\s|\s?,?\s)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    stamps = lexicon(ALL_LANGUAGES).patterns["stamp"]
    return re.compile(rf"(?<!\w)(?:{stamps})\W{{0,3}}(?:d\.|den|the)?\s?$", re.IGNORECASE)
