"""What a clause announces: its item, with the time, the title and the kind that the words give."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from council.doubts import Sort
from council.records import Kind, Status
from council.when import Precision, When
from plans import announcing_words as telling
from plans import tenses
from plans.atoms import Context
from plans.items import Item, read_item
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.naming import deadline_title, title_of
from plans.phrases import Phrase, phrases
from plans.recurring import RulePhrase
from plans.titles import kind_of

NO_TIME = {Precision.UNKNOWN, Precision.YEAR}
_SHORTEST = 4  # letters of a title
_MOST_WORDS = 14  # of a line without a verb
_DAY_OR_WEEK = re.compile(r"\d{4}-(?:\d\d-\d\d|W)")
_NUMBERS = re.compile(r"\d{1,2}/\d{1,2}")
_LONG = 400  # days from which a time is a term of office
_YEARS_BACK = 1  # from which on something is history


@dataclass(frozen=True, slots=True)
class Paper:
    """What sentences are judged by: the days that are the paper's own, whether it is a report."""

    own: frozenset[date]
    report: bool


def returning(said: str, found: tuple[RulePhrase, ...], context: Context) -> Iterator[Item]:
    """What comes back regularly: one item for each rule, with the day it begins."""
    for rule in found:
        mask = _masked(said, found, read_item(said, context))
        named = rule.anchored or telling.weekdays().search(rule.words)
        if not named or tenses.is_past(mask) or tenses.in_force(said):
            continue
        item = read_item(said, context)
        title = title_of(mask)
        if not _names_something(title):
            continue
        yield replace(
            item,
            title=title,
            kind=kind_of(title, ALL_LANGUAGES),
            activity="",
            whens=(rule.when,),
            rule=rule.rule,
            doubts=rule.doubts,
        )


def _names_something(title: str) -> bool:
    """Whether a title is long enough, or an abbreviation such as "AGM"."""
    letters = sum(letter.isalpha() for letter in title)
    return letters >= _SHORTEST or (title.isupper() and letters > 1)


def announced(
    clause: str, context: Context, paper: Paper, about: str, *, going_on: bool = False
) -> Item | None:
    """What a clause announces, if it does; one that goes on may leave out the verb of the one before."""
    if tenses.in_force(clause) or tenses.quotes_law(clause):
        return None
    text = _without_papers(clause, context)
    found = phrases(text, context)
    item = read_item(text, context)
    masked = _masked(text, _sure(found), item)
    if not found or tenses.is_past(masked):
        return None
    timed = _timed(item, text, found, paper, context)
    called_off = item.status is Status.CANCELLED
    denied = tenses.has_verb(masked) and telling.denies().search(_statement(masked)) and not _free(masked)
    if denied and not called_off:
        return None
    told = going_on or tenses.has_verb(masked) or _due(text, masked)
    if timed is None or not (told or _names(masked, timed, paper)):
        return None
    return _named(timed, masked, text, about)


def _statement(masked: str) -> str:
    """The statement itself, without what is said behind a comma, or behind its time of what else is."""
    head = masked.partition(",")[0]
    at = max(0, head.find(tenses.TIME))
    return head[:at] + telling.and_so().split(head[at:], maxsplit=1)[0]


def _without_papers(clause: str, context: Context) -> str:
    """The clause without the dates of papers and meetings spoken of, and fractions."""
    kept, at = [], 0
    for phrase in phrases(clause, context):
        paper = tenses.dates_paper(clause[: phrase.start]) and not telling.due().match(f"{phrase.words} ")
        if paper or _fraction(clause, phrase):
            kept.append(clause[at : phrase.start])
            at = phrase.end
    return "".join([*kept, clause[at:]])


def _fraction(text: str, phrase: Phrase) -> bool:
    """Whether "12/3" is no date: nothing in front says so, and no time of day follows."""
    said = phrase.words.split()
    before = text[: phrase.start]
    if not _NUMBERS.fullmatch(said[-1]) or not before.strip():
        return False
    return said[:-1] == ["på"] or (len(said) == 1 and not telling.before_date().search(before))


