"""Single traits of plans: years, kinds, what cannot be placed, what is no plan."""

from hypothesis import given
from hypothesis import strategies as st

from council.doubts import Sort
from council.records import Kind, Reading, Status
from plans.extract import extract
from plans.extracted import Extracted, Row
from plans.limits import Limits
from plans.reader import read_document

SUNDAY = 7
NO_PLAN = """Mødedato: 21. maj 2019
Mødet påbegyndt: kl. 17:00

Pkt. Tekst\tSide
1 Aktivitetsoversigt\t2

På mødet den 3. januar 2018 blev § 11, stk. 3 drøftet, og i juni 2018 kom 45 gæster.

Indtægter\t\t
Rådets midler 2019\t30.000\t
"""


def read(data: bytes) -> Reading:
    return read_document(extract(data, Limits()), name="plan")


def said(reading: Reading) -> list[tuple[str, str, str]]:
    return [
        (entry.printed.title, entry.printed.when.edtf, entry.printed.waiting_for) for entry in reading.entries
    ]


@given(st.text(max_size=2000))
def test_no_text_makes_it_fail(text: str) -> None:
    lines = [Row(tuple(line.split("\t"))) for line in f"Juni\n- {text}\nJuli\t{text}".split("\n")]
    assert read_document(Extracted(tuple(lines)), name="plan").document == "plan"


def test_a_document_without_a_plan_has_no_entries() -> None:
    assert read(NO_PLAN.encode()).entries == ()


def test_the_year_of_the_minutes_counts_when_nothing_else_is_said() -> None:
    text = "Referat\nMøde den 4. marts 2026\n\nJanuar\t• Opstart\nFebruar\t• Fest den 3. februar\n"
    assert [when for _, when, _ in said(read(text.encode()))] == ["2026-01", "2026-02-03"]


def test_a_plan_that_turns_the_year() -> None:
    text = "Årsplan 2026/27\n\nAugust\t• Opstart\nDecember\t• Julefrokost den 18. december\nJanuar\t• Kur\n"
    assert [when for _, when, _ in said(read(text.encode()))] == ["2026-08", "2026-12-18", "2027-01"]


def test_rows_for_more_than_a_month() -> None:
    text = (
        "Procesplan 2026\n\nAugust\t• Udkast\nSeptember-oktober\t• Høring\n4. kvartal\t• Svar samles\n"
        "December-januar\t• Godkendelse?\n"
    )
    assert [when for _, when, _ in said(read(text.encode()))] == [
        "2026-08",
        "2026-09/2026-10",
        "2026-36",
        "2026-12?/2027-01?",
    ]


def test_what_cannot_be_placed_is_kept() -> None:
    text = (
        "Aktivitetsplan 2027\nMaj\t• Opstart\n\nDer arbejdes stadig på at finde en dato til turen.\n\n"
        "Juni\t• Afslutning\nLøbende\t• Rådgivning\n"
    )
    reading = read(text.encode())
    assert [each[:2] for each in said(reading)] == [
        ("Opstart", "2027-05"),
        ("Afslutning", "2027-06"),
        ("Rådgivning", "XXXX"),
    ]
    assert "finde en dato" in reading.unplaced[0].words


def test_a_weekday_that_contradicts_its_date_is_asked_about() -> None:
    text = "Årsplan 2027\nMaj\t• Fest søndag den 29. maj\nJuni\t• Tur den 14. maj\n"
    first, second = read(text.encode()).entries
    assert first.printed.when.edtf == "2027-05-29"
    (weekday,), (month,) = first.doubts, second.doubts
    assert (weekday.sort, weekday.said) == (Sort.WEEKDAY, SUNDAY)
    assert [when.edtf for when in weekday.readings] == ["2027-05-29", "2027-05-30"]
    assert (month.sort, [when.edtf for when in month.readings]) == (
        Sort.OTHER_MONTH,
        ["2027-05-14", "2027-06-14"],
    )


def test_kinds_states_and_sources() -> None:
    text = (
        "Årsplan 2027\nMaj\t• AFLYST - Rådsmøde den 3. maj kl. 17-19 i Salen\nJuli\tSommerferie\n"
        "November\t• Kommunalvalg 2027• Høring om budget• Frist for forslag"
    )
    entries = read(text.encode()).entries
    assert [entry.printed.kind for entry in entries] == [
        Kind.MEETING,
        Kind.RECESS,
        Kind.ELECTION,
        Kind.HEARING,
        Kind.DEADLINE,
    ]
    assert entries[0].printed.status is Status.CANCELLED
    assert (entries[0].printed.title, entries[0].printed.place) == ("Rådsmøde", "Salen")
    assert entries[1].source.line == 3
    assert entries[0].source.words == "AFLYST - Rådsmøde den 3. maj kl. 17-19 i Salen"


def test_a_name_in_front_is_an_activity_when_it_comes_back_or_carries_a_year() -> None:
    text = (
        "Årsplan 2027\nMaj\t• Naboskab - Opstart• Puljen - temadrøftelse• Festdag 27 - Fest\n"
        "Juni\t• Naboskab - Tur"
    )
    activities = [entry.printed.activity for entry in read(text.encode()).entries]
    assert activities == ["Naboskab", "", "Festdag", "Naboskab"]


def test_a_bare_list_of_meetings() -> None:
    text = (
        "Referat\nDato: 3. marts 2026\nTid: kl. 16\nSlut: kl. 18\n\nBeslutning\n"
        "Møder i 2027, alle kl. 16.30:\nOnsdag 3/2\n"
        "Torsdag 8/4 i Salen\n- Onsdag den 9. juni kl. 18 Temamøde\n25. august\n\nBilag\n"
    )
    assert [
        (*each.printed.title.split(), each.printed.when.edtf) for each in read(text.encode()).entries
    ] == [
        ("Møde", "2027-02-03T16:30"),
        ("Møde", "2027-04-08T16:30"),
        ("Temamøde", "2027-06-09T18:00"),
        ("Møde", "2027-08-25T16:30"),
    ]


