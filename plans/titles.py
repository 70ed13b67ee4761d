"""Titles: what is left of an item when dates and remarks are taken out, and what it tells."""

import re
from functools import lru_cache

from council.records import Kind
from plans.bodies import names_body
from plans.lexicon import lexicon

_EMPTY_BRACKETS = re.compile(r"[(\[]\s{0,5}[)\]]")
_COMMAS = re.compile(r",(?:\s?,)+")
_GAPS = re.compile(r"\s+")
_LONGEST_PREFIX = 40
_MOST_WORDS = 4
_PREFIX = re.compile(r"^(?P<name>[^\W\d_][^:–—\n]{0,60}?)(?:\s[-–—]\s|:\s)(?=\S)")
_YEAR_BEHIND = re.compile(r"\s+(?:(?:19|20)\d\d|['’]?\d\d)$")
_KINDS = (
    *(Kind.RECESS, Kind.ELECTION, Kind.HEARING, Kind.DEADLINE),
    *(Kind.EVENT, Kind.MEETING, Kind.TASK),
)


def tidied(text: str) -> str:
    """A title without leftovers: empty brackets, gaps, separators at its ends, question marks, a full stop.

    The full stop of an abbreviation stays ("mv.", "inkl.").
    """
    text = _GAPS.sub(" ", _EMPTY_BRACKETS.sub(" ", _balanced(text))).strip()
    text = _COMMAS.sub(",", re.sub(r"\s+([,;:.?!])", r"\1", text))
    text = text.strip(" ,;:–—-•*·?!¿/&\t")
    if text.endswith(".") and not re.search(r"(?:\b\w{1,3}|\w\.\w{1,3})\.$", text[-12:]):
        text = text.rstrip(". ")
    return text


def _balanced(text: str) -> str:
    """The text without brackets that have lost their other half."""
    alone: list[int] = []
    opened: list[int] = []
    for at, letter in enumerate(text):
        if letter == "(":
            opened.append(at)
        elif letter == ")" and opened:
            opened.pop()
        elif letter == ")":
            alone.append(at)
    lost = {*alone, *opened}
    return "".join(" " if at in lost else letter for at, letter in enumerate(text)) if lost else text


def activity_in(title: str) -> str:
    """The activity that a title begins with: "Kulturdag 21 - Afholdelse" belongs to "Kulturdag"."""
    match = _PREFIX.match(title)
    if match is None or len(match["name"]) > _LONGEST_PREFIX or len(match["name"].split()) > _MOST_WORDS:
        return ""
    return _YEAR_BEHIND.sub("", match["name"]).strip()


def dated_prefix(title: str) -> bool:
    """Whether the activity's name carries a year: an edition of something that comes back."""
    match = _PREFIX.match(title)
    return match is not None and bool(_YEAR_BEHIND.search(match["name"]))


def kind_of(text: str, codes: tuple[str, ...]) -> Kind:
    """What an item is: the first word of its text that tells, the longest of those that begin there.

    "Før sommerferien" is no recess.
    """
    text = _beside_recess(codes).sub(lambda match: " " * len(match[0]), text)
    found = ((words.search(text), kind) for kind, words in _kinds(codes))
    first = [(match.start(), -match.end(), at, kind) for at, (match, kind) in enumerate(found) if match]
    if not first and names_body(text.rpartition("\n")[2]):
        return Kind.MEETING
    return min(first)[3] if first else Kind.EVENT


@lru_cache(maxsize=32)
def _kinds(codes: tuple[str, ...]) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    words = lexicon(codes)
    return tuple((kind, words.finder(kind.value)) for kind in _KINDS)


@lru_cache(maxsize=32)
def _beside_recess(codes: tuple[str, ...]) -> re.Pattern[str]:
    words = lexicon(codes)
    before = rf"(?<!\w)(?:{words.patterns['around']})\s(?:{words.word('the')}\s)?"
    return re.compile(rf"{before}(?:{words.patterns['recess']})(?!\w)", re.IGNORECASE)
