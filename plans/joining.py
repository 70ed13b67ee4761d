"""Atoms that belong together: ranges, lists, alternatives, and a date that explains another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from plans.atoms import Atom, Context
from plans.lexicon import lexicon
from plans.notations import Unit

_LONGEST_JOINT = 24  # characters between two atoms
_MOST = 40  # atoms of one phrase
_TO_DAY = re.compile(r"\s{0,2}[-–—]\s{0,2}(?:[^\W\d]{1,12}\s){0,2}\d")
_MORE = re.compile(r"\s{0,3}[^\W\d_]")
_DAY_LIKE = {Unit.DAY, Unit.NUMBER, Unit.NTH_WEEKDAY}
_WEEKS = {Unit.WEEK, Unit.NTH_WEEKEND, Unit.WEEKEND_OF_WEEK, Unit.WEEK_OF}
_SLASHED = {Unit.MONTH, Unit.PART_OF_MONTH, Unit.SEASON}
_MONTH_LIKE = {Unit.MONTH, Unit.PART_OF_MONTH, Unit.PART_OF_YEAR, Unit.SEASON, Unit.QUARTER, Unit.HALF}


class Joint(StrEnum):
    """What stands between two atoms."""

    SPAN = "span"
    LIST = "list"
    CHOICE = "choice"
    GLOSS = "gloss"


@dataclass(frozen=True, slots=True)
class Group:
    """Atoms that one phrase is made of, with the joints between them; a `closed` one ends in a bracket."""

    atoms: tuple[Atom, ...]
    joints: tuple[Joint, ...]
    closed: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.atoms[0].start

    @property
    def end(self) -> int:
        """Where it ends; a date in brackets with its bracket."""
        return self.atoms[-1].end + self.closed


@lru_cache(maxsize=32)
def _joints(codes: tuple[str, ...]) -> tuple[tuple[Joint, re.Pattern[str]], ...]:
    words = lexicon(codes)
    rows = (
        (Joint.SPAN, r",?\s*(?:[-–—]|{to})\s*(?:{the}\s*)?"),
        (Joint.SPAN, r"\s*/\s*"),
        (Joint.LIST, r"\s*(?:,|\+|&|,?\s*{and})\s*(?:{the}\s*)?"),
        (Joint.CHOICE, r",?\s*{or}\s*(?:{the}\s*)?"),
        (Joint.GLOSS, r"\s*[(,:–-]{0,2}\s*(?:(?:{in}|{from}|{the})\s*){0,2}"),
    )
    spelt = ((joint, re.sub(r"\{(\w+)\}", lambda role: words.word(role[1]), row)) for joint, row in rows)
    return tuple((joint, re.compile(row, re.IGNORECASE)) for joint, row in spelt)


def groups(text: str, atoms: tuple[Atom, ...], context: Context) -> Iterator[Group]:
    """The phrases that the atoms make; weak ones that stay alone are dropped."""
    at = 0
    while at < len(atoms):
        chain, joints = [atoms[at]], list[Joint]()
        while at + 1 < len(atoms) and len(chain) < _MOST:
            joint = _joint(text, atoms[at], atoms[at + 1], context)
            if joint is None:
                break
            at += 1
            chain.append(atoms[at])
            joints.append(joint)
        at += 1
        if _counts(text, chain, context):
            yield Group(tuple(chain), tuple(joints), closed=_closed(text, chain, joints))


def _closed(text: str, chain: list[Atom], joints: list[Joint]) -> bool:
    """Whether the bracket that a gloss opened is closed right behind: "uge 7 (15.-19. februar)"."""
    opened = any(
        joint is Joint.GLOSS and "(" in text[left.end : right.start]
        for joint, left, right in zip(joints, chain, chain[1:], strict=False)
    )
    return opened and text.startswith(")", chain[-1].end)


def _counts(text: str, chain: list[Atom], context: Context) -> bool:
    """Whether something in the chain can only be a date; weak ones support each other as "jan./feb." does.

    Under the name of a month "torsdag d. 6." is one, and "19.8" under August; "11.01" is where it is all
    there is, or with a label.
    """
    if any(not atom.weak for atom in chain):
        return True
    if len(chain) == 1 and _due(text, chain[0], context):
        return True
    if context.month and all(atom.unit is Unit.DAY and atom.month == context.month for atom in chain):
        return True
    together = len(chain) > 1 and any(atom.month for atom in chain)
    under = {Unit.NUMBER, Unit.WEEK_OF} if context.month else set[Unit]()
    named = any(atom.named and atom.unit in {Unit.DAY, *under} for atom in chain)
    return together or named or _stands_out(text, chain[0], context)


def _due(text: str, atom: Atom, context: Context) -> bool:
    """Whether "11.2." is a day since a word before it says until when: "frist 11.2.", "senest 11.2."."""
    if atom.unit is not Unit.DAY or _MORE.match(text, atom.end):
        return False
    words = lexicon(context.languages).patterns
    roles = "|".join(words[role] for role in ("latest", "deadline"))
    before = text[max(0, atom.start - _LONGEST_JOINT) : atom.start]
    return bool(re.search(rf"(?<!\w)(?:{roles})(?:\s(?:er|is|är))?[\s:]{{1,3}}$", before, re.IGNORECASE))


def _stands_out(text: str, atom: Atom, context: Context) -> bool:
    """Whether "11.01" is a whole text or the label of one: "11.01: Frist"; "2.5" is a number.

    As an answer in chat it is a day.
    """
    written = text[atom.start : atom.end].rstrip(".")
    alone = not text[: atom.start].strip() and text[atom.end :].lstrip()[:1] in {"", ":"}
    answers = context.today is not None and not text[atom.end :].strip()
    return atom.unit is Unit.DAY and alone and (answers or len(written) - written.find(".") > len(".1"))


def _joint(text: str, left: Atom, right: Atom, context: Context) -> Joint | None:
    between = text[left.end : right.start]
    if len(between) > _LONGEST_JOINT or not _akin(left, right):
        return None
    for joint, pattern in _joints(context.languages):
        if pattern.fullmatch(between) and _fits(joint, between, left, right, text):
            return _meant(joint, text, left, right, context)
    return None


def _meant(joint: Joint, text: str, left: Atom, right: Atom, context: Context) -> Joint:
    """Spring/autumn are two, "mellem august og december" is one."""
    if left.unit is right.unit is Unit.SEASON and "/" in text[left.end : right.start]:
        return Joint.LIST
    return Joint.SPAN if joint is Joint.LIST and _between(text, left, context) else joint


def _between(text: str, left: Atom, context: Context) -> bool:
    """Whether "and" means "to": "mellem august og december"."""
    before = text[max(0, left.start - _LONGEST_JOINT) : left.start].rstrip()
    return bool(
        re.search(rf"(?<!\w)(?:{lexicon(context.languages).patterns['between']})$", before, re.IGNORECASE)
    )


def _akin(left: Atom, right: Atom) -> bool:
    units = {left.unit, right.unit}
    weeks = units <= {Unit.WEEK, Unit.NUMBER} and left.unit is Unit.WEEK
    parts = left.unit is Unit.NUMBER and right.unit in {Unit.QUARTER, Unit.HALF}
    alike = any(units <= family for family in (_DAY_LIKE, _MONTH_LIKE, {Unit.FEAST}))
    return alike or weeks or parts or _glossed(left, right)


def _glossed(left: Atom, right: Atom) -> bool:
    """A rule or a week may be explained by its days, and days by their week: "uge 7 (15.-19. februar)"."""
    if right.unit is Unit.WEEK:
        return left.unit is Unit.DAY
    days = right.unit is Unit.DAY or (right.unit is Unit.NUMBER and not right.bare)
    return left.unit in {Unit.NTH_WEEKDAY, *_WEEKS} and days


def _fits(joint: Joint, between: str, left: Atom, right: Atom, text: str) -> bool:
    """Whether the joint means what it seems to.

    A number in a title is no date: in "Kulturdag 21 - 25. september" and "Møde 11, 16. april" the two
    numbers are written differently, and apart.
    """
    if joint is Joint.GLOSS:
        return _glossed(left, right) and _explains(between, left, right, text)
    if _WEEKS & {left.unit, right.unit} and Unit.DAY in {left.unit, right.unit}:
        return False
    if "/" in between:
        return left.unit is right.unit and left.unit in _SLASHED
    unlike = left.weak and left.unit is Unit.NUMBER and left.bare and not left.named and not right.bare
    apart = between.startswith(" ") and not between.strip().isalpha()
    if (
        unlike
        and (apart or (joint is Joint.LIST and not between.strip().isalpha()))
        and not _opens(text, left)
    ):
        return False
    if left.unit is Unit.DAY and right.unit is Unit.NUMBER and not _later_day(left, right, text):
        return joint is Joint.SPAN and _month_first(left, right, text)
    return joint is not Joint.SPAN or _rises(left, right)


def _explains(between: str, left: Atom, right: Atom, text: str) -> bool:
    """Whether a gloss is one: a date behind a rule in brackets, days behind a week anyhow.

    Behind a week a number is that of a day only if it begins a range of days: "uge 7, 15.-19. februar".
    """
    if left.unit is Unit.NTH_WEEKDAY:
        return "(" in between and text.startswith(")", right.end)
    return right.unit is not Unit.NUMBER or bool(_TO_DAY.match(text, right.end))


def _month_first(day: Atom, number: Atom, text: str) -> bool:
    """Whether a range of days goes on behind "May 2" with "-4"."""
    first = text[day.start].isalpha() and text[day.end - 1].isdigit() and number.bare
    return first and (day.number or 0) < (number.number or 0)


def _later_day(day: Atom, number: Atom, text: str) -> bool:
    """Whether a number behind a date is one more day: "3. maj og 10.", but not "3. maj, 10. udgave"."""
    told = number.bare or (number.number or 0) <= (day.number or 0) or day.year is not None
    return not told and not re.match(r"\s{0,3}[^\W\d_]{3,}", text[number.end : number.end + _LONGEST_JOINT])


def _opens(text: str, atom: Atom) -> bool:
    """Whether no word stands before it, so that it cannot number one."""
    return not re.search(r"[\w.]\s{0,3}$", text[max(0, atom.start - 5) : atom.start])


def _rises(left: Atom, right: Atom) -> bool:
    """A bare number begins a span only if it is the lower one."""
    if left.unit is not Unit.NUMBER or left.number is None or right.number is None:
        return True
    return left.number < right.number
