"""Plans that are lists: a line for each date, "19.01.2028 kl. 17", "Seniordagen: 1 oktober på Folkets hus".

A list is a run of lines that each begin or end with a date. Alone, without a name above them, dates make
one only from three lines on, so that the head of a letter is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from council.records import Kind, Status
from council.when import Precision, When
from plans.atoms import Context
from plans.clocks import find_clocks
from plans.defaults import Default, at_hours, nearest
from plans.entries import Draft
from plans.extracted import Row
from plans.items import Item, read_item
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.list_names import ListName, list_name
from plans.numbered import item_text
from plans.phrases import Phrase, opens_dated, phrases
from plans.pieces import Piece, ends_open, has_bullet
from plans.sections import headings_above, is_heading
from plans.sentences import running, split
from plans.sheet import Passage, Setting
from plans.stamps import opens_stamped, stamped
from plans.tenses import is_past
from plans.years import context_at, from_first, onward

_ANY_YEAR = 2000
_FEWEST, _ALONE = 2, 3  # dated lines that make a list: with a name above, without
_LONGEST = 170  # characters of a line; sentences are longer
_SHORT = 45  # characters; a longer line without an end goes on in the next one
_GAP = 2  # blank rows between two lines of a list
_TIMES = {Precision.DATE, Precision.INSTANT, Precision.RANGE, Precision.WEEK}
_VAGUE = {Precision.MONTH, Precision.MONTHS, Precision.QUARTER, Precision.SEASON}
_SERIAL = re.compile(r"^(?:[^\W\d_]{2,12}\.?\s)?(?:nr|no|nummer|#)\.?,?\s?\d{1,4}\s?[,:–-]\s*", re.IGNORECASE)
_SENTENCES = re.compile(r"[^\W\d]{3}\.\s[A-ZÆØÅÄÖ].*[^\W\d]{2}\.(?:\s|$)")
_REMARK = re.compile(r"^\W*\((?P<remark>[^()]{2,120})\)\W*$")
_ALL = re.compile(r"(?:alle|begge|hver|all|both|each|alla|båda|varje)\s", re.IGNORECASE)
_SETTLES = re.compile(
    r"(?<!\w)(?:beslut\w*|vedt[oa]\w*|aftal\w*|avtal\w*|godkend\w*|godkän\w*|godkjen\w*|fast\w*|enige|eniga"
    r"|bestem\w*|bestäm\w*|fores\w*|föres\w*|planl\w*|planer\w*|anto\w*|decided|agreed|resolved|adopted|set"
    r"|approved|planned|proposed|scheduled|fixed)(?!\w)",
    re.IGNORECASE,
)
_CONFIDENCE = 0.9


@dataclass(slots=True)
class _Run:
    """Lines of one list, by index, each with what goes on with it; `others` stand among them undated."""

    lines: list[list[int]] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    exact: int = 0

    @property
    def rows(self) -> frozenset[int]:
        return frozenset({*self.others, *(at for line in self.lines for at in line)})


def dated_lists(rows: tuple[Row, ...], setting: Setting) -> Iterator[Passage]:
    """All lists of dates; beside one, also the lines by themselves that wait for their date."""
    said = setting.said
    silent = frozenset(at for default in said for at in default.rows) | running(rows)
    listed = False
    for run in _runs(rows, silent):
        first = run.lines[0][0]
        name = list_name(rows, first, silent)
        if _other(rows, first) or _told_of(rows, first):
            yield Passage(run.rows)
        elif _counts(rows, run, name):
            listed = True
            context = from_first(context_at(first, setting), _months(rows, run))
            yield _passage(rows, run, name, _titled_hours(rows, first) or nearest(said, first), context)
        elif listed and not run.exact:
            yield _passage(rows, run, None, None, setting.context)


def _told_of(rows: tuple[Row, ...], first: int) -> bool:
    """Whether what introduces a list is in the past: "Rådet holdt fem ordinære møder:"."""
    above = next((rows[at].text.strip() for at in range(first - 1, -1, -1) if not rows[at].blank), "")
    said = split(above)[-1] if above.endswith(":") else ""
    return is_past(said) and not _SETTLES.search(said)


def _titled_hours(rows: tuple[Row, ...], first: int) -> Default | None:
    """The hours in the heading of a list: "Planning Committee (10.00am)"."""
    above = headings_above(rows, first)
    clocks = [each for each in find_clocks(above[0].text, ALL_LANGUAGES) if each.sure] if above else []
    if not clocks:
        return None
    nowhere: frozenset[int] = frozenset()
    return Default(nowhere, 0, 0, above[0].text[clocks[0].start : clocks[0].end], "")


def _counts(rows: tuple[Row, ...], run: _Run, name: ListName | None) -> bool:
    """Whether there are dates enough for a list."""
    several = sum(len(_found(_text(rows, line))) for line in run.lines)
    return run.exact >= (_FEWEST if name else _ALONE) or (run.exact > 0 and several >= _ALONE)


def _passage(
    rows: tuple[Row, ...], run: _Run, name: ListName | None, default: Default | None, context: Context
) -> Passage:
    found = tuple(_drafts(rows, run, name, default, context))
    told = tuple(each for each in found if _worded(each))
    left = tuple(each.piece for each in found if not _worded(each)) if told else ()
    beside = [_undated(rows, at) for at in run.others]
    open_ones = tuple(each for each in beside if each.item.doubtful)
    left += tuple(each.piece for each in beside if not each.item.doubtful)
    return Passage(run.rows | (default.rows if default else frozenset()), (*told, *open_ones), left)


def _worded(draft: Draft) -> bool:
    return any(letter.isalpha() for letter in draft.item.title)


def _undated(rows: tuple[Row, ...], at: int) -> Draft:
    """A line of a list that has no date: one whose date is to come, or one that was not understood."""
    row = rows[at]
    item = read_item(item_text(rows, at), Context())
    whens = (When.unknown(uncertain=True),) if item.doubtful else ()
    return Draft(replace(item, whens=whens), Piece(row.text, row.page, row.line, at=at))


def _stands_among(rows: tuple[Row, ...], at: int) -> bool:
    """Whether a row may be a line of the list around it: short, and no sentence."""
    text = rows[at].text.strip()
    told = any(map(str.isalnum, text)) and (not text.endswith((".", ",", ":")) or text[-2:-1].isdigit())
    return told and len(text) <= _SHORT * 2 and not rows[at].heading and not opens_stamped(text)


def _runs(rows: tuple[Row, ...], silent: frozenset[int]) -> Iterator[_Run]:
    """The runs of dated lines; what goes on with one belongs to it, and blank rows do not end them."""
    run, gap = _Run(), 0
    for at, row in enumerate(rows):
        if row.blank or at in silent:
            gap += 1
            continue
        among = bool(run.lines) and not gap and _stands_among(rows, at)
        fresh = is_heading(rows, at) or gap > _GAP
        if not fresh and _takes(rows, run, at, gap):
            gap = 0
        elif among and not (fresh and _dated(item_text(rows, at), _TIMES)):
            run.others.append(at)
        else:
            if run.lines:
                yield run
            run, gap = _Run(), 0
            _takes(rows, run, at, 0)
    if run.lines:
        yield run


def _takes(rows: tuple[Row, ...], run: _Run, at: int, gap: int) -> bool:
    """Put a row into the run if it belongs there."""
    text = item_text(rows, at)
    if not run.lines and not has_bullet(rows[at].text) and _goes_on(rows, at):
        return False
    exact = _dated(text, _TIMES) and not _broken(rows, at)
    if exact or (run.lines and _dated(text, _VAGUE)) or _waits(text):
        run.lines.append([at])
        run.exact += exact
        return True
    if run.lines and not gap and text[:1].islower() and len(text) <= _LONGEST:
        run.lines[-1].append(at)
        return True
    return False


def _waits(text: str) -> bool:
    """Whether a line has no date because it waits for one: "Dialogmøde: afventer udvalget"."""
    waiting = lexicon(ALL_LANGUAGES).finder("waiting").search(text[:_LONGEST])
    if not waiting or len(text) > _LONGEST or _SENTENCES.search(text) or not text[:1].isupper():
        return False
    item = read_item(text, Context())
    return bool(item.title) and item.status is Status.WAITING


def _broken(rows: tuple[Row, ...], at: int) -> bool:
    """Whether a line is broken off in a sentence: the next one goes on in small letters, far to the right."""
    below = rows[at + 1].text if at + 1 < len(rows) else ""
    return below[:1].islower() and len(rows[at].text) > _SHORT and not opens_dated(rows[at].text)


def _goes_on(rows: tuple[Row, ...], at: int) -> bool:
    """Whether a line is the rest of a sentence that was broken: the one above it is not over."""
    before = rows[at - 1].text.rstrip() if at else ""
    over = not before or before.endswith((":", ".", "!", "?")) or is_heading(rows, at - 1)
    broken = len(before) > _SHORT or ends_open(before)
    return not over and broken and not _dated(item_text(rows, at - 1), _TIMES | _VAGUE)


def _text(rows: tuple[Row, ...], line: list[int]) -> str:
    return " ".join([item_text(rows, line[0]), *(rows[at].text for at in line[1:])])


def _found(text: str) -> tuple[Phrase, ...]:
    return phrases(text, Context(year=_ANY_YEAR))


def _dated(text: str, precisions: set[Precision]) -> bool:
    """Whether a line has a date in front, or is no part of a sentence; "Dato: 3. maj" is a stamp."""
    if len(text) > _LONGEST or not text or opens_stamped(text) or _SENTENCES.search(text):
        return False
    if lexicon(ALL_LANGUAGES).finder("share").search(text):
        return False
    bare = _SERIAL.sub("", text)
    found = [each for each in _found(bare) if each.when.precision in precisions]
    if not found:
        return False
    if found[0].start == 0:
        return True
    if stamped(bare, found[0].start):
        return False
    return not bare.rstrip().endswith((".", ",")) and bare[0].isupper()


def _other(rows: tuple[Row, ...], first: int) -> bool:
    """Whether the heading says that it is no plan: "Afholdte møder", "Rådets medlemmer"."""
    above = headings_above(rows, first)
    return bool(above) and bool(lexicon(ALL_LANGUAGES).finder("other list").search(above[0].text))


def _drafts(
    rows: tuple[Row, ...], run: _Run, name: ListName | None, default: Default | None, context: Context
) -> Iterator[Draft]:
    last: date | None = None
    turning = _turns_once(rows, run)
    for line in run.lines:
        text, hours = _for_all(_SERIAL.sub("", _text(rows, line)))
        item = read_item(text, replace(onward(context, last) if turning else context, vague=True))
        last = next((when.first for when in item.whens if when.known), last)
        row = rows[line[0]]
        piece = Piece(text, row.page, row.line, at=line[0])
        named = _named(at_hours(item, hours) if hours else item, name)
        if default and _held(named, name, default):
            named = at_hours(named, default)
        yield Draft(named, piece, yearless=context.year is None, confidence=_CONFIDENCE)


def _for_all(text: str) -> tuple[str, Default | None]:
    """A line without the sentence at its end that says the hours of all its days: "Alle dage kl. 17-19."."""
    *others, last = split(text) or ("",)
    clocks = find_clocks(last, ALL_LANGUAGES) if others and _ALL.match(last) else ()
    if not clocks:
        return text, None
    nowhere: frozenset[int] = frozenset()
    return " ".join(others), Default(nowhere, 0, 0, last[clocks[0].start : clocks[0].end], "")


def _months(rows: tuple[Row, ...], run: _Run) -> list[int]:
    """The months with which the lines begin that say no year."""
    firsts = [found[0].when.first for line in run.lines if (found := _found(_text(rows, line)))]
    return [first.month for first in firsts if first.year == _ANY_YEAR]


def _turns_once(rows: tuple[Row, ...], run: _Run) -> bool:
    """Whether the months of a list begin again once at most: others are in no order and turn no year."""
    months = _months(rows, run)
    return sum(then < month for month, then in pairwise(months)) <= 1


def _held(item: Item, name: ListName | None, default: Default) -> bool:
    """Whether the hours of the meetings are those of an item: one of a list of meetings, or a meeting."""
    if item.kind in {Kind.DEADLINE, Kind.RECESS}:
        return False
    if item.kind is Kind.MEETING:
        return default.fits(item.title)
    listed = name is not None and name.kind is Kind.MEETING
    return name is not None and listed and (name.near or item.title.startswith(name.title))


def _named(item: Item, name: ListName | None) -> Item:
    """A line that is nothing but a date is called what the list is called; a remark stands behind that."""
    if name is None:
        return item
    if not any(letter.isalpha() for letter in item.title):
        if not name.sure:
            return item
        return replace(item, title=name.title, kind=name.kind, activity="")
    remark = _REMARK.match(item.title)
    small = remark["remark"] if remark else item.title if _leans(item.title, name) else ""
    if small and not (name.kind is Kind.MEETING and item.kind is Kind.MEETING):
        return replace(item, title=f"{name.title} ({small})", kind=name.kind, activity="")
    return item


def _leans(title: str, name: ListName) -> bool:
    """Whether a remark needs something before it: "med julefrokost", "på skolen", "julebord etterpå"."""
    if name.kind is Kind.MEETING and title[:1].islower():
        return True
    first = title.split(maxsplit=1)[0].casefold() if title else ""
    return bool(lexicon(ALL_LANGUAGES).finder("small").fullmatch(first)) and title[0].islower()
