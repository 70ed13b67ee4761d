"""What was moved is at its new time, and the old one is kept."""

import pytest

from plans.atoms import Context
from plans.extract import extract
from plans.items import read_item
from plans.limits import Limits
from plans.reader import read_document

YEAR = Context(year=2027)


@pytest.mark.parametrize(
    ("text", "title", "when", "was"),
    [
        ("Rådsmøde flyttet fra 5. maj til 12. maj kl. 14", "Rådsmøde", "2027-05-12T14:00", "2027-05-05"),
        ("Rådsmøde 12. maj (først bestemt til 5.)", "Rådsmøde", "2027-05-12", "2027-05-05"),
        ("Rådsmøde 12. maj (oprindelig 5. maj)", "Rådsmøde", "2027-05-12", "2027-05-05"),
        ("Rådsmøde 12. maj (var 5. maj)", "Rådsmøde", "2027-05-12", "2027-05-05"),
        ("Rådsmøde 5. maj, ny dato: 12. maj", "Rådsmøde", "2027-05-12", "2027-05-05"),
        ("Rådsmøde 12. maj i stedet for 5. maj", "Rådsmøde", "2027-05-12", "2027-05-05"),
        ("Rådsmøde 12. maj, erstatter mødet 5. maj", "Rådsmøde", "2027-05-12", "2027-05-05"),
        ("Rådsmøde 12. maj (rykket fra 5. maj) kl. 17", "Rådsmøde", "2027-05-12T17:00", "2027-05-05"),
        ("Frivilligråd 17.11.27 (flyttet fra 10.11.27)", "Frivilligråd", "2027-11-17", "2027-11-10"),
        ("Flyttes fra mandag den 3. til tirsdag den 11. maj: Fest", "Fest", "2027-05-11", "2027-05-03"),
        ("Skidag 12. mars (først berammet til 5. mars)", "Skidag", "2027-03-12", "2027-03-05"),
        ("Møtet er utsatt fra 5. mai til 12. mai", "Møtet", "2027-05-12", "2027-05-05"),
        ("Rådsmöte 12 maj (nytt datum, tidigare 5 maj)", "Rådsmöte", "2027-05-12", "2027-05-05"),
        ("Meeting 12 May (rescheduled from 5 May)", "Meeting", "2027-05-12", "2027-05-05"),
        ("Meeting 5 May postponed until 12 May", "Meeting", "2027-05-12", "2027-05-05"),
        ("Fri 21 May Meeting (new date - was Tues 4)", "Meeting", "2027-05-21", "2027-05-04"),
        ("Messe 20. november udsættes til foråret 2027", "Messe", "2027-21", "2026-11-20"),
        ("Mødet den 27. maj er flyttet til den 20. maj", "Mødet", "2027-05-20", "2027-05-27"),
        ("Møde 10. december udskudt til 14. januar", "Møde", "2028-01-14", "2027-12-10"),
        ("Messe 20. maj udsættes til foråret 2028", "Messe", "2028-21", "2027-05-20"),
        ("Besøget den 5. februar 2029 er udskudt til foråret", "Besøget", "2029-21", "2029-02-05"),
        ("Messe 20. oktober udskudt til foråret", "Messe", "2028-21", "2027-10-20"),
        ("Tur 3 mars framflyttad till hösten", "Tur", "2027-23", "2027-03-03"),
        ("Fair on 3 March postponed to the autumn", "Fair", "2027-23", "2027-03-03"),
        ("Tur udskudt til efteråret", "Tur", "2027-23", None),
        ("Rådsmøde 12. maj (NB: ny dato)", "Rådsmøde", "2027-05-12", None),
    ],
)
def test_moved(text: str, title: str, when: str, was: str | None) -> None:
    item = read_item(text, YEAR)
    assert (item.title, [each.edtf for each in item.whens]) == (title, [when])
    assert (item.was.edtf if item.was else None) == was


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Udflugten er udskudt til efteråret", True),
        ("Utflukten er utsatt til høsten", True),
        ("Utställningen är framflyttad till hösten", True),
        ("The fair is postponed to the autumn", True),
        ("Rådsmøde 12. maj (var 5. maj)", True),
        ("Rådsmøde 12. maj", False),
        ("Udflugt i efteråret", False),
    ],
)
def test_what_was_moved_says_so_without_its_old_time_too(text: str, *, moved: bool) -> None:
    assert read_item(text, YEAR).moved is moved


@pytest.mark.parametrize("text", ["Tur 3. maj flyttet til Hallen", "Tilmelding før 5. maj, fest 12. maj"])
def test_what_was_not_moved(text: str) -> None:
    assert read_item(text, YEAR).was is None


@pytest.mark.parametrize(
    "text",
    [
        "3. maj: Tur (evt. flyttes til 10/5)",
        "3. maj: Tur, flyttes måske til 10. maj",
        "3. maj: Tur, foreslås flyttet til 10. maj",
        "3. mai: Tur, kan bli flyttet til 10. mai",
        "3 maj: Tur, flyttas kanske till 10 maj",
        "3 May: Tur, may be moved to 10 May",
    ],
)
def test_what_may_be_moved_stays_where_it_is(text: str) -> None:
    item = read_item(text, YEAR)
    assert ([each.edtf for each in item.whens], item.was, item.title) == (["2027-05-03"], None, "Tur")


def test_a_sentence_that_only_considers_a_day_announces_nothing() -> None:
    text = "Referat 2027\n\nRådet mødes den 13. marts 2027 kl. 10. Det kan evt. flyttes til 27/3.\n"
    entries = read_document(extract(text.encode(), Limits()), name="referat").entries
    assert [each.printed.when.edtf for each in entries] == ["2027-03-13T10:00"]
