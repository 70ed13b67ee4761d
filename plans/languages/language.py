"""What one has to say of a language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language, by role; `plans.lexicon` names the roles that are used.

    In `numbered["month"]` and `numbered["weekday"]` the first alternative is the full name.
    """

    code: str
    numbered: Mapping[str, tuple[str, ...]]
    words: Mapping[str, str]
