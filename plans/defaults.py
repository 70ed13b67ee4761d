"""What holds for a whole list: "Møderne holdes kl. 16.30-18.30 på Rådhuset, hvor andet ikke er anført."."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from council.records import Kind
from council.when import Precision, When
from plans.atoms import Context
from plans.clocks import Clock, find_clocks
from plans.entries import Draft
from plans.extracted import Row
from plans.items import Item
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.phrases import phrases
from plans.sections import section_of
from plans.sentences import Sentence

_ANY_YEAR = 2000
_SEVERAL = 2  # bodies with which what is said of one is not said of all
_HEAD = 60  # characters in which the subject of a sentence stands
_HALF = re.compile(r"(?P<half>[^\W\d_]{3,20})-(?:,|\s(?:og|och|and)\s)")
_NAMED = re.compile(r"[A-ZÆØÅÄÖ][^\W\d_]+\s$")
_GENERAL = 7  # letters of a word such as "råd", which says nothing of which one
_LED = 20  # letters by which the beginning of a sentence is found
_GENITIVE = re.compile(r"s\b")
_DEFINITE = re.compile(r"(?:et|en|ene)$")
_LONGEST = 300  # characters of such a sentence
_UNLESS = re.compile(
    r"[,;]?\s(?:hvor|hvis|medmindre|med mindre|når|om inte|om ikke|om annat|om ikkje|dersom)\b.*$"
    r"|[,;]?\s(?:unless|except|if|fra kl)\b.*$"
    r"|\s\(.*$|\s(?:kl|klokken|klockan)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Default:
    """Hours and place that are said once, in the rows `rows`, for the section from `first` to `last`.

    `of` is the word for the meetings it is about, "" for all: "HB-møderne begynder kl. 17.30". One for
    `everything` holds where nothing else is said: "Hvor intet andet er nævnt, begynder vi kl. 19".
    """

    rows: frozenset[int]
    first: int
    last: int
    hours: str
    place: str
    of: str = ""
    everything: bool = False

    def fits(self, title: str) -> bool:
        """Whether something of this title is one of those it is about."""
        return self.of in title.casefold()


def defaults(rows: tuple[Row, ...], said: Iterable[Sentence]) -> tuple[Default, ...]:
    """All that is said once for many, in these sentences of the rows."""
    found = [
        (each, _subjects(each.text), default)
        for each in said
        if each.rows
        for default in _in_sentence(rows, each)
    ]
    bodies = {body for _, subjects, _ in found for body in subjects}
    excepted = any(default.of for _, _, default in found)
    if excepted or len(bodies) < _SEVERAL:
        return tuple(default for _, _, default in found)
    return tuple(replace(default, of=of) for _, subjects, default in found for of in subjects or ("",))


def _subjects(text: str) -> tuple[str, ...]:
    """The bodies a sentence begins with: "Kirke- og aktivitetsudvalg mødes" is about two."""
    head = _GENITIVE.sub("", text[:_HEAD])
    whole = [match[0].casefold() for match in lexicon(ALL_LANGUAGES).finder("body").finditer(head)]
    halves = [match["half"].casefold() for match in _HALF.finditer(head)]
    return tuple(_DEFINITE.sub("", each) for each in (*halves, *whole))


def nearest(found: Iterable[Default], at: int, title: str = "") -> Default | None:
    """The one that holds for a row: of its own section, else the last one above, else the first below."""
    fitting = sorted((each for each in found if each.fits(title)), key=lambda each: -len(each.of))
    fitting = [each for each in fitting if len(each.of) == len(fitting[0].of)]
    own = [each for each in fitting if each.first <= at <= each.last]
    above = [each for each in fitting if max(each.rows) < at]
    return next(iter(own), None) or next(reversed(above), None) or next(iter(fitting), None)


def at_hours(item: Item, default: Default) -> Item:
    """An item at the hours, and in the place, that are said once for all, where it says none itself."""
    whens = tuple(_at_hours(when, default.hours) for when in item.whens)
    return replace(item, whens=whens, place=item.place or default.place)


def timed(found: Iterable[Draft], said: tuple[Default, ...]) -> Iterator[Draft]:
    """The drafts, meetings among them at the hours that are said for all such meetings."""
    for draft in found:
        default = nearest(said, draft.piece.at, draft.item.title) if not draft.item.rule else None
        held = default and _holds(default, draft.item.kind)
        yield replace(draft, item=at_hours(draft.item, default)) if default and held else draft


def _holds(default: Default, kind: Kind) -> bool:
    """Whether what is said once holds for something of this kind."""
    return kind is Kind.MEETING or (default.everything and kind in {Kind.EVENT, Kind.HEARING})


def _at_hours(when: When, hours: str) -> When:
    clocks = find_clocks(hours, ALL_LANGUAGES)
    if when.precision is not Precision.DATE or not clocks:
        return when
    start, until = clocks[0].on(when.first, when.last)
    about = when.approximate or clocks[0].about
    return When.at(start, until).marked(uncertain=when.uncertain, approximate=about).said(when.words)


def _in_sentence(rows: tuple[Row, ...], said: Sentence) -> Iterator[Default]:
    """What a sentence says of hours: of all, and of those that it excepts."""
    said = _introducing(rows, said)
    text = said.text
    otherwise = bool(lexicon(ALL_LANGUAGES).finder("otherwise").search(text))
    told = otherwise or bool(_meetings().search(text))
    if len(text) > _LONGEST or not told or _every().search(text):
        return
    clocks = [clock for clock in find_clocks(text, ALL_LANGUAGES) if clock.sure or _led_in(text, clock)]
    if not clocks or any(phrase.when.known for phrase in phrases(text, Context(year=_ANY_YEAR))):
        return
    section = section_of(rows, said.rows[0])
    hours, others = _hours(text, clocks)
    everything = otherwise and not _meetings().search(text)
    base = Default(frozenset(said.rows), section.start, section.stop - 1, hours, _place(text, clocks[-1]))
    yield replace(base, of=_of(text), everything=everything)
    for before, clock in zip(clocks, others, strict=False):
        if body := _body(text[before.end : clock.start]):
            yield replace(base, hours=_written(text, clock), of=body, place="")


def _introducing(rows: tuple[Row, ...], said: Sentence) -> Sentence:
    """A sentence up to the colon behind which its list begins."""
    ends = next((at for at in said.rows if rows[at].text.rstrip().endswith(":")), None)
    if ends is None or ends == said.rows[-1]:
        return said
    there = tuple(at for at in said.rows if at <= ends)
    text = " ".join(rows[at].text for at in there)
    return replace(said, text=text[max(0, text.find(said.text[:_LED])) :], rows=there)


def _led_in(sentence: str, clock: Clock) -> bool:
    """Whether it is a span of hours, which needs no "kl.": "i tidsrummet 16.00 - 18.00"."""
    return clock.until is not None and "." in sentence[clock.start : clock.end]


def _hours(sentence: str, clocks: list[Clock]) -> tuple[str, list[Clock]]:
    """The hours as written, and those of others; a beginning and an end in two places are one span."""
    first, *others = clocks
    ends = others and lexicon(ALL_LANGUAGES).finder("closes").search(sentence[first.end : others[0].start])
    if ends and first.until is None and others[0].until is None and others[0].minutes > first.minutes:
        return f"kl. {_clock(first.minutes)}-{_clock(others[0].minutes)}", others[1:]
    return _written(sentence, first), others


def _written(sentence: str, clock: Clock) -> str:
    said = sentence[clock.start : clock.end]
    return said if not said[0].isdigit() else f"kl. {said}"


def _body(text: str) -> str:
    """The body that an exception is about, as its name begins: "ungeråd" of ", Ungerådets møder dog"."""
    text = _GENITIVE.sub("", text)
    match = lexicon(ALL_LANGUAGES).finder("body").search(text)
    if match is None:
        return ""
    named = _NAMED.search(text[: match.start()]) if len(match[0]) <= _GENERAL else None
    return _DEFINITE.sub("", f"{named[0] if named else ''}{match[0]}".casefold())


def _clock(minutes: int) -> str:
    return f"{minutes // 60}.{minutes % 60:02}"


def _place(sentence: str, clock: Clock) -> str:
    """The place in the sentence, behind the time or before it."""
    for part in (sentence[clock.end :], sentence[: clock.start]):
        match = _at().search(part)
        if match:
            return _UNLESS.sub("", match["place"]).strip(" .,;:")
    return ""


def _of(sentence: str) -> str:
    """The kind of meetings that it is about, in the singular's beginning: "hb-mød" of "HB-møderne"."""
    match = _meetings().search(sentence)
    word = match[0].casefold() if match else ""
    stem = next(
        (
            word[: word.rindex(part) + len(part)]
            for part in ("møde", "møte", "möte", "meeting")
            if part in word
        ),
        "",
    )
    return stem if len(stem) > len("meeting") and not stem.startswith("råd") else ""


@lru_cache(maxsize=1)
def _meetings() -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder("meetings")


@lru_cache(maxsize=1)
def _every() -> re.Pattern[str]:
    """What makes a sentence a rule by itself: "hver", "den første tirsdag"."""
    patterns = lexicon(ALL_LANGUAGES).patterns
    every = "|".join(word for word in patterns["every"].split("|") if not word.startswith("all"))
    return re.compile(
        rf"(?<!\w)(?:(?:{every})|(?:{patterns['nth']}|[1-5]\.)\s(?:{patterns['weekday']}))(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _at() -> re.Pattern[str]:
    words = lexicon(ALL_LANGUAGES)
    nowhere = words.patterns["nowhere"]
    return re.compile(
        rf"(?<!\w){words.word('at')}\s(?!(?:{nowhere})(?!\w))(?P<place>(?:[A-ZÆØÅÄÖ]|\w{{4}})[^.;\n]{{1,80}})",
        re.IGNORECASE,
    )