def test_a_table_of_dates() -> None:
    text = (
        "Mødeplan 2027\n\nDato\tEmne\n8. februar\tRegnskab\n12. april\tFest?\n3. maj\tTur\n"
        "Mødet den 3. juni 2018 blev aflyst.\n"
    )
    assert [each[:2] for each in said(read(text.encode()))] == [
        ("Regnskab", "2027-02-08"),
        ("Fest", "2027-04-12?"),
        ("Tur", "2027-05-03"),
    ]


def test_dates_without_a_title_are_no_plan() -> None:
    text = "Kære alle\n3. februar 2027\n8. april 2027\n9. juni 2027\n"
    assert read(text.encode()).entries == ()


def test_a_month_and_its_items_on_one_line() -> None:
    text = "Januar: Opstart\nFebruar: Rådsmøde 8. februar 2027\nMarts: Fest; Tur\n"
    assert [each[:2] for each in said(read(text.encode()))] == [
        ("Opstart", "2027-01"),
        ("Rådsmøde", "2027-02-08"),
        ("Fest", "2027-03"),
        ("Tur", "2027-03"),
    ]


def test_months_in_capitals_run_together_with_their_items() -> None:
    text = "JANUAR Opstart\nFEBRUAR Rådsmøde 8. februar 2027\nAPRIL Fest\n"
    assert [each[:2] for each in said(read(text.encode()))] == [
        ("Opstart", "2027-01"),
        ("Rådsmøde", "2027-02-08"),
        ("Fest", "2027-04"),
    ]


def test_names_figures_and_opening_hours_are_no_plan() -> None:
    members = "Medlemmer\nApril Nielsen\nMaj Andersen\nJuni Petersen\n"
    figures = "Januar: 12.000 kr. til kaffe\nFebruar: 45 gæster\n"
    hours = "Januar-marts: mandag-fredag 10-16\nApril-juni: mandag-lørdag 9-17\n"
    assert [read(text.encode()).entries for text in (members, figures, hours)] == [(), (), ()]


def test_the_title_of_the_next_plan_ends_one() -> None:
    text = (
        "Referat, 8. november 2021\nÅrsplan 2021\nNovember\t• Bustur\nÅrsplan 2021, fortsat\n"
        "December\t• Julebal\nÅrsplan 2022, rettet 3. juni\nJanuar\t• Nytårskur\nFebruar\t• Fest\n"
    )
    assert [when for _, when, _ in said(read(text.encode()))] == ["2021-11", "2021-12", "2022-01", "2022-02"]


def test_a_time_of_day_is_no_day_that_was_broken_off() -> None:
    text = "Årsplan 2027\nApril\nMøde den 6. april kl. 18\nMaj\nFest\n"
    assert [when for _, when, _ in said(read(text.encode()))] == ["2027-04-06T18:00", "2027-05"]


def test_what_stands_above_the_first_month_is_kept() -> None:
    text = "Årsplan 2027\n\n- Opstart uden måned\n- Besøg\n\nMaj\n- Fest\n\nJuni\n- Afslutning\n"
    reading = read(text.encode())
    assert [each.words for each in reading.unplaced] == ["- Opstart uden måned", "- Besøg"]
    assert [title for title, _, _ in said(reading)] == ["Fest", "Afslutning"]


def test_bullets_that_no_title_introduces_are_not_of_the_plan() -> None:
    text = "Beslutning\n- Taget til efterretning\n\nMaj 2027\n- Fest\n\nJuni 2027\n- Afslutning\n"
    assert read(text.encode()).unplaced == ()


def test_a_list_under_its_year_and_hours() -> None:
    text = (
        "Møder i 2. halvår 2027\nAlle møder holdes kl. 14-15.30\n\n* 12. august\n* 9. september (aflyst)\n"
        "* 14. oktober: Budget 2028\n"
    )
    entries = [entry.printed for entry in read(text.encode()).entries]
    assert [(each.title, each.when.edtf) for each in entries] == [
        ("Møde", "2027-08-12T14:00/2027-08-12T15:30"),
        ("Møde", "2027-09-09T14:00/2027-09-09T15:30"),
        ("Budget 2028", "2027-10-14T14:00/2027-10-14T15:30"),
    ]
    assert [each.status is Status.CANCELLED for each in entries] == [False, True, False]


def test_a_list_without_a_year_is_in_that_of_its_document() -> None:
    text = "Referat fra den 3. april 2027\n\nKommende møder\n12. maj\n9. juni\n10. august\n"
    assert [when for _, when, _ in said(read(text.encode()))] == ["2027-05-12", "2027-06-09", "2027-08-10"]


def test_months_that_begin_again_are_another_plan() -> None:
    text = (
        "Månedens tal\nJanuar\t312\t14\nFebruar\t298\t11\nMarts\t301\t17\n\n"
        "Aktiviteter 2027\nJanuar\tNytårskur\nFebruar\tBustur\nMarts\tOplæg\n"
    )
    assert [when for _, when, _ in said(read(text.encode()))] == ["2027-01", "2027-02", "2027-03"]


def test_names_beside_months_are_no_plan() -> None:
    assert read(b"Januar\tIda Holm\nFebruar\tKarl Bo Lund\n").entries == ()


def test_two_months_and_lines_between_cells() -> None:
    text = "Årsplan 2027\nJuni | Fest? |\nJuli og august | Sommerferie |\n"
    assert said(read(text.encode())) == [("Fest", "2027-06?", ""), ("Sommerferie", "2027-07/2027-08", "")]