def _sure(found: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The times; beside exact ones a season without "in" is part of a name: "the summer picnic"."""
    if not any(each.when.known for each in found):
        return found
    return tuple(each for each in found if each.when.known or telling.when().match(each.words))


def _masked(text: str, found: tuple[Phrase | RulePhrase, ...], item: Item) -> str:
    """The clause with a mark for each of its times, without its place."""
    kept, at = [], 0
    for start, end in sorted(span for phrase in found for span in phrase.spans):
        if start >= at:
            kept += [text[at:start], f" {tenses.TIME} "]
            at = end
    masked = "".join([*kept, text[at:]])
    if item.place:
        at_place = lexicon(ALL_LANGUAGES).word("at")
        masked = re.sub(
            rf"[\s,]{{0,3}}(?<!\w){at_place}\s{{1,3}}{re.escape(item.place)}", " ", masked, count=1
        )
    return masked.strip()


def _timed(item: Item, text: str, found: tuple[Phrase, ...], paper: Paper, context: Context) -> Item | None:
    """The item with its times; None if they are not those of something to come."""
    if _comes_back(text):
        return None
    yearless = any(doubt.sort in {Sort.NO_YEAR, Sort.NO_SUCH_DAY} for doubt in item.doubts)
    exact = tuple(
        when for when in item.whens if _DAY_OR_WEEK.match(when.edtf) or (yearless and not when.known)
    )
    whens = tuple(when for when in exact if not _strange(when, paper, context)) if exact else item.whens
    if exact:
        return replace(item, whens=_finest(whens)) if whens else None
    if not whens:
        whens = tuple(
            phrase.when for phrase in found if phrase.when.precision not in NO_TIME and _leads(phrase, text)
        )
    if not whens or not _told(text, item, found):
        return None
    whens = tuple(
        when.marked(uncertain=item.doubtful or when.uncertain, approximate=when.approximate) for when in whens
    )
    return replace(item, whens=whens[:1])


def _finest(whens: tuple[When, ...]) -> tuple[When, ...]:
    """One time for each day, the one with a time of day if there is one."""
    days = {when.first: when for when in sorted(whens, key=lambda when: when.precision is Precision.INSTANT)}
    return tuple(when for when in whens if not when.known or days[when.first] is when)


def _strange(when: When, paper: Paper, context: Context) -> bool:
    """Whether a time is the paper's own day, long ago, or as long as a term of office."""
    if when.known and context.year and when.last.year < context.year - _YEARS_BACK:
        return True
    return when.known and (when.first in paper.own or (when.last - when.first).days > _LONG)


def _told(text: str, item: Item, found: tuple[Phrase, ...]) -> bool:
    """Whether something vague is announced: by a verb, or by how it stands."""
    if item.was or item.status is Status.WAITING:
        return True
    if tenses.has_verb(text):
        return (
            _free(text)
            or tenses.announces(text)
            or bool(lexicon(ALL_LANGUAGES).finder("latest").search(text))
        )
    behind = text.rpartition(":")[2].strip(" .")
    hours = lexicon(ALL_LANGUAGES).finder("opening hours").fullmatch(behind)  # "Juli: lukket"
    stands = item.doubtful or item.status is not Status.PLANNED or (item.kind is Kind.RECESS and not hours)
    return stands or (text.endswith(".") and found[0].start > 0)


def _free(text: str) -> bool:
    """Whether it is said that there are no meetings then."""
    return bool(telling.free().search(text))


def _leads(phrase: Phrase, text: str) -> bool:
    """Whether a vague time says when, and is not what something is about ("regnskabet for maj")."""
    before = text[: phrase.start]
    return bool(telling.when().match(phrase.words) or telling.set_for().search(before)) or not before.strip(
        " ,–-:"
    )


def _comes_back(text: str) -> bool:
    return bool(telling.every().search(text))


def _names(masked: str, item: Item, paper: Paper) -> bool:
    """Whether a line without a verb is the name of something that is going to be."""
    words = masked.replace(tenses.TIME, " ").split()
    if len(words) > _MOST_WORDS or telling.paper().search(masked):
        return False
    timed = any(when.precision is Precision.INSTANT for when in item.whens)
    if paper.report and not (":" in masked or timed):
        return False
    return not (telling.body().search(masked) and not timed)


def _due(text: str, masked: str) -> bool:
    """Whether a clause is about a deadline."""
    return bool(telling.latest().search(text) or lexicon(ALL_LANGUAGES).finder("deadline").search(masked))


def _named(item: Item, masked: str, text: str, about: str) -> Item | None:
    deadline = _due(text, masked)
    masked = telling.waits().sub("", masked) if item.status is Status.WAITING else masked
    closing = telling.signup().search(masked) and telling.closes().search(masked)
    title = deadline_title(masked, about, text) if deadline or closing else title_of(masked)
    if not title and tenses.has_verb(masked):
        title = about
    elif not _names_something(title):
        return None
    kind = (
        Kind.DEADLINE
        if deadline or closing
        else kind_of(telling.indefinite().sub(r"\g<1>", title), ALL_LANGUAGES)
    )
    shut = telling.closed().search(_statement(masked))
    if shut and kind is not Kind.DEADLINE:
        known = telling.closed().search(title) or title == about
        title, kind = (title if known else f"{title} {shut[0].lower()}"), Kind.RECESS
    kind = Kind.RECESS if _free(masked) else kind
    open_end = text.rstrip().endswith("?")
    doubtful = (item.doubtful and not deadline) or open_end or tenses.tentative(text)
    whens = tuple(
        when.marked(uncertain=doubtful or (when.uncertain and not deadline), approximate=when.approximate)
        for when in item.whens
    )
    return replace(item, title=title, kind=kind, activity="", doubtful=doubtful, whens=whens)
