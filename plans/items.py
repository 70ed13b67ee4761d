"""One item of a plan, or one line typed in chat, taken apart: title, time, place, state, activity.

`read_item` is pure. What it takes out of the title are the words of date, place and waiting; the rest
stays as written, with the activity's name in front ("Kulturdag 21 - Afholdelse").
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import MAXYEAR
from functools import lru_cache

from council.doubts import Doubt
from council.records import Kind, Status
from council.recurrence import Recurrence
from council.when import Precision, When
from plans.atoms import Context
from plans.hours import in_remark
from plans.lexicon import lexicon
from plans.moving import without_old_time
from plans.phrases import Phrase, phrases
from plans.recurring import RulePhrase, rules
from plans.remarks import remarks
from plans.repair import repaired
from plans.titles import activity_in, kind_of, tidied

_SAYS_YEAR = re.compile(r"(?:19|20)\d\d$")
_CLAUSE = re.compile(r"[(),;.:]\s?|\s[-–]\s")
_FEW = re.compile(r"[^\W\d_]{3,}(?:\s[^\W\d_]+){0,3}")
_ASKED = re.compile(r"\?(?=\s{0,3}(?:[.(,;–-]|$))")
_SAID = 8  # times whose words tell what it is ("senest")
_DAY_OR_WEEK = re.compile(r"\d{4}-(?:\d\d-\d\d|W)")


@dataclass(frozen=True, slots=True)
class SigningUp:
    """Until when to do what for an item: "tilmelding" of "Tur 5/5 (tilmelding senest 1/5)"."""

    what: str
    when: When


@dataclass(frozen=True, slots=True)
class Item:
    """What one line says. `whens` has one time, several for a list of dates, none if it gives none.

    `doubtful` is an item with a question mark, which makes its time tentative, also one given by its row.
    `was` is the time it was `moved` from, None where nothing says it; `rule` how it comes back (then
    `whens` has the first time).
    """

    title: str
    whens: tuple[When, ...] = ()
    kind: Kind = Kind.EVENT
    status: Status = Status.PLANNED
    activity: str = ""
    place: str = ""
    waiting_for: str = ""
    responsible: str = ""
    doubtful: bool = False
    doubts: tuple[Doubt, ...] = ()
    was: When | None = None
    moved: bool = False
    rule: Recurrence | None = None
    signing: tuple[SigningUp, ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    waiting: re.Pattern[str]
    undated: re.Pattern[str]
    answer: re.Pattern[str]
    labelled: re.Pattern[str]
    place: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A part of the text that is taken out of the title, and what it says."""

    start: int
    end: int
    value: str = ""


def read_item(text: str, context: Context) -> Item:
    """What a line says; never raises. In chat every time counts, in a plan's row only exact ones do."""
    words = _words(context.languages)
    text = repaired(text, context.languages).text
    waiting = _waiting(text, words)
    moved = without_old_time(_without(text, [waiting]), context)
    body, counts_from = moved.text, moved.counts_from
    context = replace(context, year=moved.year, turn=0) if moved.year else context
    every = phrases(body, context)
    back = None if context.today or counts_from else next(iter(_coming_back(body, context, every)), None)
    ahead = [each for each in every if _signs_up(each, every, body, context)]
    found = _chosen([each for each in every if each not in ahead], context, counts_from)
    signing = () if context.today else tuple(_signing(body, each) for each in ahead if _exact(each))
    signing = tuple((each, cut) for each, cut in signing if each.what)
    found = (Phrase(back.when, back.spans, back.words, back.doubts),) if back else found
    place = _labelled(body, found, words) or _place(body, found, words)
    old = tuple(each for each in every if each.end <= counts_from and _exact(each))
    spans = {span for phrase in (*old, *found) for span in phrase.spans if not phrase.kept}
    rest = _without(body, [*(_Cut(*span) for span in spans), place, *(cut for _, cut in signing)])
    remarked = remarks(rest, context.languages)
    doubtful = remarked.doubtful or bool(_ASKED.search(rest)) or _asks(body, place)
    whens = tuple(
        phrase.when for phrase in found if phrase.when.precision is not Precision.UNKNOWN or not back
    )
    doubtful = doubtful or any(when.uncertain for when in whens)
    said = " ".join(phrase.words for phrase in found[:_SAID])
    title = tidied(remarked.title)
    return Item(
        title=title,
        whens=tuple(when.marked(uncertain=doubtful, approximate=when.approximate) for when in whens),
        kind=kind_of(f"{said}\n{title}", context.languages),
        status=_status(cancelled=remarked.cancelled, waiting=waiting is not None),
        activity=activity_in(title),
        place=place.value if place else "",
        waiting_for=waiting.value if waiting else "",
        doubtful=doubtful,
        doubts=tuple(dict.fromkeys(each for phrase in found for each in phrase.doubts)),
        was=moved.was,
        moved=moved.moved,
        rule=back.rule if back else None,
        signing=tuple(each for each, _ in signing),
    )


def _signing(text: str, phrase: Phrase) -> tuple[SigningUp, _Cut]:
    """Until when to do what: the words of the brackets, or of the clause, that the day stands in."""
    begins = list(_CLAUSE.finditer(text, 0, phrase.start))
    start = begins[-1] if begins else None
    before = text[start.end() if start else 0 : phrase.start].strip()
    end = phrase.end + text.startswith(")", phrase.end)
    cut = _Cut(start.start() if start else phrase.start, end)
    return SigningUp(before if start and _FEW.fullmatch(before) else "", phrase.when), cut


