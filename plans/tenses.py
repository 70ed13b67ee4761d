"""Whether a sentence announces something, or reports, quotes a law, dates a paper, or merely suggests."""

import re
from functools import lru_cache

from plans.lexicon import ALL_LANGUAGES, lexicon

TIME = "¤"
"""Stands in a clause for each of its times."""
_SERIAL = re.compile(r"(?<!\w)(?:nr|no|dnr|j\.nr|sag|sagsnr|case|ref)\.?\s?:?\s?[\w/-]{0,12}$", re.IGNORECASE)
_BEFORE = 40  # characters in front of a date that tell what it is the date of
_BY_FORM = re.compile(
    r"(?<!\w)(?!(?:allerede|til stede)\b)\w{3,}(?:ede|ade|ades|edes)(?!\w)"
    r"|(?<!\w)\w{2,}[^\We]ed\s(?=(?:the|a|an|over|its|our|their|more|about|nearly|some|all)\s|[£€$\d])"
    r"|(?<!\w)\w{3,}(?:et|a)\s(?=\d[\d. ]{0,8}\s?[^\W\d]{3})",
    re.IGNORECASE,
)
_MUST_HAVE = re.compile(
    r"(?<!\w)(?:skal|skulle|vil|må|kan|ska|must|should|will)\s(?:\w{2,8}\s)?(?:have|ha|være|vere|vara)\s",
    re.IGNORECASE,
)
_BIRTHDAY = re.compile(r"(?<!\w)(?:fylder|fyller|turns)\s(?:\d|år|rund)", re.IGNORECASE)
_LAST_YEAR = re.compile(
    r"(?<!\w)(?:(?:sidste|forrige|siste|förra|i) (?:år|året|sommer|vinter)s|last year's"
    r"|fjor\w{0,6}|ifjor|i fjor|sidste år|i fjol|fjolårets|förra året|last year)(?!\w)",
    re.IGNORECASE,
)
_TO_BE = re.compile(
    r"(?<!\w)(?:will|shall|must|should|to|may|can|be|bliver|blir|vil|skal|ska|kommer att|må|kan)"
    r"(?:\s(?:blive|bli|være|vere|vara|be|have been))?\s(?:\w{2,12}\s)?$",
    re.IGNORECASE,
)
_COMMA = re.compile(r"[,;]\s")
_REPLACED = re.compile(r"(?<!\w)(?:erstatter|ersätter|replaces)\s(?:[^\s.,]{1,12}\s){0,3}$", re.IGNORECASE)
_SINCE = re.compile(r"(?<!\w)(?:since|siden|sidan|sedan)\s[^,.;]{0,30}\W$", re.IGNORECASE)
_LAW = re.compile(r"§{1,2}\s?\d")
_PAPER = re.compile(r"(?<!\w)(?:pr|per|as of|jf|nr|no)\.?\s(?:den\s|d\.\s)?$", re.IGNORECASE)


def is_past(clause: str) -> bool:
    """Whether the main verb of a clause is in the past, or says that something is done."""
    text = _main(clause)
    if _LAST_YEAR.search(text):
        return True
    if _undone().search(clause):
        return False
    text = _MUST_HAVE.sub("skal ", text)
    if _done().search(text):
        return True
    now, then = _present().search(text), _past().search(text, 0 if text[:1].islower() else 1)
    if then:
        return now is None or then.start() < now.start()
    return now is None and bool(_BY_FORM.search(text))


def content(sentence: str) -> tuple[str, str]:
    """Who said it and when, and what was said: "Rådet besluttede den 2. maj, at | festen holdes …"."""
    match = _said().search(sentence)
    return (sentence[: match.end()], sentence[match.end() :]) if match else ("", sentence)


def suggests(text: str) -> bool:
    """Whether something is only proposed or wished for."""
    return bool(_finder("suggestion").search(text))


def proposes(text: str) -> bool:
    """Whether it is laid before those who decide: "Forvaltningen foreslår, at …"."""
    return bool(_finder("proposes").search(text))


def in_force(text: str) -> bool:
    """Whether a clause is about terms, contracts, opening hours, birthdays, or a law that takes effect."""
    known = _finder("in force").search(text) or _BIRTHDAY.search(text)
    due = _finder("latest").search(text)
    return bool(known) or (due is None and _stamped().match(text.strip()) is not None)


def quotes_law(text: str) -> bool:
    """Whether a clause speaks of a law and announces nothing."""
    law = _finder("law").search(text) or _LAW.search(text)
    due = _finder("latest").search(text) or _finder("deadline").search(text)
    return bool(law) and not announces(text) and not due


def dates_paper(before: str) -> bool:
    """Whether the words in front of a date make it that of a paper, a status, or a meeting spoken of."""
    near = before[-_BEFORE:]
    if _PAPER.search(near) or _SERIAL.search(near) or _of_paper().search(near) or _over(near):
        return True
    stamp = _registered().search(near)
    return stamp is not None and not _TO_BE.search(f"{near[: stamp.start()].rstrip()} ")


