"""The words with which plans say when things are, one file for each language.

A language is data: `numbered` tables, in which a word's place is its number (months, weekdays, seasons,
`primo/medio/ultimo`, …), and `words`, plain sets by role. Alternatives are separated by `|`; a `*` before
or after a word stands for the rest of a compound (`*møde` is also `Integrationsrådsmøde`).
"""

from plans.languages.danish import DANISH
from plans.languages.english import ENGLISH
from plans.languages.language import Language
from plans.languages.norwegian import NORWEGIAN
from plans.languages.swedish import SWEDISH

LANGUAGES = {language.code: language for language in (DANISH, NORWEGIAN, SWEDISH, ENGLISH)}

__all__ = ["LANGUAGES", "Language"]
