"""How files of earlier versions become files of this one.

`MIGRATIONS[0]` turns the tables of version 1 into those of version 2, and so on. A step gets all tables of
one tenant as plain JSON values, {table: {id: document}}, in order of first putting, and returns them anew.
Steps stay for good: somebody's oldest backup may need them all.
"""

from collections.abc import Callable, Sequence
from typing import Any

Documents = dict[str, dict[str, dict[str, Any]]]
Migration = Callable[[Documents], Documents]


def without_questions(tables: Documents) -> Documents:
    """Version 2: what a reader doubts is data in place of English questions, which nobody could answer.

    Entries that were read before stand there without their questions.
    """
    for proposal in tables.get("proposals", {}).values():
        for entry in proposal["reading"].get("entries", []):
            entry.pop("questions", None)
    return tables


MIGRATIONS: tuple[Migration, ...] = (without_questions,)


class Newer(Exception):
    """The file is of a version that this program does not know."""


def current(migrations: Sequence[Migration]) -> int:
    """The version that is written: each step adds one to the first, which is 1."""
    return len(migrations) + 1


def known(version: int, migrations: Sequence[Migration]) -> None:
    """Let only versions pass that can be read.

    Raises:
        Newer: `version` is beyond the steps that are known.
    """
    if version > current(migrations):
        raise Newer(f"it is of version {version}; this program knows versions up to {current(migrations)}")


def migrate(tables: Documents, version: int, migrations: Sequence[Migration]) -> Documents:
    """The tables of this version as they are kept today."""
    for step in migrations[version - 1 :]:
        tables = step(tables)
    return tables
