"""How much one document may cost."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on a document and on the process that reads it; sizes in bytes, times in seconds.

    `expanded` bounds what a zip may unpack to, `ratio` how much larger than packed, `characters` and
    `lines` what has no pages, `tables` the pages of a PDF that are searched for ruled tables, `columns` the
    cells of a row: what is beyond them is joined in the last one.
    """

    size: int = 20 * MEGABYTE
    expanded: int = 60 * MEGABYTE
    part: int = 12 * MEGABYTE
    ratio: int = 150
    pages: int = 200
    lines: int = 8000
    characters: int = 2_000_000
    tables: int = 40
    columns: int = 200
    memory: int = 500 * MEGABYTE
    cpu: int = 30
    wall: float = 40.0
