"""Every no of the rules as a sentence for its reader: what, why, what instead."""

import inspect

import pytest

from council import refusals
from council.openings import Asking, OpeningState
from council.permissions import Right
from council.ports import StoreDamaged, StoreError, StoreFull
from council.questions import _SENSITIVE
from council.refusals import (
    AnswerTaken,
    CapacityTooLow,
    NoDateUnderstood,
    NoRoom,
    NotAllowed,
    NotTakingAnybody,
    Refusal,
    Sensitive,
    TooLong,
    TooMany,
    Unreadable,
    WrongAnswer,
)
from handlers.refusals import _RIGHTS, _UNREADABLE, sentence
from handlers.screen import visible
from plans.unreadable import Reason
from texts.catalogue import LANGUAGES
from texts.tongue import Tongue, tongue

_WITH_FACTS: list[Exception] = [
    *(NotAllowed(right) for right in Right),
    *(Unreadable(reason, "plan.pdf") for reason in Reason),
    Unreadable("no_file"),
    Unreadable("too_much"),
    NoDateUnderstood("whenever"),
    TooLong(300),
    *(NotTakingAnybody(reason) for reason in (*list(OpeningState)[1:], "over")),
    *(WrongAnswer(asking) for asking in Asking),
    *(Sensitive(about) for about in _SENSITIVE),
    *(NoRoom(most) for most in (0, 1, 5)),
    *(CapacityTooLow(least) for least in (1, 20)),
    AnswerTaken("x" * 300),
    TooMany(5),
    StoreFull("/data"),
    StoreDamaged("/data"),
    StoreError("/data"),
]
_PLAIN: list[Exception] = [
    kind()
    for _, kind in inspect.getmembers(refusals, inspect.isclass)
    if issubclass(kind, Refusal) and kind not in {Refusal, *map(type, _WITH_FACTS)}
]
EVERY = [*_WITH_FACTS, *_PLAIN]
ALERT = 200
"""Characters of an answer to a tap (Bot API, answerCallbackQuery)."""


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Tongue:
    return tongue(request.param)


@pytest.mark.parametrize("refusal", EVERY, ids=repr)
def test_each_has_its_own_sentence(t: Tongue, refusal: Exception) -> None:
    said = visible(sentence(t, refusal))
    assert said != visible(t("That is not possible."))
    assert said.endswith((".", "?"))
    assert "{" not in said


@pytest.mark.parametrize("refusal", [e for e in EVERY if not isinstance(e, Unreadable)], ids=repr)
def test_each_fits_the_answer_to_a_tap(t: Tongue, refusal: Exception) -> None:
    assert len(visible(sentence(t, refusal))) <= ALERT


def test_no_two_are_alike(t: Tongue) -> None:
    said = [str(sentence(t, refusal)) for refusal in EVERY]
    assert len(set(said)) == len(said)


def test_every_right_and_reason_has_words() -> None:
    assert set(_RIGHTS) == set(Right)
    assert set(_UNREADABLE) == {*Reason, "no_file", "too_much"}


def test_what_people_wrote_is_escaped(t: Tongue) -> None:
    for refusal in (NoDateUnderstood("<b>&"), Unreadable("empty", "<b>&"), AnswerTaken("<b>&")):
        assert "&lt;b&gt;&amp;" in sentence(t, refusal)


def test_a_refusal_nobody_has_thought_of_is_said_all_the_same(t: Tongue) -> None:
    class Unforeseen(Refusal):
        pass

    assert visible(sentence(t, Unforeseen()))
