"""Which words of a text say that something comes back, and how far what is said of it goes."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from plans.atoms import Context
from plans.clocks import find_clocks
from plans.lexicon import lexicon
from plans.recurring_words import Belief, Core, cores

BLANK = "¦"  # stands for words that are read already
AFTER = 25  # characters behind a rule that still belong to it
_FAR = 160  # characters between two rules of one sentence
_GLUE = 30  # characters between two parts of what is said of a rule
_MOST_SENTENCES = 3  # that go on about the same rule
_END = re.compile(
    r"(?:(?<=[^\W\d_]{3}[.!?])|(?<=\d\d[.!?])|(?<=[)][.!?]))\s+(?=[A-ZÆØÅÄÖ])|\n\s{0,20}\n|\n\s{0,20}[•*–-]\s|;\s"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of a text that tells of one rule: from `since`, its own words blanked."""

    text: str
    since: int
    blanked: str
    core: Core

    @property
    def behind(self) -> int:
        """Where the rule's own words end in it."""
        return self.core.end - self.since


def scopes(text: str, context: Context) -> Iterator[Scope]:
    """The parts of a text that tell of one rule each, in order."""
    found = list(_believable(text, tuple(cores(text, context.languages)), context))
    if not found:
        return
    blank, begins = blanked(text, ((core.start, core.end) for core in found)), _sentences(text)
    for at, core in enumerate(found):
        since = max(_before(begins, core.start), found[at - 1].end if at else 0)
        until = _behind(text, begins, core.end, context)
        until = min(until, found[at + 1].start) if at + 1 < len(found) else until
        yield Scope(text, since, blank[since:until], core)


def _believable(text: str, found: tuple[Core, ...], context: Context) -> Iterator[Core]:
    """The rules, without weekdays that only name a date or stand in the sentence of another rule.

    "Hver mandag kl. 17 og onsdag kl. 15" are two: the second is as often as the first.
    """
    before: Core | None = None
    for core in _merged(text, found, context):
        if core.belief is not Belief.BARE or core.cycle.unit == "day":
            before = core
            yield core
        elif before is None or _far(text, before, core):
            if not _dated(text, core, context) and not _numbered(text, core, context):
                yield core
        elif _goes_on(text, before, core, context):
            before = replace(
                core, cycle=replace(before.cycle, weekdays=core.cycle.weekdays), belief=before.belief
            )
            yield before


def _merged(text: str, found: tuple[Core, ...], context: Context) -> Iterator[Core]:
    """The rules, how often and on which day put together: "hver anden uge mødes vi om onsdagen"."""
    pending: Core | None = None
    for core in found:
        cycle = core.cycle
        if pending and cycle.unit == "week" and _tells(text, pending, core, context):
            often = replace(cycle, interval=max(cycle.interval, pending.cycle.interval))
            yield replace(core, cycle=often, belief=Belief.SURE)
            pending = None
            continue
        if pending:
            yield pending
        pending = core if cycle.unit == "week" and cycle.dayless else None
        if not pending:
            yield core
    if pending:
        yield pending


def _tells(text: str, often: Core, core: Core, context: Context) -> bool:
    """Whether these weekdays are those of what was said to come back before."""
    return bool(core.cycle.weekdays) and not _far(text, often, core) and not _dated(text, core, context)


def _far(text: str, before: Core, core: Core) -> bool:
    return "\n" in text[before.end : core.start] or len(text[before.end : core.start]) > _FAR


def _dated(text: str, core: Core, context: Context) -> bool:
    """Whether the weekday only says which day a date is: "tirsdag den 4. maj"."""
    the = lexicon(context.languages).word("the")
    return bool(
        re.match(
            rf"[\s,]{{0,3}}(?:{the}\s{{0,2}})?\d{{1,2}}\s?[./]", text[core.end : core.end + 12], re.IGNORECASE
        )
    )


def _numbered(text: str, core: Core, context: Context) -> bool:
    """Whether it is one of a month: "sidste søndag i april"."""
    nth = lexicon(context.languages).patterns["nth"]
    return bool(
        re.search(
            rf"(?:\d\.|(?<!\w)(?:{nth}))\s{{0,3}}$", text[max(0, core.start - 12) : core.start], re.IGNORECASE
        )
    )


def _goes_on(text: str, before: Core, core: Core, context: Context) -> bool:
    """Whether a weekday behind a rule is one more of it, with a time of day of its own."""
    between = text[before.end : core.start]
    joined = re.search(
        rf"(?:,|(?<!\w){lexicon(context.languages).word('and')})\s{{0,3}}$", between, re.IGNORECASE
    )
    return bool(
        joined
        and find_clocks(between, context.languages)
        and find_clocks(text[core.end : core.end + AFTER], context.languages)
    )


def blanked(text: str, found: Iterable[tuple[int, int]]) -> str:
    """The text with these places blanked, everything else where it was."""
    kept, at = [], 0
    for start, end in found:
        kept += [text[at:start], BLANK * (end - start)]
        at = end
    return "".join([*kept, text[at:]])


def _sentences(text: str) -> list[int]:
    """Where sentences begin; the full stop of a single figure or a short word ends none."""
    return [0, *(match.end() for match in _END.finditer(text)), len(text)]


def _before(begins: list[int], at: int) -> int:
    return begins[max(0, bisect_right(begins, at) - 1)]


def _behind(text: str, begins: list[int], at: int, context: Context) -> int:
    """Where what is said of a rule ends: with its sentence, and those after it that begin with a bound."""
    place = bisect_right(begins, at)
    for _ in range(_MOST_SENTENCES):
        if place + 1 >= len(begins) or not _more(context.languages).match(text, begins[place]):
            break
        place += 1
    return begins[min(place, len(begins) - 1)]


@lru_cache(maxsize=32)
def _more(codes: tuple[str, ...]) -> re.Pattern[str]:
    words = lexicon(codes)
    roles = "|".join(words.patterns[role] for role in ("first time", "starts", "ends"))
    out = rf"(?:\w{{1,12}}\s){{0,3}}(?:{words.patterns['except']})"
    return re.compile(rf"\W{{0,3}}(?:{roles}|{out})(?!\w)", re.IGNORECASE)


def together(text: str, spans: list[tuple[int, int]], context: Context) -> tuple[tuple[int, int], ...]:
    """The spans without gaps in which nothing but little words and marks stand."""
    joined = [spans[0]]
    for start, end in spans[1:]:
        before = joined[-1]
        gap = text[before[1] : start]
        if start <= before[1] or (len(gap) <= _GLUE and _glue(context.languages).fullmatch(gap)):
            joined[-1] = (before[0], max(before[1], end))
        else:
            joined.append((start, end))
    return tuple((start, _closed(text, start, end)) for start, end in joined)


def _closed(text: str, start: int, end: int) -> int:
    """The end of a span with the bracket that it opens."""
    inside = text[start:end]
    return end + (text[end : end + 1] == ")" and inside.count("(") > inside.count(")"))


@lru_cache(maxsize=32)
def _glue(codes: tuple[str, ...]) -> re.Pattern[str]:
    words = lexicon(codes)
    roles = (
        "in",
        "on",
        "on days",
        "the",
        "from",
        "to",
        "and",
        "of",
        "starts",
        "ends",
        "except",
        "first time",
        "term",
    )
    little = "|".join(words.word(role) for role in roles)
    return re.compile(rf"[\s,;:()/.–-]{{0,6}}(?:(?:{little})[\s,;:()/.–-]{{0,6}}){{0,6}}", re.IGNORECASE)
