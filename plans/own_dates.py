"""The days that belong to a paper itself: when it was written, which meeting its minutes are of."""

import re
from datetime import date
from functools import lru_cache

from council.when import Precision
from plans.atoms import Context
from plans.extracted import Row
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.phrases import Phrase, phrases
from plans.tenses import dates_paper

_HEAD = 60  # rows in which a paper says what it is
_SHORT = 120  # characters of such a row
_LINE = 50  # characters of a line that the next may go on from
_TOWN = re.compile(r"[A-ZÆØÅÄÖ][\w.-]{1,20}(?:\s[\w.-]{1,20}){0,2},\s(?:den|d\.|the)?\s?|\W{0,3}")


def reports(rows: tuple[Row, ...]) -> bool:
    """Whether the paper calls itself minutes."""
    texts = [row.text for row in rows[:_HEAD] if not row.blank and len(row.text) <= _SHORT]
    return any(_minutes().match(text.strip(" #*")) for text in texts)


def own_days(rows: tuple[Row, ...]) -> frozenset[date]:
    """The days in heads, stamps and titles of minutes and agendas."""
    return frozenset(
        day
        for at, row in enumerate(rows)
        if len(row.text) <= _SHORT
        for text in {row.text, *row.cells}
        for day in _days(text, goes_on=at > 0 and len(rows[at - 1].text) > _LINE)
    )


def _days(text: str, *, goes_on: bool) -> list[date]:
    """The paper's own days in a row; one that goes on from a full line above is only that of a stamp."""
    if not any(letter.isdigit() for letter in text):
        return []
    found = [each for each in phrases(text, Context()) if each.when.known]
    found = [each for each in found if each.when.precision in {Precision.DATE, Precision.INSTANT}]
    titled = bool(_titled().match(text.strip(" #*")))
    return [
        each.when.first
        for each in found
        if titled or dates_paper(text[: each.start]) or (not goes_on and _in_letterhead(text, each))
    ]


def _in_letterhead(text: str, found: Phrase) -> bool:
    """Such as "Hjørring, den 4. marts 2027", or only a day; what is announced has a weekday or a time."""
    if found.when.precision is not Precision.DATE or text[found.end :].strip(" .,"):
        return False
    return bool(_TOWN.fullmatch(text[: found.start])) and not _weekday().match(found.words)


@lru_cache(maxsize=1)
def _weekday() -> re.Pattern[str]:
    return re.compile(lexicon(ALL_LANGUAGES).word("weekday"), re.IGNORECASE)


@lru_cache(maxsize=1)
def _minutes() -> re.Pattern[str]:
    patterns = lexicon(ALL_LANGUAGES).patterns
    return re.compile(rf"(?:\w{{1,20}}\s)?(?:{patterns['minutes']})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    """Such as "Åben dagsorden, …", "Referat af …"."""
    patterns = lexicon(ALL_LANGUAGES).patterns
    words = f"{patterns['minutes']}|{patterns['agenda']}"
    return re.compile(rf"(?:\w{{1,20}}\s)?(?:{words})(?!\w)", re.IGNORECASE)
