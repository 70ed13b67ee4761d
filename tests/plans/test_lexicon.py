import re

import pytest

from plans.finding import find_notations
from plans.languages import LANGUAGES
from plans.lexicon import LAST, lexicon
from plans.notations import NOTATIONS


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_language_says_everything(code: str) -> None:
    danish, other = LANGUAGES["da"], LANGUAGES[code]
    assert other.words.keys() == danish.words.keys()
    sizes = {role: len(table) for role, table in danish.numbered.items()}
    assert {role: len(table) for role, table in other.numbered.items()} == sizes


def test_words_stand_for_numbers() -> None:
    words = lexicon(("da",))
    assert words.number("month", "Sept.") == 9
    assert words.number("nth", "sidste") == LAST
    assert words.number("month", "may") is None


def test_unknown_languages_are_left_out() -> None:
    assert lexicon(("xx",)).number("month", "maj") == 5
    assert lexicon(("xx", "en")).number("month", "maj") is None


def test_compounds_are_found_whole() -> None:
    found = lexicon(("da",)).finder("meeting").search("Ordinært Integrationsrådsmøde nu")
    assert found is not None
    assert found[0] == "Integrationsrådsmøde"


@pytest.mark.parametrize("row", NOTATIONS, ids=lambda row: row.example)
def test_every_notation_fits_its_own_example(row: object) -> None:
    notation = next(each for each in NOTATIONS if each is row)
    text = notation.example + notation.follows
    found = list(find_notations(text, tuple(LANGUAGES), chat=True))
    found = [each for each in found if each.start < len(notation.example)]
    assert [each.notation.unit for each in found] == [notation.unit]
    assert (found[0].start, found[0].end) == (0, len(notation.example))


def test_patterns_are_bounded() -> None:
    """No notation repeats without a bound, so that reading stays linear."""
    for notation in NOTATIONS:
        assert not re.search(r"[*+]", notation.pattern), notation.example
