"""Somebody who is signed up cannot be written to: those who run it hear of it, once."""

from collections import Counter

import pytest

from council.due import GROUP
from council.notice import Notice
from council.openings import Opening
from council.when import When
from tests.services.corps import Corps
from tests.services.kit import START

WHEN = When("2021-09-19T12:00/2021-09-19T14:00")


async def fails(
    corps: Corps, *notices: Notice, reason: str = "unreachable", for_good: bool = True
) -> Counter[tuple[str, str]]:
    """They do not go out; who hears that somebody is not reached."""
    await corps.town.house.notices.failed(corps.council.id, notices, reason, for_good=for_good)
    return Counter({key: count for key, count in (await corps.told()).items() if key[0] == "unreached"})


async def reminder(
    corps: Corps, opening: Opening, who: str = "10", key: str = "r", kind: str = "remind"
) -> Notice:
    facts = (("council", corps.council.id), ("subject", f"s-{opening.id}-{who}"))
    notice = Notice(f"{kind}:{key}", kind, who, facts, START)
    async with corps.town.store.transaction(corps.council.id) as tx:
        tx.put(notice)
    return notice


async def joined(corps: Corps, who: str = "10") -> Opening:
    opening = await corps.opened(when=WHEN, capacity=5, place="VUC")
    await corps.crowd(opening, who)
    return opening


async def test_those_who_run_it_hear_who_is_not_reached(corps: Corps) -> None:
    opening = await joined(corps)
    assert await fails(corps, await reminder(corps, opening)) == {("unreached", "3"): 1}
    [told] = await corps.notices("unreached")
    assert (told.state, told.about) == ("waiting", "10")
    said = {name: told.fact(name) for name in ("opening", "title", "when", "place", "name", "phone")}
    assert said == {
        "opening": opening.id,
        "title": "Opstilling",
        "when": WHEN.edtf,
        "place": "VUC",
        "name": "Frivillig 10",
        "phone": "",
    }
    assert await corps.said() == {("unreached", "3"): 1}


async def test_of_each_sign_up_they_hear_once(corps: Corps) -> None:
    opening = await joined(corps)
    again = [await reminder(corps, opening, key=key) for key in "abc"]
    await fails(corps, *again[:2])
    await corps.said()
    assert await fails(corps, again[2]) == {("unreached", "3"): 1}
    assert await corps.said() == {}
    other = await joined(corps)
    assert await fails(corps, await reminder(corps, other, key="d")) == {("unreached", "3"): 2}


async def test_all_who_run_it_hear(corps: Corps) -> None:
    await corps.town.coordinator(corps.secretary, "4", corps.activity)
    opening = await joined(corps)
    told = await fails(corps, await reminder(corps, opening))
    assert told == {("unreached", "3"): 1, ("unreached", "4"): 1}


async def test_where_nobody_coordinates_the_secretary_hears(corps: Corps) -> None:
    opening = await corps.opened(activity="", when=WHEN)
    await corps.takes("10", opening)
    assert await fails(corps, await reminder(corps, opening)) == {("unreached", "1"): 1}


async def test_a_change_that_does_not_arrive_counts_as_well(corps: Corps) -> None:
    opening = await joined(corps)
    await corps.town.house.openings.move(corps.coordinator, opening.id, place="Torvet")
    [moved] = await corps.notices("moved")
    assert await fails(corps, moved) == {("unreached", "3"): 1}


async def test_nobody_is_told_that_they_themselves_are_not_reached(corps: Corps) -> None:
    await corps.town.coordinator(corps.secretary, "4", corps.activity)
    opening = await joined(corps, "3")
    assert await fails(corps, await reminder(corps, opening, "3")) == {("unreached", "4"): 1}


@pytest.mark.parametrize(("reason", "for_good"), [("no answer", False), ("BadRequest", True)])
async def test_what_fails_for_another_reason_is_not_theirs(
    corps: Corps, reason: str, *, for_good: bool
) -> None:
    notice = await reminder(corps, await joined(corps))
    assert await fails(corps, notice, reason=reason, for_good=for_good) == {}


async def test_of_who_comes_no_longer_they_hear_nothing(corps: Corps) -> None:
    opening = await joined(corps)
    notice = await reminder(corps, opening)
    await corps.leaves("10", opening)
    assert await fails(corps, notice) == {}


async def test_what_is_not_about_their_own_place_tells_nothing(corps: Corps) -> None:
    """A question to somebody who might take over, the group, and what has nothing to do with a sign-up."""
    opening = await joined(corps)
    facts = (("council", corps.council.id), ("signup", f"{opening.id}-10"))
    wanted = Notice("w", "cover_wanted", "11", facts, START, about="10")
    thrown_out = Notice("t", "thrown_out", "10", (("council", corps.council.name),), START)
    group = await reminder(corps, opening, GROUP, kind="group")
    assert await fails(corps, wanted, thrown_out, group) == {}


async def test_who_was_forgotten_is_in_nothing_that_was_told(corps: Corps) -> None:
    opening = await joined(corps)
    notice = await reminder(corps, opening)
    await fails(corps, notice)
    await corps.town.house.privacy.forget("10")
    assert await corps.notices("unreached") == []
    assert await fails(corps, notice) == {}
