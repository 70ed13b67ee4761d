"""What was moved: the words that say from when and to when, and the old time.

"Rådsmøde 5. maj flyttet til 12. maj", "12. maj (flyttet fra 5. maj)", "12. maj (først bestemt til 5.)",
"new date: 12 May (was Tues 4)". What counts is the new time, however vague it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR
from functools import lru_cache

from council.when import When
from plans.atoms import Context
from plans.lexicon import lexicon
from plans.phrases import Phrase, phrases

_NEAR = 3  # characters between "til" and the new time
_RISKY = 4  # letters; so short words ("var", "før") count only in brackets
_NAMED = "d. "  # a number behind it is a day
_AROUND = " (),;:–-"


@dataclass(frozen=True, slots=True)
class Moved:
    """A text without its old time, if that was said apart; what stands before `counts_from` is old too.

    `moved` says that it was moved, also where nothing says from when: "udskudt til efteråret".
    """

    text: str
    counts_from: int = 0
    was: When | None = None
    moved: bool = False


def without_old_time(text: str, context: Context) -> Moved:
    """The text without "flyttet fra 5. maj til", and from where the time counts."""
    words = _words(context.languages)
    for to in words.to.finditer(text):
        if _timed(text, to.end(), context):
            before = text[: to.start()].rstrip()
            whole = f"{before} {text[to.end() :]}"
            then = text[to.end() :]
            return Moved(whole, len(before), _before(to["old"] or before, then, context), moved=True)
    text = words.only_new.sub("", text)
    for old in words.old.finditer(text):
        if moved := _without(text, old, context):
            return moved
    return Moved(text)


def _without(text: str, old: re.Match[str], context: Context) -> Moved | None:
    """The text without an old time behind such a word, if another time is left."""
    there = re.split(r"[);]", text[old.end() :], maxsplit=1)[0]
    under = _under(text[: old.start()], context)
    said, lead = phrases(there, under), 0
    if not said and under.month and there[:1].isdigit():
        said, lead = phrases(_NAMED + there, under), len(_NAMED)
    if not said or said[0].start > _NEAR or (0 < len(old["word"] or "") <= _RISKY and "(" not in old[0]):
        return None
    end = old.end() + said[0].end - lead
    end += len(text[end:]) - len(text[end:].lstrip(" )"))
    rest = f"{text[: old.start()]} {text[end:]}"
    return Moved(rest, 0, said[0].when, moved=True) if any(_known(rest, context)) else None


def _under(text: str, context: Context) -> Context:
    """The same with the month of the other time, since "5." can be all that is said of the old one."""
    month = next((each.when.first.month for each in _known(text, context)), context.month)
    return replace(context, month=month)


def _before(text: str, then: str, context: Context) -> When | None:
    """The last day that a text names, in the year before if it would be later than the new time."""
    old, new = _day(text, _under(then, context)), next(iter(phrases(then, context)), None)
    if old and new and context.year and new.when.first.year < MAXYEAR and old.first > new.when.last:
        return _day(text, _under(then, replace(context, year=context.year - 1)))
    return old


def _day(text: str, context: Context) -> When | None:
    """The last day that a text names."""
    return next((each.when for each in reversed(list(_known(text, context)))), None)


def _known(text: str, context: Context) -> Iterator[Phrase]:
    return (each for each in phrases(text, context) if each.when.known)


def _timed(text: str, start: int, context: Context) -> bool:
    """Whether a time comes next; "flyttet til Hallen" is about a place."""
    found = phrases(text[start:], context)
    return bool(found) and found[0].start <= _NEAR


@dataclass(frozen=True, slots=True)
class _Words:
    to: re.Pattern[str]
    old: re.Pattern[str]
    only_new: re.Pattern[str]


@lru_cache(maxsize=32)
def _words(codes: tuple[str, ...]) -> _Words:
    words = lexicon(codes)
    of = words.patterns
    being = r"(?<!\w)(?:(?:er|is|are|blev|bliver|was|has been|har|är)\s)?"
    moved = rf"{being}(?:{of['moved']})(?!\w)(?:\s[^\W\d]{{3,12}})?"
    first = rf"(?:{of['at first']})\s[^\W\d]{{3,14}}\s(?:{of['to']}|for)"
    old = rf"(?P<old>{words.word('from')}\s[^\n;]{{1,60}}?\s)"
    return _Words(
        to=re.compile(
            rf"[\s(,;–-]{{0,5}}(?:{moved}\s{old}?{words.word('to')}|(?<!\w)(?:{of['new']})(?!\w)\s?[:–-]?)\s",
            re.IGNORECASE,
        ),
        old=re.compile(
            rf"[{re.escape(_AROUND)}]{{0,5}}(?:(?:{of['new']})[\s,:–-]{{1,4}})?"
            rf"(?:{moved}\s{words.word('from')}|(?<!\w)(?P<word>{first}|{of['old']})(?!\w)):?\s",
            re.IGNORECASE,
        ),
        only_new=re.compile(rf"\s?\((?:nb|obs)?[:.!]?\s?(?:{of['new']})[!.]?\)", re.IGNORECASE),
    )
