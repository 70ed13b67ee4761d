"""Plans by month: a table or headings of months, with what is planned beside or below them."""

from collections.abc import Iterator

from plans.columns import without_columns
from plans.entries import drafts, understood
from plans.extracted import Row
from plans.judgement import is_plan
from plans.layout import regions
from plans.leftovers import unplaced
from plans.sheet import Passage, Setting
from plans.years import plan_year


def by_month(rows: tuple[Row, ...], setting: Setting) -> Iterator[Passage]:
    """All plans that go by months."""
    rows = tuple(without_columns(rows))
    for region in regions(rows):
        if is_plan(rows, region):
            found = list(drafts(region, plan_year(rows, region, setting)))
            taken = frozenset(range(region.first, region.after))
            left = tuple(unplaced(rows, region, found))
            yield Passage(taken, tuple(each for each in found if understood(each)), left)
