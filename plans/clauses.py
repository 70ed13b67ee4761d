"""Sentences cut into clauses, so that each has the times of one thing."""

import re
from collections.abc import Iterator
from functools import lru_cache

from plans.announcing_words import when
from plans.atoms import Context
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.phrases import phrases
from plans.tenses import has_verb

_WAS = re.compile(r"(?<!\w)(?:var|was|were|skulle|blev|ble)(?!\w)", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"(?:er|är|is|are|has|have|har|bliver|blir|will|nu|now|desværre|dessverre|tyvärr)\s", re.IGNORECASE
)
_MOST_WORDS = 5  # of "evalueringen onsdag den 6. oktober", where the verb is not said again


def clauses(sentence: str, context: Context) -> Iterator[str]:
    """The parts of a sentence that have a time: "Kulturdagen er den 2. maj, og vi evaluerer den 9. juni"."""
    said = phrases(sentence, context)
    sure = [each for each in said if each.when.known or not each.start or when().match(each.words)]
    times = [span for phrase in sure or said for span in phrase.spans]
    start = 0
    for joint in _joints().finditer(sentence):
        if any(first < joint.end() and joint.start() < after for first, after in times):
            continue
        if joint.start() > start and _divides(sentence, start, joint, times):
            yield from _timed(sentence, start, joint.start(), times)
            start = joint.end()
    yield from _timed(sentence, start, len(sentence), times)


def _timed(sentence: str, start: int, end: int, times: list[tuple[int, int]]) -> Iterator[str]:
    if any(start <= first < end for first, _ in times):
        yield sentence[start:end]


def _divides(sentence: str, start: int, joint: re.Match[str], times: list[tuple[int, int]]) -> bool:
    """Whether another statement with a time of its own begins behind a comma or "og"."""
    left = sentence[start : joint.start()]
    ahead = [first for first, _ in times if first >= joint.end()]
    behind = any(start <= first < joint.start() for first, _ in times)
    if not ahead or left.count("(") > left.count(")"):
        return False
    worded = any(char in joint[0] for char in ",;") and joint[0].strip(",; ")
    if not behind and not worded:
        return False
    between = sentence[joint.end() : ahead[0]]
    if _NO_SUBJECT.match(sentence, joint.end()) and _WAS.search(left):
        return False
    if has_verb(left) and has_verb(_near(sentence, joint.end(), ahead, times)):
        return bool(joint[0].strip(", ")) or has_verb(between)
    return behind and _named(between)


def _near(sentence: str, start: int, ahead: list[int], times: list[tuple[int, int]]) -> str:
    """The text from here to the next comma behind the first time."""
    end = next(after for first, after in times if first == ahead[0])
    stop = sentence.find(",", end)
    upto = [stop if stop >= 0 else len(sentence)]
    upto += [first for first in ahead[1:2] if has_verb(sentence[start : ahead[0]])]
    return sentence[start : ahead[0]] + " " + sentence[end : max(end, min(upto))]


def _named(between: str) -> bool:
    """Whether it is no more than the name of another thing: "evalueringen", "the fair on"."""
    words = _ends().sub("", between.strip(" ,")).split()
    if not 0 < len(words) <= _MOST_WORDS or _same().search(between):
        return False
    return len(words[0]) > len("kl.") and not _leads().fullmatch(words[0])


def _roles(*roles: str) -> str:
    patterns = lexicon(ALL_LANGUAGES).patterns
    return "|".join(patterns[role] for role in roles)


@lru_cache(maxsize=1)
def _ends() -> re.Pattern[str]:
    """An article in front, and what leads to a date behind."""
    return re.compile(
        rf"^(?:{_roles('article')})\s|(?<!\w)(?:{_roles('the', 'on', 'in')})\.?$", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    """A word in front that begins no name."""
    return re.compile(_roles("small", "adverb", "at", "in", "from", "around", "after"), re.IGNORECASE)


@lru_cache(maxsize=1)
def _same() -> re.Pattern[str]:
    """What says that the same thing has another time."""
    return re.compile(rf"(?<!\w)(?:{_roles('adverb', 'clock', 'latest', 'all of')})(?!\w)|\d", re.IGNORECASE)


@lru_cache(maxsize=1)
def _joints() -> re.Pattern[str]:
    joins = lexicon(ALL_LANGUAGES).patterns["joins"]
    return re.compile(rf";\s{{1,3}}|,?\s(?:{joins})\s|,\s", re.IGNORECASE)
