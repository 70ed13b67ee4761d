"""What a list of dates is about, when its lines are nothing but dates: "Møder i Handicaprådet 2029"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from council.records import Kind
from plans.bodies import names_body
from plans.extracted import Row
from plans.headings import names_plan
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.sections import is_heading
from plans.sentences import split
from plans.titles import kind_of, tidied

_NEAR = 14  # rows with text above a list among which its name is
_HEAD = 12  # rows at the beginning of a document in which a body names itself
_LONGEST = 110  # characters of a name as printed
_PLURALS = (
    ("sammanträdestider", "sammanträde"),
    ("sammanträdesplan", "sammanträde"),
    ("sammanträdesdagar", "sammanträde"),
    ("sammanträden", "sammanträde"),
    ("møderne", "møde"),
    ("møder", "møde"),
    ("møtene", "møte"),
    ("møter", "møte"),
    ("møta", "møte"),
    ("mötena", "möte"),
    ("möten", "möte"),
    ("meetings", "meeting"),
)
_SCHEDULES = re.compile(
    r"(?P<noun>m[øö][dt]e|meeting|sammanträdes?)(?:s?(?:dato|plan|kalender|oversigt|tid|dag|datum|liste|schedule)\w*|\s(?:dates|times|schedule|plan))",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"[,:(]?\s*(?:for|i|of|in)?\s*(?:året\s)?(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?\)?.*$", re.IGNORECASE
)
_FOLLOWING = re.compile(
    r"\s(?:afholdes|holdes|er|fastlægges|avholdes|hålls|are|will|den|de|på|følgende)\b.*$", re.IGNORECASE
)
_HOURS = re.compile(r"\s*\([^()]{0,12}\d[^()]{0,20}\)$")
_BEHIND = re.compile(r"\s[-–]\s.*$")
_OF = re.compile(r"\s(?:i|for|af|av|of|in)\s(?:the\s)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ListName:
    """What the lines of a list are called, and what kind of thing they are.

    One that is not `sure` is the next heading above, whatever it is for; above one that is not `near` other
    things have a heading between.
    """

    title: str
    kind: Kind
    sure: bool = True
    near: bool = True


def list_name(rows: tuple[Row, ...], first: int, silent: frozenset[int]) -> ListName | None:
    """The name of the list whose first line has this index, if anything above says it.

    Rows that are `silent` say hours for a list and are no names.
    """
    near = [at for at in range(first - 1, -1, -1) if not (rows[at].blank or _says(rows[at], at in silent))]
    near = near[:_NEAR]
    titles = [at for at in near if _names(rows, at)]
    if not titles:
        return None
    body = _body(rows[at] for at in near) or _body(row for row in rows[:_HEAD] if not row.blank)
    about = [at for at in titles if _about(rows[at])]
    name = _name(rows[(about or titles)[0]].text, body)
    return replace(name, near=not about or about[0] == titles[0])


def _about(row: Row) -> bool:
    """Whether a row is about meetings, or a plan, or a body, so that a list may be of these."""
    text = row.text.strip()
    return names_plan(row) or bool(_meeting_words().search(text)) or names_body(tidied(_cased(text)))


def _says(row: Row, silent: bool) -> bool:  # noqa: FBT001  # a fact about the row
    """Whether a row says hours and is no title: one that introduces the list is both."""
    return silent and not row.text.rstrip().endswith(":")


def _names(rows: tuple[Row, ...], at: int) -> bool:
    """Whether a row may be the name of a list: a heading, or an introduction that tells of meetings."""
    text = rows[at].text.strip()
    if len(text) > _LONGEST or not any(letter.isalpha() for letter in text):
        return False
    if is_heading(rows, at):
        return True
    introduces = text.endswith(":") or not text.endswith((".", ",", ";"))
    return introduces and (names_plan(rows[at]) or bool(_meeting_words().search(text)))


def _name(text: str, body: str) -> ListName:
    text = split(text)[-1] if split(text) else text
    bare = tidied(_YEARS.sub("", _cased(text)))
    schedule = _SCHEDULES.search(bare)
    if schedule:
        noun = schedule["noun"].rstrip("s").lower()
        return ListName(_of_body(noun, _behind(bare[schedule.end() :]) or body), Kind.MEETING)
    for plural, singular in _PLURALS:
        at = bare.casefold().find(plural)
        if at >= 0:
            before = bare[:at].strip()
            start = 0 if names_body(before) else bare.rfind(" ", 0, at) + 1
            word = bare[start:at] + singular
            return ListName(_of_body(word, _behind(bare[at + len(plural) :]) or body), Kind.MEETING)
    bare = _HOURS.sub("", bare).strip()
    if names_body(bare) or (body and bare == body):
        return ListName(_meeting_of(bare), Kind.MEETING)
    bare = _FOLLOWING.sub("", bare)
    sure = text.rstrip().endswith(":") or bool(_YEARS.search(text))
    return ListName(bare, kind_of(bare, ALL_LANGUAGES), sure=sure)


def _of_body(noun: str, body: str) -> str:
    """The meeting of a body in the body's own language: "Møde i Ældrerådet", "Meeting of the Board"."""
    of = "of" if noun.endswith("meeting") else "i"
    title = f"{noun} {of} {body}" if body else noun
    return title[:1].upper() + title[1:]


def _meeting_of(body: str) -> str:
    """What a meeting of a body is called: in English its name says enough."""
    english = re.compile(rf".*(?:{lexicon(('en',)).patterns['body']})", re.IGNORECASE)
    swedish = body.casefold().endswith(("nämnd", "nämnden", "styrelse", "styrelsen", "utskott", "utskottet"))
    norwegian = body.casefold().endswith(("utvalg", "utvalget", "styre", "styret", "nemnd", "nemnda"))
    if english.fullmatch(body):
        return body
    return _of_body("möte" if swedish else "møte" if norwegian else "møde", body)


def _behind(text: str) -> str:
    """What stands behind the noun: "i Handicaprådet"."""
    match = _OF.match(_FOLLOWING.sub("", text))
    body = tidied(_FOLLOWING.sub("", text)[match.end() :]) if match else ""
    return body if names_body(body) else ""


def _body(near: Iterable[Row]) -> str:
    """The nearest row that is a body's name and no more."""
    for row in near:
        text = tidied(_cased(row.text.rpartition(":")[2]))
        if names_body(text):
            return _BEHIND.sub("", text)
    return ""


def _cased(text: str) -> str:
    """Words in capitals as words are written; "HB-møde" stays."""
    text = text.strip()
    if not text.isupper():
        return text
    return text.capitalize()


@lru_cache(maxsize=1)
def _meeting_words() -> re.Pattern[str]:
    patterns = lexicon(ALL_LANGUAGES).patterns
    return re.compile(rf"(?<!\w)(?:{patterns['meetings']}|{patterns['meeting']})(?!\w)", re.IGNORECASE)
