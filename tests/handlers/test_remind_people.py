"""`/remind` those who are signed up: only of what somebody can be signed up for."""

from council.reminding import CustomReminder
from tests.handlers.kit import House
from tests.handlers.places import Places


async def kept(house: House) -> list[tuple[str, str]]:
    async with house.store.transaction(house.council.id) as tx:
        return [(each.distance, each.to) for each in await tx.find(CustomReminder)]


async def test_nobody_can_be_signed_up_where_nothing_is_open(house: House) -> None:
    await house.with_plan()
    entry = await house.entry(house.council, "Kulturdag - Afholdes")
    await Places(house).open()  # of nothing on the plan
    post = await house.says(house.sanne, "/remind afholdes 1 day before")
    no = await house.taps(house.sanne, post, "Those who are signed up")
    assert no.is_alert
    assert "there is nobody to remind" in (no.text or "")
    assert await kept(house) == []
    await Places(house).open("Opstilling", "afholdes23456789", entry_id=entry.id)
    await house.taps(house.sanne, post, "Those who are signed up")
    assert await kept(house) == [("1d", "people")]


async def test_to_the_group_and_to_oneself_nothing_need_be_open(house: House) -> None:
    await house.with_plan()
    post = await house.says(house.sanne, "/remind afholdes 1 day before")
    await house.taps(house.sanne, post, "The group")
    await house.says(house.sanne, "/remindme afholdes 1 day before")
    assert await kept(house) == [("1d", "group"), ("1d", str(house.sanne.id))]
