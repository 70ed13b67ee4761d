"""Finding somebody for me: who is asked, who gets it, and that the place is kept until then."""

import asyncio

import pytest

from council.openings import Audience, Opening
from council.refusals import CertificateNeeded, MembersOnly, NoSuchSignUp, OutOfDate
from council.when import When
from services.boards import OpeningPage
from tests.services.corps import Corps, S, another_council


async def seeks(corps: Corps, opening: Opening, who: str = "10", *, seeking: bool = True) -> int:
    """They look for somebody; how many are asked."""
    cover = corps.town.house.cover
    _, asked = await cover.seek(await corps.who(who), corps.council.id, opening.id, seeking=seeking)
    return asked


async def takes_over(corps: Corps, opening: Opening, who: str, seeker: str = "10") -> OpeningPage:
    cover = corps.town.house.cover
    return await cover.take_over(await corps.who(who), corps.council.id, f"{opening.id}-{seeker}")


async def stands_by(corps: Corps, who: str) -> None:
    """They have helped before, and do so at short notice."""
    other = await corps.opened(f"Andet {who}", when=When("2021-08-01"))
    await corps.takes(who, other)
    await corps.town.house.cover.stand_by(await corps.who(who), corps.council.id, ready=True)


async def test_the_line_and_who_helps_at_short_notice_are_asked_once_each(corps: Corps) -> None:
    opening = await corps.opened(capacity=2)
    await corps.crowd(opening, "10", "11", "12")
    for who in ("11", "12", "13"):  # 11 has a place there already, 12 waits
        await stands_by(corps, who)
    assert await seeks(corps, opening) == 2
    assert await seeks(corps, opening) == 0
    assert await corps.told() == {("cover_wanted", "12"): 1, ("cover_wanted", "13"): 1}
    [notice, _] = await corps.notices()
    assert (notice.about, notice.fact("signup"), notice.fact("title")) == (
        "10",
        f"{opening.id}-10",
        "Opstilling",
    )
    assert (await corps.states(opening))["10"] is S.CONFIRMED


async def test_nobody_is_asked_at_night(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.crowd(opening, "10", "11")
    corps.town.clock.turn(hours=14)  # midnight in Copenhagen
    await seeks(corps, opening)
    [notice] = await corps.notices()
    assert notice.not_before is not None
    assert notice.not_before.isoformat() == "2021-06-11T06:00:00+00:00"


async def test_the_first_who_says_yes_gets_it_and_the_other_hears_the_truth(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.crowd(opening, "10", "11")
    await stands_by(corps, "12")
    await seeks(corps, opening)
    answers = await asyncio.gather(
        *(takes_over(corps, opening, who) for who in ("11", "12")), return_exceptions=True
    )
    assert [isinstance(answer, OutOfDate) for answer in answers] == [False, True]
    assert await corps.states(opening) == {"10": S.WITHDRAWN, "11": S.CONFIRMED}
    assert (await corps.told())["covered", "10"] == 1
    assert (await takes_over(corps, opening, "11")).mine is not None  # the same tap again
    assert (await corps.told())["covered", "10"] == 1
    assert (await corps.tally(opening)).taken == 1


async def test_a_stranger_with_the_button_can_take_over_and_is_kept_from_then_on(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.takes("10", opening)
    await seeks(corps, opening)
    await takes_over(corps, opening, "13")
    assert (await corps.who("13")).councils == (corps.council.id,)
    assert await corps.states(opening) == {"10": S.WITHDRAWN, "13": S.CONFIRMED}


async def test_whose_search_is_over_keeps_the_place(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.crowd(opening, "10", "11")
    with pytest.raises(OutOfDate):
        await takes_over(corps, opening, "11")
    await seeks(corps, opening)
    await seeks(corps, opening, seeking=False)
    with pytest.raises(OutOfDate):
        await takes_over(corps, opening, "11")
    assert await corps.states(opening) == {"10": S.CONFIRMED, "11": S.WAITING}


async def test_who_withdraws_instead_makes_room_for_the_line(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.crowd(opening, "10", "11")
    await seeks(corps, opening)
    await corps.leaves("10", opening)
    with pytest.raises(OutOfDate):
        await takes_over(corps, opening, "13")
    assert await corps.states(opening) == {"10": S.WITHDRAWN, "11": S.OFFERED}


async def test_what_is_for_the_council_is_taken_over_by_the_council(corps: Corps) -> None:
    opening = await corps.opened(audience=Audience.MEMBERS)
    await corps.takes("2", opening)
    await stands_by(corps, "12")
    assert await seeks(corps, opening, "2") == 0
    with pytest.raises(MembersOnly):
        await takes_over(corps, opening, "12", "2")
    await takes_over(corps, opening, "1", "2")
    assert await corps.states(opening) == {"2": S.WITHDRAWN, "1": S.CONFIRMED}


async def test_with_children_only_whose_certificate_was_seen_takes_over(corps: Corps) -> None:
    opening, rosters = await corps.opened(with_children=True), corps.town.house.rosters
    await corps.crowd(opening, "10", "11")
    await rosters.certify(corps.secretary, opening.id, f"{opening.id}-10", seen=True)
    await rosters.confirm(corps.coordinator, opening.id, f"{opening.id}-10")
    await seeks(corps, opening)
    with pytest.raises(CertificateNeeded):
        await takes_over(corps, opening, "13")
    assert "13" not in await corps.town.roles(corps.council.id)
    assert (await corps.states(opening))["10"] is S.CONFIRMED


async def test_what_is_over_is_not_taken_over(corps: Corps) -> None:
    opening = await corps.opened()
    await corps.takes("10", opening)
    await seeks(corps, opening)
    corps.town.clock.turn(days=101)
    with pytest.raises(OutOfDate):
        await takes_over(corps, opening, "13")


async def test_standing_by_is_for_those_who_belong_to_the_council(corps: Corps) -> None:
    cover, ten = corps.town.house.cover, await corps.who("10")
    with pytest.raises(NoSuchSignUp):
        await cover.stand_by(ten, corps.council.id, ready=True)
    await stands_by(corps, "10")
    assert await cover.stands_by("10", corps.council.id)
    await cover.stand_by(ten, corps.council.id, ready=False)
    assert not await cover.stands_by("10", corps.council.id)


async def test_searches_of_one_council_mean_nothing_in_another(corps: Corps) -> None:
    theirs = await another_council(corps)
    opening = await corps.opened()
    await corps.takes("10", opening)
    await seeks(corps, opening)
    with pytest.raises(NoSuchSignUp):
        await corps.town.house.cover.take_over(await corps.who("13"), theirs.council_id, f"{opening.id}-10")
