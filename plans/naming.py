"""The title of a clause: the noun phrase that its time belongs to.

In a clause `tenses.TIME` stands for each time. "Kulturdagen afholdes ¤" is about Kulturdagen, "Vi holder
kulturdag ¤" and "¤ er der kulturdag" about kulturdag, "Seniorrådet mødes ¤" is a meeting of Seniorrådet.
"""

import re
from functools import lru_cache

from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.tenses import TIME
from plans.titles import tidied

_MOST_WORDS = 12
_LABEL = re.compile(r"^(?P<label>[^:¤]{3,60}):\s(?P<rest>.*)$", re.DOTALL)
_MEETING_IN = {"møde": "i", "møte": "i", "møder": "i", "sammanträde": "med", "möte": "med", "meeting": "of"}
_MEETINGS = (
    (re.compile(r"(?:mødes|holder møde|afholder møde|har møde|samles|træder sammen)", re.I), "Møde i"),
    (re.compile(r"(?:møtes|møtest|holder møte|avholder møte|har møte)", re.I), "Møte i"),
    (re.compile(r"(?:sammanträder|h\w{3,5} sammanträde)", re.I), "Sammanträde med"),
    (re.compile(r"(?:möts|träffas|h\w{3,5} möte)", re.I), "Möte med"),
    (re.compile(r"(?:meets?|will meet|.{0,12}meetings?)", re.I), "Meeting of"),
)
_DEADLINES = (
    ("da", "Frist for"),
    ("nb", "Frist for"),
    ("sv", "Sista dag för"),
    ("en", "Deadline for"),
)


def title_of(clause: str) -> str:
    """A short clean title for a clause with its times masked; "" if it is about "den" or "det"."""
    clause = _opening().sub("", clause.strip(" ,;–-"))
    label = _LABEL.match(clause)
    if label and (_verb().search(label["rest"]) or not _letters(label["rest"])):
        return _tidy(label["label"])
    text = _aside().sub("", clause)
    verb = _verb().search(text)
    if verb and _it().fullmatch(text[: verb.start()].replace(TIME, " ").strip(" ,")):
        rest = text[verb.end() :].replace(TIME, " ").strip()
        if not _letters(rest) or _adverbial().match(f"{rest} "):
            return ""
    return _tidy(_with_verb(text, verb) if verb else _without_verb(text)) or _tidy(text)


def deadline_title(clause: str, about: str, said: str = "") -> str:
    """The title of a deadline: "Forslag skal være sekretariatet i hænde senest ¤" is "Frist for forslag".

    `about` is what a sign-up is for, where it does not say; `said` is the clause with its times.
    """
    label = _LABEL.match(clause)
    if label and not _letters(label["rest"].replace(TIME, "")):
        return _tidy(label["label"])
    subject = _tidy(_until_verb().split(_opening().sub("", clause), maxsplit=1)[0])
    if _signup().match(subject) or not subject:
        bare = len(subject.split()) == 1 and about
        return f"{subject} – {about[:1].lower()}{about[1:]}" if bare else subject or _tidy(clause)
    if _finder("deadline").search(subject):
        return subject
    if not _finder("submits").search(subject) and not _must().search(clause):
        return title_of(clause)
    return f"{_frist(said or clause)} {subject[:1].lower()}{subject[1:]}"


def _frist(clause: str) -> str:
    """The words for "deadline for" in the language of the clause."""
    found = ((lexicon((code,)).finder("latest").search(clause), words) for code, words in _DEADLINES)
    return next((words for match, words in found if match), _DEADLINES[0][1])


def _with_verb(text: str, verb: re.Match[str]) -> str:
    before, after = text[: verb.start()], text[verb.end() :]
    subject = "" if _leads_in(before) else _noun(before)
    kind = verb.lastgroup
    if kind == "meets":
        return _meeting(verb[0], subject or _noun(after))
    if kind == "holds":
        held = _noun(after if subject else _behind_subject(after)) or subject
        held = subject if subject and _open().fullmatch(held) else held
        return f"{held} {_MEETING_IN[_last(held)]} {subject}" if subject and _is_meeting(held) else held
    if subject and not verb[0].endswith((" med", " with")):
        return subject
    return _noun(_there().sub("", after))


def _without_verb(text: str) -> str:
    return _noun(text) or text


def _meeting(verb: str, subject: str) -> str:
    words = next((words for pattern, words in _MEETINGS if pattern.fullmatch(verb)), "Møde i")
    bare = _pronoun().fullmatch(subject) or not subject
    return (
        words.split()[0]
        if bare
        else f"{words} {subject[:1].lower() if _definite(subject) else subject[:1]}{subject[1:]}"
    )


def _definite(subject: str) -> bool:
    """Whether it is a common noun ("Bestyrelsen", "Rådet"), not a name ("Seniorrådet")."""
    return bool(
        re.match(r"(?:bestyrelsen|rådet|udvalget|utvalget|styret|styrelsen|gruppen|the)\b", subject, re.I)
    )


def _last(text: str) -> str:
    return text.split()[-1].casefold()


def _is_meeting(held: str) -> bool:
    """ "møde", "ordinært møde": nothing tells whose it is."""
    words = held.split()
    return 0 < len(words) <= len("ab") and words[-1].casefold() in _MEETING_IN


def _leads_in(before: str) -> bool:
    """Whether what stands before the verb is no subject: nothing, a pronoun, "I november", "Efter ferien"."""
    plain = before.replace(TIME, " ").strip(" ,")
    return not plain or bool(_pronoun().fullmatch(plain) or _adverbial().match(plain))


