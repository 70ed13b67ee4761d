"""Pieces cut out of a line, and the commas, dashes and brackets that they leave behind."""

import re
from collections.abc import Iterable

ENDS = " ,;:(–—-"  # what no line ends with
_SEPARATORS = re.compile(r"\s?[,;](?:\s?[,;])+")
_EMPTY = re.compile(r"\(\s?[,;]?\s?\)")
_OPENED = re.compile(r"\(\s?[,;]\s?")
_CLOSED = re.compile(r"\s?[,;]\s?\)")
_DASHES = re.compile(r"\s[-–—](?:\s[-–—])+\s")


def cut_out(line: str, spans: Iterable[tuple[int, int]]) -> str:
    """The line without these spans (in order), a gap in the place of each."""
    kept, at = [], 0
    for start, end in spans:
        kept.append(line[at:start])
        at = end
    return " ".join([*kept, line[at:]])


def without_gaps(text: str) -> str:
    """A text with one separator where several were left, no empty brackets, none of `ENDS` at its ends."""
    text = " ".join(text.split())
    text = _SEPARATORS.sub(lambda signs: ";" if ";" in signs[0] else ",", text)
    text = _CLOSED.sub(")", _OPENED.sub("(", _EMPTY.sub(" ", text)))
    text = _SEPARATORS.sub(lambda signs: ";" if ";" in signs[0] else ",", " ".join(text.split()))
    return _DASHES.sub(" - ", text).strip(ENDS)
