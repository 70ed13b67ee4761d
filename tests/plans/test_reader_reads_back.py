"""Plans written out in many ways read back as what they were."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from council.records import Reading
from council.when import When
from plans.extract import extract
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
