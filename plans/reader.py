"""The reader of plans: rows of a document in, its plan out. Pure, and the same every time.

extract -> lines -> columns -> layout -> date phrases -> entries -> judgement;
`docs/reading-plans.md` tells of each.
"""

from council.records import Reading
from plans.columns import without_columns
from plans.dated_lists import list_drafts
from plans.entries import drafts, entries, understood
from plans.extracted import Extracted
from plans.judgement import is_plan, news
from plans.layout import regions
from plans.leftovers import unplaced
from plans.lines import clean_rows
from plans.years import plan_year


def read_document(document: Extracted, *, name: str) -> Reading:
    """Read the plan in a document; without one the reading is empty. Never raises.

    What stands in the plan and was not understood is listed in `unplaced`.
    """
    rows = tuple(without_columns(clean_rows(document.rows)))
    plans = [region for region in regions(rows) if is_plan(rows, region)]
    years = [plan_year(rows, region) for region in plans]
    found = [draft for region, year in zip(plans, years, strict=True) for draft in drafts(region, year)]
    found += news(found, list_drafts(rows, plans))
    return Reading(
        document=name,
        entries=tuple(entries([draft for draft in found if understood(draft)], name)),
        unplaced=tuple(unplaced(rows, plans, found, name)),
        year=next((year for year in years if year), None),
    )
