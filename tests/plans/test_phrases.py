"""The notations, one line each; and that no text makes reading fail, lie or last."""

from datetime import date

import pytest

from council.doubts import Doubt, Sort
from council.when import Precision
from plans.atoms import Context
from plans.phrases import phrases

PLAN = Context(year=2021)
CHAT = Context(today=date(2021, 3, 10))  # a Wednesday


def edtf(text: str, context: Context = PLAN) -> list[str]:
    return [phrase.when.edtf for phrase in phrases(text, context)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # single dates
        ("den 8. februar 2021", "2021-02-08"),
        ("d. 18. september", "2021-09-18"),
        ("d. 29 april", "2021-04-29"),
        ("12. juni", "2021-06-12"),
        ("07. juni 2018", "2018-06-07"),
        ("den 28. November 2022", "2022-11-28"),
        ("lørdag den 18. september", "2021-09-18"),
        ("mandag 6. december", "2021-12-06"),
        ("Mandag, den 28. juni", "2021-06-28"),
        ("tirsdag d. 2. november", "2021-11-02"),
        ("Søndag 29/8", "2021-08-29"),
        ("12/9 der også er dagen for mødet", "2021-09-12"),
        ("07-06-2018", "2018-06-07"),
        ("02-11-2011,", "2011-11-02"),
        ("17.5.21", "2021-05-17"),
        ("15.01.20:", "2020-01-15"),
        ("9. jan.:", "2021-01-09"),
        ("23.jan.:", "2021-01-23"),
        ("1. Okt.", "2021-10-01"),
        ("9 februari; ", "2021-02-09"),
        ("Tisdagen 2 mars", "2021-03-02"),
        ("Fredag 7.mai", "2021-05-07"),
        ("13/8 – 23", "2023-08-13"),
        ("Møde nr, 117, 16. april 2012", "2012-04-16"),
        ("25. maj2025", "2025-05-25"),
        ("2021-09-18", "2021-09-18"),
        ("September 18, 2021", "2021-09-18"),
        ("the 3rd of June 2022", "2022-06-03"),
        ("Kulturdag 21 - 25. september", "2021-09-25"),
        # times
        ("3. juni Kl. 16:30", "2021-06-03T16:30"),
        ("3. juni kl.17.00-19.30", "2021-06-03T17:00/2021-06-03T19:30"),
        ("19.1.2023 kl 17.00-19.30", "2023-01-19T17:00/2023-01-19T19:30"),
        ("3. juni kl. ca. 17.45", "2021-06-03T17:45~"),
        ("3. juni, Kl. 18.00 – ca. 19.00", "2021-06-03T18:00~/2021-06-03T19:00~"),
        ("3. juni kl. 19-21", "2021-06-03T19:00/2021-06-03T21:00"),
        ("3. juni 17-19", "2021-06-03T17:00/2021-06-03T19:00"),
        ("3. juni på biblioteket kl. 17", "2021-06-03T17:00"),
        ("kl. 17 den 3. juni", "2021-06-03T17:00"),
        ("3. juni fra kl. 17 til 19", "2021-06-03T17:00/2021-06-03T19:00"),
        ("3. juni kl. 20-02", "2021-06-03T20:00/2021-06-04T02:00"),
        ("01.06.21 – 00:00-00:00", "2021-06-01"),
        ("3 June at 6.30pm", "2021-06-03T18:30"),
        ("3 June 5-7pm", "2021-06-03T17:00/2021-06-03T19:00"),
        ("3 June 11am-1pm", "2021-06-03T11:00/2021-06-03T13:00"),
        ("2.-4. maj kl. 10-16", "2021-05-02T10:00/2021-05-04T16:00"),
        # ranges
        ("2.-4. maj", "2021-05-02/2021-05-04"),
        ("18 -19. september", "2021-09-18/2021-09-19"),
        ("13. til 21. oktober", "2021-10-13/2021-10-21"),
        ("22. december til 6. januar", "2021-12-22/2022-01-06"),
        ("22. december til 6. januar 2021", "2020-12-22/2021-01-06"),
        ("25. sept. – 4. okt.", "2021-09-25/2021-10-04"),
        ("fra den 6. januar 2021 til den 3. marts 2021", "2021-01-06/2021-03-03"),
        ("Mandag d. 8 februar til og med tirsdag d. 16. februar", "2021-02-08/2021-02-16"),
        ("2. - 28. maj 2017", "2017-05-02/2017-05-28"),
        ("29. oktober - 3. november 2019", "2019-10-29/2019-11-03"),
        ("01.04 - 15.06.20", "2020-04-01/2020-06-15"),
        ("20-25.2", "2021-02-20/2021-02-25"),
        ("30.5-10.6", "2021-05-30/2021-06-10"),
        ("21/12 -23 – 7/1 – 24", "2023-12-21/2024-01-07"),
        ("30/9-1/10", "2021-09-30/2021-10-01"),
        ("15. og 16. maj", "2021-05-15/2021-05-16"),
        ("21 og 22/9 24", "2024-09-21/2024-09-22"),
        ("2-4 May", "2021-05-02/2021-05-04"),
        ("September-oktober", "2021-09/2021-10"),
        ("December-januar", "2021-12/2022-01"),
        ("Januar/februar", "2021-01/2021-02"),
        ("Juli og august", "2021-07/2021-08"),
        ("Sep./okt.", "2021-09/2021-10"),
        ("April–juni", "2021-04/2021-06"),
        ("mellem august og december 2018", "2018-08/2018-12"),
        ("december eller januar", "2021-12?/2022-01?"),
        # weeks
        ("Uge 36", "2021-W36"),
        ("uge 34 til 50", "2021-W34/2021-W50"),
        ("Uge 43-44:", "2021-W43/2021-W44"),
        ("uge 29 og 30", "2021-W29/2021-W30"),
        ("(uge 7)", "2021-W07"),
        ("uge 3 i 2023", "2023-W03"),
        ("veke 41", "2021-W41"),
        ("vecka 8", "2021-W08"),
        ("week 12", "2021-W12"),
        ("2026-W53", "2026-W53"),
        # months and parts of the year
        ("i september 2021", "2021-09"),
        ("Juni 2013", "2013-06"),
        ("primo juni", "2021-06-01/2021-06-10"),
        ("medio juni", "2021-06-11/2021-06-20"),
        ("ultimo februar 2024", "2024-02-21/2024-02-29"),
        ("omkring primo maj 2024", "2024-05-01~/2024-05-10~"),
        ("Sidst i november", "2021-11-21/2021-11-30"),
        ("primo 2019", "2019-01~/2019-02~"),
        ("i 1. kvartal af 2022", "2022-33"),
        ("i første kvartal i 2022", "2022-33"),
        ("Q3 2022", "2022-35"),
        ("i første halvår 2024", "2024-01/2024-06"),
        ("forår 2021", "2021-21"),
        ("efteråret", "2021-23"),
        ("Våren 2023", "2023-21"),
        # rules
        ("1. lørdag i oktober", "2021-10-02"),
        ("1. lørdag i oktober (2. oktober)", "2021-10-02"),
        ("Sidste søndag i april", "2021-04-25"),
        ("third Wednesday of May", "2021-05-19"),
        # doubt
        ("juni?", "2021-06?"),
        ("den 3. juni?", "2021-06-03?"),
        ("evt. den 3. juni", "2021-06-03?"),
        ("?? Oktober??", "2021-10?"),
        ("Lørdag den xx september", "2021-09?"),
    ],
)
def test_notations(text: str, meant: str) -> None:
    assert edtf(text) == [meant]
    assert [phrase.doubts for phrase in phrases(text, PLAN)] == [()]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2. og 9. maj", ["2021-05-02", "2021-05-09"]),
        ("12., 15., 19. og 22. November", ["2021-11-12", "2021-11-15", "2021-11-19", "2021-11-22"]),
        ("21/1-25, 4/2-25", ["2025-01-21", "2025-02-04"]),
        ("Den 2/5 (i Salen), 30/5 og den 27/6", ["2021-05-02", "2021-05-30", "2021-06-27"]),
        ("tirsdag den 5. april og tirsdag den 13. september 2022", ["2022-04-05", "2022-09-13"]),
        (
            "28. maj, 27. august, 29. oktober og 17. december 2026",
            ["2026-05-28", "2026-08-27", "2026-10-29", "2026-12-17"],
        ),
        (
            "2. januar kl. 16.00 - 18.00, 3. januar kl. 16.00 - 20.00",
            ["2021-01-02T16:00/2021-01-02T18:00", "2021-01-03T16:00/2021-01-03T20:00"],
        ),
        ("2. og 9. maj kl. 17", ["2021-05-02T17:00", "2021-05-09T17:00"]),
    ],
)
def test_several_dates(text: str, meant: list[str]) -> None:
    assert edtf(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("i dag", "2021-03-10"),
        ("i morgen kl. 17", "2021-03-11T17:00"),
        ("torsdag", "2021-03-11"),
        ("på onsdag", "2021-03-10"),
        ("næste torsdag", "2021-03-18"),
        ("next Thursday at 5pm", "2021-03-18T17:00"),
        ("næste uge", "2021-W11"),
        ("9. marts", "2022-03-09"),
        ("10. marts", "2021-03-10"),
        ("marts", "2021-03"),
        ("februar", "2022-02"),
        ("uge 9", "2022-W09"),
        ("29. februar", "2024-02-29"),
        ("30. december - 2. januar", "2021-12-30/2022-01-02"),
    ],
)
def test_a_year_that_is_not_said_is_that_of_the_next_time(text: str, meant: str) -> None:
    assert edtf(text, CHAT) == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "15.40.00-A00-4-20",
        "15.10.00-A00-4-20",
        "326-2018-1498",
        "jf. § 11, stk. 3",
        "§ 18-20 i loven",
        "tlf. 98 12 34 56",
        "36v/13b og 0 – 2 år 5",
        "2.500 kr., i alt 85.000",
        "2018 - 2021",
        "Kulturdag 21 - Første møde i gruppen for Kulturdag 2021",
        "Oplæg ved Jan Hansen og Maja",
        "Side 14.",
        "12-18 måneder",
        "Sommerferie og Forårsmøde",
        "you may come, march on",
        "punkt 7 kl. 17.45",
        "8 lande, heraf 5 nye",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert edtf(text) == []


