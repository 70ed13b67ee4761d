"""Rows of a table as text: values divided by semicolons, commas, tabs or bars (RFC 4180 and its kin)."""

import csv
from collections import Counter
from collections.abc import Iterator

from plans.encodings import decoded
from plans.extracted import Extracted
from plans.grid import grid_rows
from plans.limits import Limits
from plans.unreadable import Reason, UnreadableDocument

_DELIMITERS = ";\t,|"
_SAMPLE = 20_000  # characters by which the delimiter is found
_FEWEST = 3  # records of a table
_WIDE = 3  # columns of one whose delimiters have spaces behind them
_MOST = 0.6  # of the records have as many values as most have
_NEARLY_ALL = 0.9
_LONGEST = 4000  # characters of a value; a longer one comes from a quotation mark that is not closed


def extract_csv(data: bytes, limits: Limits) -> Extracted:
    """The records of a file with divided values, those that are no table as lines.

    Raises:
        UnreadableDocument: too long, in no known encoding, or not divided.
    """
    text = decoded(data).replace("\0", "")
    delimiter = delimiter_of(text)
    if delimiter is None:
        raise UnreadableDocument(Reason.UNSUPPORTED)
    if len(text) > limits.characters or text.count("\n") > limits.lines:
        raise UnreadableDocument(Reason.TOO_LONG)
    records = [(line, bounded(values, limits.columns)) for line, values in _records(text, delimiter)]
    return Extracted(tuple(grid_rows(records)))


def bounded(values: list[str], most: int) -> tuple[str, ...]:
    """At most so many cells; what is beyond them is joined in the last one."""
    if len(values) <= most:
        return tuple(values)
    return (*values[: most - 1], " ".join(value for value in values[most - 1 :] if value))


def delimiter_of(text: str) -> str | None:
    """What divides the values of a table; None for a text that is none.

    Sentences have commas too: a delimiter counts if it divides most lines into equally many values, and
    is followed by a space in hardly any of them unless there are several columns.
    """
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    found = ((_columns(sample, each), -at, each) for at, each in enumerate(_DELIMITERS) if each in sample)
    columns, _, delimiter = max(found, default=(0, 0, ""))
    return delimiter if columns else None


def _columns(sample: str, delimiter: str) -> int:
    """How many columns there are with this delimiter; 0 if that makes no table."""
    counts = Counter(len(values) for _, values in _records(sample, delimiter) if any(map(str.strip, values)))
    total = counts.total()
    columns, often = max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if columns <= 1 or often < _FEWEST or often < total * _MOST:
        return 0
    spaced = sample.count(f"{delimiter} ") * 2 > sample.count(delimiter)
    doubtful = spaced and (columns < _WIDE or often < total * _NEARLY_ALL or delimiter == ",")
    return 0 if doubtful else columns


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The records with the numbers of their lines; quotation marks count as such only where they close."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        records = list(_quoted(lines, delimiter))
    except csv.Error:  # a value that is longer than the module takes
        records = []
    runaway = any(len(value) > _LONGEST for _, values in records for value in values)
    plain = ((number, line.split(delimiter)) for number, line in enumerate(lines, start=1))
    yield from plain if runaway or not records else records


def _quoted(lines: list[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    before = 0
    for values in reader:
        yield before + 1, values
        before = reader.line_num
