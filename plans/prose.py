"""Plans told in sentences: what is left when tables, months and lists have claimed their rows."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import chain

from council.records import Kind
from plans import announcing_words as telling
from plans import tenses
from plans.announcing import NO_TIME, Paper, announced, returning
from plans.atoms import Context
from plans.clauses import clauses
from plans.decisions import agreed, amendment, decisions, moved
from plans.entries import Draft
from plans.extracted import Row
from plans.invitations import invitation
from plans.items import Item
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.naming import title_of
from plans.own_dates import own_days, reports
from plans.phrases import phrases
from plans.pieces import Piece
from plans.recurring import rules
from plans.sentences import Sentence, sentences
from plans.sheet import Passage, Setting
from plans.titles import tidied
from plans.years import context_at

_CONFIDENCE = 0.7
_LONGEST = 1_500  # characters of a sentence
_LONGEST_HEADING = 80
_MARKS = ("·", "|", "@", "www", "CVR", "EAN")
_NUMBERED = re.compile(r"^(?:\w{1,7}\.?\s)?\d{1,2}[.):]?\s{1,3}(?=[A-ZÆØÅÄÖ])")
_YEAR = re.compile(r"(?:19|20)\d\d|['’]\d\d|[-/.]\s?\d\d")
_SHORT = 120  # characters of a sentence that only states exceptions
_EXCEPT = "undtagen"
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
_STEM = 3  # letters at the end of a word that "Temamødet" has more than "Temamøde om demens"


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
    said = list(sentences(rows))
    for sentence, before, after in zip(said, [None, *said], [*said[1:], None], strict=False):
        at = sentence.rows[0]
        timed = at in under or _timed().search(sentence.text)
        if not timed or at in claimed or not _worth(sentence, rows, proposed=at in accepted):
            continue
        if _excepts(sentence, before):
            continue
        context = _context(at, setting, paper)
        known = about[1] if about[0] == sentence.paragraph else _subject(sentence, before) or theme
        both = (context, _with_year(sentence.text, context))
        found = tuple(_drafts(sentence, after, rows, both, paper, known))
        if _kept().search(sentence.text) and told.issuperset(_days(found)):
            continue
        told |= _days(found)
        change = amendment(sentence.text, at, under, context)
        if found or change:
            events = [draft.item.title for draft in found if draft.item.kind is not Kind.DEADLINE]
            about = (sentence.paragraph, next(reversed(events), known))
            found = tuple(moved(draft, change) for draft in found) if change else found
            yield Passage(frozenset(sentence.rows), found, amendments=(*((change,) if change else ()),))


def _days(found: tuple[Draft, ...]) -> set[date]:
    return {when.first for draft in found for when in draft.item.whens}


def _subject(sentence: Sentence, before: Sentence | None) -> str:
    """What the sentence before is about, if this one begins with "Den" and goes on with it."""
    goes_on = before and before.paragraph == sentence.paragraph and _it().match(sentence.text)
    return title_of(before.text) if before and goes_on else ""


def _excepts(sentence: Sentence, before: Sentence | None) -> bool:
    """Whether a sentence says when a rule in the one before does not hold: "Der er intet møde i juli"."""
    if before is None or before.paragraph != sentence.paragraph or not telling.every().search(before.text):
        return False
    return bool(telling.free().search(sentence.text)) and len(sentence.text) <= _SHORT


def _with_exceptions(said: str, after: Sentence | None, sentence: Sentence, context: Context) -> str:
    """A rule with the exceptions that the next sentence states."""
    if after is None or not _excepts(after, sentence):
        return said
    found = phrases(after.text, context)
    if not found:
        return said
    words = after.text[found[0].start : found[-1].end].rstrip(". ")
    return f"{said.rstrip('. ')}, {_EXCEPT} {_or().sub(' og ', words)}."


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
    return not tenses.suggests(text) or (proposed and tenses.proposes(text))


def _with_year(text: str, context: Context) -> Context:
    """The year that a sentence states with one of its dates holds for the others in it."""
    if not _YEAR.search(text):
        return context
    found = (phrase.when for phrase in phrases(text, Context()))
    said = {when.first.year for when in found if when.precision not in NO_TIME}
    return replace(context, year=said.pop(), turn=0) if len(said) == 1 else context


def _drafts(
    sentence: Sentence,
    after: Sentence | None,
    rows: tuple[Row, ...],
    contexts: tuple[Context, Context],
    paper: Paper,
    about: str,
) -> Iterator[Draft]:
    first = sentence.rows[0]
    _, said = tenses.content(_offered(_plain(sentence.text), rows, first))
    said = _to_move().sub(r"\g<what> flyttes ", said)
    context = contexts[1]
    piece = Piece(sentence.text, rows[first].page, rows[first].line, at=first)
    said, rest = _parted(said, context)
    found = rules(said, context)
    if found:
        said = _with_exceptions(said, after, sentence, context)
        found = rules(said, context) or found
        items = chain(
            returning(said, found, context), _announced(rest, contexts, paper, about) if rest else ()
        )
    else:
        whole = f"{said}, {rest}" if rest else said
        items = chain(_announced(whole, contexts, paper, about))
    for item in items:
        whole = replace(item, title=_in_full(item.title, rows, first))
        if whole.title:
            yield Draft(whole, piece, yearless=context.year is None, confidence=_CONFIDENCE)


def _announced(said: str, contexts: tuple[Context, Context], paper: Paper, about: str) -> Iterator[Item]:
    """What each clause announces; in one without a year before New Year's that of the rows above holds."""
    outside, inside = contexts
    turned = outside.year is not None and inside.year == outside.year + 1
    item: Item | None = None
    for at, clause in enumerate(clauses(said, inside)):
        context = outside if turned and not _FULL_YEAR.search(clause) else inside
        item = announced(clause, context, paper, about, going_on=item is not None)
        bare = at and about and clause[:1].islower()
        if item and bare and _bare_verb().fullmatch(item.title):
            item = replace(item, title=f"{about.split(maxsplit=1)[0]} {item.title.lower()}")
        if item:
            about = item.title if item.kind is not Kind.DEADLINE else about
            yield item


