import pytest
from icalendar import Calendar

from calendars import CalendarWords
from council.records import Kind, Status
from council.refusals import NoSuchActivity, NoSuchEntry, NotSetUp
from services.calendars import CalendarFile
from services.desk import Actor
from tests.services.kit import Seat, Town

WORDS = CalendarWords(
    tentative="{title} (tentative)",
    approximate="{title} (about then)",
    waiting="{title} (waiting)",
    waiting_for="{title} (waiting for {who})",
    cancelled="Cancelled: {title}",
    status="Status: {status}",
    activity="Activity: {activity}",
    responsible="Responsible: {who}",
    moved="Moved. It was {before}.",
    stated="In the plan: {words}",
    end_not_stated="(end not stated)",
    source="From {document}",
    source_page="From {document}, page {page}",
    known_by_month="Known by month only:",
    item="• {title}",
    item_when="• {when}: {title}",
    kinds={kind: kind.value for kind in Kind},
    statuses={status: status.value for status in Status},
    when=lambda when: when.edtf,
    month=lambda first, count: f"{first:%B}: {count}",
    undated=lambda count: f"{count} without any time",
)


@pytest.fixture
async def culture(town: Town, seat: Seat) -> str:
    """The activity of two entries beside a third one; a fourth was taken off."""
    page = await town.added(seat.secretary, "Fest", "2021-09-18T10:00", "Kulturdag")
    await town.added(seat.secretary, "Kage", "2021-09-17", "Kulturdag")
    await town.added(seat.secretary, "Møde", "2021-06-16T17:00")
    await town.added(seat.secretary, "Slut", "2021-12-01")
    await town.house.plans.amend(seat.secretary, "slut", removed=True)
    return page.entry.activity_id


def titles(file: CalendarFile) -> set[str]:
    events = Calendar.from_ical(file.content.decode()).walk("VEVENT")
    return {str(event["SUMMARY"]) for event in events if str(event.get("STATUS")) != "CANCELLED"}


@pytest.mark.usefixtures("culture")
async def test_the_whole_plan(town: Town, seat: Seat) -> None:
    file = await town.house.calendars.file(seat.member, WORDS)
    assert (file.name, file.count) == ("Integrationsrådet", 3)
    assert titles(file) == {"Fest", "Kage", "Møde"}


async def test_one_activity(town: Town, seat: Seat, culture: str) -> None:
    file = await town.house.calendars.file(seat.member, WORDS, activity_id=culture)
    assert (file.name, file.count) == ("Kulturdag, Integrationsrådet", 2)
    assert titles(file) == {"Fest", "Kage"}


@pytest.mark.usefixtures("culture")
async def test_one_entry(town: Town, seat: Seat) -> None:
    file = await town.house.calendars.file(seat.member, WORDS, entry_id="møde")
    assert (file.name, file.count, titles(file)) == ("Møde", 1, {"Møde"})


@pytest.mark.usefixtures("culture")
async def test_what_is_not_on_the_plan(town: Town, seat: Seat) -> None:
    calendars = town.house.calendars
    for gone in ("slut", "nothing"):
        with pytest.raises(NoSuchEntry):
            await calendars.file(seat.member, WORDS, entry_id=gone)
    with pytest.raises(NoSuchActivity):
        await calendars.file(seat.member, WORDS, activity_id="nothing")
    with pytest.raises(NotSetUp):
        await calendars.file(Actor("2", "nothing"), WORDS)


@pytest.mark.usefixtures("culture")
async def test_the_same_plan_is_the_same_file_whenever_it_is_asked_for(town: Town, seat: Seat) -> None:
    before = await town.house.calendars.file(seat.member, WORDS)
    town.clock.turn(days=3)
    assert await town.house.calendars.file(seat.secretary, WORDS) == before
