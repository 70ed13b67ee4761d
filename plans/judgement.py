"""What is a plan, and what only looks like one."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from council.records import Kind
from plans.atoms import Context
from plans.entries import Draft
from plans.extracted import Row
from plans.layout import Region
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.phrases import phrases
from plans.pieces import without_bullet
from plans.titles import kind_of
from plans.years import under_title

_ANY_YEAR = 2000
_STEM = 6  # letters by which words are compared
_ENOUGH = 2  # markers in a row that nothing else needs to vouch for
_WORD = re.compile(r"[^\W\d_]{4,}")
_PERSON = re.compile(r"[A-ZÆØÅÄÖ][\w.-]{0,30}(?:\s[A-ZÆØÅÄÖ][\w.-]{0,30}){1,4}")
_COUNTED = re.compile(r"\d[\d.,]*(?<![.,])(?:\s|$)")


def is_plan(rows: tuple[Row, ...], region: Region) -> bool:
    """Whether a run of months is a plan: several, or one under a title, and words, not figures."""
    texts = [without_bullet(piece.text) for block in region.blocks for piece in block.pieces]
    worded = [text for text in texts if _tells(text)]
    if not worded or len(worded) * 2 < len(texts):
        return False
    return under_title(rows, region) or (len(region.blocks) >= _ENOUGH and not all(map(_names_person, texts)))


def _names_person(text: str) -> bool:
    """Whether it is no more than a name: lists say who is on duty, or was employed."""
    return bool(_PERSON.fullmatch(text)) and kind_of(text, ALL_LANGUAGES) is Kind.EVENT


def _tells(text: str) -> bool:
    """Whether it is more than figures ("45 gæster", "1.200 kr.") and opening hours ("mandag-fredag 9-15")."""
    counted = _COUNTED.match(text) and not _dated(text)
    return not counted and bool(_WORD.search(_weekdays().sub("", text)))


def _dated(text: str) -> bool:
    return any(phrase.start == 0 for phrase in phrases(text, Context(year=_ANY_YEAR)))


@lru_cache(maxsize=1)
def _weekdays() -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder("weekday")


def news(known: Iterable[Draft], listed: Iterable[Draft]) -> Iterator[Draft]:
    """Of the items that one layout found those that others before it have not told of already."""
    days: dict[date, list[Draft]] = {}
    for draft in known:
        for when in draft.item.whens:
            days.setdefault(when.first, []).append(draft)
    for draft in listed:
        there = [other for when in draft.item.whens for other in days.get(when.first, ())]
        if not any(_alike(draft, other) for other in there):
            yield draft


def _alike(draft: Draft, other: Draft) -> bool:
    """Whether two items of one day are the same: two meetings, or titles with a word in common."""
    kinds = {draft.item.kind, other.item.kind}
    shared = _words(draft.item.title) & _words(other.item.title)
    return bool(shared) or kinds == {Kind.MEETING}


def _words(title: str) -> set[str]:
    return {word.casefold()[:_STEM] for word in _WORD.findall(title)}
