"""Members' own links: counted once each, thanked, and never whom they brought."""

import pytest

from council.openings import Opening, Referral
from council.refusals import NoSuchOpening, NotAllowed
from tests.services.corps import Corps, another_council


async def link_of(corps: Corps, who: str, opening: Opening) -> str:
    return (await corps.town.house.links.own(who, corps.council.id, opening.id)).id


async def brought(corps: Corps) -> dict[str, int]:
    """How many each has brought."""
    return {each.person_id: each.brought for each in await corps.town.all(Referral, corps.council.id)}


async def test_each_has_one_link_for_each_opening_and_it_leads_there(corps: Corps) -> None:
    one, other = await corps.opened(), await corps.opened("Opvask")
    links = [await link_of(corps, "2", one), await link_of(corps, "2", other), await link_of(corps, "3", one)]
    assert len(set(links)) == 3
    assert await link_of(corps, "2", one) == links[0]
    behind = corps.town.house.links.behind
    assert [await behind(corps.council.id, link) for link in links] == [one.id, other.id, one.id]


async def test_who_comes_is_counted_once_and_they_are_thanked_in_the_morning(corps: Corps) -> None:
    opening = await corps.opened(capacity=5)
    link = await link_of(corps, "2", opening)
    for who in ("10", "11"):
        await corps.takes(who, opening, link=link)
        await corps.takes(who, opening, link=link)
    await corps.leaves("10", opening)
    await corps.takes("10", opening, link=link)  # came back: brought once all the same
    assert await brought(corps) == {"2": 2}
    [notice] = await corps.notices()
    assert (notice.kind, notice.person_id, notice.fact("brought")) == ("brought", "2", "2")
    assert notice.not_before is not None
    assert notice.not_before.isoformat() == "2021-06-11T06:00:00+00:00"
    said = f"{notice.id} {notice.facts} {notice.about}"
    assert "Frivillig" not in said
    assert notice.about == ""
    assert await corps.town.house.notices.ready(corps.council.id) == []
    corps.town.clock.turn(days=1)
    await corps.takes("12", opening, link=link)
    assert (await corps.told())["brought", "2"] == 2  # once a day


async def test_what_does_not_count(corps: Corps) -> None:
    opening, other = await corps.opened(capacity=5), await corps.opened("Opvask", capacity=5)
    link, elsewhere = await link_of(corps, "2", opening), await link_of(corps, "3", other)
    await corps.takes("2", opening, link=link)  # oneself
    await corps.takes("10", opening, link=elsewhere)  # a link to something else
    await corps.takes("11", opening, link="madeup")
    await corps.takes("12", opening)
    assert await brought(corps) == {"2": 0, "3": 0}
    assert await corps.notices() == []


async def test_links_are_made_for_those_who_belong_and_lead_nowhere_else(corps: Corps) -> None:
    opening, theirs = await corps.opened(), await another_council(corps)
    with pytest.raises(NotAllowed):
        await link_of(corps, "10", opening)
    link = await link_of(corps, "2", opening)
    links = corps.town.house.links
    with pytest.raises(NoSuchOpening):
        await links.behind(theirs.council_id, link)
    with pytest.raises(NoSuchOpening):
        await links.behind(corps.council.id, opening.id)
    with pytest.raises(NoSuchOpening):
        await links.own(theirs.person_id, theirs.council_id, opening.id)
    assert await brought(corps) == {"2": 0}
