"""Sentences cut where another thing with a time of its own begins."""

import pytest

from plans.atoms import Context
from plans.clauses import clauses

YEAR = Context(year=2027)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "Dagen afholdes lørdag den 18. september på VUC, og evalueringen sker den 6. oktober.",
            ["Dagen afholdes lørdag den 18. september på VUC", "evalueringen sker den 6. oktober."],
        ),
        (
            "Messen holdes den 2. oktober, evalueringen onsdag den 6. oktober.",
            ["Messen holdes den 2. oktober", "evalueringen onsdag den 6. oktober."],
        ),
        ("Rådet mødes den 5. april og den 13. september", None),
        ("Kursus løber over to aftener, tirsdag den 28. september og tirsdag den 12. oktober", None),
        ("Vi ses i Salen, og der er kaffe", []),
    ],
)
def test_clauses(sentence: str, parts: list[str] | None) -> None:
    assert list(clauses(sentence, YEAR)) == ([sentence] if parts is None else parts)
