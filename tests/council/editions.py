"""Two editions of a made-up plan and what is different between them, which the plan does not say."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from council.comparing import Sort
from council.records import Kind, ReadEntry, Reading, Status
from council.when import When
from tests.council.kit import edition, read

YEAR = 2027
EVENING = time(17)

# A title and what another edition may call the same thing.
NAMES: dict[str, tuple[str, ...]] = {
    "Sommerfest": ("Sommerafslutning", "Sommerfest for alle", "Sommerfesten"),
    "Informationsmøde om frivilligt arbejde": ("Velkomstaften", "Infomøde om frivilligt arbejde"),
    "Kulturdag 27": ("Kulturdag 2027", "Kulturdag", "Kulturdagen 2027"),
    "Kulturdag 27 - Opstilling af telte": ("Opstilling af telte", "Kulturdag 2027 - opstilling af teltene"),
    "Kulturdag 27 - Evaluering": ("Evaluering", "Kulturdag - Evalueringen"),
    "Rollemodeller: kursus for nye": ("Rollemodeller - kursus for nye", "Kursus for nye"),
    "Sprogcafé i Hjallerup": ("Sprogcafé i Hjallerup bibliotek", "Sprogcaféen i Hjallerup"),
    "Sprogcafé i Dronninglund": ("Sprogcafé i Dronninglund by",),
    "Studietur til Malmø": ("Studietur til Malmö", "Studierejse til Malmø"),
    "Høring om boligpolitik": ("Høring om boligpolitikken",),
    "Dialogmøde med borgmesteren": ("Dialogmøde med borgmester Krogh", "Borgmesteren på besøg"),
    "Nytårskur": ("Nytårskuren", "Nytårskur for rådet"),
    "Valg til rådet": ("Rådsvalg", "Valg til rådet 2027"),
    "Frist for puljeansøgninger": ("Ansøgningsfrist for puljen",),
}
NEW = ("Temaaften om sundhed", "Juletræsfest", "Bustur til Skagen", "Loppemarked", "Budgetseminar")
KINDS = {
    "Dialogmøde": Kind.MEETING,
    "Borgmesteren": Kind.MEETING,
    "Høring": Kind.HEARING,
    "Frist": Kind.DEADLINE,
    "Ansøgningsfrist": Kind.DEADLINE,
    "Valg": Kind.ELECTION,
    "Rådsvalg": Kind.ELECTION,
}


@dataclass
class Editions:
    """The last edition, the new one, and by the index of a line of the last one what has become of it."""

    last: Reading
    new: Reading
    sorts: dict[int, Sort] = field(default_factory=dict)
    added: int = 0


def line(title: str, when: When, **fields: Any) -> ReadEntry:
    activity = "Kulturdag 27" if title.startswith("Kulturdag 27") else ""
    kind = next((kind for word, kind in KINDS.items() if title.startswith(word)), Kind.EVENT)
    return read(title, when.edtf, **{"activity": activity, "kind": kind, **fields})


def meeting(day: date) -> ReadEntry:
    return read("Rådsmøde", When.at(datetime.combine(day, EVENING)).edtf, kind=Kind.MEETING, place="Rådhuset")


@st.composite
def two_editions(draw: st.DrawFn) -> Editions:
    """Moved, renamed, cancelled, gone and new in any number; no two things on one day.

    The council meets in even months, all else is in odd ones.
    """
    odd = st.builds(date, st.just(YEAR), st.sampled_from([1, 3, 5, 7, 9, 11]), st.integers(1, 30))
    free = iter(draw(st.lists(odd, min_size=24, max_size=24, unique=True)))
    titles = draw(st.permutations(sorted(NAMES)))[: draw(st.integers(8, len(NAMES)))]
    months = [date(YEAR, month, draw(st.integers(9, 19))) for month in (2, 4, 6, 8, 10, 12)]
    lines = [meeting(day) for day in months]
    lines += [line(title, _time(draw, next(free))) for title in titles]
    fates = draw(st.permutations(_fates(draw, len(lines))))
    found = Editions(edition(*lines), edition())
    kept = []
    for index, (each, fate) in enumerate(zip(lines, fates, strict=True)):
        after = _after(draw, each, fate, free)
        if after is not None:
            kept.append(after)
        if after != each:
            found.sorts[index] = fate
    fresh = [line(title, _time(draw, next(free))) for title in NEW[: draw(st.integers(0, 3))]]
    found.added = len(fresh)
    found.new = edition(*draw(st.permutations([*kept, *fresh])))
    return found


def _fates(draw: st.DrawFn, count: int) -> list[Sort]:
    fates = [Sort.MOVED] * draw(st.integers(0, 3)) + [Sort.RENAMED] * draw(st.integers(0, 2))
    fates += [Sort.GONE] * draw(st.integers(0, 1)) + [Sort.CANCELLED] * draw(st.integers(0, 2))
    return fates + [Sort.OTHER] * (count - len(fates))


def _time(draw: st.DrawFn, day: date) -> When:
    return draw(st.sampled_from([When.on(day), When.at(datetime.combine(day, EVENING))]))


def _after(draw: st.DrawFn, each: ReadEntry, fate: Sort, free: Any) -> ReadEntry | None:  # noqa: ANN401 - an iterator
    said = each.printed
    if fate is Sort.GONE:
        return None
    if fate is Sort.CANCELLED:
        return replace(each, printed=replace(said, status=Status.CANCELLED))
    if fate is Sort.MOVED:
        in_row = said.title == "Rådsmøde"
        day = said.when.first + timedelta(days=draw(st.integers(1, 8))) if in_row else next(free)
        when = When.on(day) if said.when.start is None else When.at(datetime.combine(day, EVENING))
        return replace(each, printed=replace(said, when=when))
    if fate is Sort.RENAMED and said.title in NAMES:
        title = draw(st.sampled_from(NAMES[said.title]))
        return replace(each, printed=replace(said, title=title))
    return each
