"""The public holidays of a country, as days on which what comes back is not held ("undtagen helligdage")."""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

_FROM_EASTER = {
    "da": (-3, -2, 0, 1, 39, 49, 50),
    "nb": (-3, -2, 0, 1, 39, 49, 50),
    "sv": (-2, 0, 1, 39, 49),
    "en": (-2, 0, 1),
}
_FIXED = {
    "da": ((1, 1), (12, 25), (12, 26)),
    "nb": ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26)),
    "sv": ((1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26)),
    "en": ((1, 1), (12, 25), (12, 26)),
}


@lru_cache(maxsize=256)
def public_holidays(year: int, language: str) -> frozenset[date]:
    """The days of a year that are public holidays wherever this language's country keeps them.

    Of English, spoken in countries with different ones, only those that all of them have.
    """
    sunday = easter(year)
    moving = {sunday + timedelta(days=shift) for shift in _FROM_EASTER.get(language, ())}
    return frozenset(moving | {date(year, month, day) for month, day in _FIXED.get(language, ())})
