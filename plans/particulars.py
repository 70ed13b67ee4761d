"""What a typed line says of an opening beside title and time: how many, how long, where, whom to ask.

Each stands between commas, semicolons or brackets, or at the end of what is left. `particulars` cuts them
out, so that the rest is read as any other typed line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from plans.addresses import ADDRESS
from plans.atoms import Context
from plans.clocks import find_clocks
from plans.count_words import Limit
from plans.counts import Count, count_at_end, count_of
from plans.cutting import ENDS, cut_out, without_gaps
from plans.particular_words import ParticularWords, particular_words
from plans.phrases import phrases

_MOST_PIECES = 60  # nobody types more; a longer line keeps the others as they are
_LONGEST_END = 120  # characters of "omkring 2-3 timer hver anden uge"
_LISTED = frozenset(",;(")
_PHONE = re.compile(r"\s*(?:\+?(?:\d\s?){8,14}|[^\s@]{1,60}@[^\s@]{1,60}|@\w{3,32})[.\s]*")


class Role(StrEnum):
    """What a piece of the line says."""

    COUNT = "count"
    EFFORT = "effort"
    CONTACT = "contact"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Particulars:
    """What was found, and `rest`, the line without it. The texts are as typed, empty if not said."""

    rest: str
    counts: tuple[Count, ...] = ()
    effort: str = ""
    contact: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of the line, and the separator before it; none before a label or a sentence."""

    start: int
    end: int
    text: str
    before: str
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """What a piece says: a count, or the text of another role."""

    role: Role
    text: str = ""
    count: Count | None = None


def particulars(line: str, context: Context) -> Particulars:
    """Everything that a line says in pieces of their own, or at the end with words that leave no doubt."""
    words = particular_words(context.languages)
    found = _sure(tuple(_found(line, context)))
    rest = without_gaps(cut_out(line, [(piece.start, piece.end) for piece, _ in found]))
    said = [each for _, each in found]
    label = words.place_label.search(rest)
    parts = (rest[: label.start()], rest[label.start() :]) if label else (rest,)
    kept = [_without_end(part, said, context) for part in parts]
    return _particulars(" ".join(part for part in kept if part), said)


def more_at_end(found: Particulars, title: str, context: Context) -> Particulars:
    """What is also said at the end of the title ("opstilling 6 personer 18/9"); `rest` is the title."""
    said = [_Said(Role.COUNT, count=count) for count in found.counts]
    said += [_Said(Role.EFFORT, found.effort), _Said(Role.CONTACT, found.contact)]
    said.append(_Said(Role.PLACE, found.place))
    return _particulars(_without_end(title, said, context), said)


def _particulars(rest: str, said: list[_Said]) -> Particulars:
    return Particulars(
        rest=rest,
        counts=tuple(each.count for each in said if each.count),
        effort=_joined(said, Role.EFFORT),
        contact=_joined(said, Role.CONTACT),
        place=_joined(said, Role.PLACE),
    )


def _found(line: str, context: Context) -> Iterator[tuple[_Piece, _Said]]:
    words = particular_words(context.languages)
    previous: _Said | None = None
    labelled = placed = False
    for piece in _pieces(line, words):
        labelled = bool(words.place_label.match(piece.text)) or (labelled and piece.before != ";")
        said = _said(piece, context, labelled=labelled) or _continued(piece, previous, context)
        if said and said.role is Role.PLACE and placed and not (previous and previous.role is Role.PLACE):
            said = None
        previous = said
        if said:
            placed = placed or said.role is Role.PLACE
            yield piece, said


def _pieces(line: str, words: ParticularWords) -> list[_Piece]:
    breaks = [
        (0, 0, ""),
        *((each.start(), each.end(), each[0].strip()) for each in words.split.finditer(line)),
    ]
    ends = [start for start, _, _ in breaks[1:]] + [len(line)]
    spans = [
        (start, end, sign)
        for (_, start, sign), end in zip(breaks, ends, strict=True)
        if line[start:end].strip()
    ][:_MOST_PIECES]
    return [
        _Piece(start, end, line[start:end], sign, first=at == 0, last=at == len(spans) - 1)
        for at, (start, end, sign) in enumerate(spans)
    ]


def _sure(found: tuple[tuple[_Piece, _Said], ...]) -> list[tuple[_Piece, _Said]]:
    """All but "2 biler, 3 chauffører": a noun that nobody has described counts only if nothing else does."""
    counts = [said.count for _, said in found if said.count]
    doubtful = sum(not count.sure for count in counts)
    told = any(count.sure and count.limit is not Limit.MINIMUM for count in counts)
    keeps = doubtful == 1 and not told
    return [(piece, said) for piece, said in found if keeps or not said.count or said.count.sure]


def _said(piece: _Piece, context: Context, *, labelled: bool) -> _Said | None:
    """What a piece says by itself. In a place with its label ("sted: VUC, 2 borde") only sure words count."""
    words = particular_words(context.languages)
    listed = piece.before in _LISTED and not piece.first and not labelled
    if not piece.first and (match := words.contact.fullmatch(piece.text) or _PHONE.fullmatch(piece.text)):
        return _Said(Role.CONTACT, match.groupdict().get("name") or piece.text)
    if (match := words.effort.fullmatch(piece.text)) and not phrases(piece.text, context):
        return _Said(Role.EFFORT, match["effort"])
    count = count_of(piece.text, context, listed=listed)
    if count and (piece.last or not count.bare):
        return _Said(Role.COUNT, count=count)
    if listed and (match := words.place.fullmatch(piece.text)) and not _timed(piece.text, context):
        return _Said(Role.PLACE, match["place"])
    return None


def _continued(piece: _Piece, previous: _Said | None, context: Context) -> _Said | None:
    """More of what the piece before said: a floor, a phone number, where somebody works."""
    if previous is None or piece.before != ",":
        return None
    if previous.role is Role.PLACE and ADDRESS.fullmatch(piece.text):
        return _Said(Role.PLACE, piece.text)
    phone = particular_words(context.languages).phone.match(piece.text)
    if previous.role is Role.CONTACT and (phone or not _timed(piece.text, context)):
        return _Said(Role.CONTACT, piece.text)
    return None


def _without_end(text: str, said: list[_Said], context: Context) -> str:
    """A text without the numbers and hours at its end, which are added to what is said."""
    words = particular_words(context.languages)
    while True:
        text = text.strip(ENDS)
        effort = words.effort_at_end.search(text, max(0, len(text) - _LONGEST_END))
        count = count_at_end(text, context)
        known = {each.count.limit for each in said if each.count}
        if effort and not _joined(said, Role.EFFORT) and not words.joined.search(text[: effort.start()]):
            said.append(_Said(Role.EFFORT, effort["effort"]))
            text = text[: effort.start()]
        elif count and count[0].limit not in known:
            said.append(_Said(Role.COUNT, count=count[0]))
            text = text[: count[1]]
        else:
            return text


def _timed(text: str, context: Context) -> bool:
    return bool(phrases(text, context) or find_clocks(text, context.languages))


def _joined(said: list[_Said], role: Role) -> str:
    texts = (each.text for each in said if each.role is role)
    return ", ".join(text.strip(" ,;").removesuffix(".") for text in texts if text)
