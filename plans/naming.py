"""The title of a clause: the noun phrase that its time belongs to.

In a clause `tenses.TIME` stands for each time. "Kulturdagen afholdes ¤" is about Kulturdagen, "Vi holder
kulturdag ¤" and "¤ er der kulturdag" about kulturdag, "Seniorrådet mødes ¤" is a meeting of Seniorrådet.
"""

import re

from plans import naming_words as around
from plans.lexicon import lexicon
from plans.tenses import TIME
from plans.titles import tidied

_MOST_WORDS = 12
_LABEL = re.compile(r"^(?P<label>[^:¤]{3,60}):\s(?P<rest>.*)$", re.DOTALL)
_MEETING_IN = {"møde": "i", "møte": "i", "møder": "i", "sammanträde": "med", "möte": "med", "meeting": "of"}
_MEETINGS = (
    (
        re.compile(r"(?:mødes|(?:af)?holder møde|har møde|samles|træder sammen)", re.IGNORECASE),
        "Møde i",
    ),
    (re.compile(r"(?:møtes|møtest|holder møte|avholder møte|har møte)", re.IGNORECASE), "Møte i"),
    (re.compile(r"(?:sammanträder|h\w{3,5} sammanträde)", re.IGNORECASE), "Sammanträde med"),
    (re.compile(r"(?:möts|träffas|h\w{3,5} möte)", re.IGNORECASE), "Möte med"),
    (re.compile(r"(?:meets?|will meet|.{0,12}meetings?)", re.IGNORECASE), "Meeting of"),
)
_COMMON = re.compile(r"(?:bestyrelsen|rådet|udvalget|utvalget|styret|styrelsen|gruppen|the)\b", re.IGNORECASE)
_DEADLINES = (
    ("da", "Frist for"),
    ("nb", "Frist for"),
    ("sv", "Sista dag för"),
    ("en", "Deadline for"),
)


def title_of(clause: str) -> str:
    """A short clean title for a clause with its times masked; "" if it is about "den" or "det"."""
    clause = around.opening().sub("", clause.strip(" ,;–-"))
    label = _LABEL.match(clause)
    if label and (around.verb().search(label["rest"]) or not _letters(label["rest"])):
        return _tidy(label["label"])
    text = around.aside().sub("", clause)
    verb = around.verb().search(text)
    if verb and around.pronoun_it().fullmatch(text[: verb.start()].replace(TIME, " ").strip(" ,")):
        rest = text[verb.end() :].replace(TIME, " ").strip()
        if not _letters(rest) or around.adverbial().match(f"{rest} "):
            return ""
    return _tidy(_with_verb(text, verb) if verb else _without_verb(text)) or _tidy(text)


def deadline_title(clause: str, about: str, said: str = "") -> str:
    """The title of a deadline: "Forslag skal være sekretariatet i hænde senest ¤" is "Frist for forslag".

    `about` is what a sign-up is for, where it does not say; `said` is the clause with its times.
    """
    label = _LABEL.match(clause)
    if label and not _letters(label["rest"].replace(TIME, "")):
        return _tidy(label["label"])
    clause = around.request().sub("", clause)
    subject = _tidy(around.until_verb().split(around.opening().sub("", clause), maxsplit=1)[0])
    if around.signup().match(subject) or not subject:
        bare = len(subject.split()) == 1 and about
        return f"{subject} – {about[:1].lower()}{about[1:]}" if bare else subject or _tidy(clause)
    if around.finder("deadline").search(subject):
        return subject
    if not around.finder("submits").search(subject) and not around.must().search(clause):
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
        others = _noun(after)
        return _meeting(verb[0], subject or ("" if around.adverbial().match(f"{others} ") else others))
    if kind == "holds":
        turned = around.there().match(after)
        if turned and subject:
            return subject  # "Sommerfesten holder vi ¤"
        after = around.there().sub(" ", after)
        plain = subject or _said_open(after) or around.bare_infinitive().match(verb[0])
        held = _noun(after if plain else _behind_subject(after)) or subject
        open_one = around.tells_of_subject().search(held)
        held = subject or _noun(held[: open_one.start()]) or held if open_one else held
        return f"{held} {_MEETING_IN[_last(held)]} {subject}" if subject and _is_meeting(held) else held
    if subject and not verb[0].endswith((" med", " with")):
        return subject
    return _noun(around.there().sub("", after))


def _without_verb(text: str) -> str:
    return _noun(text) or text


def _meeting(verb: str, subject: str) -> str:
    words = next((words for pattern, words in _MEETINGS if pattern.fullmatch(verb)), "Møde i")
    bare = around.pronoun().fullmatch(subject) or not subject
    return (
        words.split()[0]
        if bare
        else f"{words} {subject[:1].lower() if _definite(subject) else subject[:1]}{subject[1:]}"
    )


def _definite(subject: str) -> bool:
    """Whether it is a common noun ("Bestyrelsen", "Rådet"), not a name ("Seniorrådet")."""
    return bool(
        re.match(
            r"(?:bestyrelsen|rådet|udvalget|utvalget|styret|styrelsen|gruppen|the)\b", subject, re.IGNORECASE
        )
    )


def _last(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1].casefold()


def _is_meeting(held: str) -> bool:
    """Such as "møde", "ordinært møde": nothing tells whose it is."""
    words = held.split()
    return 0 < len(words) <= len("ab") and words[-1].casefold() in _MEETING_IN


def _leads_in(before: str) -> bool:
    """Whether what stands before the verb is no subject: nothing, a pronoun, "I november", "Efter ferien"."""
    plain = before.replace(TIME, " ").strip(" ,")
    return not plain or bool(around.pronoun().fullmatch(plain) or around.adverbial().match(plain))


def _said_open(after: str) -> bool:
    """Whether it is said that something is open: "holder lektiecaféen lukket"."""
    return bool(around.tells_of_subject().search(_noun(after)))


def _behind_subject(after: str) -> str:
    """Of "vi en kampagne" or "rådet kulturdag" what is held, "til" left out."""
    return around.short_subject().sub("", after, count=1)


def _noun(text: str) -> str:
    """A noun phrase without times and what only leads to them; up to the first time if words stand there."""
    parts = [part for part in text.split(TIME) if _letters(_tidy(part))]
    return _tidy(around.cut().split(parts[0], maxsplit=1)[0]) if parts else ""


def _letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text.replace(TIME, ""))


def _tidy(text: str) -> str:
    """Without times, little words at both ends; short; with a capital."""
    text = " ".join(text.replace(TIME, " ").split()).strip(" ,;:.–-")
    before = None
    while before != text:
        before = text
        text = around.trailing().sub("", text).strip(" ,;:.–-")
        text = around.leading().sub("", text).strip(" ,;:–-")
    words = text.split()
    if len(words) > _MOST_WORDS:
        text = " ".join(words[:_MOST_WORDS])
        text = around.trailing().sub("", text)
    text = tidied(text)
    return text[:1].upper() + text[1:]
