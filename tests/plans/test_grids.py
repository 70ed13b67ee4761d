import math

from hypothesis import given
from hypothesis import strategies as st

from plans.grids import Rule, grids


def level(at: float, start: float, end: float) -> Rule:
    return Rule(upright=False, at=at, start=start, end=end)


def upright(at: float, start: float, end: float) -> Rule:
    return Rule(upright=True, at=at, start=start, end=end)


LEVELS = [level(y, 0, 200) for y in (0, 20, 40)]
UPRIGHTS = [upright(x, 0, 40) for x in (0, 80, 200)]


def test_the_cells_of_a_table() -> None:
    (grid,) = grids([*LEVELS, *UPRIGHTS])
    assert grid.slot(10, 10) == (0, 0)
    assert grid.slot(100, 30) == (1, 1)
    assert grid.slot(300, 10) is None


def test_rules_drawn_around_each_cell_are_put_together() -> None:
    pieces = [level(y, x, x + 50) for y in (0, 20, 40) for x in (0, 50.5, 101)]
    pieces += [upright(x, y, y + 20) for x in (0, 50, 51, 101, 151) for y in (0, 20.4)]
    (grid,) = grids(pieces)
    assert (len(grid.xs), len(grid.ys)) == (4, 3)


def test_merged_cells_have_one_beginning() -> None:
    (grid,) = grids([*LEVELS, upright(0, 0, 40), upright(80, 20, 40), upright(200, 0, 40)])
    assert grid.slot(150, 10) == (0, 0)


def test_a_cell_over_two_rows_has_one_beginning() -> None:
    (grid,) = grids([level(0, 0, 200), level(20, 80, 200), level(40, 0, 200), *UPRIGHTS])
    assert grid.slot(10, 30) == (0, 0)
    assert grid.slot(100, 30) == (1, 1)


def test_a_table_cut_by_the_page_ends_where_its_rules_do() -> None:
    (grid,) = grids([level(0, 0, 200), *UPRIGHTS])
    assert grid.ys == (0, 40)


def test_a_table_open_at_its_sides_ends_where_its_rules_do() -> None:
    (grid,) = grids([*LEVELS, upright(80, 0, 40)])
    assert grid.xs == (0, 80, 200)


def test_boxes_and_underlines_are_no_tables() -> None:
    assert list(grids([level(0, 0, 200), level(20, 0, 200), upright(0, 0, 20), upright(200, 0, 20)])) == []
    assert list(grids([level(0, 0, 200), level(30, 0, 90)])) == []


def test_places_that_are_no_numbers_make_no_rule() -> None:
    for odd in (math.nan, math.inf, -math.inf, 1e30):
        assert Rule.over((0, 0, odd, 1)) is None
        assert Rule.over((odd, 0, 9, 1)) is None
    assert Rule.over((0, 9, 100, 10)) == level(9.5, 0, 100)


places = st.floats(-500, 1500, allow_nan=False)


@given(st.lists(st.builds(Rule, st.booleans(), places, places, places), max_size=60))
def test_any_rules_make_grids_whose_slots_all_have_a_cell(rules: list[Rule]) -> None:
    for grid in grids(rules):
        slots = {(row, column) for row in range(len(grid.ys) - 1) for column in range(len(grid.xs) - 1)}
        assert set(grid.cells) == slots
        assert all(grid.cells[cell] == cell for cell in grid.cells.values())
