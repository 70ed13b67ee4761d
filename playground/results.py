"""Answers to inline queries, as the server keeps them and as tests see them."""

from __future__ import annotations

from dataclasses import dataclass

from playground.finding import find
from playground.render import to_html, to_rows
from playground.wire import Button, Entity, InlineKeyboard


class NoSuchResultError(LookupError):
    """The answer has no such result; says which ones it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One result; ``text`` with its ``entities`` and ``keyboard`` is what choosing it sends."""

    id: str
    title: str
    description: str = ""
    text: str
    entities: list[Entity] | None = None
    keyboard: InlineKeyboard | None = None

    @property
    def html(self) -> str:
        """The text with tags."""
        return to_html(self.text, self.entities)

    @property
    def rows(self) -> list[list[str]]:
        """The texts of the buttons, row by row."""
        return to_rows(self.keyboard)


@dataclass(frozen=True, slots=True)
class StartButton:
    """The button above the results: opens the private chat and says ``/start <start_parameter>``."""

    text: str
    start_parameter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineAnswer:
    """What the bot offers; ``cache_time`` in seconds."""

    results: tuple[Article, ...] = ()
    button: StartButton | None = None
    next_offset: str = ""
    cache_time: int = 300
    is_personal: bool = False

    @property
    def titles(self) -> list[str]:
        """The titles of the results, in order."""
        return [article.title for article in self.results]

    @property
    def shown(self) -> str:
        """The results as lines of text."""
        lines = (" – ".join(filter(None, (a.title, a.description))) for a in self.results)
        return "\n".join(lines) or "nothing found"

    @property
    def shown_button(self) -> InlineKeyboard | None:
        """The button above the results as a keyboard."""
        return InlineKeyboard(inline_keyboard=[[Button(text=self.button.text)]]) if self.button else None

    def result(self, which: str | int) -> Article:
        """A result by its title, its id, its place, or a part of its title that only it has.

        Raises:
            NoSuchResultError: none or several match; the error lists all results.
        """
        matching = find(self.results, which, lambda article: article.title, lambda article: article.id)
        if len(matching) == 1:
            return matching[0]
        how_many = "several results match" if matching else "no result matches"
        raise NoSuchResultError(f"{how_many} {which!r}; results: {self.titles}")
