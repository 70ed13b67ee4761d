"""Papers that call people to one thing: an agenda for a coming meeting, a notice with "Tid:" and "Sted:"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from council.when import Precision
from plans.announcing import Paper
from plans.clocks import find_clocks
from plans.decisions import decisions
from plans.entries import Draft
from plans.extracted import Row
from plans.items import Item, read_item
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.naming import title_of
from plans.phrases import Phrase, phrases
from plans.pieces import Piece
from plans.sheet import Passage, Setting
from plans.tenses import TIME
from plans.titles import kind_of
from plans.years import context_at

_HEAD = 30  # rows with text in which a paper says what it calls to
_NEAR = 8  # rows between the title and the time, or the time and the place
_LONGEST = 120
_CONFIDENCE = 0.7
_MAIL = re.compile(r"(?:emne|subject|ämne|vedr|re|sv|cc|fra|from|från)\s?:", re.IGNORECASE)
_LABEL = re.compile(r"^(?P<label>[^:\n]{2,24}):?\s")


def invitation(rows: tuple[Row, ...], setting: Setting, paper: Paper) -> Iterator[Passage]:
    """The one meeting that an agenda or a notice calls to; minutes call to none, nor do plans."""
    if paper.report or decisions(setting.rows) or _claimed(rows, setting):
        return
    texts = [(at, row.text.strip(" #*")) for at, row in enumerate(rows) if not row.blank][:_HEAD]
    for place, (at, text) in enumerate(texts):
        if len(text) > _LONGEST or not (_titled().match(text) or _labelled().match(text)):
            continue
        if any(_MAIL.match(other) for _, other in texts[max(0, place - 3) : place + 4]):
            continue
        found = _exact(text, at, setting)
        clock = _clock(texts[place : place + _NEAR]) if found else ""
        item = read_item(f"{text} {clock}", context_at(at, setting)) if found else None
        if item is None or not item.whens or item.whens[0].precision is not Precision.INSTANT:
            continue
        title, heading = _title(texts[: place + 1], text, found)
        if title:
            whole = replace(item, title=title, place=item.place or _place(texts[place : place + _NEAR]))
            yield _passage(rows[at], at, whole, f"{heading} {_labelled().sub('', text, count=1)}".strip())
            return


def _claimed(rows: tuple[Row, ...], setting: Setting) -> bool:
    """Whether another layout has found a plan here."""
    return any(row.blank and not before.blank for row, before in zip(rows, setting.rows, strict=False))


def _exact(text: str, at: int, setting: Setting) -> tuple[Phrase, ...]:
    found = phrases(text, context_at(at, setting))
    return found if found and found[0].when.known else ()


def _clock(near: list[tuple[int, str]]) -> str:
    """The time of day in a row of its own: "Kl. 17-19", "Tid: 17.00"; "" if the date has one."""
    texts = [text for _, text in near]
    if find_clocks(texts[0], ALL_LANGUAGES):
        return ""
    labelled = (text for text in texts[1:] if _labelled().match(text) or text[:2].lower() == "kl")
    found = ((text, find_clocks(text, ALL_LANGUAGES)) for text in labelled)
    return next((f"kl. {_digits(text[each[0].start : each[0].end])}" for text, each in found if each), "")


def _digits(text: str) -> str:
    return text.lstrip("".join({letter for letter in text if not letter.isdigit()}))


def _title(above: list[tuple[int, str]], text: str, found: tuple[Phrase, ...]) -> tuple[str, str]:
    """What it calls to, in the row itself or the nearest above that names something; and that row."""
    if _titled().match(text):
        return _with_body(title_of(_calls().sub("", _masked(text, found), count=1)), above), ""
    for _, other in reversed(above[:-1]):
        named = _letters(_calls().sub("", other, count=1)) or _titled().match(other)
        if named and not _labelled().match(other) and not any(each.isdigit() for each in other):
            return _with_body(title_of(_calls().sub("", other, count=1)), above), other
    return "", ""


def _masked(text: str, found: tuple[Phrase, ...]) -> str:
    """The text up to its time."""
    return f"{text[: found[0].start]} {TIME}"


def _with_body(title: str, above: list[tuple[int, str]]) -> str:
    """A bare "Møde" with the body whose name stands above."""
    title = title.capitalize() if title.isupper() else title
    if title and not _bare().fullmatch(title):
        return title
    body = next((text for _, text in above if _body().fullmatch(text)), "")
    name = title or "Møde"
    return f"{name} i {body}" if body else name


def _letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _place(near: list[tuple[int, str]]) -> str:
    """What stands behind "Sted:"."""
    found = (_placed().match(text) for _, text in near)
    return next((match["place"].strip(" .") for match in found if match), "")


def _passage(row: Row, at: int, item: Item, text: str) -> Passage:
    kind = kind_of(item.title, ALL_LANGUAGES)
    whole = replace(item, kind=kind, activity="", whens=item.whens[:1])
    draft = Draft(whole, Piece(text, row.page, row.line, at=at, words=row.text), confidence=_CONFIDENCE)
    return Passage(frozenset({at}), (draft,))


def _words(*roles: str) -> str:
    patterns = lexicon(ALL_LANGUAGES).patterns
    return "|".join(patterns[role] for role in roles)


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?:\w{{1,20}}\s)?(?:{_words('agenda')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('when')})\s?:", re.IGNORECASE)


@lru_cache(maxsize=1)
def _calls() -> re.Pattern[str]:
    """Such as "Dagsorden for", "Indkaldelse til", "Invitation:"."""
    return re.compile(
        rf"^(?:\w{{1,20}}\s)?(?:{_words('agenda')})(?:\s(?:for|til|of|to|till|av|af)(?!\w))?[\s:,–-]{{0,4}}",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _bare() -> re.Pattern[str]:
    return re.compile(r"(?:ordin\w{2,4}\s)?(?:møde|møte|möte|sammanträde|meeting)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _body() -> re.Pattern[str]:
    return re.compile(rf"(?:\w{{1,20}}\s){{0,2}}(?:{_words('body')})(?:\si\s\w{{1,30}})?", re.IGNORECASE)


@lru_cache(maxsize=1)
def _placed() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('place')})\s?:\s{{0,3}}(?P<place>.{{2,80}})", re.IGNORECASE)
