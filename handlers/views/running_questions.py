"""The questions of an opening, for those who run it."""

from markupsafe import Markup

from council.openings import Asking, Question
from council.questions import MOST_QUESTIONS
from handlers.screen import GAP, Button, Row, Screen, bold, screen
from handlers.views.running import back_row
from handlers.views.running_taps import DropQuestion, EditOpening, MendQuestion
from services.boards import OpeningPage
from texts.tongue import Tongue


def questions_view(t: Tongue, page: OpeningPage) -> Screen:
    """The questions that are asked, each to be changed or dropped."""
    council, opening = page.council.id, page.opening
    lines = [_question_line(t, question) for question in opening.questions]
    rows: list[Row] = []
    for number, question in enumerate(opening.questions, 1):
        rows.append(_question_row(t, page, number, question))
    ask: Row = ()
    if len(opening.questions) < MOST_QUESTIONS:
        ask = (Button(t.plain("Add a question"), EditOpening(council, opening.id, "question")),)
    none = t("Nothing is asked so far.") if not lines else None
    hint = t("Never ask for age, health, belief, origin or a CPR number.")
    return screen([bold(opening.title), GAP, none, *lines, GAP, hint], [*rows, ask, back_row(t, page)])


def _question_line(t: Tongue, question: Question) -> Markup:
    marks = [
        t("must be answered") if question.required else t("can be skipped"),
        t("all answers different") if question.differ else None,
        t("a number") if question.asking is Asking.NUMBER else None,
        t("one of: {options}", options=", ".join(question.options)) if question.options else None,
    ]
    said = Markup("; ").join(mark for mark in marks if mark is not None)
    return t("• {question} ({how})", question=question.text, how=said)


def _question_row(t: Tongue, page: OpeningPage, number: int, question: Question) -> Row:
    council, opening = page.council.id, page.opening.id
    must = t.plain("{number}: may be skipped", number=number)
    if not question.required:
        must = t.plain("{number}: must be answered", number=number)
    differ = t.plain("{number}: same answer is fine", number=number)
    if not question.differ:
        differ = t.plain("{number}: no same answers", number=number)
    return (
        Button(must, MendQuestion(council, opening, question.id, not question.required, question.differ)),
        Button(differ, MendQuestion(council, opening, question.id, question.required, not question.differ)),
        Button(t.plain("{number}: drop it", number=number), DropQuestion(council, opening, question.id)),
    )
