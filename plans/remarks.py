"""Remarks in an item that say how it stands: called off, not certain, moved; no part of its title."""

import re
from dataclasses import dataclass
from functools import lru_cache

from plans.atoms import Context
from plans.lexicon import lexicon
from plans.phrases import Phrase, phrases

_NEAR = 3  # characters between "til" and the new time


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
    moved_to: re.Pattern[str]
    moved_from: re.Pattern[str]
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


def without_old_time(text: str, context: Context) -> tuple[str, int]:
    """The text without "flyttet fra 5. maj til", and from where the time counts: what stands before is old.

    "12. maj (flyttet fra 5. maj)" loses the bracket.
    """
    words = _words(context.languages)
    to = words.moved_to.search(text)
    if to and _timed(text, to.end(), context):
        before = text[: to.start()].rstrip()
        return f"{before} {text[to.end() :]}", len(before)
    return words.moved_from.sub("", text), 0


def _timed(text: str, start: int, context: Context) -> bool:
    """Whether a time comes next; "flyttet til Hallen" is about a place."""
    found: tuple[Phrase, ...] = phrases(text[start:], context)
    return bool(found) and found[0].start <= _NEAR


@lru_cache(maxsize=32)
def _words(codes: tuple[str, ...]) -> _Words:
    words = lexicon(codes)
    ignoring = re.IGNORECASE
    patterns = words.patterns
    remark, cancelled, to = patterns["remark"], patterns["cancelled"], words.word("to")
    unknown_day = rf"(?:{words.word('the')}\s?)?(?:x{{2,4}}|\?{{2,3}})(?:[./]\s?(?:x{{2,4}}|\?{{2,3}}))?\.?"
    said = rf"(?:(?:{remark})(?!\w)\.?|{unknown_day}(?!\w))"
    moved = rf"(?<!\w)(?:(?:er|is|blev|bliver|was|has been)\s)?(?:{patterns['moved']})(?!\w)"
    old = rf"(?:{words.word('from')}\s[^\n;]{{1,60}}?\s)"
    return _Words(
        cancelled=re.compile(
            rf"[\s(\[–-]{{0,5}}(?<!\w)(?:{cancelled})(?!\w)[)\]]?\s?[:!.–-]{{0,3}}", ignoring
        ),
        doubt=words.finder("doubt"),
        remark=re.compile(
            rf"^\s{{0,9}}{said}(?:\s?[:–-])?(?=\s)|\s{{0,9}}[(\[]\s?{said}\s?[)\]]|[\s,;:–-]{{1,9}}{said}[\s.?!]{{0,9}}$",
            ignoring,
        ),
        moved_to=re.compile(rf"[\s(,;–-]{{0,5}}{moved}\s{old}?{to}\s", ignoring),
        moved_from=re.compile(
            rf"[\s(,;–-]{{0,5}}{moved}\s{words.word('from')}\s[^()\n;]{{1,60}}\)?$", ignoring
        ),
        moved=re.compile(rf"{moved}(?!\s{to})", ignoring),
    )
