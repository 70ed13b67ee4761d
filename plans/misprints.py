"""Questions about days whose figures were repaired: "den 2O. maj" was taken for 20 May."""

from collections.abc import Iterator
from dataclasses import replace

from council.doubts import Doubt
from council.when import When
from plans.clocks import find_clocks
from plans.doubting import misprinted
from plans.entries import Draft
from plans.extracted import Row
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.repair import Repaired, repaired


def doubted(draft: Draft, printed: Row) -> Draft:
    """A draft with a question for each of its days of which a figure is printed as a letter."""
    doubts = tuple(_doubts(draft.item.whens, printed))
    if not doubts:
        return draft
    return replace(draft, item=replace(draft.item, doubts=(*draft.item.doubts, *doubts)))


def _doubts(whens: tuple[When, ...], printed: Row) -> Iterator[Doubt]:
    for cell in printed.cells:
        fixed = repaired(cell, ALL_LANGUAGES)
        if fixed.places:
            yield from (misprinted(when, words) for when in whens if (words := _misread(when, cell, fixed)))


def _misread(when: When, cell: str, fixed: Repaired) -> str:
    """The printed words of a day if one of its figures was repaired; those of a time of day do not count.

    A weekday beside it says already whether it was read rightly.
    """
    start = fixed.text.find(when.words) if when.known and when.words else -1
    if start < 0 or lexicon(ALL_LANGUAGES).finder("weekday").search(when.words):
        return ""
    hours = {
        at
        for clock in find_clocks(fixed.text, ALL_LANGUAGES)
        if clock.sure
        for at in range(clock.start, clock.end)
    }
    end = start + len(when.words)
    figures = (at for at in range(start, end) if fixed.text[at].isdigit() and at not in hours)
    changed = any(cell[fixed.place(at)] != fixed.text[at] for at in figures)
    return cell[fixed.place(start) : fixed.place(end)] if changed else ""
