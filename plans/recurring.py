"""Everything that comes back regularly in a text: "den første tirsdag i hver måned, undtagen i juli"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from council.doubts import Doubt, Sort
from council.recurrence import Recurrence
from council.when import When
from plans.atoms import Context, find_atoms
from plans.clocks import Clock, find_clocks
from plans.doubting import no_year, weekday_differs
from plans.lexicon import lexicon
from plans.phrases import LONGEST_TEXT
from plans.recurring_bounds import Said, said_of
from plans.recurring_dates import anchored, placed
from plans.recurring_scopes import AFTER, BLANK, Scope, blanked, scopes, together
from plans.recurring_words import Belief, Core

_SEASON = 8  # a season or a school year begins in August
_YEAR = re.compile(r"(?<![\w./-])(20\d\d)(?:\s?[/–-]\s?((?:20)?\d\d))?(?![\w./-])")
_STOP = re.compile(r"(?<=[^\W\d_]{4})\.(?=\s|$)")
_WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class RulePhrase:
    """One thing that comes back. `when` is its first time, with the time of day if the text gives one.

    Without an anchor ("hver anden tirsdag", "2-3 gange om året") `when` is unknown, `rule` None and a doubt
    says so. `bounded` tells whether the text itself states when it holds; otherwise it is the year, the
    season or the month that the text is about. `spans` are the places of its words in the text, in order.
    """

    when: When
    rule: Recurrence | None
    spans: tuple[tuple[int, int], ...]
    words: str
    doubts: tuple[Doubt, ...] = ()
    bounded: bool = False

    @property
    def anchored(self) -> bool:
        """Whether its days are known."""
        return self.rule is not None


def rules(text: str, context: Context) -> tuple[RulePhrase, ...]:
    """All rules in a text, in its order. Never raises.

    Days that are printed beside a rule win: then it is none. Nor are opening hours, which say of themselves
    when they hold.
    """
    text = text[:LONGEST_TEXT]
    return tuple(found for scope in scopes(text, context) for found in _phrase(scope, context))


def _phrase(scope: Scope, context: Context) -> Iterator[RulePhrase]:
    core, context = scope.core, _with_year(scope.blanked, context)
    clocks = _clocks(scope, context)
    clock = _clock(scope, clocks)
    said = said_of(_without_clocks(scope.blanked, clocks), scope.behind, context)
    if not _meant(scope, clock, said, context):
        return
    bounds = replace(said.bounds, times=core.times or said.bounds.times if said.bounds.start else 0)
    own = [(core.start, core.end), *((start + scope.since, end + scope.since) for start, end in said.spans)]
    if clock:
        own.append((clock.start + scope.since, clock.end + scope.since))
    spans = together(scope.text, sorted(own), context)
    words = " ".join(scope.text[start:end].strip(" ,;:") for start, end in spans)
    if not anchored(core.cycle, bounds):
        yield RulePhrase(
            When.unknown(words), None, spans, words, (Doubt(Sort.NO_START, words),), bounds.stated
        )
        return
    found = placed(core.cycle, bounds, context)
    if found:
        day, rule = found
        when = _at(day, clock).said(words)
        yield RulePhrase(when, rule, spans, words, _doubts(core, said, words), bounds.stated)
    elif context.year is None:
        yield RulePhrase(When.unknown(words), None, spans, words, (no_year(words),), bounds.stated)


def _doubts(core: Core, said: Said, words: str) -> tuple[Doubt, ...]:
    """A first time on another weekday than the rule's."""
    days = core.cycle.weekdays
    if said.first is None or len(days) != 1 or said.first.isoweekday() in days:
        return ()
    return (weekday_differs(When.on(said.first), days[0], words),)


def _at(day: date, clock: Clock | None) -> When:
    if clock is None or clock.all_day:
        return When.on(day)
    start, until = clock.on(day, day)
    return When.at(start, until, approximate=clock.about)


def _meant(scope: Scope, clock: Clock | None, said: Said, context: Context) -> bool:
    """Whether it is a rule: believable, without days printed beside it, and no opening hours."""
    stated, core = said.bounds.stated, scope.core
    enough = {
        Belief.SURE: True,
        Belief.HALF: stated or clock is not None or core.times > 0,
        Belief.BARE: _clearly(said, core),
    }
    if not enough[core.belief] or (said.listed and not said.bounds.start) or said.listed > 1:
        return False
    near = scope.text[scope.since : core.end + AFTER]
    return stated or not _opening_hours(near, context)


def _clearly(said: Said, core: Core) -> bool:
    """Whether the bounds alone make a rule of weekdays: a span of weeks, not "søndag i april"."""
    bounds = said.bounds
    spans = [(high - low).days for low, high in bounds.windows]
    long = any(days > _WEEK for days in spans) and (len(core.cycle.weekdays) > 1 or not bounds.by_month)
    daily = core.cycle.unit == "day" and bool(spans)
    return bounds.odd is not None or bool(bounds.start and bounds.end) or long or daily


def _opening_hours(text: str, context: Context) -> bool:
    words = lexicon(context.languages)
    return bool(words.finder("opening hours").search(words.finder("opened").sub(BLANK, text)))


def _clocks(scope: Scope, context: Context) -> list[Clock]:
    """The times of day around a rule, without those that are dates: "fra 12. maj"."""
    dates = bytearray(len(scope.blanked) + 1)
    for atom in find_atoms(scope.blanked, context):
        if not atom.weak:
            dates[atom.start : atom.end] = b"\1" * (atom.end - atom.start)
    found = find_clocks(scope.blanked, context.languages)
    return [
        clock
        for clock in found
        if clock.sure or (_close(scope, clock) and not any(dates[clock.start : clock.end + 1]))
    ]


def _close(scope: Scope, clock: Clock) -> bool:
    """Whether figures stand right behind the rule, so that they are a time of day: "tirsdage 10-12"."""
    return not scope.blanked[scope.behind : clock.start].strip(" ,;:(–-")


def _clock(scope: Scope, clocks: list[Clock]) -> Clock | None:
    """The first time of day behind the rule, else the last sure one before it."""
    later = next((clock for clock in clocks if clock.start >= scope.behind), None)
    return later or next((clock for clock in reversed(clocks) if clock.sure), None)


def _without_clocks(text: str, clocks: list[Clock]) -> str:
    """The text without times of day, and without full stops that a month would take for its own."""
    return _STOP.sub(BLANK, blanked(text, ((clock.start, clock.end) for clock in clocks)))


def _with_year(text: str, context: Context) -> Context:
    """What is known around, with the one year or season that the sentence itself names."""
    found = _YEAR.findall(text)
    if len(set(found)) != 1:
        return context
    year, next_year = found[0]
    return replace(context, year=int(year), turn=_SEASON if next_year else 0)
