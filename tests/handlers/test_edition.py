"""The next edition of a whole plan: three moved, two renamed, two new, one gone, one cancelled."""

from collections import Counter

from icalendar import Calendar

from playground import Post
from tests.handlers.kit import House
from tests.handlers.opened import Opened

LAST = """\
Aktivitetsplan 2027

Marts
- Kulturdag 27 - Arbejdsgruppen samles 3. marts kl. 19
- Infomøde for frivillige 18. marts kl. 19
April
- Rådsmøde 12. april kl. 16.30-18.30 på rådhuset
Maj
- Udflugt til Skagen 22. maj kl. 9
Juni
- Rådsmøde 14. juni kl. 16.30
- Sommerfest 19. juni kl. 14
August
- Sprogcafé starter igen 25. august
September
- Rådsmøde 6. september kl. 16.30
- Kulturdag 27 - Afholdes 25. september kl. 11-16 på Torvet
Oktober
- Temaaften om bolig 13. oktober kl. 19
November
- Rådsmøde 8. november kl. 16.30
December
- Julefrokost 10. december
"""
NEXT = """\
Revideret aktivitetsplan 2027

Marts
- Kulturdag 27 - Arbejdsgruppen samles 3. marts kl. 19
- Informationsmøde for nye frivillige 18. marts kl. 19
April
- Rådsmøde 19. april kl. 16.30-18.30 på rådhuset
Maj
- Udflugt til Skagen 22. maj kl. 9 (aflyst)
Juni
- Rådsmøde 7. juni kl. 16.30
- Sommerafslutning 19. juni kl. 14
August
- Loppemarked 28. august kl. 10
September
- Rådsmøde 6. september kl. 16.30
Oktober
- Kulturdag 27 - Afholdes 2. oktober kl. 11-16 på Torvet
- Temaaften om bolig 13. oktober kl. 19
November
- Rådsmøde 8. november kl. 16.30
December
- Juletræsfest 4. december kl. 14
- Julefrokost 10. december
"""
AUTUMN = "Saturday 25 September at 11:00–16:00 → Saturday 2 October at 11:00–16:00"
SORTS = ("Moved", "Renamed", "New", "Gone", "Cancelled")


async def preview(house: House) -> Post:
    await house.with_plan(LAST)
    return await house.sends(house.sanne, NEXT)


async def places_at(house: House, title: str) -> Opened:
    """Sanne looks for people for an entry."""
    page = await house.says(house.sanne, f"/entry {title}")
    await house.taps(house.sanne, page, "Find people for it")
    page = await house.says(house.sanne, "Opstilling af telte kl. 9-11, 2 personer")
    await house.taps(house.sanne, page, "Yes, open it")
    [link] = [word for word in page.text.split() if "t.me/" in word]
    return Opened(house, page, link)


async def calendar(house: House) -> dict[str, str]:
    """The UIDs of what is in the calendar, by title."""
    post = await house.says(house.bo, "/calendar")
    assert post.document is not None
    return {
        str(each["SUMMARY"]): str(each["UID"]) for each in Calendar.from_ical(post.document).walk("VEVENT")
    }


async def test_the_preview_shows_exactly_that(house: House) -> None:
    offer = await preview(house)
    assert "3 moved, 2 renamed, 2 new, 1 gone and 1 cancelled." in offer.text
    assert [line for line in offer.text.splitlines() if line.startswith(SORTS)] == [
        "Renamed: Infomøde for frivillige → Informationsmøde for nye frivillige, Thursday 18 March at 19:00",
        "Moved: Rådsmøde, Monday 12 April at 16:30–18:30 → Monday 19 April at 16:30–18:30",
        "Cancelled: Udflugt til Skagen, Saturday 22 May at 09:00",
        "Moved: Rådsmøde, Monday 14 June at 16:30 → Monday 7 June at 16:30",
        "Renamed: Sommerfest → Sommerafslutning, Saturday 19 June at 14:00",
        "New: Loppemarked, Saturday 28 August at 10:00",
        f"Moved: Kulturdag 27 - Afholdes, {AUTUMN}",
        "New: Juletræsfest, Saturday 4 December at 14:00",
        "Gone: Sprogcafé starter igen, Wednesday 25 August",
    ]


async def test_what_was_moved_or_renamed_is_the_same_entry_in_everybodys_calendar(house: House) -> None:
    offer = await preview(house)
    before = await calendar(house)
    await house.taps(house.sanne, offer, "Take over")
    after = await calendar(house)
    for old, new in (
        ("Kulturdag 27 - Afholdes", "Kulturdag 27 - Afholdes"),
        ("Infomøde for frivillige", "Informationsmøde for nye frivillige"),
        ("Sommerfest", "Sommerafslutning"),
        ("Udflugt til Skagen", "Cancelled: Udflugt til Skagen"),
    ):
        assert after[new] == before[old]
    assert len(after) == len(before) + 2 - 1
    assert "Nothing new" in (await house.sends(house.sanne, NEXT)).text


async def test_who_has_signed_up_goes_where_the_entry_goes(house: House) -> None:
    await house.with_plan(LAST)
    day = await places_at(house, "afholdes")
    party = await places_at(house, "sommerfest")
    mai, ali = day.people(2)
    await day.joins(mai)
    await party.joins(ali)
    offer = await house.sends(house.sanne, NEXT)
    await house.taps(house.sanne, offer, "Take over")
    assert (await day.opening()).when.edtf == "2027-10-02T09:00/2027-10-02T11:00"
    assert (await party.opening()).when.edtf == "2027-06-19T09:00/2027-06-19T11:00"
    assert await day.states(mai) == ["confirmed"]
    assert await party.states(ali) == ["confirmed"]
    await day.later()
    assert "moved" in mai.chat.last_message.text
    assert "Saturday 2 October" in mai.chat.last_message.text
    assert "moved" not in ali.chat.last_message.text
    page = await house.says(house.sanne, "/entry sommerafslutning")
    assert "Opstilling af telte" in page.text


async def test_one_by_one_each_says_what_sort_it_is(house: House) -> None:
    offer = await preview(house)
    await house.taps(house.sanne, offer, "One by one")
    headings: Counter[str] = Counter()
    while "left to decide" in offer.text:
        headings[offer.text.splitlines()[0]] += 1
        await house.taps(house.sanne, offer, 0)
    assert headings == {
        "Moved in the document": 3,
        "Renamed in the document": 2,
        "New on the plan": 2,
        "No longer in the document": 1,
        "Cancelled in the document": 1,
    }
