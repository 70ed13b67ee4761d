"""What a layout is given, and what it hands over.

Every layout is a function of the clean rows of a document and what is known of the whole of it. It yields
`Passage`s; the rows that these claim are blank for the layouts after it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from plans.amendments import Amendment
from plans.atoms import Context
from plans.defaults import Default, defaults
from plans.entries import Draft
from plans.extracted import Row
from plans.pieces import Piece
from plans.sentences import Sentence, sentences
from plans.stated import Stated, stated


@dataclass(frozen=True)
class Setting:
    """What holds for a whole document.

    `rows` are all of its clean rows, also those that a layout has claimed already. `year` is the one it
    was asked to be read with (None: the document says), `languages` those it is in.
    """

    rows: tuple[Row, ...] = ()
    year: int | None = None
    languages: tuple[str, ...] = ("da", "nb", "sv", "en")

    @cached_property
    def stated(self) -> Stated:
        """What the rows state of years."""
        return stated(self.rows, self.sentences)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that the rows make."""
        return tuple(sentences(self.rows))

    @cached_property
    def said(self) -> tuple[Default, ...]:
        """The hours and places that are said once for many."""
        return defaults(self.rows, self.sentences)

    @property
    def context(self) -> Context:
        """What is known where nothing nearer says more."""
        return Context(year=self.year, languages=self.languages)


@dataclass(frozen=True, slots=True)
class Passage:
    """What one layout made of some rows: the indexes of these rows, items, and what was not understood.

    `amendments` change what the other layouts found.
    """

    rows: frozenset[int]
    drafts: tuple[Draft, ...] = ()
    unplaced: tuple[Piece, ...] = ()
    amendments: tuple[Amendment, ...] = ()


Layout = Callable[[tuple[Row, ...], Setting], Iterator[Passage]]


def without(rows: tuple[Row, ...], taken: frozenset[int]) -> tuple[Row, ...]:
    """The rows with these made blank, so that indexes and gaps stay what they are."""
    blank = Row(("",))
    return tuple(blank if at in taken else row for at, row in enumerate(rows)) if taken else rows
