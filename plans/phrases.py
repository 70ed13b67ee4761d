"""The date phrases of a text: when it says something is, and with which words.

`phrases` is what the reader of plans and the chat both build on. It reads in steps: atoms (single dates as
written), groups (ranges and lists of them), the years and months left out, times of day, marks of doubt.
"""

import itertools
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from council.doubts import Doubt
from council.when import Precision, When
from plans.atoms import Atom, Context, find_atoms
from plans.clocks import Clock, find_clocks
from plans.dating import Dated, dates, merged
from plans.hours import by_weekday, clock_of, link, of_one_day
from plans.joining import Group, groups
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.notations import Unit
from plans.occasions import is_title, meant
from plans.repair import Repaired, repaired

LONGEST_TEXT = 20_000  # characters that are looked at; no line of a plan is as long
_DAYS = {Precision.DATE, Precision.RANGE}
_LEAD_IN = 24
_KNOWN = 4096  # texts: every layout asks about the same ones
_VAGUE = {
    Unit.MONTH,
    Unit.SEASON,
    Unit.QUARTER,
    Unit.HALF,
    Unit.PART_OF_MONTH,
    Unit.PART_OF_YEAR,
    Unit.HALF_OF_MONTH,
    Unit.TURN,
    Unit.VAGUE,
    Unit.WEEK,
}
_HEAD = 60  # characters in which a date in front stands
_ANY_YEAR = 2000
_LEADING = ("in", "on", "from", "the", "maybe", "about", "latest")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One time that a text gives. `spans` are the places of its words in the text, in order.

    `doubts` say what is odd about it. An `open` one says that its day is not fixed: "den xx. maj". The
    words of a `kept` one are a title too: "Grundlovsdag i parken".
    """

    when: When
    spans: tuple[tuple[int, int], ...]
    words: str
    doubts: tuple[Doubt, ...] = ()
    open: bool = False
    kept: bool = False

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class _Words:
    """What may stand around a date: words that lead in, words of doubt."""

    lead_in: re.Pattern[str]
    maybe: re.Pattern[str]
    about: re.Pattern[str]
    doubt: re.Pattern[str]


@lru_cache(maxsize=_KNOWN)
def phrases(text: str, context: Context) -> tuple[Phrase, ...]:
    """All dates, times and vaguer times that a text gives, in its order. Never raises."""
    fixed = repaired(text[:LONGEST_TEXT], context.languages)
    found = _phrases_in(fixed.text, context)
    return tuple(_back(each, fixed) for each in found) if fixed.places else found


def _back(phrase: Phrase, fixed: Repaired) -> Phrase:
    """The phrase at its place in the text with its misprints."""
    return replace(phrase, spans=tuple((fixed.place(start), fixed.place(end)) for start, end in phrase.spans))


def _phrases_in(text: str, context: Context) -> tuple[Phrase, ...]:
    clocks = find_clocks(text, context.languages)
    atoms = tuple(each for each in find_atoms(text, context) if not (each.weak and _in_clock(each, clocks)))
    found = tuple(meant(text, tuple(groups(text, atoms, context)), context))
    result: list[Phrase] = []
    timed = [each for each in found if _takes_time(each)]
    before = {right.start: left.end for left, right in itertools.pairwise(timed)}
    after = {left.start: right.start for left, right in itertools.pairwise(timed)}
    for group in found:
        taken = result[-1].end if result and _takes_time(group) else 0
        room = (max(before.get(group.start, 0), taken), after.get(group.start, len(text)))
        clock = clock_of(text, group, clocks, room, context)
        result.extend(_phrases(text, group, clock, room[1], context))
    return tuple(result)


def opens_dated(text: str) -> bool:
    """Whether a line begins with a date, whatever its year."""
    head = text[:_HEAD]
    if not any(letter.isdigit() for letter in head) and not lexicon(ALL_LANGUAGES).finder("part").match(head):
        return False
    found = phrases(head, Context(year=_ANY_YEAR))
    return any(
        each.start == 0 and (each.when.known or each.when.precision is Precision.WEEK) for each in found
    )


def _takes_time(group: Group) -> bool:
    """Whether a time of day can belong to it; "Summer fete" keeps none from the date before it."""
    return not all(atom.unit in _VAGUE for atom in group.atoms)


def _in_clock(atom: Atom, clocks: tuple[Clock, ...]) -> bool:
    return any(clock.sure and clock.start <= atom.start < clock.end for clock in clocks)


def _phrases(text: str, group: Group, clock: Clock | None, until: int, context: Context) -> list[Phrase]:
    """The phrases of a group; those of a list share their words, and one day can have two times."""
    found = dates(text, group, context)
    hours = by_weekday(text, (group.end, until), tuple(each.when for each in found), context)
    if hours:
        pairs = zip(found, hours, strict=True)
        return [_phrase(text, group, each, one, context) for each, one in pairs]
    if clock is None:
        return [_phrase(text, group, each, None, context) for each in merged(found)]
    last_only = len(found) > 1 and of_one_day(text, group, clock)
    alone = merged(found[:-1]) if last_only else ()
    timed = found[-1:] if last_only else found
    untimed = [_phrase(text, group, each, None, context) for each in alone]
    return [*untimed, *(_phrase(text, group, each, one, context) for each in timed for one in clock.each)]


def _phrase(text: str, group: Group, dated: Dated, clock: Clock | None, context: Context) -> Phrase:
    when, used = _at(dated.when, clock)
    used = used or (when.precision is Precision.MONTH and when.uncertain)  # "31. juni kl. 17"
    own, kept = [(group.start, group.end)], is_title(text, group)
    if clock and used and kept:
        own, kept = [(clock.start, clock.end)], False
    elif clock and used:
        own = _joined(text, sorted([*own, (clock.start, clock.end)]), context)
    spans, maybe, about = _widened(text, own, context)
    uncertain = when.uncertain or maybe
    approximate = when.approximate or about or bool(used and clock and clock.about)
    words = " ".join(text[start:end].strip() for start, end in spans)
    when = when.marked(uncertain=uncertain, approximate=approximate).said(words)
    return Phrase(when, tuple(spans), words, dated.doubts, any(atom.open for atom in group.atoms), kept)


def _at(when: When, clock: Clock | None) -> tuple[When, bool]:
    """A day at a time of day; whether the time could be used."""
    if clock is None or when.precision not in _DAYS:
        return when, False
    if clock.all_day:
        return when, True
    start, until = clock.on(when.first, when.last)
    if when.precision is Precision.RANGE and until is None:
        return when, False
    marks = {"uncertain": when.uncertain, "approximate": when.approximate}
    return When.at(start, until).marked(**marks), True


def _joined(text: str, spans: list[tuple[int, int]], context: Context) -> list[tuple[int, int]]:
    """Date and time as one span if nothing but a comma or a little word is between."""
    (start, middle), (again, end) = spans
    if link(context.languages).fullmatch(text, middle, again):
        return [(start, end)]
    return spans


def _widened(
    text: str, spans: list[tuple[int, int]], context: Context
) -> tuple[list[tuple[int, int]], bool, bool]:
    """The spans with the little words before them, brackets around and question marks behind."""
    words, maybe, about, result = _words(context.languages), False, False, []
    for start, end in spans:
        left, right = start, end
        lead = text[max(0, left - _LEAD_IN) : left]
        if hit := words.lead_in.search(lead):
            left -= len(lead) - hit.start()
            maybe = maybe or bool(words.maybe.search(hit[0]))
            about = about or bool(words.about.search(hit[0]))
        if text[:left].endswith("(") and text[right:].startswith(")"):
            left, right = left - 1, right + 1
        if marks := words.doubt.match(text, right):
            maybe, right = True, marks.end()
        result.append((left, right))
    return result, maybe, about


@lru_cache(maxsize=32)
def _words(codes: tuple[str, ...]) -> _Words:
    words = lexicon(codes)
    little = "|".join(words.word(role) for role in _LEADING)
    unsure = rf"(?:{words.word('remark')}|{words.word('maybe')})(?:\s(?:{words.patterns['header']}))?"
    return _Words(
        lead_in=re.compile(rf"(?<!\w)(?:(?:{little})\s{{0,2}}){{1,4}}$", re.IGNORECASE),
        maybe=words.finder("maybe"),
        about=words.finder("about"),
        doubt=re.compile(
            rf"\s{{0,2}}(?:[?]{{1,9}}|\(\s?(?:[?]{{1,3}}|{unsure})\s?\)|\s?[-–,]\s?{unsure}\s?$)",
            re.IGNORECASE,
        ),
    )
