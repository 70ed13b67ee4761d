"""A grid of cells, as a spreadsheet or a CSV file holds it, as rows of titles, tables and footnotes.

Spreadsheets have no paragraphs: what stands alone in its row above the first real row is a title, what
stands alone below the last one a footnote. A single cell after an empty row begins a new section, which is
a table of its own only if headings of columns follow ("Februar" goes on with the table above).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from plans.extracted import Row

Record = tuple[int, tuple[str, ...]]
"""The number of a line, and its cells."""


@dataclass(slots=True)
class _Section:
    """Records between two gaps of which the second begins with a single cell."""

    records: list[Record] = field(default_factory=list)

    @property
    def width(self) -> int:
        return max((len(cells) for _, cells in self.records), default=0)

    @property
    def headed(self) -> bool:
        """Whether its first full record is a heading: one without figures."""
        full = next((cells for _, cells in self.records if _full(cells)), ())
        return bool(full) and not any(letter.isdigit() for cell in full for letter in cell)


def grid_rows(records: Iterable[Record], *, first_table: int = 1) -> Iterator[Row]:
    """The rows of one grid; its tables are counted from `first_table`. Columns with nothing in them go."""
    table, width = first_table - 1, 0
    sections = list(_sections(_packed([(line, _trimmed(cells)) for line, cells in records])))
    for at, section in enumerate(sections):
        anew = table < first_table or section.headed
        table += anew
        width = section.width if anew else max(width, section.width)
        yield from _rows(section.records, table, width, anew=anew, last=at == len(sections) - 1)


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells without white space, and without empty ones at the end."""
    stripped = [cell.strip() for cell in cells]
    while stripped and not stripped[-1]:
        stripped.pop()
    return tuple(stripped)


def _packed(records: list[Record]) -> list[Record]:
    """The records without the columns that are empty in all of them."""
    used = sorted({at for _, cells in records for at, cell in enumerate(cells) if cell})
    return [(line, tuple(cells[at] for at in used if at < len(cells))) for line, cells in records]


def _sections(records: list[Record]) -> Iterator[_Section]:
    section, gap = _Section(), False
    for line, cells in records:
        if gap and _single(cells) and any(_full(each) for _, each in section.records):
            yield section
            section = _Section()
        section.records.append((line, cells))
        gap = not cells
    yield section


def _rows(records: list[Record], table: int, width: int, *, anew: bool, last: bool) -> Iterator[Row]:
    full = [at for at, (_, cells) in enumerate(records) if _full(cells)]
    first = full[0] if full and anew else 0
    after = full[-1] + 1 if full and last else len(records)
    for at, (line, cells) in enumerate(records):
        alone = _single(cells) and (not full or not first <= at < after)
        if not cells or alone:
            yield Row((cells[0] if cells else "",), line=line)
        else:
            yield Row(cells + ("",) * (width - len(cells)), line=line, table=table)


def _single(cells: tuple[str, ...]) -> bool:
    return len(cells) == 1


def _full(cells: tuple[str, ...]) -> bool:
    return len(cells) > 1
