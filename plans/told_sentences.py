"""What a sentence announces: clauses, a rule with the exceptions beside it, titles from the heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from council.records import Kind
from plans import announcing_words as telling
from plans import tenses
from plans.announcing import Paper, announced, returning
from plans.atoms import Context
from plans.clauses import clauses
from plans.entries import Draft
from plans.extracted import Row
from plans.items import Item
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.phrases import phrases
from plans.pieces import Piece
from plans.recurring import rules
from plans.sentences import Sentence
from plans.titles import tidied

_CONFIDENCE = 0.7
_LONGEST_HEADING = 80
_SHORT = 120  # characters of a sentence that only states exceptions
_EXCEPT = "undtagen"
_STEM = 3  # letters at the end of a word that "Temamødet" has more than "Temamøde om demens"
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBERED = re.compile(r"^(?:\w{1,7}\.?\s)?\d{1,2}[.):]?\s{1,3}(?=[A-ZÆØÅÄÖ])")
_DEADLINE = re.compile(r"\w{4,8} (?:for|för|dag för) \w{1,40}(?:et|en|erne|ene|arna|na|t)?")


@dataclass(frozen=True, slots=True)
class Around:
    """What a sentence is read with: the next one, the rows of the document, what it goes on about.

    `outside` is what the rows above say of the year, `inside` the same with what the sentence says itself.
    """

    after: Sentence | None
    rows: tuple[Row, ...]
    outside: Context
    inside: Context
    paper: Paper
    about: str


def drafts(sentence: Sentence, around: Around) -> Iterator[Draft]:
    """What a sentence announces: one item for each of its clauses with a time."""
    first = sentence.rows[0]
    piece = Piece(sentence.text, around.rows[first].page, around.rows[first].line, at=first)
    _, said = tenses.content(_offered(_plain(sentence.text), around.rows, first))
    said = _to_move().sub(r"\g<what> flyttes ", said)
    for item in _items(said, sentence, around):
        whole = replace(item, title=_in_full(item.title, around.rows, first))
        if whole.title:
            yield Draft(whole, piece, yearless=around.inside.year is None, confidence=_CONFIDENCE)


def _items(said: str, sentence: Sentence, around: Around) -> Iterator[Item]:
    rule, rest = _parted(said, around.inside)
    found = rules(rule, around.inside)
    if not found:
        yield from _announced(said, around)
        return
    rule = _with_exceptions(rule, around.after, sentence, around.inside)
    yield from returning(rule, rules(rule, around.inside) or found, around.inside)
    yield from _announced(rest, around) if rest else ()


def _announced(said: str, around: Around) -> Iterator[Item]:
    """What each clause announces; in one without a year before New Year's that of the rows above holds."""
    outside, inside, about = around.outside, around.inside, around.about
    turned = outside.year is not None and inside.year == outside.year + 1
    item: Item | None = None
    for at, clause in enumerate(clauses(said, inside)):
        context = outside if turned and not _FULL_YEAR.search(clause) else inside
        item = announced(clause, context, around.paper, about, going_on=item is not None)
        bare = at and about and clause[:1].islower()
        if item and bare and _bare_verb().fullmatch(item.title):
            item = replace(item, title=f"{about.split(maxsplit=1)[0]} {item.title.lower()}")
        if item:
            about = item.title if item.kind is not Kind.DEADLINE else about
            yield item


def excepts(sentence: Sentence, before: Sentence | None) -> bool:
    """Whether a sentence says when a rule in the one before does not hold: "Der er intet møde i juli"."""
    if before is None or before.paragraph != sentence.paragraph or not telling.every().search(before.text):
        return False
    return bool(telling.free().search(sentence.text)) and len(sentence.text) <= _SHORT


def _with_exceptions(said: str, after: Sentence | None, sentence: Sentence, context: Context) -> str:
    """A rule with the exceptions that the next sentence states."""
    if after is None or not excepts(after, sentence):
        return said
    found = phrases(after.text, context)
    if not found:
        return said
    words = after.text[found[0].start : found[-1].end].rstrip(". ")
    return f"{said.rstrip('. ')}, {_EXCEPT} {_or().sub(' og ', words)}."


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


@lru_cache(maxsize=1)
def _bare_verb() -> re.Pattern[str]:
    """The verb of a clause whose subject stands in the one before it: "… og slutter den 4. maj"."""
    return re.compile(r"\w{4,24}(?:es|ter|ner|der|ler|ker|s)")


@lru_cache(maxsize=1)
def _to_move() -> re.Pattern[str]:
    """What was decided to be moved: "at flytte seminaret fra …"."""
    return re.compile(
        r"^(?:at|å|att|to)\s(?:flytte|rykke|udskyde|udsætte|utsette|forskyve|flytta|skjuta upp"
        r"|move|postpone)\s"
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
def _or() -> re.Pattern[str]:
    return re.compile(r"\s(?:eller|or|nor)\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _in_passing() -> re.Pattern[str]:
    weekday = lexicon(ALL_LANGUAGES).patterns["weekday"]
    return re.compile(
        rf",\s(?:det|som|that|which|it|dette|detta)\s(?:er|is|är)\s(?:en|a|ein)\s(?:{weekday})(?:,|(?=\.))",
        re.IGNORECASE,
    )
