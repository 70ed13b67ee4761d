"""How much one document may cost."""

import math
from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on a document and on the process that reads it; sizes in bytes, times in seconds.

    `cpu` and `wall` are for any document, `cpu_page` and `wall_page` come to them for each of its pages, or
    for 50 rows of one that has none; `answer` bounds what its reading may come to.
    `expanded` bounds what a zip may unpack to, `ratio` how much larger than packed, `characters` and
    `lines` what has no pages, `pdf_lines` the lines and table rows of a PDF, `columns` the cells of a row:
    what is beyond them is joined in the last one.
    """

    size: int = 20 * MEGABYTE
    expanded: int = 60 * MEGABYTE
    part: int = 12 * MEGABYTE
    ratio: int = 150
    pages: int = 200
    lines: int = 8000
    characters: int = 2_000_000
    pdf_lines: int = 24_000
    columns: int = 200
    memory: int = 500 * MEGABYTE
    answer: int = 12 * MEGABYTE
    cpu: int = 12
    wall: float = 15.0
    cpu_page: float = 0.2
    wall_page: float = 0.3

    def cpu_for(self, pages: int) -> int:
        """The seconds of work for a document of so many pages; no more than for the most it may have."""
        return self.cpu + math.ceil(self.cpu_page * min(pages, self.pages))

    def wall_for(self, pages: int) -> float:
        """The seconds after which somebody who waits for so many pages is told that it takes too long."""
        return self.wall + self.wall_page * min(pages, self.pages)
