"""Plans by month: a table or headings of months, with what is planned beside or below them."""

from collections.abc import Iterator

from plans.atoms import Context
from plans.columns import without_columns
from plans.entries import drafts, understood
from plans.extracted import Row
from plans.judgement import is_plan
from plans.layout import regions
from plans.leftovers import unplaced
from plans.phrases import phrases
from plans.sheet import Passage, Setting
from plans.telling import names_person, tells
from plans.years import plan_year

_ANY_YEAR = 2000


def by_month(rows: tuple[Row, ...], setting: Setting) -> Iterator[Passage]:
    """All plans that go by months."""
    rows = tuple(without_columns(rows))
    for region in regions(rows):
        if not is_plan(rows, region):
            idle = (piece for block in region.blocks for piece in block.pieces)
            yield Passage(frozenset(each.at for each in idle if _idle(each.text)))
        else:
            found = list(drafts(region, *plan_year(rows, region, setting)))
            taken = frozenset(range(region.first, region.after))
            left = tuple(unplaced(rows, region, found))
            yield Passage(taken, tuple(each for each in found if understood(each)), left)


def _idle(text: str) -> bool:
    """Whether something beside a month is a name, a figure or opening hours, which no layout reads."""
    undated = not phrases(text, Context(year=_ANY_YEAR))
    return undated and (names_person(text) or not tells(text))
