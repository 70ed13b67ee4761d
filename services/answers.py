"""Answers to the questions of an opening: before somebody has signed up, and afterwards."""

from council.board import Board
from council.openings import Claim, SignUp
from council.ports import Transaction
from council.questions import check_answer, claimed
from council.records import Person
from council.refusals import AnswerTaken, OutOfDate
from services.boards import OpeningPage, opening_in
from services.desk import Desk
from services.signups import step


class Answers:
    """The use cases about answers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def check(self, council_id: str, opening_id: str, question_id: str, text: str) -> str:
        """The answer as it will be kept, if it can be given.

        Raises:
            WrongAnswer, TooLong, OutOfDate; AnswerTaken: no two may be the same, and somebody has given it.
        """
        async with self._desk.store.transaction(council_id) as tx:
            opening = await opening_in(tx, opening_id)
            question = opening.question(question_id)
            if question is None:
                raise OutOfDate
            answer = check_answer(question, text)
            claim = claimed(opening_id, question, answer)
            if claim and await tx.get(Claim, claim) is not None:
                raise AnswerTaken(answer)
            return answer

    async def first_taken(self, council_id: str, opening_id: str, answers: dict[str, str]) -> str:
        """The first question whose answer somebody else has given meanwhile, or ""."""
        async with self._desk.store.transaction(council_id) as tx:
            opening = await opening_in(tx, opening_id)
            for question in opening.questions:
                claim = claimed(opening_id, question, answers.get(question.id, ""))
                if claim and await tx.get(Claim, claim) is not None:
                    return question.id
        return ""

    async def change(
        self, person: Person, council_id: str, opening_id: str, question_id: str, text: str
    ) -> OpeningPage:
        """Change the answer to one question of one's own sign-up.

        Raises:
            WrongAnswer, AnswerTaken, TooLong, OutOfDate
        """

        async def answered(_tx: Transaction, board: Board, signup: SignUp) -> Board:
            question = board.opening.question(question_id)
            if question is None or board.opening.erased:
                raise OutOfDate
            others = tuple(pair for pair in signup.answers if pair[0] != question_id)
            given = check_answer(question, text)
            return board.put(signup, answers=(*others, (question_id, given)) if given else others)

        return await step(self._desk, person, council_id, opening_id, answered)