def _coming_back(text: str, context: Context, every: tuple[Phrase, ...]) -> tuple[RulePhrase, ...]:
    """The rules that an item is about; one without an anchor only if nothing else says when it is."""
    found = rules(text, context)
    known = tuple(each for each in found if each.anchored)
    return known or (() if any(_exact(each) for each in every) else found)


def _status(*, cancelled: bool, waiting: bool) -> Status:
    if cancelled:
        return Status.CANCELLED
    return Status.WAITING if waiting else Status.PLANNED


def _chosen(found: list[Phrase], context: Context, counts_from: int) -> tuple[Phrase, ...]:
    """The exact times if there are any, else in chat the first vague one; a title keeps the others.

    What was moved is at the new time, however vague, in the old one's place.
    """
    if counts_from:
        return tuple(each for each in found if each.end > counts_from)[:1]
    exact = tuple(each for each in found if _exact(each))
    asked = tuple(each for each in found if each.doubts or each.open)
    if exact or asked:
        return exact or asked
    if context.vague:
        return tuple(sorted(found, key=_vagueness)[:1])
    if context.today:
        return tuple(found[:1])
    return tuple(each for each in found if _own(each))[:1]


def _own(phrase: Phrase) -> bool:
    """Whether a vague time is an item's own and no part of its title: "I 1. kvartal …", "… våren 2028"."""
    spanning = phrase.when.precision in {Precision.QUARTER, Precision.SEASON, Precision.MONTHS}
    return spanning and (phrase.start == 0 or bool(_SAYS_YEAR.search(phrase.words)))


def _vagueness(phrase: Phrase) -> int:
    """How many days a vague time leaves open: a month is closer than a season, no time the farthest."""
    when = phrase.when
    return MAXYEAR * 366 if when.precision is Precision.UNKNOWN else (when.last - when.first).days


def _signs_up(phrase: Phrase, every: tuple[Phrase, ...], text: str, context: Context) -> bool:
    """Whether it is until when to sign up for what is later: "Tur 5/5 (tilmelding senest 1/5)"."""
    if not lexicon(context.languages).finder("latest").match(phrase.words):
        return False
    others = any(_exact(each) and each.spans != phrase.spans for each in every)
    return others or in_remark(text, phrase.start)


def _exact(phrase: Phrase) -> bool:
    return bool(_DAY_OR_WEEK.match(phrase.when.edtf))


def _waiting(text: str, words: _Words) -> _Cut | None:
    """Whom it waits for: "- Afventer biblioteket", "(afventer svar fra en)"; nobody: "dato afventer"."""
    if match := words.undated.search(text):
        return _Cut(match.start(), match.end())
    match = words.waiting.search(text)
    if match is None:
        return None
    party = words.answer.sub("", match["party"]).strip(" .?!,;:")
    return _Cut(match.start(), match.end(), party)


def _labelled(text: str, found: tuple[Phrase, ...], words: _Words) -> _Cut | None:
    """A place with its label: "Sted: Kulturhuset, lokale 4", up to a date."""
    match = words.labelled.search(text)
    if match is None:
        return None
    starts = [start for phrase in found for start, _ in phrase.spans]
    end = min([match.end(), *(start for start in starts if start >= match.start("place"))])
    return _Cut(match.start(), end, text[match.start("place") : end].strip(" .?!,;:()"))


def _place(text: str, found: tuple[Phrase, ...], words: _Words) -> _Cut | None:
    """A place right behind the date: "på VUC"; words such as "samarbejde" say that it is none."""
    ends = sorted({end for phrase in found for _, end in phrase.spans}, reverse=True)
    for end in ends:
        match = words.place.match(text, end)
        if match:
            return _Cut(match.start("whole"), match.end("whole"), match["place"].strip(" .?!,;:"))
    return None


def _asks(text: str, place: _Cut | None) -> bool:
    return place is not None and "?" in text[place.start : place.end + 1]


def _without(text: str, cuts: Iterable[_Cut | None]) -> str:
    """The text with these parts cut out, a gap in the place of each."""
    kept, at = [], 0
    for cut in sorted((cut for cut in cuts if cut), key=lambda cut: cut.start):
        if cut.end > at:
            kept.append(text[at : max(at, cut.start)])
            at = cut.end
    return " ".join([*kept, text[at:]]) if kept else text


@lru_cache(maxsize=32)
def _words(codes: tuple[str, ...]) -> _Words:
    words = lexicon(codes)
    ignoring = re.IGNORECASE
    party = r"(?P<party>[^()\n.?!]{1,120})"
    over = r"(?=\s*(?:[).,;]|$|(?-i:[A-ZÆØÅÄÖ])))"
    stop = r"(?P<place>[^,;()\n?!–]{1,100}?)"
    return _Words(
        waiting=re.compile(
            rf"[\s(,;:–-]{{0,5}}(?<!\w){words.word('waiting')}\s{{1,3}}{party}[.)]?", ignoring
        ),
        undated=re.compile(
            rf"[\s(,;:–-]{{0,5}}(?<!\w)(?:{words.patterns['header']})\s{words.word('waiting')}{over}\)?",
            ignoring,
        ),
        answer=re.compile(rf"^\s*{words.word('answer')}\s{{1,3}}", ignoring),
        labelled=re.compile(
            rf"[\s(,;–-]{{0,5}}(?<!\w)(?:{words.patterns['place']})\s?:\s{{0,3}}(?P<place>[^;()\n?!–]{{1,100}})\)?",
            ignoring,
        ),
        place=re.compile(
            rf"[\s,;–-]{{0,4}}(?P<whole>{words.word('at')}\s{{1,3}}(?!(?:{words.patterns['nowhere']})(?!\w))"
            rf"{stop})(?=\s-\s|[,;()\n?!–]|\.?\s*$)",
            ignoring,
        ),
    )
