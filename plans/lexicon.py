"""The words of several languages merged into one: patterns to find them, numbers to read them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from plans.languages import LANGUAGES

ALL_LANGUAGES = tuple(LANGUAGES)
LAST = -1
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`patterns` has an alternation (without groups) for each role, `numbers` what its words stand for."""

    patterns: Mapping[str, str]
    numbers: Mapping[str, Mapping[str, int]]

    def number(self, role: str, text: str) -> int | None:
        """What a word of a numbered role stands for: 1 for the first of its table; None for others."""
        return self.numbers[role].get(_plain(text))

    def word(self, role: str) -> str:
        """A pattern for one word of a role as it stands in a text: whole, perhaps with a full stop."""
        return f"(?:(?:{self.patterns[role]})(?![^\\W\\d])\\.?)"

    def finder(self, role: str) -> re.Pattern[str]:
        """Finds a whole word of a role."""
        return re.compile(f"(?<!\\w)(?:{self.patterns[role]})(?!\\w)", re.IGNORECASE)


@lru_cache(maxsize=32)
def first_words(codes: tuple[str, ...], roles: tuple[str, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    """For each of these numbered roles the words, in small letters, that its words begin with."""
    numbers = lexicon(codes).numbers
    return tuple(
        (role, frozenset(match[0] for word in numbers[role] if (match := _LETTERS.search(word))))
        for role in roles
    )


@lru_cache(maxsize=32)
def lexicon(codes: tuple[str, ...] = ALL_LANGUAGES) -> Lexicon:
    """The merged words of these languages; codes that nobody has described are left out.

    With none known it is the words of all of them, since a plan always has some language.
    """
    known = [LANGUAGES[code] for code in codes if code in LANGUAGES] or list(LANGUAGES.values())
    numbers: dict[str, dict[str, int]] = {}
    words: dict[str, set[str]] = {}
    for language in known:
        for role, table in language.numbered.items():
            words.setdefault(role, set()).update(*(row.split("|") for row in table if row))
            numbers.setdefault(role, {}).update(_numbered(role, table))
            words.setdefault(f"full {role}", set()).update(row.split("|")[0] for row in table if row)
        for role, alternatives in language.words.items():
            words.setdefault(role, set()).update(alternatives.split("|"))
    return Lexicon({role: _alternation(each) for role, each in words.items()}, numbers)


def _numbered(role: str, table: tuple[str, ...]) -> dict[str, int]:
    """An empty row is one that a language has no word for."""
    values = {_plain(word): at for at, row in enumerate(table, start=1) for word in row.split("|") if word}
    if role == "nth":
        values |= {_plain(word): LAST for word in table[-1].split("|")}
        values |= {_plain(word): LAST - 1 for word in table[-2].split("|")}
    return values


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace(".", " ").split())


def _alternation(words: set[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(_pattern(word) for word in longest_first)


def _pattern(word: str) -> str:
    """A word as a pattern: `*` is the rest of a compound, a space any little gap, also behind a full stop."""
    rest = word.strip("*")
    before = "[\\w-]{0,40}" if word.startswith("*") else ""
    after = "[\\w-]{0,40}" if word.endswith("*") else ""
    gaps = re.escape(rest).replace("\\.\\ ", "\\.\\s{0,3}").replace("\\ ", "\\s{1,3}")
    return before + gaps + after
