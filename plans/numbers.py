"""Whole numbers as people write them: "6", "1.000", "seks", "femogtyve", "twenty-five"."""

import re
from functools import lru_cache

from plans.lexicon import lexicon

MOST = 100_000
FIGURES = r"(?:[1-9]\d{0,2}(?:[.,]\d{3}){1,2}|\d{1,6})(?!\d)"
_FIGURES = re.compile(FIGURES)
_RUN = re.compile(r"[-–−]?\d[\d.,:/½¹²³%–−-]*")  # what stands together around a figure
_GAP = re.compile(r"(?<!\d)(\d{1,3})\s(?=\d{3}(?!\d))")
_TEN = 10


def whole_number(text: str) -> int | None:
    """A number in figures, perhaps with marks at the thousands; None if not from 1 to `MOST`."""
    if not _FIGURES.fullmatch(text):
        return None
    number = int(re.sub(r"[.,]", "", text))
    return number if 1 <= number <= MOST else None


def numbers_in(text: str) -> tuple[int | None, ...]:
    """What stands in figures in a text, in order: None for "6,5", "6-8", "18/9" and what is out of range."""
    return tuple(whole_number(run.rstrip(".,:/–-")) for run in _RUN.findall(_GAP.sub(r"\1", text)))


def spelled(codes: tuple[str, ...]) -> str:
    """A pattern for a number in words, without groups."""
    return re.sub(r"\?P<\w+>", "?:", _spelled(codes))


def number_in_words(text: str, codes: tuple[str, ...]) -> int | None:
    """What a number in words is, up to 109; None if it is none."""
    words = lexicon(codes)
    match = re.compile(_spelled(codes), re.IGNORECASE).fullmatch(text)
    if match is None:
        return None
    tens = next((each for each in (match["ten"], match["tens"], match["round"]) if each), "")
    ones = match["one"] or match["ones"] or match["small"]
    one = words.number("count", ones) if ones else 0
    ten = words.number("tens", tens) if tens else 0
    if one is None or ten is None or (tens and ones and (one >= _TEN or ten < len("ab"))):
        return None
    return ten * _TEN + one


@lru_cache(maxsize=32)
def _spelled(codes: tuple[str, ...]) -> str:
    words = lexicon(codes).patterns
    one, ten, joint = words["count"], words["tens"], words["and"]
    return (
        rf"(?<!\w)(?:(?P<one>{one})(?:{joint})(?P<ten>{ten})"
        rf"|(?P<tens>{ten})(?:[\s-]|\s?(?:{joint})\s?)?(?P<ones>{one})"
        rf"|(?P<round>{ten})|(?P<small>{one}))(?!\w)"
    )
