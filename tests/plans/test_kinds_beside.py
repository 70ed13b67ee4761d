"""Month tables with a column for each kind of contents."""

from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document

TABLE = """Årsplan 2027

Måned   | Møder                             | Opgaver og frister               | Arrangementer
--------|-----------------------------------|----------------------------------|------------------
Januar  | Ordinært møde den 13. kl. 9.30-12 | Regnskab afleveres senest 29/1   |
Februar | Dialogmøde 10/2 kl. 14.00         | Gennemgang af madtilbud          | Besøg på plejecenter (uge 8)
Marts   | Ordinært møde 17/3 kl. 9.30-12    |                                  | Temadag 22/3, Kulturhuset
"""


def test_each_column_has_items_of_its_own() -> None:
    entries = read_document(extract(TABLE.encode(), Limits()), name="plan").entries
    assert {(each.printed.title, each.printed.when.edtf) for each in entries} >= {
        ("Ordinært møde", "2027-01-13T09:30/2027-01-13T12:00"),
        ("Regnskab afleveres", "2027-01-29"),
        ("Dialogmøde", "2027-02-10T14:00"),
        ("Gennemgang af madtilbud", "2027-02"),
        ("Besøg på plejecenter", "2027-W08"),
        ("Ordinært møde", "2027-03-17T09:30/2027-03-17T12:00"),
    }
    assert len(entries) == 7
