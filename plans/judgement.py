"""What is a plan, and what only looks like one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from council.records import Kind
from council.when import Precision, When
from plans.doubting import elsewhere
from plans.entries import Draft
from plans.extracted import Row
from plans.layout import Region
from plans.pieces import without_bullet
from plans.telling import names_person, tells
from plans.years import under_title

_SPANS = {Precision.MONTH, Precision.MONTHS, Precision.QUARTER, Precision.SEASON, Precision.WEEK}
_MOST_MONTHS = 12
_STEM = 6  # letters by which words are compared
_ENOUGH = 2  # markers in a row that nothing else needs to vouch for
_WORD = re.compile(r"[^\W\d_]{4,}")


def is_plan(rows: tuple[Row, ...], region: Region) -> bool:
    """Whether a run of months is a plan: several, or one under a title, and words, not figures."""
    texts = [without_bullet(piece.text) for block in region.blocks for piece in block.pieces]
    worded = [text for text in texts if tells(text)]
    if not worded or len(worded) * 2 < len(texts):
        return False
    return under_title(rows, region) or (len(region.blocks) >= _ENOUGH and not all(map(names_person, texts)))


def joined(known: list[Draft], listed: Iterable[Draft]) -> list[Draft]:
    """What layouts before found, and of what the next one found that which these have not told of already.

    A day for what is known by its month only is a question: the two may be the same.
    """
    result = list(known)
    news: list[Draft] = []
    there: dict[date, list[int]] = defaultdict(list)
    for at, other in enumerate(known):
        for month in _months(other):
            there[month].append(at)
    for draft in listed:
        near = (at for month in _months(draft) for at in there[month])
        same = next((at for at in near if _same(known[at], draft)), None)
        if same is None:
            news.append(draft)
        elif _day(draft) and not _day(known[same]):
            doubt = elsewhere(_time(known[same]), draft.item.whens[0])
            item = result[same].item
            result[same] = replace(result[same], item=replace(item, doubts=(*item.doubts, doubt)))
    return result + news


def _months(draft: Draft) -> Iterator[date]:
    """The first days of the months that a draft is in, of a long time only some."""
    for when in draft.item.whens or (draft.marker,):
        month = when.first.replace(day=1)
        for _ in range(_MOST_MONTHS):
            if month > when.last or month.year == date.max.year:
                break
            yield month
            month = (month + timedelta(days=31)).replace(day=1)


def _same(known: Draft, draft: Draft) -> bool:
    """Whether two layouts tell of one thing: on the same day, or one of them says the day more exactly."""
    days, others = ({when.first for when in each.item.whens if when.known} for each in (draft, known))
    if days and others:
        return bool(days & others) and _alike(draft, known)
    if not (days or others) or draft.item.rule or known.item.rule:
        return False
    span = _time(known if days else draft).span
    within = all(span.first <= day <= span.last for day in days or others)
    return within and span.precision in _SPANS and _names_same(draft.item.title, known.item.title)


def _time(draft: Draft) -> When:
    return draft.item.whens[0] if draft.item.whens else draft.marker


def _day(draft: Draft) -> bool:
    return any(when.known for when in draft.item.whens)


def _alike(draft: Draft, other: Draft) -> bool:
    """Whether two items of one day are the same: two meetings, or titles with a word in common."""
    kinds = {draft.item.kind, other.item.kind}
    shared = _words(draft.item.title) & _words(other.item.title)
    return bool(shared) or kinds == {Kind.MEETING}


def _names_same(one: str, other: str) -> bool:
    """Whether all words of one title are in the other."""
    these, those = _words(one), _words(other)
    return bool(these and those) and (these <= those or those <= these)


def _words(title: str) -> set[str]:
    return {word.casefold()[:_STEM] for word in _WORD.findall(title)}
