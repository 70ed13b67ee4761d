"""Plans written out in many ways read back as what they were."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from council.records import Kind, Reading, Status
from council.when import When
from plans.extract import extract
from plans.extracted import Extracted, Row
from plans.languages import LANGUAGES
from plans.limits import Limits
from plans.reader import read_document

MONTHS = tuple(month.split("|")[0] for month in LANGUAGES["da"].numbered["month"])
WORDS = (
    "Opstart",
    "Møde i gruppen",
    "Fællesspisning",
    "Oplæg om unge & fritid",
    "Dialogmøde med udvalget (BKU & ØU)",
    "Besøg af klub- og foreningsliv",
    "Temaaften, åben for alle",
    "Indkøb af pynt mv.",
    "Evalueringssmøde",
    "Rundvisning + kaffe",
)
PREFIXES = ("", "", "Naboskab - ", "Festdag 27 - ", "Festdag 2027 - ")


@dataclass(frozen=True)
class Planned:
    """An item as its council means it."""

    title: str
    day: int = 0
    tentative: bool = False
    waiting_for: str = ""

    def written(self, year: int, month: int, *, year_too: bool) -> str:
        text = self.title
        if self.day:
            text += f" den {self.day}. {MONTHS[month - 1]}" + (f" {year}" if year_too else "")
        if self.waiting_for:
            text += f" - Afventer {self.waiting_for}"
        return text + "?" * self.tentative

    def meant(self, year: int, month: int) -> tuple[str, str, str]:
        when = When.on(date(year, month, self.day)) if self.day else When.month(year, month)
        return self.title, when.marked(uncertain=self.tentative).edtf, self.waiting_for


@dataclass(frozen=True)
class Plan:
    year: int
    months: dict[int, list[Planned]]

    def meant(self) -> list[tuple[str, str, str]]:
        return [item.meant(self.year, month) for month, each in self.months.items() for item in each]

    def texts(self, month: int) -> list[str]:
        return [item.written(self.year, month, year_too=month % 2 == 0) for item in self.months[month]]


planned = st.builds(
    lambda prefix, words, day, tentative, waiting: Planned(
        prefix + words, day, tentative, "" if tentative else waiting
    ),
    st.sampled_from(PREFIXES),
    st.sampled_from(WORDS),
    st.sampled_from([0, 0, 3, 17, 28]),
    st.booleans(),
    st.sampled_from(["", "", "biblioteket", "formanden"]),
)
plans = st.builds(
    lambda year, months: Plan(year, dict(sorted(months.items()))),
    st.integers(2022, 2029),
    st.lists(st.integers(1, 12), min_size=2, unique=True).flatmap(
        lambda months: st.fixed_dictionaries(
            {
                month: st.lists(planned, min_size=1, max_size=5, unique_by=lambda item: item.title)
                for month in months
            }
        )
    ),
)
spellings = st.sampled_from([str.capitalize, str.upper, str.lower, lambda name: name[:3].capitalize() + "."])
bullets = st.sampled_from("•-*–▪")

BEFORE = """Rådet for Fællesskab

Mødedato: 21. maj 2019
Mødet påbegyndt: kl. 17:00

Pkt. Tekst\tSide
1 Godkendelse af dagsorden\t2
2 Aktivitetsoversigt\t4

1. Godkendelse af dagsorden

På mødet den 3. januar 2018 blev § 11, stk. 3 drøftet, og i juni 2018 kom 45 gæster.

2. Aktivitetsoversigt

"""
AFTER = """

Rådets budget

Indtægter\t\t
Rådets midler 2019\t30.000\t
Overført fra 2018\t2.500\tKaffe

Beslutning

Rådet tog den 4. juni 2018 planen til efterretning. Næste møde er på mandag.

