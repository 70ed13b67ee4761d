"""Members' own links: "use your network", answered with a number and a thank-you."""

from dataclasses import replace

from council.board import Board
from council.notice import Notice
from council.openings import Referral
from council.permissions import Right
from council.ports import Transaction
from council.records import Council
from council.refusals import NoSuchOpening
from council.times import next_morning
from services.boards import opening_in
from services.desk import Actor, Desk, allowed


class Links:
    """The use cases about links."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def own(self, person_id: str, council_id: str, opening_id: str) -> Referral:
        """A member's own link to an opening, made the first time.

        Raises:
            NoSuchOpening; NotAllowed: of somebody who does not belong to the council nothing is kept.
        """
        async with self._desk.store.transaction(council_id) as tx:
            await opening_in(tx, opening_id)
            await allowed(tx, Actor(person_id, council_id), Right.SEE_PLAN)
            for known in await tx.find(Referral, person_id=person_id):
                if known.opening_id == opening_id:
                    return known
            referral = Referral(self._desk.new_id() + self._desk.new_id(), opening_id, person_id)
            tx.put(referral)
            return referral

    async def behind(self, council_id: str, link: str) -> str:
        """The opening that a member's own link leads to.

        Raises:
            NoSuchOpening
        """
        async with self._desk.store.transaction(council_id) as tx:
            referral = await tx.get(Referral, link)
            if referral is None:
                raise NoSuchOpening
            return referral.opening_id


async def thank(tx: Transaction, board: Board, link: str, who: str) -> None:
    """Count for a member's own link; they are thanked the next morning, once a day, and never told whom."""
    referral = await tx.get(Referral, link)
    if referral is None or referral.opening_id != board.opening.id or referral.person_id in {"", who}:
        return  # "": whose it was has been forgotten
    referral = replace(referral, brought=referral.brought + 1)
    tx.put(referral)
    council = (await tx.find(Council))[0]
    facts = (("title", board.opening.title), ("council_name", council.name), ("zone", council.zone))
    tx.put(
        Notice(
            f"brought:{referral.id}:{board.now:%Y-%m-%d}",
            "brought",
            referral.person_id,
            (*facts, ("brought", str(referral.brought))),
            board.now,
            not_before=next_morning(board.now, council.zone),
        )
    )
