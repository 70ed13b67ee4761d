"""What is known of a whole page of HTML before it is read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


class Element(Protocol):
    """What is used of an lxml element."""

    tag: object
    text: str | None
    tail: str | None
    attrib: Mapping[str, str]

    def __iter__(self) -> Iterator["Element"]:
        """Its children."""
        ...

    def iter(self, *tags: str) -> Iterator["Element"]:
        """Itself and everything below it, of these kinds."""
        ...


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a whole page: tables that only arrange it, forms that wrap it."""

    arranging: frozenset[Element]
    wrapping: frozenset[Element]
    columns: int


def survey(root: Element, columns: int) -> Page:
    """Look through a page: a table with tables in it is no table, a form with headings in it no form."""
    arranging = {table for table in root.iter("table") if _holds(table, "table")}
    wrapping = {form for form in root.iter("form") if _holds(form, "table", *HEADINGS)}
    return Page(frozenset(arranging), frozenset(wrapping), columns)


def _holds(element: Element, *tags: str) -> bool:
    return any(each is not element for each in element.iter(*tags))
