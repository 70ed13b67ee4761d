"""The questions of an opening, one at a time."""

from dataclasses import dataclass
from typing import ClassVar

from council.openings import Asking, Opening, Question
from council.records import Draft
from handlers.codec import Tap
from handlers.screen import GAP, Button, Row, Screen, bold, rows_of, screen
from handlers.views.navigation import cancel_button
from texts.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Choose(Tap):
    """The answer with this number (from 0); -1 skips the question."""

    prefix: ClassVar[str] = "oz"
    token: str
    question: str
    option: int


def asking_view(t: Tongue, opening: Opening, question: Question, draft: Draft, *, taken: str = "") -> Screen:
    """One question, with its answers as buttons; `taken` is an answer that somebody has given meanwhile."""
    number = [each.id for each in opening.questions].index(question.id) + 1
    of = t("Question {number} of {all}", number=number, all=len(opening.questions))
    options = enumerate(question.options if question.asking is Asking.CHOICE else ())
    rows: list[Row] = rows_of((Button(text, Choose(draft.token, question.id, n)) for n, text in options), 2)
    if not question.required:
        rows.append((Button(t.plain("Skip this question"), Choose(draft.token, question.id, -1)),))
    hint = {
        Asking.TEXT: t("Write your answer."),
        Asking.NUMBER: t("Write a number."),
        Asking.CHOICE: t("Choose an answer."),
    }[question.asking]
    told = (
        t("Somebody has just answered “{answer}”. Please choose another one.", answer=taken)
        if taken
        else None
    )
    return screen(
        [bold(opening.title), told if taken else None, of, GAP, bold(question.text), hint],
        [*rows, (cancel_button(t, draft.token),)],
    )
