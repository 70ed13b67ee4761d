"""The numbers of numbered lists: "3. Summer break in August" under "2. Boiler inspections"."""

import re
from functools import lru_cache

from plans.extracted import Row
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.pieces import number_of, without_bullet

_NEAR = 3  # rows in which the number before or after stands
_NUMBER = re.compile(r"\s*\(?\d{1,2}[.)]\s+")


def item_text(rows: tuple[Row, ...], at: int) -> str:
    """The text of a row without its bullet, and without its number if it is one of a list.

    "2. Juni" has none: what looks like a date is one.
    """
    text = rows[at].text
    number = number_of(text)
    if number is None or _dated().match(text):
        return without_bullet(text)
    near = (number_of(row.text) for row in rows[max(0, at - _NEAR) : at + _NEAR + 1])
    listed = any(abs(each - number) == 1 for each in near if each is not None)
    return _NUMBER.sub("", text, count=1) if listed else without_bullet(text)


@lru_cache(maxsize=1)
def _dated() -> re.Pattern[str]:
    patterns = lexicon(ALL_LANGUAGES).patterns
    words = "|".join(patterns[role] for role in ("month", "quarter", "half"))
    # "2. Tirsdag den 11. marts" is the second of a list, "2. tirsdag i marts" a day
    weekday = rf"(?:{patterns['weekday']})(?!\w)(?!\.?,?\s(?:den\s|d\.\s?|the\s)?\d)"
    return re.compile(rf"\s*\(?\d{{1,2}}[.)]\s+(?:(?:{words})(?!\w)|{weekday})", re.IGNORECASE)
