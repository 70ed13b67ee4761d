"""What the use cases need from the world outside: a store, a clock, somebody to carry messages."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol, TypeVar

from council.notice import Notice
from council.records import Record

R = TypeVar("R", bound=Record)


class Transaction(Protocol):
    """A view of one tenant that nobody else changes meanwhile; it sees what it has put itself."""

    async def get(self, kind: type[R], key: str) -> R | None:
        """The record of this kind with this id, or None."""
        ...

    async def find(self, kind: type[R], *, at_most: int | None = None, **equal: str) -> list[R]:
        """The records of this kind whose indexed fields have these values, in order of first putting.

        With `at_most`, the first so many of them. What it costs depends on how many are returned and on what
        this transaction has put, not on how many match or are kept (with several fields: on how many match
        the rarest one). What can be searched by are texts declared for the kind, fields or properties.

        Raises:
            TypeError: a field is not indexed.
            ValueError: a value is "", which is in no index, or `at_most` is negative.
        """
        ...

    async def count(self, kind: type[R], **equal: str) -> int:
        """How many `find` would return without `at_most`, without reading them; raises the same."""
        ...

    async def rank(self, kind: type[R], key: str, **equal: str) -> int:
        """Where the record of this id stands in what `find` would return, from 1; 0 when it is not in it.

        By one field; it costs no more the more there are.

        Raises:
            TypeError: it is not exactly one field, or not an indexed one.
            ValueError: its value is "", which is in no index.
        """
        ...

    def put(self, record: Record) -> None:
        """Keep this record, in the place of the one of its kind and id."""
        ...

    def delete(self, kind: type[Record], key: str) -> None:
        """Keep no record of this kind and id; nothing happens when there is none."""
        ...


class Store(Protocol):
    """Where everything is kept."""

    def transaction(self, tenant: str) -> AbstractAsyncContextManager[Transaction]:
        """All or nothing, durable when the block ends; an exception inside it leaves no trace.

        Those on one tenant come one after another. What one has seen of others is durable, too, when it
        ends, also when it only reads or raises: nobody is told what may not be so tomorrow.

        Raises:
            StoreDamaged: the tenant's file cannot be read; it is left as it is.
            StoreFull, StoreError: this transaction, or one whose doings it could see, cannot be kept; the
                state before them is. This takes the place of an exception that the block raised.
        """
        ...

    async def rewrite(self, tenant: str, change: Callable[[Record], Record | None]) -> None:
        """Put every record of the tenant through `change` (None drops it), in every copy that is kept.

        When this returns, no earlier state of a record that was changed or dropped is left anywhere: not in
        the journal of the tenant's file, not in its backups, not in a file of an earlier version kept beside
        it. `change` may be called outside the event loop's thread, also with records of copies made long
        ago; it must leave alone what it has made itself, so that doing it again is harmless.

        Raises:
            StoreDamaged, StoreFull, StoreError: as a transaction; nothing of the current state is changed
                then (copies that were rewritten already stay so; doing it again finishes it).
            TypeError, ValueError: what `change` made cannot be kept, is of another kind, or two records of
                a kind have one id now; nothing of the current state is changed then.
        """
        ...

    async def tenants(self) -> list[str]:
        """The ids of all tenants that hold anything, sorted."""
        ...


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """Aware, in UTC."""
        ...

    async def until(self, instant: datetime) -> None:
        """Return when it is this instant or later."""
        ...


class Notifier(Protocol):
    """Who carries notices to people."""

    async def carry(self, notices: Sequence[Notice], chat_id: int, language: str) -> None:
        """Send these, which are for one person or group, as one message into this chat in this language.

        Raises:
            Unreachable: the bot may not write to this person.
            NotCarried: it did not go out this time.
        """
        ...


class Unreachable(Exception):
    """The person has blocked the bot, never started it, or is gone."""


class NotCarried(Exception):
    """A notice did not go out; trying again later may help."""


class StoreError(Exception):
    """Something is wrong with where things are kept; the operator must look. `str()` says what to do."""


class StoreDamaged(StoreError):
    """A file is not what was written; the message names it and the newest good backup."""


class StoreFull(StoreError):
    """No room is left on the disk; nothing was changed."""


class StoreInUse(StoreError):
    """Another process works on the same data folder."""
