import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.openings import Asking, Question
from council.questions import ANSWER_LIMIT, MOST_QUESTIONS, check_answer, check_question, claimed
from council.refusals import NothingUnderstood, Refusal, Sensitive, TooLong, TooMany, WrongAnswer

CHOICE = Question("q", "Hvornår kan du?", Asking.CHOICE, ("Formiddag", "Eftermiddag"))
NUMBER = Question("q", "Hvor mange borde?", Asking.NUMBER)
TEXT = Question("q", "Hvad laver du mad af?")


@pytest.mark.parametrize(
    "text",
    [
        "Hvilket land kommer I med?",
        "Which country is your stand about?",
        "Hvilke sprog taler du?",
        "Which languages do you speak?",
        "Kan du bære bagage og emballage?",
        "Hvad tror du, I skal bruge?",
        "Kan du låne en trailer?",
        "Har du været med før?",
    ],
)
def test_what_may_be_asked(text: str) -> None:
    assert check_question(Question("q", text), []).text == text


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Har du allergier?", "health"),
        ("Any illness we should know of?", "health"),
        ("Hvilken religion har du?", "belief"),
        ("What is your FAITH?", "belief"),
        ("Hvilken nationalitet har du?", "origin"),
        ("What is your ethnic origin?", "origin"),
        ("Hvor gammel er du?", "age"),
        ("Din alder", "age"),
        ("Hvilken aldersgruppe hører du til?", "age"),
        ("Hvad er alderen på dem, du tager med?", "age"),
        ("How old are you?", "age"),
        ("Hvornår er du født?", "age"),
        ("Fødselsdag", "age"),
        ("Your age, please", "age"),
        ("CPR-nummer", "number"),
        ("Passport number", "number"),
    ],
)
def test_what_nobody_is_asked(text: str, about: str) -> None:
    with pytest.raises(Sensitive) as refused:
        check_question(Question("q", text), [])
    assert refused.value.about == about


@pytest.mark.parametrize(
    ("question", "refusal"),
    [
        (Question("q", " \n "), NothingUnderstood),
        (Question("q", "x" * 201), TooLong),
        (Question("q", "Hvad?", Asking.CHOICE, ("Te",)), NothingUnderstood),
        (Question("q", "Hvad?", Asking.CHOICE, ("Te", " te ")), NothingUnderstood),
        (Question("q", "Hvad?", Asking.CHOICE, ("Te", "Kaffe", "TE")), NothingUnderstood),
        (Question("q", "Hvad?", Asking.CHOICE, ("Te", "  ")), NothingUnderstood),
        (Question("q", "Hvad?", Asking.CHOICE, tuple("abcdefghijk")), TooMany),
        (Question("q", "Hvad?", Asking.CHOICE, ("Te", "k" * 41)), TooLong),
    ],
)
def test_what_is_no_question(question: Question, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        check_question(question, [])


def test_there_are_five_questions_at_most() -> None:
    four = [TEXT] * (MOST_QUESTIONS - 1)
    assert check_question(CHOICE, four) is CHOICE
    with pytest.raises(TooMany):
        check_question(CHOICE, [*four, TEXT])


@pytest.mark.parametrize(
    ("question", "said", "kept"),
    [
        (TEXT, "  ris\n og   bønner ", "ris og bønner"),
        (TEXT, "   ", ""),
        (TEXT, "Cafe\u0301", "Café"),
        (NUMBER, "007", "7"),
        (NUMBER, " 0 ", "0"),
        (NUMBER, "", ""),
        (CHOICE, "eftermiddag", "Eftermiddag"),
        (Question("q", "?", Asking.CHOICE, ("Rød  grød", "Te")), "rød grød", "Rød  grød"),
    ],
)
def test_answers_as_they_are_kept(question: Question, said: str, kept: str) -> None:
    assert check_answer(question, said) == kept


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (NUMBER, "tre"),
        (NUMBER, "-1"),
        (NUMBER, "2,5"),
        (NUMBER, "1234567"),
        (NUMBER, "٣"),
        (CHOICE, "Aften"),
        (CHOICE, "Formiddag Eftermiddag"),
        (Question("q", "?", required=True), " "),
    ],
)
def test_answers_that_are_none(question: Question, said: str) -> None:
    with pytest.raises(WrongAnswer) as refused:
        check_answer(question, said)
    assert refused.value.asking == question.asking.value


def test_long_answers() -> None:
    assert check_answer(TEXT, "x" * ANSWER_LIMIT)
    with pytest.raises(TooLong):
        check_answer(TEXT, "x" * (ANSWER_LIMIT + 1))


@given(st.text(max_size=60))
def test_a_kept_answer_is_kept_as_it_is(said: str) -> None:
    kept = check_answer(TEXT, said)
    assert check_answer(TEXT, kept) == kept


def test_answers_that_must_differ_are_claimed_in_small_letters() -> None:
    stand = Question("q", "Hvilket land?", differ=True)
    assert claimed("o", stand, "Chile") == claimed("o", stand, "CHILE")
    same = {claimed("o", stand, check_answer(stand, text)) for text in ("Perú", "Peru\u0301", " PERÚ ")}
    assert len(same) == 1
    assert claimed("o", stand, "Chile") != claimed("other", stand, "Chile")
    assert claimed("o", stand, "") == ""
    assert claimed("o", TEXT, "Chile") == ""
