"""A group of atoms turned into the times it means, with the questions that it raises."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from council.doubts import Doubt
from council.when import Precision, When
from plans.atoms import Atom, Context
from plans.doubting import backwards, no_such_day, no_year, one_of, rule_differs, weekday_differs
from plans.joining import Group, Joint
from plans.notations import Unit
from plans.placing import place
from plans.resolving import complete, from_today, with_years

_UNDER_MONTH = {Unit.NUMBER: Unit.DAY, Unit.WEEK_OF: Unit.WEEK_OF}
_RISING = {Joint.SPAN, Joint.CHOICE}
_MERGED = {
    Precision.DATE: Precision.RANGE,
    Precision.WEEK: Precision.RANGE,
    Precision.MONTH: Precision.MONTHS,
}
_LATE, _EARLY = 10, 3  # months between which a list may turn the year


@dataclass(frozen=True, slots=True)
class Dated:
    """One time that a group means, and what is odd about it."""

    when: When
    doubts: tuple[Doubt, ...] = ()


def dates(text: str, group: Group, context: Context) -> tuple[Dated, ...]:
    """The times that a group means: one for a date or a range, several for a list."""
    complete_ones = _under_month(complete(group.atoms), context)
    pairs = zip(group.joints, itertools.pairwise(complete_ones), strict=True)
    rising = tuple(joint in _RISING or _turns(*pair) for joint, pair in pairs)
    atoms = with_years(complete_ones, rising, context)
    found = tuple(_members(text, group, atoms, context))
    if Joint.CHOICE in group.joints:
        return (_choice(found),)
    return found


def _turns(atom: Atom, then: Atom) -> bool:
    """Whether a list goes on in the next year: "30. december og 6. januar"."""
    return (atom.month or 0) >= _LATE and 0 < (then.month or 0) <= _EARLY


def merged(found: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """Days, weeks and months that follow each other as one range: "15. og 16. maj", "juli og august".

    Of "20., 21. og 28. maj" each day is one by itself.
    """
    if not all(_follows(first.when, then.when) for first, then in itertools.pairwise(found)):
        return found
    result: list[Dated] = []
    for each in found:
        if result and _follows(result[-1].when, each.when):
            last = result.pop()
            result.append(Dated(_from_to(last.when, each.when), last.doubts + each.doubts))
        else:
            result.append(each)
    return tuple(result)


def _follows(first: When, then: When) -> bool:
    """Whether the second begins where the first ends, and is of its kind, or the first is already several."""
    kinds = {first.precision, then.precision}
    alike = any(kinds <= {one, several} for one, several in _MERGED.items()) and kinds & _MERGED.keys()
    return bool(alike) and then.first == first.last + timedelta(days=1)


def _under_month(atoms: tuple[Atom, ...], context: Context) -> tuple[Atom, ...]:
    """Lone numbers are days of the month under whose name they stand."""
    return tuple(
        replace(atom, unit=_UNDER_MONTH.get(atom.unit, atom.unit), month=context.month)
        if atom.unit in _UNDER_MONTH and atom.month is None
        else atom
        for atom in atoms
    )


def _members(text: str, group: Group, atoms: tuple[Atom, ...], context: Context) -> Iterator[Dated]:
    """The members of a list: days and ranges, each perhaps with a gloss."""
    at, glossing = 0, False
    here: Dated | None = None
    while at < len(atoms):
        spans = at < len(group.joints) and group.joints[at] is Joint.SPAN
        said = sum(atom.year is not None for atom in group.atoms[at : at + 2])
        term = _single(text, atoms[at], context)
        if spans:
            at += 1
            words = text[atoms[at - 1].start : atoms[at].end]
            term = _span(term, _single(text, atoms[at], context), said, words)
        if glossing and here:
            words = text[group.start : atoms[at].end]
            here = _gloss(here, term, words)
        elif here:
            yield here
            here = term
        else:
            here = term
        glossing = at < len(group.joints) and group.joints[at] is Joint.GLOSS
        at += 1
    if here:
        yield here


def _single(text: str, atom: Atom, context: Context) -> Dated:
    words = text[atom.start : atom.end]
    if atom.unit is Unit.VAGUE:
        return Dated(When.unknown(words))
    relative = from_today(atom, context.today) if context.today else None
    if relative:
        return Dated(relative)
    if atom.year is None:
        return _nearest(atom, context.today.year, words) if context.today else _yearless(words)
    when = place(atom, atom.year)
    if when is None:
        return _nearest(atom, atom.year, words)
    odd = atom.unit is Unit.DAY and atom.weekday not in {None, when.first.isoweekday()}
    doubts = (weekday_differs(when, atom.weekday, words),) if odd and atom.weekday else ()
    return Dated(when.marked(uncertain=atom.open) if atom.open else when, doubts)


def _yearless(words: str) -> Dated:
    return Dated(When.unknown(words), (no_year(words),))


def _nearest(atom: Atom, year: int, words: str) -> Dated:
    """31 June: the month is kept, the day is asked for."""
    month = place(replace(atom, unit=Unit.MONTH), year) if atom.month else None
    when = month or When.unknown(words)
    return Dated(when.marked(uncertain=True), (no_such_day(year, atom.month, words),))


def _span(first: Dated, last: Dated, years_said: int, words: str) -> Dated:
    """From one to the other. Of one that is not known only the other is kept, tentative."""
    doubts = first.doubts + last.doubts
    known = [each.when for each in (first, last) if each.when.precision is not Precision.UNKNOWN]
    if len(known) < len("ab"):
        when = known[0].marked(uncertain=True) if known else When.unknown()
        return Dated(when, doubts)
    if _backwards(first.when, last.when, years_said):
        when = _turned(first.when, last.when).marked(uncertain=True)
        return Dated(when, (*doubts, backwards(when.said(words))))
    return Dated(_from_to(first.when, last.when), doubts)


def _backwards(first: When, last: When, years_said: int) -> bool:
    """Whether it ends before it begins: with both years said, or "10. maj - 5. maj" in one month."""
    if years_said > 1:
        return first.first > last.last
    days = {first.precision, last.precision} == {Precision.DATE}
    return days and first.first.month == last.first.month and first.first.year != last.first.year


def _turned(first: When, last: When) -> When:
    """The range the other way round, in the year of its end."""
    if first.first > last.last:
        return _from_to(last, first)
    return When.between(last.first, first.first.replace(year=last.first.year))


def _from_to(first: When, last: When) -> When:
    """From the start of one to the end of the other, or the other way round."""
    if first.first > last.last:
        first, last = last, first
    edges = first.edtf.split("/")[0].rstrip("?~%"), last.edtf.split("/")[-1].rstrip("?~%")
    uncertain = first.uncertain or last.uncertain
    approximate = first.approximate or last.approximate
    return When.between(*edges, uncertain=uncertain, approximate=approximate)


def _gloss(rule: Dated, day: Dated, words: str) -> Dated:
    """Days instead of the rule or week that they explain; a week behind days changes nothing."""
    if rule.when.precision is Precision.DATE and day.when.precision is Precision.WEEK:
        rule, day = day, rule
    agree = rule.when.first <= day.when.last and day.when.first <= rule.when.last
    known = Precision.UNKNOWN not in {rule.when.precision, day.when.precision}
    odd = (rule_differs(rule.when, day.when, words),) if known and not agree else ()
    return Dated(day.when, rule.doubts + day.doubts + odd)


def _choice(found: tuple[Dated, ...]) -> Dated:
    """One of several: neighbouring months are a span, of days the first is kept; both tentative."""
    first, last = found[0], found[-1]
    doubts = tuple(doubt for each in found for doubt in each.doubts)
    if {each.when.precision for each in found} <= {Precision.MONTH} and len(found) == len("ab"):
        when = _from_to(first.when, last.when)
        return Dated(when.marked(uncertain=True), doubts)
    choice = one_of(tuple(each.when for each in found))
    return Dated(first.when.marked(uncertain=True), (*doubts, choice))
