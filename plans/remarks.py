"""Remarks in an item that say how it stands: called off, not certain, moved; no part of its title."""

import re
from dataclasses import dataclass
from functools import lru_cache

from plans.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Remarks:
    """A title without its remarks, and what they say."""

    title: str
    cancelled: bool
    doubtful: bool


@dataclass(frozen=True, slots=True)
class _Words:
    cancelled: re.Pattern[str]
    doubt: re.Pattern[str]
    remark: re.Pattern[str]
    moved: re.Pattern[str]


def remarks(text: str, codes: tuple[str, ...]) -> Remarks:
    """What a title says of the item's state: "AFLYST - Fest", "Evt. tur", "Møde (dato følger)"."""
    words = _words(codes)
    kept = words.cancelled.sub(" ", text)
    bare = words.remark.sub(" ", kept)
    if bare != kept and text[:1].isupper():
        bare = _capital(bare.lstrip(" -–:,"))
    doubtful = bare != kept or bool(words.doubt.search(kept) or words.moved.search(kept))
    return Remarks(bare, cancelled=kept != text, doubtful=doubtful)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=32)
def _words(codes: tuple[str, ...]) -> _Words:
    words = lexicon(codes)
    ignoring = re.IGNORECASE
    patterns = words.patterns
    remark, cancelled, to = patterns["remark"], patterns["cancelled"], words.word("to")
    unknown_day = rf"(?:{words.word('the')}\s?)?(?:x{{2,4}}|\?{{2,3}})(?:[./]\s?(?:x{{2,4}}|\?{{2,3}}))?\.?"
    said = rf"(?:(?:{remark})(?!\w)\.?|{unknown_day}(?!\w))"
    moved = rf"(?<!\w)(?:(?:er|is|blev|bliver|was|has been)\s)?(?:{patterns['moved']})(?!\w)"
    return _Words(
        cancelled=re.compile(
            rf"[\s(\[–-]{{0,5}}(?<!\w)(?:{cancelled})(?!\w)(?!\s{words.word('from')})[)\]]?\s?[:!.–-]{{0,3}}",
            ignoring,
        ),
        doubt=words.finder("doubt"),
        remark=re.compile(
            rf"^\s{{0,9}}{said}(?:\s?[:–-])?(?=\s)(?!\s(?:{to}|om|til)\s)|\s{{0,9}}[(\[]\s?{said}\s?[)\]]|[\s,;:–-]{{1,9}}{said}[\s.?!]{{0,9}}$",
            ignoring,
        ),
        moved=re.compile(rf"{moved}(?!\s{to})", ignoring),
    )
