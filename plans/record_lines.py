"""The rows of a table as records: what goes on in a second line, and what was said once for several."""

from collections.abc import Iterable, Iterator

from plans.atoms import Context
from plans.headings import stated_years
from plans.markers import Marker, marker
from plans.pieces import Piece, goes_on
from plans.record_columns import Columns, Use
from plans.record_times import Record, times_in
from plans.table_cells import (
    has_words,
    hours_in,
    is_named,
    is_time,
    nothing,
)
from plans.table_shapes import Line

_MOST_WORDS = 6  # of a time that is no date: "Efter sommerferien"
_LONGEST_ALONE = 120  # characters of a line that goes on with the row above it
_ANY = Context(year=2000)


class Records:
    """Reads lines from above; `left` are those not understood, `taken` the rows that are no records."""

    def __init__(self, columns: Columns) -> None:
        """For lines with these columns."""
        self._columns = columns
        self.left: list[Piece] = []
        self.taken: set[int] = set()

    def read(self, lines: Iterable[Line]) -> Iterator[Record]:
        """The rows, each with the lines that go on with it, and with what was said once for several."""
        last: Record | None = None
        month: Marker | None = None
        for line in lines:
            record = self._record(line)
            text = " ".join(cell for cell in line.cells if cell)
            if is_named("total", next((cell for cell in line.cells if cell), "")):
                self.taken.add(line.at)
            elif last and self._goes_on(last, record, line):
                self._append(last, record, line)
            elif line.alone or (line.told == 1 and not record.text(Use.WHEN) and not record.text(Use.DAY)):
                self._alone(line, text, bool(last))
            elif (not is_time(record.text(Use.WHEN)) and not _told(record)) or (
                line.told == 1 and not is_time(record.text(Use.WHEN)) and not record.text(Use.DAY)
            ):
                continue
            elif record.text(Use.WHEN) and not self._timely(record.text(Use.WHEN)):
                self.left.append(Piece(text, line.row.page, line.row.line, at=line.at))
                self.taken.add(line.at)
            else:
                month = marker(record.text(Use.MONTH)) or month
                record.month = month if self._columns.of(Use.MONTH) is not None else None
                self._carry(record, last)
                if last:
                    yield last
                last = record
        if last:
            yield last

    def _record(self, line: Line) -> Record:
        texts: dict[Use, str] = {}
        due: list[tuple[str, str]] = []
        for at, use in enumerate(self._columns.uses):
            cell = " ".join(line.cells[at].split()) if at < len(line.cells) else ""
            if use is Use.DEADLINE and not nothing(cell):
                due.append((self._columns.heads[at], cell))
            elif cell and use is not Use.OTHER and use not in texts:
                texts[use] = cell
        return Record(line, texts, due, {line.at})

    def _timely(self, text: str) -> bool:
        """Whether the text of a time's column is a time, or words for one that is not known."""
        if is_time(text) or times_in(text, _ANY):
            return True
        return (
            len(text.split()) <= _MOST_WORDS and not any(map(str.isdecimal, text)) and not text.endswith(":")
        )

    def _goes_on(self, last: Record, record: Record, line: Line) -> bool:
        """Whether a line is the rest of the row above it."""
        when, title = record.text(Use.WHEN), record.text(Use.TITLE)
        if line.row.table or line.at > max(last.rows) + 1 or record.text(Use.DAY) or record.text(Use.HOURS):
            return False
        before = last.text(Use.WHEN)
        if when and (before.count("(") > before.count(")") or before.endswith(("-", "–"))):
            return not title
        if when and not is_time(when):
            return not title and when[:1].islower()
        told = [use for use in record.texts if use is not Use.WHEN]
        if when or not told or len(line.row.text) > _LONGEST_ALONE:
            return False
        return all(last.text(use) and goes_on(last.text(use), record.text(use)) for use in told)

    def _append(self, last: Record, record: Record, line: Line) -> None:
        for use, text in record.texts.items():
            last.texts[use] = f"{last.texts.get(use, '')} {text}".strip()
        last.rows.add(line.at)

    def _alone(self, line: Line, text: str, inside: bool) -> None:  # noqa: FBT001  # a fact about the line
        """A line by itself: a heading inside the table, or one that was not understood."""
        if line.row.table and inside and any(map(str.isdecimal, text)) and not stated_years(line.row):
            self.left.append(Piece(text, line.row.page, line.row.line, at=line.at))
            self.taken.add(line.at)

    def _carry(self, record: Record, last: Record | None) -> None:
        """Put the date of the row above into one that has none."""
        if last and not record.text(Use.WHEN) and not record.text(Use.DAY) and record.text(Use.TITLE):
            for use in (Use.WHEN, Use.DAY, Use.WEEKDAY):
                if last.text(use):
                    record.texts[use] = last.text(use)


def _told(record: Record) -> bool:
    """Whether a row says more than a weekday and hours, as opening hours do."""
    texts = (text for use, text in record.texts.items() if use in {Use.TITLE, Use.PLACE, Use.DAY, Use.NOTE})
    return bool(record.due) or any(
        has_words(text) or (any(map(str.isdecimal, text)) and not hours_in(text)) for text in texts
    )
