"""Footnotes of a table: "* kl. 15", "** onsdag", "1) fællesmøde med Ældrerådet"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plans.atoms import Context
from plans.clocks import find_clocks
from plans.extracted import Row
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.lines import BULLETS
from plans.phrases import phrases
from plans.table_cells import hours_in, names, weekday_of

_ANY_YEAR = 2000
_FARTHEST = 14  # rows with text below a table
_LONGEST = 300  # characters of a footnote
_RAISED = {ord(raised): plain for raised, plain in zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True)}
_MARK = r"(?:\*{1,5}|[†‡#¤§]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]|\(?[1-9a-h]\))"
_NOTE = re.compile(
    rf"\\?\(?(?P<mark>{_MARK}|[1-9](?=\s\D))\)?\s{{0,3}}[:=–-]?\s{{0,3}}(?P<text>\S.{{0,{_LONGEST}}})",
    re.DOTALL,
)
_NEXT = re.compile(
    rf"(?:\s{{2,9}}|[;,.]\s{{1,9}}|\s(?=[*†‡])|\n)(?={_MARK}\)?\s{{0,3}}[:=]?\s{{0,3}}[^\W\d])"
)
_IN_CELL = re.compile(r"\s?\(?(?P<mark>\*{1,5}|[†‡#¤]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]|\(?[1-9a-h]\))\)?")
_PARTS = re.compile(r"[,;]\s|(?<!\d)\.(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Note:
    """What a footnote changes: hours ("kl. 15"), weekday, place, and what else it says.

    A `doubtful` one says that the time is not certain.
    """

    hours: str = ""
    weekday: int | None = None
    place: str = ""
    said: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The footnotes of a table by their marks, and the rows they stand on."""

    notes: dict[str, Note]
    rows: dict[str, int]


def footnotes(rows: tuple[Row, ...], first: int) -> Footnotes:
    """Those in the rows from this one on; of several with one mark the first counts."""
    notes: dict[str, Note] = {}
    places: dict[str, int] = {}
    for at, text in _texts(rows, first):
        for match in _noted(text):
            key = mark_of(match["mark"])
            if key not in notes:
                notes[key] = note(match["text"])
                places[key] = at
    return Footnotes(notes, places)


def begins_note(text: str) -> bool:
    """Whether a line of text is a footnote."""
    return bool(_NOTE.match(text.strip()))


def mark_of(text: str) -> str:
    """A mark however it is written: "1)", "(1)" and "¹" are one."""
    return text.translate(_RAISED).strip("()")


def marked(text: str, known: dict[str, Note]) -> tuple[str, tuple[str, ...]]:
    """A text without marks, and the marks it had. Numbers are marks only if such a footnote is `known`."""
    found: list[str] = []

    def taken(match: re.Match[str]) -> str:
        key = mark_of(match["mark"])
        if key in known or not key.isalnum():
            found.append(key)
            return ""
        return match[0]

    return _IN_CELL.sub(taken, text).strip(), tuple(found)


def _texts(rows: tuple[Row, ...], first: int) -> Iterator[tuple[int, str]]:
    seen = 0
    for at in range(first, len(rows)):
        if not rows[at].blank:
            seen += 1
            text = rows[at].printed if rows[at].printed and not rows[at].table else rows[at].text
            yield at, text.strip(" ;|\t")
        if seen == _FARTHEST:
            return


def _noted(text: str) -> Iterator[re.Match[str]]:
    """The footnotes on a line; a bullet is taken for the star that it was."""
    if text[:1] and text[0] in BULLETS:
        text = f"* {text[1:].strip()}"
    for part in _NEXT.split(text[: _LONGEST * 4]):
        if match := _NOTE.match(part.strip()):
            yield match


def note(text: str) -> Note:
    """What the text of a footnote changes."""
    text = _moved(" ".join(text.split()).strip(" ."))
    clocks = [clock for clock in find_clocks(text, ALL_LANGUAGES) if clock.sure]
    hours = text[clocks[0].start : clocks[0].end].strip() if clocks else hours_in(text)
    rest = text if not clocks else f"{text[: clocks[0].start]} {text[clocks[0].end :]}"
    rest = "" if hours and not clocks else rest
    weekday, rest = _weekday(rest)
    place, rest = _place(rest)
    parts = [part.strip() for part in _PARTS.split(rest) if _tells(part)]
    doubtful = any(_doubts(part) for part in parts)
    return Note(hours, weekday, place, ", ".join(part for part in parts if not _doubts(part)), doubtful)


def _moved(text: str) -> str:
    """What an item can read, "flyttet til 12. oktober", for "Mødet holdes i stedet 12. oktober"."""
    instead = _instead().search(text)
    day = next((each for each in phrases(text, Context(year=_ANY_YEAR)) if each.when.known), None)
    if instead is None or day is None:
        return text
    behind = _instead().sub("", text[day.end :]).strip(" ,")
    said = f"flyttet til {text[day.start : day.end].strip(' ()')}"
    return f"{said}, {behind}" if behind else said


@lru_cache(maxsize=1)
def _instead() -> re.Pattern[str]:
    """Finds "i stedet", but not "i stedet for 5. oktober"."""
    words = lexicon(ALL_LANGUAGES).patterns["instead"]
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)(?!\s(?:for|of|för)(?!\w))", re.IGNORECASE)


def _weekday(text: str) -> tuple[int | None, str]:
    """The weekday that a note names, unless a date stands beside it ("flyttet fra mandag den 3. maj")."""
    if any(map(str.isdecimal, text)):
        return None, text
    for match in re.finditer(r"[^\W\d_]{3,12}\.?", text):
        number = weekday_of(match[0])
        full = number and (len(match[0]) == len(text) or names("weekday", match[0]))
        if full:
            return number, f"{text[: match.start()]} {text[match.end() :]}"
    return (weekday_of(text), "") if weekday_of(text) else (None, text)


def _place(text: str) -> tuple[str, str]:
    """The place in "mødet holdes i Byrådssalen", "i Hallen", "Sted: Hallen"."""
    match = _at().fullmatch(text.strip(" ,;"))
    return (match["place"].strip(" .,;"), "") if match else ("", text)


@lru_cache(maxsize=1)
def _at() -> re.Pattern[str]:
    words = lexicon(ALL_LANGUAGES)
    role = words.patterns
    lead = rf"(?:(?:{role['footnote']}|{role['held']}|{role['begins']}|{role['and']})(?!\w)\s{{0,4}}){{0,6}}"
    label = rf"(?:{role['place']})\s?:"
    return re.compile(
        rf"{lead}(?:{label}|{words.word('at')})\s{{1,3}}(?!(?:{role['nowhere']})(?!\w))(?P<place>[^;]{{2,80}})",
        re.IGNORECASE,
    )


def _tells(part: str) -> bool:
    """Whether a part says more than that there is a meeting, or when it begins."""
    return any(map(str.isalnum, _empty().sub(" ", part)))


@lru_cache(maxsize=1)
def _empty() -> re.Pattern[str]:
    patterns = lexicon(ALL_LANGUAGES).patterns
    roles = ("footnote", "held", "begins", "small", "the", "on", "from", "to", "clock", "and")
    words = "|".join(patterns[role] for role in roles)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)\.?", re.IGNORECASE)


def _doubts(part: str) -> bool:
    return names("doubt", part) or names("maybe", part)
