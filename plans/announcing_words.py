"""The words that tell what a sentence says of its time."""

import re
from functools import lru_cache

from plans.lexicon import ALL_LANGUAGES, lexicon


def _words(*roles: str) -> str:
    patterns = lexicon(ALL_LANGUAGES).patterns
    return "|".join(patterns[role] for role in roles)


@lru_cache(maxsize=1)
def when() -> re.Pattern[str]:
    """What a vague time begins with that says when something is."""
    return re.compile(
        rf"(?:{_words('in', 'between', 'from', 'latest', 'maybe', 'part')})(?!\w)", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def latest() -> re.Pattern[str]:
    """Such as "senest", or "by" and "inden" right before a date."""
    return re.compile(rf"(?<!\w)(?:{_words('latest')})\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def signup() -> re.Pattern[str]:
    """Sign-ups, and what people send in."""
    return re.compile(rf"(?<!\w)(?:{_words('signup', 'submits')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def due() -> re.Pattern[str]:
    """What makes a date one to come, whatever stands before it: "modtaget senest", "fastsat til"."""
    return re.compile(rf"(?:{_words('latest', 'to')})\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def set_for() -> re.Pattern[str]:
    """A time is set, even a vague one: "is planned for June"."""
    return re.compile(
        r"(?:planned|scheduled|planlagt|planlægges|planlegges|planeras|planerad|fastsat)\s(?:for|til|till)?\s{0,2}$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def denies() -> re.Pattern[str]:
    """Says that something is not: "There is no meeting in December"."""
    return re.compile(
        r"(?<!\w)(?:ikke|ikkje|inte|not|no|ingen|intet|inget)\s(?!later\b|senere\b|seinere\b|senare\b|mindst\b|minst\b)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def and_so() -> re.Pattern[str]:
    """Where another statement begins behind a time: "fra kl. 14 og til vi ikke orker mere"."""
    return re.compile(rf"\s(?:{_words('joins')}|indtil|until|hvis|if|fordi|because|så)\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def waits() -> re.Pattern[str]:
    """Whom something waits for, in front of what it is: "Vi venter på svar fra biblioteket om foredraget"."""
    return re.compile(
        rf"^(?:(?:{_words('we')})\s)?(?:{_words('waiting')})\s.{{2,60}}?\s(?:om|about|vedrørende|angående)\s",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def closes() -> re.Pattern[str]:
    """Says that a list or a deadline is over."""
    return re.compile(
        r"(?<!\w)(?:lukker|slutter|fr[ae]m till?|stenger|utløper|stänger|går ut|closes?|ends?)(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def free() -> re.Pattern[str]:
    """Says that nobody meets: "Der er ingen møder i juli", "There will be no meeting in August"."""
    return re.compile(
        r"(?<!\w)(?:ingen|intet|inga|inget|no)\s(?:[^\s,.]{1,14}\s){0,2}?[^\W\d]{0,16}"
        r"(?:mø[dt]er?|möten?|sammanträden?|meetings?|aktivit[^\W\d]{2,6}|activities)(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def closed() -> re.Pattern[str]:
    """Says that a place is closed."""
    return re.compile(
        r"(?<!\w)[^\W\d]{0,12}(?:lukket|lukke|stengt|stängt|stängd|closed)(?!\w)", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def every() -> re.Pattern[str]:
    """Says that something comes back."""
    words = "hver|hvert|hverannen|annenhver|kvar|varje|varannan|every|each"
    return re.compile(rf"(?<!\w)(?:{words})\s(?!især|gang|for sig)", re.IGNORECASE)


@lru_cache(maxsize=1)
def indefinite() -> re.Pattern[str]:
    """Such as "Årsmødet" and "møderne" are of the kind that "årsmøde" is."""
    return re.compile(r"(m[øö][dt]e)(?:t|n|rne|ne|na|r)(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def weekdays() -> re.Pattern[str]:
    """A day of the week."""
    return lexicon(ALL_LANGUAGES).finder("weekday")


@lru_cache(maxsize=1)
def before_date() -> re.Pattern[str]:
    """What may stand before "12/3" so that it is a date."""
    words = _words("the", "happens", "meets", "latest", "weekday")
    return re.compile(rf"(?<!\w)(?!(?:er|är|is|are)\s)(?:{words})\.?\s{{0,3}}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def paper() -> re.Pattern[str]:
    """Papers of any kind: minutes, reports, invitations."""
    return re.compile(
        rf"(?<!\w)(?:{_words('record', 'agenda', 'minutes', 'registered')})(?!\w)", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def body() -> re.Pattern[str]:
    """The name of a municipality with a date is a footer."""
    return re.compile(r"(?<!\w)(?:kommune|kommun|municipality|council|region)(?!\w)", re.IGNORECASE)
