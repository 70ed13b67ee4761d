"""Plans told in sentences: what is left when tables, months and lists have claimed their rows."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from council.records import Kind
from plans import tenses
from plans.announcing import NO_TIME, Paper
from plans.atoms import Context
from plans.decisions import agreed, amendments, changed, decisions, moved, settled
from plans.entries import Draft
from plans.extracted import Row
from plans.invitations import invitation
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.moving import only_considered
from plans.naming import title_of
from plans.own_dates import own_days, reports
from plans.phrases import phrases
from plans.pieces import has_bullet
from plans.sentences import Sentence, sentences
from plans.sheet import Passage, Setting
from plans.told_sentences import Around, drafts, excepts
from plans.years import context_at

_LONGEST = 1_500  # characters of a sentence
_MARKS = ("·", "|", "@", "www", "CVR", "EAN")
_YEAR = re.compile(r"(?:19|20)\d\d|['’]\d\d|[-/.]\s?\d\d")


def prose(rows: tuple[Row, ...], setting: Setting) -> Iterator[Passage]:
    """All that sentences announce, and what they change in the plans of other layouts."""
    paper = Paper(own_days(rows), reports(rows))
    under, accepted = decisions(setting.rows), agreed(setting.rows)
    rows = _with_decided(rows, setting, under)
    called = tuple(invitation(rows, setting, paper))
    yield from called
    claimed = {at for passage in called for at in passage.rows}
    days = {when.first for each in called for draft in each.drafts for when in draft.item.whens}
    paper = replace(paper, own=paper.own - days)
    theme = next((draft.item.title for passage in called for draft in passage.drafts), "")
    about: tuple[int, str] = (-1, "")
    told: set[date] = set()
    stated: int | None = None
    said = list(sentences(rows))
    for sentence, before, after in zip(said, [None, *said], [*said[1:], None], strict=False):
        at = sentence.rows[0]
        timed = at in under or _timed().search(sentence.text)
        if not timed or at in claimed or not _worth(sentence, rows, proposed=at in accepted):
            continue
        if excepts(sentence, before):
            continue
        context = _context(at, setting, paper)
        context = context if setting.stated.above(at) else _after(context, stated)
        stated = _stated_in(sentence.text) or stated
        known = about[1] if about[0] == sentence.paragraph else _subject(sentence, before) or theme
        inside = _with_year(sentence.text, context)
        judged = replace(paper, report=paper.report and not (at in accepted and has_bullet(rows[at].text)))
        found = tuple(drafts(sentence, Around(after, rows, context, inside, judged, known)))
        if found and _kept().search(sentence.text) and told.issuperset(_days(found)):
            continue
        told |= _days(found)
        changes = amendments(sentence.text, at, under, context)
        if found or changes:
            events = [draft.item.title for draft in found if draft.item.kind is not Kind.DEADLINE]
            about = (sentence.paragraph, next(reversed(events), known))
            changes += () if changes else tuple(changed(draft, at) for draft in found if draft.item.was)
            if at in under and not changes:
                changes = tuple(settled(draft, at, under[at]) for draft in found if draft.item.whens)
            for change in changes:
                found = tuple(moved(draft, change) for draft in found)
            yield Passage(frozenset(sentence.rows), found, amendments=changes)


def _stated_in(text: str) -> int | None:
    """The year that a date in a sentence is written with, if the sentence is not about the past."""
    found = phrases(text, Context())
    years = [each.when.first.year for each in found if each.when.known]
    return years[-1] if years and not tenses.is_past(text) else None


def _after(context: Context, stated: int | None) -> Context:
    """What is known behind a date that said its year: nothing before that year is meant."""
    if stated is None or context.year is None or stated <= context.year + bool(context.turn):
        return context
    return replace(context, year=stated, turn=0, guessed=True)


def _days(found: tuple[Draft, ...]) -> set[date]:
    return {when.first for draft in found for when in draft.item.whens}


def _subject(sentence: Sentence, before: Sentence | None) -> str:
    """What the sentence before is about, if this one begins with "Den" and goes on with it."""
    goes_on = before and before.paragraph == sentence.paragraph and _it().match(sentence.text)
    return title_of(before.text) if before and goes_on else ""


def _with_decided(rows: tuple[Row, ...], setting: Setting, under: dict[int, int]) -> tuple[Row, ...]:
    """The rows with the sentences of decisions, which a list above takes its hours from."""
    said = (each for each in setting.sentences if each.rows[0] in under and each.text.endswith("."))
    again = {at for each in said if tenses.has_verb(each.text) for at in each.rows}
    return tuple(setting.rows[at] if at in again else row for at, row in enumerate(rows)) if again else rows


def _context(at: int, setting: Setting, paper: Paper) -> Context:
    """What the rows above say of the year; a day that is not the paper's own is no turn of the year."""
    context = context_at(at, setting)
    written = setting.stated.written
    if written is None or context.turn != written.month or written in paper.own:
        return context
    return replace(context, turn=0)


def _worth(sentence: Sentence, rows: tuple[Row, ...], *, proposed: bool) -> bool:
    """Whether a sentence can announce anything: it is no row of a table, no footer, no mere suggestion."""
    text = sentence.text
    if len(text) > _LONGEST or rows[sentence.rows[0]].table or any(mark in text for mark in _MARKS):
        return False
    return not (tenses.suggests(text) or only_considered(text)) or (proposed and tenses.proposes(text))


def _with_year(text: str, context: Context) -> Context:
    """The year that a sentence states with one of its dates holds for the others in it."""
    if not _YEAR.search(text):
        return context
    found = (phrase.when for phrase in phrases(text, Context()))
    said = {when.first.year for when in found if when.precision not in NO_TIME}
    return replace(context, year=said.pop(), turn=0) if len(said) == 1 else context


@lru_cache(maxsize=1)
def _it() -> re.Pattern[str]:
    return re.compile(r"(?:den|det|it|this|denne|dette|denna|detta)\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _kept() -> re.Pattern[str]:
    """Says that a time stays what it was."""
    return re.compile(
        r"(?<!\w)(?:fastholdes|fastholdt|opretholdes|står ved magt|uændret|uendret|oförändrad|unchanged"
        r"|remains?|beholdes|kvarstår|står fast|ligger fast)(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _timed() -> re.Pattern[str]:
    """Whatever a time is written with: a figure, a month, a season, a feast; the quick look first."""
    patterns = lexicon(ALL_LANGUAGES).patterns
    words = "|".join(patterns[role] for role in ("full month", "season", "part", "weekday", "feast"))
    return re.compile(rf"\d|(?<!\w)(?:{words})", re.IGNORECASE)