def _behind_subject(after: str) -> str:
    """Of "vi en kampagne" or "rådet kulturdag" what is held, "til" left out."""
    return _short_subject().sub("", after, count=1)


def _noun(text: str) -> str:
    """A noun phrase without times and what only leads to them; up to the first time if words stand there."""
    parts = [part for part in text.split(TIME) if _letters(_tidy(part))]
    return _tidy(_cut().split(parts[0], maxsplit=1)[0]) if parts else ""


def _letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text.replace(TIME, ""))


def _tidy(text: str) -> str:
    """Without times, little words at both ends; short; with a capital."""
    text = " ".join(text.replace(TIME, " ").split()).strip(" ,;:.–-")
    before = None
    while before != text:
        before = text
        text = _trailing().sub("", text).strip(" ,;:.–-")
        text = _leading().sub("", text).strip(" ,;:–-")
    words = text.split()
    if len(words) > _MOST_WORDS:
        text = " ".join(words[:_MOST_WORDS])
        text = _trailing().sub("", text)
    text = tidied(text)
    return text[:1].upper() + text[1:]


def _roles(*roles: str) -> str:
    patterns = lexicon(ALL_LANGUAGES).patterns
    return "|".join(patterns[role] for role in roles)


@lru_cache(maxsize=64)
def _finder(role: str) -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder(role)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    return _compiled(
        rf"(?<![\w-])(?:(?P<meets>{_roles('meets')})|(?P<holds>{_roles('holds')})"
        rf"|(?P<happens>{_roles('happens')}))(?![\w-])"
    )


@lru_cache(maxsize=1)
def _until_verb() -> re.Pattern[str]:
    return _compiled(
        rf"\s(?:{_roles('happens', 'holds', 'present', 'latest')}|lukker|stenger|stänger|closes?|sendes"
        rf"|sendt|skickas|lämnas|leveres|indsendes|modtages|mailes|gives|til sekretariatet|til formanden)(?!\w)|{TIME}|:"
    )


@lru_cache(maxsize=1)
def _must() -> re.Pattern[str]:
    return _compiled(rf"(?<!\w)(?:{_roles('latest')}|{_roles('deadline')})(?!\w)")


@lru_cache(maxsize=1)
def _signup() -> re.Pattern[str]:
    return _compiled(rf"(?:{_roles('signup')})(?!\w)")


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    return _compiled(rf"^(?:(?:{_roles('welcome', 'adverb')})(?!\w)[,:]?\s{{0,3}}){{1,3}}")


@lru_cache(maxsize=1)
def _aside() -> re.Pattern[str]:
    return _compiled(rf",\s(?:{_roles('after')})\s[^,;{TIME}]{{1,200}}(?=[,;{TIME}]|$)")


@lru_cache(maxsize=1)
def _pronoun() -> re.Pattern[str]:
    return _compiled(rf"(?:{_roles('we', 'adverb')})(?:\s(?:{_roles('adverb')})){{0,2}}")


@lru_cache(maxsize=1)
def _adverbial() -> re.Pattern[str]:
    return _compiled(rf"(?:{_roles('in', 'around', 'on', 'at', 'from')}|traditionen)\s")


@lru_cache(maxsize=1)
def _it() -> re.Pattern[str]:
    """What stands for something that was named before."""
    return _compiled(r"(?:(?:at|att|that)\s)?(?:den|det|de|denne|dette|disse|it|they|this|these|detta|dessa)")


@lru_cache(maxsize=1)
def _open() -> re.Pattern[str]:
    """ "har åbent" tells of its subject."""
    return _compiled(r"(?:åbent|lukket|åpent|ope|stengt|öppet|stängt|open|closed)")


@lru_cache(maxsize=1)
def _there() -> re.Pattern[str]:
    return _compiled(rf"^\s{{0,3}}(?:(?:{_roles('we')}|there)\s){{1,2}}")


@lru_cache(maxsize=1)
def _short_subject() -> re.Pattern[str]:
    """A pronoun, or one definite or capital word, perhaps with "til" behind."""
    body = r"\w{2,40}(?:et|en|erne|ene|arna|na)|(?-i:[A-ZÆØÅÄÖ])[\w-]{1,40}|the\s\w{2,30}"
    to = lexicon(ALL_LANGUAGES).word("to")
    return _compiled(rf"^\s{{0,3}}(?:(?:{_roles('we')}|{body})\s{{1,3}}(?=\S))?(?:(?:{to})\s)?")


@lru_cache(maxsize=1)
def _cut() -> re.Pattern[str]:
    """Where a noun phrase ends: a subordinate clause, "og …", "sammen med"."""
    return _compiled(
        rf",\s(?:{_roles('after', 'joins', 'adverb')})(?!\w)|\s(?:sammen med|tillsammans med|together with"
        rf"|på grund af|på grunn av|på grund av|because of|due to|med plads til)(?!\w)|[;(]"
    )


@lru_cache(maxsize=1)
def _trailing() -> re.Pattern[str]:
    little = _roles("small", "at", "in", "on", "the", "from", "latest", "clock", "adverb", "joins")
    return _compiled(rf"(?:^|[\s,]{{1,3}})(?:(?:{little})\.?)$")


@lru_cache(maxsize=1)
def _leading() -> re.Pattern[str]:
    return _compiled(
        rf"^(?:(?:{_roles('article', 'joins', 'adverb')})(?=\s)|(?:der|there|at|att|to|that|å)(?=\s))[\s,]{{1,3}}"
    )