def _parted(said: str, context: Context) -> tuple[str, str]:
    """A rule, and another statement behind it: "…, and in the week of 26 November we plant trees"."""
    for joint in _joint().finditer(said) if telling.every().search(said) else ():
        rest = said[joint.end() :]
        found = phrases(rest, context)
        if not found or telling.every().search(rest) or not telling.every().search(said, 0, joint.start()):
            continue
        spans = [span for phrase in found for span in phrase.spans]
        bare = "".join(char for at, char in enumerate(rest) if not any(a <= at < b for a, b in spans))
        if len(_WORD.findall(bare)) > 1 and not _except().match(rest):
            return said[: joint.start()], rest
    return said, ""


def _offered(said: str, rows: tuple[Row, ...], at: int) -> str:
    """What days are offered for is in the heading: "Vi har to datoer i tilbud: 4. maj eller 5. maj"."""
    match = _choice().match(said)
    heading = _heading(rows, at) if match else ""
    return f"{heading}: {said[match.end() :]}" if match and heading else said


def _plain(said: str) -> str:
    """A sentence without what it says of the weekday in passing: ", det er en lørdag,"."""
    return _in_passing().sub(" ", said)


@lru_cache(maxsize=1)
def _to_move() -> re.Pattern[str]:
    """What was decided to be moved: "at flytte seminaret fra …"."""
    return re.compile(
        r"^(?:at|å|att|to)\s(?:flytte|rykke|udskyde|udsætte|utsette|forskyve|flytta|skjuta upp|move|postpone)\s"
        r"(?P<what>[^,;]{3,80}?)\s(?=(?:fra|från|frå|from|til|till|to)\s)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _choice() -> re.Pattern[str]:
    return re.compile(
        r"[^:.]{0,60}(?<!\w)(?:datoer|datoforslag|dates|datum|datoar|datoalternativer)(?!\w)[^:.]{0,40}:\s",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _except() -> re.Pattern[str]:
    return re.compile(lexicon(ALL_LANGUAGES).word("except"), re.IGNORECASE)


@lru_cache(maxsize=1)
def _joint() -> re.Pattern[str]:
    joins = lexicon(ALL_LANGUAGES).patterns["joins"]
    return re.compile(rf",\s(?:{joins})\s|;\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _it() -> re.Pattern[str]:
    return re.compile(r"(?:den|det|it|this|denne|dette|denna|detta)\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _or() -> re.Pattern[str]:
    return re.compile(r"\s(?:eller|or|nor)\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _kept() -> re.Pattern[str]:
    """Says that a time stays what it was."""
    return re.compile(
        r"(?<!\w)(?:fastholdes|fastholdt|opretholdes|står ved magt|uændret|uendret|oförändrad|unchanged"
        r"|remains?|beholdes|kvarstår|står fast|ligger fast)(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _in_passing() -> re.Pattern[str]:
    weekday = lexicon(ALL_LANGUAGES).patterns["weekday"]
    return re.compile(
        rf",\s(?:det|som|that|which|it|dette|detta)\s(?:er|is|är)\s(?:en|a|ein)\s(?:{weekday})(?:,|(?=\.))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _timed() -> re.Pattern[str]:
    """Whatever a time is written with: a figure, a month, a season, a feast; the quick look first."""
    patterns = lexicon(ALL_LANGUAGES).patterns
    words = "|".join(patterns[role] for role in ("full month", "season", "part", "weekday", "feast"))
    return re.compile(rf"\d|(?<!\w)(?:{words})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _bare_verb() -> re.Pattern[str]:
    """The verb of a clause whose subject stands in the one before it: "… og slutter den 4. maj"."""
    return re.compile(r"\w{4,24}(?:es|ter|ner|der|ler|ker|s)")


def _in_full(title: str, rows: tuple[Row, ...], at: int) -> str:
    """A title as the heading above has it: "Temamødet" under "4. Temamøde om demens"; "" is it all."""
    words = title.split()
    bare = bool(_DEADLINE.fullmatch(title))
    if len(words) > 1 and not bare:
        return title
    heading = _heading(rows, at)
    if not heading or (len(heading.split()) == 1 and len(words) != 1):
        return title
    if bare:
        return f"{title}: {heading}"
    stem = title[: max(_STEM, len(title) - _STEM)].casefold()
    return heading if heading.casefold().startswith(stem) or not title else title


def _heading(rows: tuple[Row, ...], at: int) -> str:
    """The numbered or marked heading above a row, without its number."""
    for row in reversed(rows[:at]):
        if row.heading or _NUMBERED.match(row.text):
            text = tidied(_NUMBERED.sub("", row.text.strip(" #*")))
            return text if len(text) <= _LONGEST_HEADING else ""
    return ""


_DEADLINE = re.compile(r"\w{4,8} (?:for|för|dag för) \w{1,40}(?:et|en|erne|ene|arna|na|t)?")
