"""Questions asked of those who sign up: which may be asked, and what counts as an answer."""

import re
import unicodedata
from collections.abc import Sequence

from council.openings import Asking, Question
from council.refusals import NothingUnderstood, Sensitive, TooLong, TooMany, WrongAnswer

MOST_QUESTIONS, MOST_OPTIONS = 5, 10
QUESTION_LIMIT, ANSWER_LIMIT, OPTION_LIMIT = 200, 300, 40
"""Characters."""

_SENSITIVE = {
    # GDPR art. 9 (special categories), and what identifies a citizen (databeskyttelsesloven § 11).
    "health": r"\b(helbred|sygdom|handicap|diagnose|allerg|medicin|health|illness|disab)",
    "belief": r"\b(relig|tro(sretning)?\b|muslim|kristen\b|partipoliti|parti\b|faith|belief|church)",
    "origin": r"\b(etni|nationalit|oprindelse|hudfarve|ethnic|origin\b)",
    "age": r"\b(alder|hvor gam|fødsel|født\b|age\b|how old|birth|born\b)",
    "number": r"\b(cpr|personnummer|pas-?nummer|passport)",
}


def check_question(question: Question, others: Sequence[Question]) -> Question:
    """A question that may be asked.

    Raises:
        Sensitive: it asks for what nobody shall be asked here.
        NothingUnderstood: it is empty, or a choice of fewer than two different things.
        TooLong, TooMany: more than `QUESTION_LIMIT`, `MOST_QUESTIONS`, `MOST_OPTIONS`.
    """
    if not question.text.strip():
        raise NothingUnderstood
    if len(question.text) > QUESTION_LIMIT:
        raise TooLong(QUESTION_LIMIT)
    for about, words in _SENSITIVE.items():
        if re.search(words, question.text.casefold()):
            raise Sensitive(about)
    if len(others) >= MOST_QUESTIONS:
        raise TooMany(MOST_QUESTIONS)
    _check_options(question)
    return question


def _check_options(question: Question) -> None:
    if question.asking is not Asking.CHOICE:
        return
    different = {_plain(option).casefold() for option in question.options} - {""}
    if len(different) < max(2, len(question.options)):  # one thing is no choice, nor is it twice the same
        raise NothingUnderstood
    if len(question.options) > MOST_OPTIONS:
        raise TooMany(MOST_OPTIONS)
    if any(len(option) > OPTION_LIMIT for option in question.options):
        raise TooLong(OPTION_LIMIT)


def check_answer(question: Question, text: str) -> str:
    """The answer as it is kept; "" for none.

    Raises:
        WrongAnswer: it is missing or not of the kind that is asked for.
        TooLong: longer than `ANSWER_LIMIT`.
    """
    text = _plain(text)
    if not text:
        if question.required:
            raise WrongAnswer(question.asking.value)
        return ""
    if len(text) > ANSWER_LIMIT:
        raise TooLong(ANSWER_LIMIT)
    if question.asking is Asking.NUMBER:
        return _number(text)
    if question.asking is Asking.CHOICE:
        return _chosen(question, text)
    return text


def _plain(text: str) -> str:
    """Without needless spaces, and an é always the same character, however a phone writes it."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _number(text: str) -> str:
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise WrongAnswer(Asking.NUMBER.value)
    return str(int(text))


def _chosen(question: Question, text: str) -> str:
    for option in question.options:
        if _plain(option).casefold() == text.casefold():
            return option
    raise WrongAnswer(Asking.CHOICE.value)


def claimed(opening_id: str, question: Question, answer: str) -> str:
    """The id under which an answer that must differ is claimed; "" when it need not."""
    if not question.differ or not answer:
        return ""
    return f"{opening_id}:{question.id}:{answer.casefold()}"
