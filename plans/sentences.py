"""Rows put together again: lines to paragraphs, paragraphs to sentences, each with where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plans.extracted import PARAGRAPH, Row
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.pieces import goes_on, has_bullet, without_bullet
from plans.tenses import has_verb

_LONGEST = 4_000  # characters of a paragraph; a longer one is cut between lines
_FULL = 45  # characters from which a line may have been broken because it was full
_WIDE = 70  # characters from which a line is one of running text
_OPENS = re.compile(r"(?!\w{2,6}dag(?:en)?\s)[A-ZÆØÅÄÖ][\w-]{2,40}\s[a-zæøåäö]")
_NEAR = 24  # characters in which an abbreviation stands
_MOST_GAPS = 6  # blank rows (a foot of a page) over which a sentence goes on
_CHAPTER = re.compile(r"\(?\d{1,2}[.)]\s{1,3}[A-ZÆØÅÄÖ]")
_DIVIDED = re.compile(r"[^\W\d_]-$")
_ENDS = re.compile(r"(?P<word>[^\s.!?]{0,30})[.!?…]{1,3}[\"”»')\]]{0,2}\s{1,9}(?=[\"“”«»'(\[]?[\w§])")
_WHOLE = re.compile(r"[.!?:][\"”»')\]]{0,2}$")
_INITIAL = re.compile(r"[A-ZÆØÅÄÖ]")
_NUMBER = re.compile(r"\d{1,4}")
_DATE_GOES_ON = re.compile(r"\d{1,2}\.|(?:19|20)\d\d(?!\d)")
_HALVES = ("og", "eller", "samt", "and", "or", "och")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the indexes of the rows it stands on, and whether it is all of its paragraph."""

    text: str
    rows: tuple[int, ...]
    paragraph: int = 0
    heading: bool = False
    alone: bool = False


def sentences(rows: tuple[Row, ...]) -> Iterator[Sentence]:
    """All sentences of a document, in its order."""
    for number, lines in enumerate(_paragraphs(rows)):
        heading = rows[lines[0][0]].heading
        text, starts = _joined([line for _, line in lines])
        spans = list(_spans(text))
        for start, end in spans:
            there = [
                lines[at][0]
                for at, (first, after) in enumerate(zip(starts, [*starts[1:], len(text) + 1], strict=True))
                if first < end and after > start
            ]
            yield Sentence(text[start:end].strip(), tuple(there), number, heading, alone=len(spans) == 1)


def running(rows: tuple[Row, ...]) -> frozenset[int]:
    """The rows of sentences with a verb that go over several: a date in front of one opens no list."""
    return frozenset(
        at
        for sentence in sentences(rows)
        if len(sentence.rows) > 1 and sentence.text.endswith((".", "!"))
        if has_verb(sentence.text) or _told(sentence, rows)
        for at in sentence.rows
        if not has_bullet(rows[sentence.rows[0]].text)
    )


def _told(sentence: Sentence, rows: tuple[Row, ...]) -> bool:
    """Whether a sentence without a known verb is no line of a list: full lines, no date in front."""
    lines = [rows[at].text for at in sentence.rows[:-1]]
    return all(len(line) >= _WIDE for line in lines) and bool(_OPENS.match(sentence.text))


def split(text: str) -> tuple[str, ...]:
    """The sentences of a text."""
    return tuple(part for start, end in _spans(text) if (part := text[start:end].strip()))


def _paragraphs(rows: tuple[Row, ...]) -> Iterator[list[tuple[int, str]]]:
    """Lines that belong together: index of the row and text, without bullets."""
    paragraph: list[tuple[int, str]] = []
    size, gap, widest = 0, 0, _widths(rows)
    for at, row in enumerate(rows):
        if row.blank:
            gap += 1
            continue
        for part in re.split(f"[\n{PARAGRAPH}]", row.text):
            line = part.strip()
            if not line:
                continue
            joins = paragraph and _goes_on(rows, paragraph[-1], (at, line), gap, widest)
            if paragraph and (not joins or size > _LONGEST):
                yield paragraph
                paragraph, size = [], 0
            paragraph.append((at, line if paragraph else without_bullet(line)))
            size += len(line)
            gap = 0
    if paragraph:
        yield paragraph


def _widths(rows: tuple[Row, ...]) -> list[int]:
    """For each row how long the longest line is of those around it without a gap."""
    widths, start = [0] * len(rows), 0
    for at in range(len(rows) + 1):
        if at == len(rows) or rows[at].blank:
            longest = max((len(row.text) for row in rows[start:at]), default=0)
            widths[start:at] = [longest] * (at - start)
            start = at + 1
    return widths


def _goes_on(
    rows: tuple[Row, ...], before: tuple[int, str], here: tuple[int, str], gap: int, widest: list[int]
) -> bool:
    """Whether a line is the rest of the paragraph above it."""
    (above, last), (at, line) = before, here
    if has_bullet(line) or rows[at].heading or rows[above].heading:
        return False
    if _CHAPTER.match(line) and not _month().match(line.split(maxsplit=1)[1]):
        return False
    whole = bool(_WHOLE.search(last)) and not _abbreviated(last)
    if _tabular(rows[at]) or _tabular(rows[above]):
        return not whole and not gap and rows[above].table == rows[at].table == 0 and line[0].islower()
    if gap:
        return not whole and gap <= _MOST_GAPS and len(last) >= _FULL and line[0].islower()
    if not whole and goes_on(last, line):
        return True
    room = widest[at] - len(last)
    return len(last) >= _FULL and room < len(line.split(maxsplit=1)[0]) + 1


def _tabular(row: Row) -> bool:
    return bool(row.table) or sum(bool(cell) for cell in row.cells) > 1


def _joined(lines: list[str]) -> tuple[str, list[int]]:
    """The lines as one text, divided words made whole, and where each begins in it."""
    text, starts = "", list[int]()
    for line in lines:
        first = re.match(r"\w{1,60}", line)
        divided = _DIVIDED.search(text) and first and first[0][0].islower()
        if divided and first and first[0].casefold() not in _HALVES:
            text = text[:-1]
        elif text and (divided or not text.endswith(("-", "/"))):
            text += " "
        starts.append(len(text))
        text += line
    return text, starts


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _ENDS.finditer(text):
        if not _stays(text, start, match):
            yield start, match.end()
            start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _stays(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a full stop ends no sentence: "kl. 17", "4. maj", "d. 4", "H. Jensen", "2. Referat"."""
    word, after = match["word"], text[match.end() : match.end() + _NEAR]
    if match[0].strip().startswith(f"{word}!") or match[0].strip().startswith(f"{word}?"):
        return after[:1].islower()
    if after[:1].islower() or _abbreviated(text[max(0, match.end() - _NEAR) : match.end()].rstrip()):
        return True
    if _NUMBER.fullmatch(word.rsplit("/", 1)[-1].lstrip("(")):
        opens = not text[start : match.start()].strip(" (")
        return opens or bool(_month().match(after)) or bool(_DATE_GOES_ON.match(after))
    return bool(_INITIAL.fullmatch(word)) and after[:1].isupper()


def _abbreviated(text: str) -> bool:
    """Whether a text ends in an abbreviation with its full stop."""
    return bool(_short().search(text, max(0, len(text) - _NEAR)))


@lru_cache(maxsize=1)
def _short() -> re.Pattern[str]:
    patterns = lexicon(ALL_LANGUAGES).patterns
    return re.compile(rf"(?<![\w.])(?:{patterns['abbreviation']})\.$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _month() -> re.Pattern[str]:
    return re.compile(lexicon(ALL_LANGUAGES).word("month"), re.IGNORECASE)
