"""What is a plan, and what only looks like one."""

import re
from collections.abc import Iterable

from plans.entries import Draft
from plans.extracted import Row
from plans.layout import Region
from plans.years import names_plan

_ENOUGH = 2  # markers in a row that nothing else needs to vouch for
_WORD = re.compile(r"[^\W\d_]{4,}")
_FIGURES = re.compile(r"^[\d\s.,:%/+–-]*(?:kr\.?)?$", re.IGNORECASE)


def is_plan(rows: tuple[Row, ...], region: Region) -> bool:
    """Whether a run of months is a plan: several, or one under a title, and words, not figures."""
    texts = [piece.text for block in region.blocks for piece in block.pieces]
    worded = [text for text in texts if _WORD.search(text) and not _FIGURES.match(text)]
    if not worded or len(worded) * 2 < len(texts):
        return False
    return len(region.blocks) >= _ENOUGH or names_plan(rows, region)


def news(known: list[Draft], listed: Iterable[Draft]) -> list[Draft]:
    """Of a list of dates those that the plan of the same document does not have already."""
    days = {when.first for draft in known for when in draft.item.whens}
    return [draft for draft in listed if not days.intersection(when.first for when in draft.item.whens)]
