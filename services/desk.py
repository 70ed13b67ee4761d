"""What every use case works with, and what it is called with."""

from collections.abc import Callable
from dataclasses import dataclass

from council.permissions import Right, require
from council.ports import Clock, Store, Transaction
from council.records import Council, Membership
from council.refusals import NotSetUp


@dataclass(frozen=True, slots=True)
class Desk:
    """The store, the clock and a source of new ids (short, `[a-z0-9]+`, never the same twice)."""

    store: Store
    clock: Clock
    new_id: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who does something in one council."""

    person_id: str
    council_id: str


async def council_in(tx: Transaction, council_id: str) -> Council:
    """The council whose file this is.

    Raises:
        NotSetUp: when it was begun and never finished, or is no council at all.
    """
    council = await tx.get(Council, council_id)
    if council is None:
        raise NotSetUp
    return council


async def allowed(tx: Transaction, actor: Actor, right: Right, activity_id: str = "") -> Membership:
    """The actor's membership, when it gives the right.

    Raises:
        NotAllowed: when it doesn't.
    """
    return require(await tx.get(Membership, actor.person_id), right, activity_id)
