"""What a sentence says of when a rule holds: from when, until when, in which weeks, and when not."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from council.when import Precision, When
from plans.atoms import Context
from plans.holidays import public_holidays
from plans.lexicon import lexicon
from plans.phrases import Phrase, phrases
from plans.recurring_dates import Bounds

_LEAD = 40  # characters before a date in which it is said what it is
_GAP = 24  # characters between "undtagen" and what it is about
_DAYS = {Precision.DATE, Precision.INSTANT}
_MONTHS = {Precision.MONTH, Precision.MONTHS}
_YEARS_AROUND = 2
_MORE_WORDS = re.compile(r"[^()\d]{0,60}[^\W\d_]{3}[^()\d]{0,60}\)")


@dataclass(frozen=True, slots=True)
class Said:
    """The bounds that a text states and the places of the words that state them.

    `listed` are days printed beside the rule that are none of its bounds, `first` the day of the first time.
    """

    bounds: Bounds
    spans: tuple[tuple[int, int], ...]
    listed: int = 0
    first: date | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """A time in the text with its role: start, end, first, in, out, list, or nothing."""

    role: str
    when: When | None
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Words:
    starts: re.Pattern[str]
    first: re.Pattern[str]
    ends: re.Pattern[str]
    leading: re.Pattern[str]
    latest: re.Pattern[str]
    out: re.Pattern[str]
    feast: re.Pattern[str]
    month_out: re.Pattern[str]
    excepted: re.Pattern[str]
    odd: re.Pattern[str]
    even: re.Pattern[str]
    term: re.Pattern[str]
    times: re.Pattern[str]


def said_of(here: str, behind: int, context: Context) -> Said:
    """What a sentence says of its rule, whose own words are blanked and end at `behind`."""
    words = _words(context.languages)
    found = [
        each
        for each in phrases(words.month_out.sub(_within, here), context)
        if each.when.precision is not Precision.UNKNOWN
    ]
    found = sorted([*found, *_feasts_out(here, found, context, words)], key=lambda each: each.start)
    outs = list(_left_out(here, found, words))
    parts = [_part(here, each, behind, words) for each in found if not any(each is out for out, _ in outs)]
    spans = [span for part in parts if part.role for span in part.spans]
    spans += [span for phrase, span in outs for span in (*phrase.spans, span)]
    bounds = _bounds(parts, [phrase.when for phrase, _ in outs])
    odd, spans = _parity(here, words, spans)
    days, spans = _holidays(here, context, spans)
    spans += [match.span() for match in words.term.finditer(here)]
    counted = words.times.search(here, behind)
    spans += [counted.span()] if counted else []
    return Said(
        replace(bounds, odd=odd, holidays=days, times=int(counted["times"]) if counted else 0),
        tuple(sorted(spans)),
        sum(part.role == "" and part.when is not None for part in parts),
        next((part.when.first for part in parts if part.role == "first" and part.when), None),
    )


def _feasts_out(text: str, found: list[Phrase], context: Context, words: _Words) -> Iterator[Phrase]:
    """The named days behind "undtagen", which beside other dates are none: "og ikke 2. påskedag"."""
    taken = {at for phrase in found for start, end in phrase.spans for at in range(start, end)}
    for match in words.out.finditer(text):
        at = match.end()
        while (feast := words.feast.search(text, at, at + _GAP + _LEAD)) and feast.start() - at <= _GAP:
            at = feast.end()
            if feast.start() not in taken:
                taken.update(range(*feast.span()))
                yield from phrases(" " * feast.start() + feast[0], context)


def _within(match: re.Match[str]) -> str:
    """Another word in the place of "undtagen", behind which "mars" and "May" can only be months."""
    return " i".rjust(match.end() - match.start(), "¦")


def _part(text: str, phrase: Phrase, behind: int, words: _Words) -> _Part:
    """What a time is in the sentence of a rule."""
    begins, when = phrase.start, phrase.when
    lead = text[max(0, begins - _LEAD) : begins]
    led = bool(words.leading.match(phrase.words.lstrip("( ")))
    if words.latest.match(phrase.words.lstrip("( ")):
        return _Part("", None, phrase.spans)
    for role, pattern in (("first", words.first), ("end", words.ends), ("start", words.starts)):
        if match := pattern.search(lead):
            span = (begins - len(lead) + match.start(), begins)
            return _Part(_narrowed(role, when), when, (span, *phrase.spans))
    if _remarked(text, phrase):
        return _Part("", None, phrase.spans)
    if when.precision in _DAYS and not led:
        return _Part("", when if begins >= behind else None, phrase.spans)
    return _Part(
        "start" if (led and when.precision in _DAYS) or (led and _short(when)) else "in", when, phrase.spans
    )


def _remarked(text: str, phrase: Phrase) -> bool:
    """Whether a remark is about one month: "(August only if needed)"."""
    opened = text.rfind("(", max(0, phrase.start - _LEAD), phrase.start + 1)
    if opened < 0 or ")" in text[opened : phrase.start] or phrase.when.precision is not Precision.MONTH:
        return False
    return bool(_MORE_WORDS.match(text, phrase.end))


def _narrowed(role: str, when: When) -> str:
    """A range is a start and an end, unless it is itself the end: "to the end of October"."""
    return "in" if role != "end" and when.precision in {Precision.RANGE, Precision.MONTHS} else role


def _short(when: When) -> bool:
    """Whether "fra" before it means from its beginning: a month, a week; not "fra maj til juni"."""
    return when.precision in {Precision.MONTH, Precision.WEEK}


def _bounds(parts: list[_Part], out: list[When]) -> Bounds:
    starts = [part.when for part in parts if part.when and part.role in {"start", "first"}]
    ends = [part.when for part in parts if part.when and part.role == "end"]
    inside = [part.when for part in parts if part.when and part.role == "in"]
    windows = [when for when in inside if _alike(when, inside[0])]
    days = [when for when in windows if when.precision is Precision.RANGE]
    start = starts[0].first if starts else None
    exact = bool(starts) and starts[0].precision not in _MONTHS
    if not starts and len(windows) == 1 and days:
        start, exact = days[0].first, True
    return Bounds(
        start=start,
        exact=exact,
        end=ends[0].last if ends else None,
        windows=tuple((when.first, when.last) for when in windows),
        by_month=bool(windows) and all(when.precision in _MONTHS for when in windows),
        left_out=tuple((when.first, when.last) for when in out if not _yearly(when)),
        months_out=frozenset(month for when in out if when.precision in _MONTHS for month in _months(when)),
        weeks_out=frozenset(week for when in out if "W" in when.edtf for week in _weeks(when)),
    )


def _alike(when: When, first: When) -> bool:
    """Whether two are months, or weeks, or days: of a month and a week the second is about something else."""
    kinds = {(each.precision in _MONTHS, "W" in each.edtf) for each in (when, first)}
    return len(kinds) == 1


def _yearly(when: When) -> bool:
    """Whether months or weeks are named, which count in whatever year the rule passes them."""
    return when.precision in _MONTHS or "W" in when.edtf


def _weeks(when: When) -> Iterator[int]:
    count = min((when.last - when.first).days // 7 + 1, 53)
    return ((when.first + timedelta(weeks=shift)).isocalendar().week for shift in range(count))


def _months(when: When) -> Iterator[int]:
    count = (when.last.year - when.first.year) * 12 + when.last.month - when.first.month + 1
    return ((when.first.month - 1 + shift) % 12 + 1 for shift in range(min(count, 12)))


def _left_out(text: str, found: list[Phrase], words: _Words) -> Iterator[tuple[Phrase, tuple[int, int]]]:
    """The times behind "undtagen", and where that stands."""
    starts = [phrase.start for phrase in found]
    for match in words.out.finditer(text):
        at, begins = match.end(), match.start()
        for phrase in found[bisect_left(starts, begins) :]:
            gap = text[at : max(at, phrase.start)]
            if (
                len(gap) > _GAP
                or re.search(r"[.;:)]\s", gap)
                or words.starts.search(gap)
                or words.ends.search(gap)
            ):
                break
            yield phrase, (begins, phrase.start)
            begins = at = phrase.end
    for phrase in found:
        behind = words.excepted.match(text, phrase.end)
        if behind:
            yield phrase, behind.span()


def _parity(
    text: str, words: _Words, spans: list[tuple[int, int]]
) -> tuple[bool | None, list[tuple[int, int]]]:
    for odd, pattern in ((True, words.odd), (False, words.even)):
        if match := pattern.search(text):
            return odd, [*spans, match.span()]
    return None, spans


def _holidays(
    text: str, context: Context, spans: list[tuple[int, int]]
) -> tuple[frozenset[date], list[tuple[int, int]]]:
    """The public holidays if they are left out, those of the language that names them."""
    for code in context.languages:
        match = lexicon((code,)).finder("public holidays").search(text)
        if match and (no := _last_out(text, match.start(), context)):
            years = (
                range((context.year or 0) - 1, (context.year or 0) + _YEARS_AROUND + 1)
                if context.year
                else ()
            )
            days = frozenset(day for year in years for day in public_holidays(year, code))
            return days, [*spans, (no, match.end())]
    return frozenset(), spans


def _last_out(text: str, at: int, context: Context) -> int | None:
    found = list(_words(context.languages).out.finditer(text, max(0, at - 2 * _LEAD), at))
    return found[-1].start() if found else None


@lru_cache(maxsize=32)
def _words(codes: tuple[str, ...]) -> _Words:
    words = lexicon(codes)
    little = rf"(?:(?:{words.word('on')}|{words.word('the')}|{words.word('in')})\s{{0,3}}){{0,3}}"

    def before(role: str) -> re.Pattern[str]:
        return re.compile(
            rf"(?<!\w)(?:{words.patterns[role]})[\s:,(]{{0,3}}(?:er\s|is\s|är\s)?{little}$", re.IGNORECASE
        )

    return _Words(
        starts=before("starts"),
        first=before("first time"),
        ends=before("ends"),
        leading=words.finder("from"),
        latest=words.finder("latest"),
        out=words.finder("except"),
        feast=words.finder("feast"),
        month_out=re.compile(
            rf"(?<!\w)(?:{words.patterns['except']})(?=\s{{1,3}}(?:{words.patterns['month']})(?!\w))",
            re.IGNORECASE,
        ),
        excepted=re.compile(
            rf"\s{{0,3}}(?:{words.patterns['except']})(?=\s{{0,3}}(?:[).,;]|$))", re.IGNORECASE
        ),
        odd=words.finder("odd weeks"),
        even=words.finder("even weeks"),
        term=words.finder("term"),
        times=re.compile(
            rf"(?<!\w)(?:i\salt\s|in\sall\s|totalt\s)?(?P<times>\d{{1,2}})\s(?:{words.patterns['times']})(?!\w)",
            re.IGNORECASE,
        ),
    )
