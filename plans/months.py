"""Plans by month: a table or headings of months, with what is planned beside or below them."""

from collections.abc import Iterator
from dataclasses import replace

from council.records import Kind
from plans.columns import without_columns
from plans.defaults import Default, at_hours, defaults, nearest
from plans.entries import Draft, drafts, understood
from plans.extracted import Row
from plans.judgement import is_plan
from plans.layout import regions
from plans.leftovers import unplaced
from plans.sheet import Passage, Setting
from plans.years import plan_year


def by_month(rows: tuple[Row, ...], setting: Setting) -> Iterator[Passage]:
    """All plans that go by months."""
    rows = tuple(without_columns(rows))
    said = defaults(rows)
    for region in regions(rows):
        if is_plan(rows, region):
            found = list(drafts(region, plan_year(rows, region, setting)))
            taken = frozenset(range(region.first, region.after))
            left = tuple(unplaced(rows, region, found))
            drafts_left = (each for each in found if understood(each))
            yield Passage(taken, tuple(_timed(each, said) for each in drafts_left), left)


def _timed(draft: Draft, said: tuple[Default, ...]) -> Draft:
    """A meeting at the hours that are said for all of them."""
    if draft.item.kind is not Kind.MEETING or draft.item.rule:
        return draft
    default = nearest(said, draft.piece.at, draft.item.title)
    return replace(draft, item=at_hours(draft.item, default)) if default else draft