15.40.00-A00-4-20
"""


def read(data: bytes) -> Reading:
    return read_document(extract(data, Limits()), name="plan")


def said(reading: Reading) -> list[tuple[str, str, str]]:
    return [
        (entry.printed.title, entry.printed.when.edtf, entry.printed.waiting_for) for entry in reading.entries
    ]


@settings(max_examples=30)
@given(plans, spellings, bullets)
def test_a_table_with_tabs_and_glued_bullets_reads_back(
    plan: Plan, spell: Callable[[str], str], bullet: str
) -> None:
    rows = [
        f'{spell(MONTHS[month - 1])}\t<ul style="list-style-type: none;">'
        + "".join(f"{bullet} {text}" for text in plan.texts(month))
        for month in plan.months
    ]
    text = f"{BEFORE}Rådets aktivitetsplan {plan.year}\t\n" + "\n".join(rows) + AFTER
    reading = read(text.encode())
    assert said(reading) == plan.meant()
    assert (reading.year, reading.unplaced) == (plan.year, ())


@settings(max_examples=30)
@given(plan=plans, spell=spellings, bullet=bullets, blank=st.booleans())
def test_bullets_under_months_read_back_in_windows_1252(
    plan: Plan, spell: Callable[[str], str], bullet: str, *, blank: bool
) -> None:
    bullet = bullet.replace("▪", "·")
    between = "\n\n" if blank else "\n"
    blocks = [
        f"{spell(MONTHS[month - 1])}{between}" + "\n".join(f"{bullet} {text}" for text in plan.texts(month))
        for month in plan.months
    ]
    text = f"{BEFORE}Årsplan {plan.year}\n\n" + between.join(blocks) + AFTER
    assert said(read(text.encode("cp1252"))) == plan.meant()


@settings(max_examples=30)
@given(plans, spellings)
def test_plain_lines_under_months_read_back(plan: Plan, spell: Callable[[str], str]) -> None:
    blocks = [f"{spell(MONTHS[month - 1])}:\n" + "\n".join(plan.texts(month)) for month in plan.months]
    text = f"{BEFORE}Mødekalender {plan.year}\n\n" + "\n\n".join(blocks) + AFTER
    assert said(read(text.encode("utf-8-sig"))) == plan.meant()


@settings(max_examples=30)
@given(plans, spellings, st.integers(20, 60))
def test_items_broken_over_lines_are_whole_again(plan: Plan, spell: Callable[[str], str], width: int) -> None:
    lines = []
    for month in plan.months:
        broken = [
            re.sub(rf"(.{{{width}}}\S*) ", r"\1\n", f"• {text}").replace("\n", "\n  ")
            for text in plan.texts(month)
        ]
        lines += [spell(MONTHS[month - 1]), *broken]
    text = f"{BEFORE}Aktivitetsplan {plan.year}\n\n" + "\n".join(lines) + AFTER
    assert said(read(text.encode())) == plan.meant()


@settings(max_examples=30)
@given(plans, st.integers(0, 11))
def test_page_breaks_and_footers_inside_do_not_matter(plan: Plan, at: int) -> None:
    rows = [
        f"{MONTHS[month - 1].capitalize()}\t" + "".join(f"• {text}" for text in plan.texts(month))
        for month in plan.months
    ]
    cut = ["", "15.40.00-A00-4-20", "\f", "Nysted Kommune 21. maj 2019 Side 14.", "", ""]
    at = min(at, len(rows) - 1) if len(rows) > 1 else 1
    rows[at:at] = cut
    text = f"{BEFORE}Aktivitetsplan {plan.year}\n" + "\n".join(rows) + AFTER
    reading = read(text.encode())
    assert said(reading) == plan.meant()
    assert reading.unplaced == ()


@settings(max_examples=15)
@given(plan=plans, spell=spellings, headed=st.booleans())
def test_word_tables_read_back(plan: Plan, spell: Callable[[str], str], *, headed: bool) -> None:
    document = docx.Document()
    document.add_heading("2. Aktivitetsplan og økonomi", 1)
    document.add_paragraph("Den 28. januar 2018 blev det besluttet at vise planen.")
    document.add_paragraph(f"Aktivitetsplan {plan.year}")
    table = document.add_table(rows=0, cols=2)
    if headed:
        for cell, text in zip(table.add_row().cells, ("Måned", "Aktivitet"), strict=True):
            cell.text = text
    for month in plan.months:
        name, content = table.add_row().cells
        name.text = spell(MONTHS[month - 1])
        content.text, *others = plan.texts(month)
        for other in others:
            content.add_paragraph(other, style="List Bullet" if headed else None)
    document.add_paragraph("Beslutning")
    document.add_paragraph("Planen blev taget til efterretning den 3. juni 2018.")
    out = io.BytesIO()
    document.save(out)
    assert said(read(out.getvalue())) == plan.meant()


@given(st.text(max_size=2000))
def test_no_text_makes_it_fail(text: str) -> None:
    lines = [Row(tuple(line.split("\t"))) for line in f"Juni\n- {text}\nJuli\t{text}".split("\n")]
    assert read_document(Extracted(tuple(lines)), name="plan").document == "plan"


def test_a_document_without_a_plan_has_no_entries() -> None:
    assert read(BEFORE.encode() + AFTER.encode()).entries == ()


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
    assert first.questions == ("29 May 2027 is a Saturday, not a Sunday. Which is right?",)
    assert second.questions == ("14 May 2027 stands under June. Which is right?",)


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
        ("Møder", "2027-02-03T16:30"),
        ("Møder", "2027-04-08T16:30"),
        ("Temamøde", "2027-06-09T18:00"),
        ("Møder", "2027-08-25T16:30"),
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