def _over(near: str) -> bool:
    return bool(_SINCE.search(near) or _REPLACED.search(near))


def announces(text: str) -> bool:
    """Whether a verb says that something is going to be."""
    return bool(_finder("announces").search(text))


def has_verb(text: str) -> bool:
    """Whether there is any verb that is known."""
    return bool(_present().search(text) or _past().search(text) or _BY_FORM.search(text))


def tentative(text: str) -> bool:
    """Whether it is only expected or considered."""
    return bool(_finder("tentative").search(text))


def _main(clause: str) -> str:
    """The clause without subordinate ones, as far as they have no time of their own.

    Nor with what is said in passing behind its last time: "sendes senest ¤, det har kommunen skrevet".
    """
    text = _aside().sub("", clause)
    at = text.rfind(TIME)
    comma = _COMMA.search(text, at + 1) if at >= 0 else None
    return text[: comma.start()] if comma and has_verb(text[: comma.start()]) else text


@lru_cache(maxsize=64)
def _finder(role: str) -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder(role)


def _alternatives(*roles: str) -> str:
    patterns = lexicon(ALL_LANGUAGES).patterns
    return "|".join(patterns[role] for role in roles)


@lru_cache(maxsize=1)
def _past() -> re.Pattern[str]:
    return _finder("past")


@lru_cache(maxsize=1)
def _present() -> re.Pattern[str]:
    roles = _alternatives("present", "happens", "holds", "meets", "announces")
    return re.compile(rf"(?<!\w)(?:{roles})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _done() -> re.Pattern[str]:
    """Such as "har afholdt", "er for nylig blevet godkendt", "has been held"; not "skal være sendt"."""
    helping = r"(?:har|er|är|has|have|is|are|ble|blev|blir|bliver|vart|var|was|were|været|been|nu)"
    return re.compile(
        rf"(?<!\w)(?:har|er|är|has|have)\s(?:{helping}\s)?(?:[^\s,.]{{1,20}}\s){{0,2}}"
        rf"(?:{_alternatives('perfect')})(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _said() -> re.Pattern[str]:
    patterns = lexicon(ALL_LANGUAGES).patterns
    return re.compile(
        rf"(?<!\w)(?:{patterns['reported']}|{patterns['proposes']})(?!\w)[^;\n]{{0,80}}?,?\s"
        rf"(?=(?:{patterns['that']})\s(?!\d|noon|midday))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _aside() -> re.Pattern[str]:
    patterns = lexicon(ALL_LANGUAGES).patterns
    return re.compile(rf",\s(?:{patterns['after']})\s[^,;{TIME}]{{1,200}}(?=[,;]|$)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _undone() -> re.Pattern[str]:
    """What was planned and is called off or moved now: "var sat til ¤, men er aflyst", "has been moved"."""
    return re.compile(
        rf"(?<!\w)(?:er|är|is|are|has|have|har)\s(?:[^\s,.]{{1,12}}\s){{0,2}}"
        rf"(?:{_alternatives('called off', 'shifted', 'cancelled', 'moved')})(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _stamped() -> re.Pattern[str]:
    """A sentence that begins like a stamp: "Besluttet på mødet den 4. maj", "Bilag 2: …"."""
    return re.compile(rf"(?:{_alternatives('registered', 'record')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _of_paper() -> re.Pattern[str]:
    """Such as "af 3. maj", "fra mødet den", "Referat fra møde i rådet den", "Redaktion sluttet"."""
    words = lexicon(ALL_LANGUAGES)
    the = rf"(?:(?:{words.patterns['weekday']})\s)?(?:{words.word('the')}\s)?"
    meeting = rf"(?:{words.patterns['meeting']}|mødet|møtet|mötet|sammanträdet)"
    spoken = (
        r"(?:med|før|innan|inden|before|fra|på|ved|til|från|vid|frå|from|at|efter|after|siden|since|sedan)"
    )
    return re.compile(
        rf"(?<!\w)(?:(?:af|av|of|født|född|born|siden|sedan|since)"
        rf"|(?:den|det|dem|the one|that|those|dei)\s(?:fra|från|frå|from|dated|of)"
        rf"|{spoken}\s(?:the\s|det\s|sidste\s|forrige\s|last\s|siste\s|förra\s)?{meeting})\s{the}$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _registered() -> re.Pattern[str]:
    """A stamp in front: "Dato:", "Udskrevet", "Sidst revideret den", "Bilag 2: …"."""
    words = lexicon(ALL_LANGUAGES)
    labels = _alternatives("registered", "stamp", "dated")
    sender = r"(?:(?:af|av|by|i|på|ved|vid|in|at)\s(?:the\s|et\s|ett\s|a\s)?[^\W\d]{2,20}\s)?"
    the = rf"(?:(?:{words.patterns['weekday']})\s)?(?:{words.word('the')}\s)?"
    return re.compile(
        rf"(?:(?<!\w)(?:{_alternatives('registered')})\s{{0,2}}{sender}:?|(?:^|\s)(?:{labels})\s?:)\s{{0,3}}{the}$",
        re.IGNORECASE,
    )
