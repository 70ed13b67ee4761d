from datetime import datetime, timedelta

from council.openings import Opening, SignUp, SignUpState, Tally
from tests.scheduler.kit import (
    BUSY,
    NOW,
    council,
    notices,
    settle,
)
from tests.scheduler.office import HOUR, Office


async def test_what_has_its_time_waits_for_it(office: Office) -> None:
    async with office.running():
        await office.write("a", "1", not_before=NOW + HOUR)
        await office.write("b", "2", not_before=NOW + 3 * HOUR)
        await office.write("c", "3")
        await office.delivery.begin()
        await settle()
        assert office.notifier.ids() == ["cn3"]
        await office.turn(timedelta(minutes=59))
        assert office.notifier.ids() == ["cn3"]
        await office.turn(timedelta(minutes=1))
        assert office.notifier.ids() == ["cn3", "an1"]
        await office.turn(5 * HOUR)
        assert office.notifier.ids() == ["cn3", "an1", "bn2"]


async def test_an_earlier_time_is_noticed_while_a_later_one_is_waited_for(office: Office) -> None:
    async with office.running():
        await office.write("a", "1", not_before=NOW + 9 * HOUR)
        office.delivery.wake("a")
        await settle()
        await office.write("b", "2", not_before=NOW + HOUR)
        office.delivery.wake("b")
        await settle()
        await office.turn(HOUR)
        assert office.notifier.ids() == ["bn2"]
        await office.turn(8 * HOUR)
        assert office.notifier.ids() == ["bn2", "an1"]


async def test_after_a_restart_what_lay_ahead_still_lies_ahead(office: Office) -> None:
    await office.write("a", "1", not_before=NOW + HOUR)
    async with office.running():
        await office.delivery.begin()
        await settle()
    office.delivery = office.restarted()
    async with office.running():
        await office.delivery.begin()
        await settle()
        assert office.notifier.ids() == []
        await office.turn(HOUR)
        assert office.notifier.ids() == ["an1"]


async def test_what_did_not_go_out_is_tried_again_by_itself(office: Office) -> None:
    await office.write("c", "1")
    office.notifier.failing = {"1": BUSY}
    async with office.running():
        office.delivery.wake("c")
        await settle()
        await office.turn(timedelta(seconds=10))
        assert await office.states("c") == {"cn1": ("waiting", 2)}
        office.notifier.failing = {}
        await office.turn(timedelta(seconds=19))
        assert office.notifier.ids() == []
        await office.turn(timedelta(seconds=1))
        assert office.notifier.ids() == ["cn1"]


async def offered(office: Office, until: datetime) -> None:
    """Somebody was asked, the next one waits."""
    async with office.store.transaction("c") as tx:
        tx.put(council("c"))
        tx.put(Opening("o", "Tables", NOW, capacity=1))
        asked = SignUp("o-1", "o", "1", "Ane", SignUpState.OFFERED, 1, NOW, offered_until=until)
        waits = SignUp("o-2", "o", "2", "Bo", SignUpState.WAITING, 2, NOW)
        tx.put(asked)
        tx.put(waits)
        tx.put(Tally("o").changed(None, asked).changed(None, waits))


async def test_an_offer_goes_on_when_its_time_is_up_and_both_hear_of_it(office: Office) -> None:
    await offered(office, NOW + HOUR)
    async with office.running():
        office.delivery.wake("c")
        await settle()
        assert office.notifier.ids() == []
        await office.turn(HOUR)
        kinds = sorted(key.split(":")[:2] for key in office.notifier.ids())
        assert kinds == [["offer_lapsed", "1"], ["offered", "2"]]


async def test_an_offer_that_ran_out_while_the_bot_was_down_goes_on_at_once(office: Office) -> None:
    await offered(office, NOW - HOUR)
    async with office.running():
        await office.delivery.begin()
        await settle()
        assert len(office.notifier.ids()) == 2


async def test_a_council_that_was_never_set_up_has_nothing_due(office: Office) -> None:
    async with office.store.transaction("c") as tx:
        tx.put(notices("1", "c")[0])
    await office.deliver("c")
    assert office.notifier.ids() == ["cn1"]
