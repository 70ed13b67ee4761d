"""The next edition of a plan shows what has become of it, and exactly that."""

from collections import Counter

from hypothesis import given, settings

from council.comparing import Sort, compare
from tests.council.editions import Editions, two_editions
from tests.council.kit import Kept


@given(two_editions())
@settings(max_examples=150)
def test_exactly_what_was_changed_is_shown(editions: Editions) -> None:
    kept = Kept(editions.last)
    found = compare(kept.entries, editions.new, kept.activities)
    changed = {each.entry.id: each.sorts for each in found if each.entry}
    assert changed == {f"e{index}": (sort,) for index, sort in editions.sorts.items()}
    assert Counter(each.sort for each in found)[Sort.NEW] == editions.added
