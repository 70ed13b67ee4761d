from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from council.series import in_order

DAYS = st.lists(st.integers(0, 60), max_size=5).map(sorted)


def apart(one: int, other: int) -> int:
    return abs(one - other)


def best(ones: list[int], others: list[int], limit: int) -> tuple[int, int]:
    """Minus the number of pairs and their distance, of the best way to pair them, by trying all."""
    found = [(0, 0)]
    for count in range(1, min(len(ones), len(others)) + 1):
        for some in combinations(ones, count):
            for row in permutations(others, count):
                days = [apart(one, other) for one, other in zip(some, row, strict=True)]
                if max(days) <= limit:
                    found.append((-count, sum(days)))
    return min(found)


@given(DAYS, DAYS, st.sampled_from([10, 1000]))
def test_as_many_pairs_as_there_can_be_with_the_least_distance(
    ones: list[int], others: list[int], limit: int
) -> None:
    pairs = in_order(ones, others, apart, limit)
    assert (-len(pairs), sum(apart(*pair) for pair in pairs)) == best(ones, others, limit)
    assert all(apart(*pair) <= limit for pair in pairs)
    assert pairs == sorted(pairs)
