"""What was moved: the words that say from when and to when, and the old time.

"Rådsmøde 5. maj flyttet til 12. maj", "12. maj (flyttet fra 5. maj)", "12. maj (først bestemt til 5.)",
"new date: 12 May (was Tues 4)". What counts is the new time, however vague it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR
from functools import lru_cache

from council.when import Precision, When
from plans.atoms import Context
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.phrases import Phrase, phrases

_NEAR = 3  # characters between "til" and the new time
_RISKY = 4  # letters; so short words ("var", "før") count only in brackets
_HALF_A_YEAR = 183  # days
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAMED = "d. "  # a number behind it is a day
_AROUND = " (),;:–-"


@dataclass(frozen=True, slots=True)
class Moved:
    """A text without its old time, if that was said apart; what stands before `counts_from` is old too.

    `moved` says that it was moved, also where nothing says from when: "udskudt til efteråret".
    `year` is that of the new time if it is not the one that is known.
    """

    text: str
    counts_from: int = 0
    was: When | None = None
    moved: bool = False
    year: int | None = None


def without_old_time(text: str, context: Context) -> Moved:
    """The text without "flyttet fra 5. maj til", and from where the time counts."""
    words = _words(context.languages)
    text = _without_proposal(text, context)
    for to in words.to.finditer(text):
        if _timed(text, to.end(), context):
            before = text[: to.start()].rstrip()
            whole = f"{before} {text[to.end() :]}"
            then = text[to.end() :]
            was, year = _before(to["old"] or before, then, context)
            return Moved(whole, len(before), was, moved=True, year=year)
    text = words.only_new.sub("", text)
    for old in words.old.finditer(text):
        if moved := _without(text, old, context):
            return moved
    return Moved(text)


def only_considered(text: str) -> bool:
    """Whether all that a sentence says of a time is that something may be moved to it."""
    proposal = _words(ALL_LANGUAGES).proposal.search(text)
    return proposal is not None and not any(map(str.isdigit, text[: proposal.start()]))


def _without_proposal(text: str, context: Context) -> str:
    """The text without "evt. flyttes til 27/3" where the time that still counts is said beside it."""
    proposal = _words(context.languages).proposal.search(text)
    found = phrases(text[proposal.end() :], context) if proposal else ()
    if proposal is None or not found or found[0].start > _NEAR:
        return text
    rest = f"{text[: proposal.start()]} {text[proposal.end() + found[0].end :].lstrip(' )')}"
    return rest if any(_known(rest, context)) else text


def _without(text: str, old: re.Match[str], context: Context) -> Moved | None:
    """The text without an old time behind such a word, if another time is left."""
    there = re.split(r"[);]", text[old.end() :], maxsplit=1)[0]
    under = _under(text[: old.start()], context)
    said, lead = phrases(there, under), 0
    if not said and under.month and there[:1].isdigit():
        said, lead = phrases(_NAMED + there, under), len(_NAMED)
    risky = 0 < len(old["word"] or "") <= _RISKY and not _bracketed(text, old)
    if risky or not said or said[0].start > _NEAR:
        return None
    end = old.end() + said[0].end - lead
    end += len(text[end:]) - len(text[end:].lstrip(" )"))
    rest = f"{text[: old.start()]} {text[end:]}"
    return Moved(rest, 0, said[0].when, moved=True) if any(_known(rest, context)) else None


def _bracketed(text: str, old: re.Match[str]) -> bool:
    """Whether a word stands in brackets."""
    before = text[: old.start()] + old[0]
    return before.count("(") > before.count(")")


def _under(text: str, context: Context) -> Context:
    """The same with the month of the other time, since "5." can be all that is said of the old one."""
    month = next((each.when.first.month for each in _known(text, context)), context.month)
    return replace(context, month=month)


def _before(text: str, then: str, context: Context) -> tuple[When | None, int | None]:
    """The last day that a text names, and the year of the new time where that is another one.

    "Messe 20. november udsættes til foråret 2028" was in 2027; without its year the spring is the next one.
    """
    old, new = _old(text, then, context), next(iter(phrases(then, context)), None)
    if old is None or new is None or context.today or not context.year:
        return old, None
    if new.when.precision is Precision.UNKNOWN or not _too_early(new.when, old):
        return old, None
    if _YEAR.search(new.words):
        earlier = replace(context, year=new.when.first.year - 1, turn=0)
        return (old if _YEAR.search(old.words) else _old(text, then, earlier)), None
    behind = (year for year in (old.first.year, old.first.year + 1) if year < MAXYEAR)
    return old, next(
        (year for year in behind if _later(then, old, replace(context, year=year, turn=0))), None
    )


def _old(text: str, then: str, context: Context) -> When | None:
    """The last day of a text; a lone number in it is one of the month of the new time."""
    return _day(text, context) or _day(text, _under(then, context))


def _too_early(new: When, old: When) -> bool:
    """Whether something cannot have been moved there: half a year back, or to a time that it was in."""
    if new.precision in {Precision.DATE, Precision.INSTANT}:
        return (old.first - new.last).days > _HALF_A_YEAR
    return old.first >= new.first


def _later(then: str, old: When, context: Context) -> bool:
    """Whether the new time is behind the old one as seen from this year."""
    found = [each.when for each in phrases(then, context) if each.when.precision is not Precision.UNKNOWN]
    return bool(found) and not _too_early(found[0], old)


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
    proposal: re.Pattern[str]


@lru_cache(maxsize=32)
def _words(codes: tuple[str, ...]) -> _Words:
    words = lexicon(codes)
    of = words.patterns
    being = r"(?<!\w)(?:(?:er|is|are|blev|bliver|was|has been|har|är)\s)?"
    moved = rf"{being}(?:{of['moved']})(?!\w)(?:\s[^\W\d]{{3,12}})?"
    first = rf"(?:{of['at first']})\s[^\W\d]{{3,14}}\s(?:{of['to']}|for)"
    old = rf"(?P<old>{words.word('from')}\s[^\n;]{{1,60}}?\s)"
    unsure = rf"(?:{of['maybe']}|{of['suggestion']}|{of['perhaps moved']})\.?"
    return _Words(
        to=re.compile(
            rf"[\s(,;–-]{{0,5}}(?:{moved}\s{old}?{words.word('to')}|(?<!\w)(?:{of['new']})(?!\w)\s?[:–-]?)\s",
            re.IGNORECASE,
        ),
        old=re.compile(
            rf"[{re.escape(_AROUND)}]{{0,5}}(?:(?:{of['new']})[\s,;:–-]{{1,4}})?"
            rf"(?:{moved}\s{words.word('from')}|(?<!\w)(?P<word>{first}|{of['old']})(?!\w)):?\s",
            re.IGNORECASE,
        ),
        proposal=re.compile(
            rf"[\s(,;–-]{{0,5}}(?<!\w)(?:{unsure}(?:\s[^\W\d]{{1,9}}\.?){{0,2}}\s(?:{of['moved']})"
            rf"|(?:{of['moved']})\s{unsure})(?:\s[^\W\d]{{3,12}})?\s{words.word('to')}\s",
            re.IGNORECASE,
        ),
        only_new=re.compile(rf"\s?\((?:nb|obs)?[:.!]?\s?(?:{of['new']})[!.]?\)", re.IGNORECASE),
    )