def test_under_a_month_a_lone_day_is_one_of_it() -> None:
    june = Context(year=2021, month=6)
    assert edtf("Bestyrelsesmøde (torsdag d. 10.)", june) == ["2021-06-10"]
    assert edtf("Møde 3 den 10.", june) == ["2021-06-10"]
    assert edtf("Møde 3 i gruppe 10", june) == []
    assert edtf("Start på rekruttering, slut på ventetid", june) == []
    assert edtf("den 4. januar", Context(year=2021, month=12)) == ["2022-01-04"]


@pytest.mark.parametrize(
    ("text", "meant", "sort", "readings"),
    [
        ("søndag den 18. september", "2021-09-18", Sort.WEEKDAY, ["2021-09-18", "2021-09-19"]),
        ("den 31. juni", "2021-06?", Sort.NO_SUCH_DAY, ["2021-06-30", "2021-07-01"]),
        ("1. lørdag i oktober (9. oktober)", "2021-10-09", Sort.RULE, ["2021-10-09", "2021-10-02"]),
        (
            "torsdag den 15. april eller torsdag den 24. juni",
            "2021-04-15?",
            Sort.ONE_OF,
            ["2021-04-15", "2021-06-24"],
        ),
    ],
)
def test_odd_dates_are_kept_and_asked_about(text: str, meant: str, sort: Sort, readings: list[str]) -> None:
    (phrase,) = phrases(text, PLAN)
    (doubt,) = phrase.doubts
    assert (phrase.when.edtf, doubt.sort) == (meant, sort)
    assert [when.edtf for when in doubt.readings] == readings


def test_without_any_year_it_is_not_known() -> None:
    (phrase,) = phrases("den 3. juni", Context())
    assert phrase.when.precision is Precision.UNKNOWN
    assert phrase.doubts == (Doubt(Sort.NO_YEAR, "den 3. juni"),)


def test_a_phrase_knows_its_words_and_their_place() -> None:
    text = "Fest (evt. lørdag den 18. september) på torvet kl. 17"
    (phrase,) = phrases(text, PLAN)
    assert [text[start:end] for start, end in phrase.spans] == ["(evt. lørdag den 18. september)", "kl. 17"]
    assert phrase.when.words == "(evt. lørdag den 18. september) kl. 17"
