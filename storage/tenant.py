"""One tenant in the hands of a store: whose turn it is, and its records when they are in memory."""

from collections.abc import Callable
from dataclasses import dataclass, field

from council.ports import StoreError
from storage.database import TenantDB
from storage.files import reported
from storage.turns import Turn


@dataclass(slots=True)
class Tenant:
    """`users` counts who has it or waits for it; `db` is None until it is first needed."""

    turn: Turn = field(default_factory=Turn)
    users: int = 0
    db: TenantDB | None = None

    def save(self, db: TenantDB, work: Callable[[], None]) -> None:
        """Do this work on the records and their file.

        Raises:
            StoreFull, StoreError: it could not; the records are as before.
        """
        try:
            with reported(db.journal.path):
                work()
        except StoreError:
            raise
        except BaseException:
            self.close()  # a fault of ours: memory may not be what is in the file, so read it again
            raise

    def close(self) -> None:
        """Put the records out of memory."""
        if self.db is not None:
            self.db.close()
            self.db = None
