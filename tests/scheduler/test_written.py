from dataclasses import replace

import pytest

from council.openings import Card, Opening, Referral, SignUp, SignUpState, Standby, Tally
from council.records import Change, Membership, PlanEntry, Record, Role
from council.reminding import CustomReminder, Horizon, NextDue, ReminderRule, Wishes
from council.when import When
from scheduler.written import Written
from tests.scheduler.kit import NOW, council, notices

NOTICE = notices("1")[0]
SIGNUP = SignUp("o-1", "o", "1", "Ane", SignUpState.CONFIRMED, 1, NOW)


class Heard:
    """Who was woken, and what was touched."""

    def __init__(self) -> None:
        self.woken: list[str] = []
        self.changed: list[str] = []
        self.touched: list[tuple[str, str]] = []
        self.written = Written()
        self.written.wake = self.woken.append
        self.written.changed = self.changed.append
        self.written.touch = lambda *which: self.touched.append(which)


@pytest.mark.parametrize(
    ("record", "rings"),
    [
        (NOTICE, True),
        (replace(NOTICE, not_before=NOW), True),
        (replace(NOTICE, state="sent"), False),
        (replace(NOTICE, tries=1), False),  # it is tried again in its own time
        (SIGNUP, False),
        (replace(SIGNUP, state=SignUpState.OFFERED, offered_until=NOW), True),
        (Membership("1", "Ane", Role.MEMBER), False),
        (Standby("1"), False),
    ],
)
def test_who_has_something_to_say_is_woken(record: Record, rings: bool) -> None:  # noqa: FBT001
    heard = Heard()
    heard.written.heard("c", [record])
    assert heard.woken == ["c"] * rings


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (SIGNUP, "o"),
        (Tally("o"), "o"),
        (Opening("o", "Tables", NOW), "o"),
        (Card("k", "o"), ""),
        (Referral("r", "o", "1"), ""),
        (NOTICE, ""),
    ],
)
def test_what_stands_on_cards_is_touched(record: Record, shown: str) -> None:
    heard = Heard()
    heard.written.heard("c", [record])
    assert heard.touched == [("c", shown)] * bool(shown)


ENTRY = PlanEntry("e", "Kulturdag", When("2021-09-18"), NOW, NOW)


@pytest.mark.parametrize(
    ("record", "anew"),
    [
        (council("c"), True),  # its zone, and when the weekly overview is
        (CustomReminder("r", "e-e", "1d", "group", "1", NOW), True),
        (Membership("1", "Ane", Role.MEMBER), True),  # whoever runs what hears of missing places
        (Opening("o", "Tables", NOW), True),
        (ENTRY, True),
        (ReminderRule("meeting", ("1d",)), True),
        (SIGNUP, True),
        (Wishes("1", ()), True),
        (NOTICE, False),
        (Horizon("horizon", NOW), False),  # what planning itself writes
        (NextDue("c", NOW), False),
        (Tally("o"), False),  # comes with its sign-ups
        (Card("k", "o"), False),
        (Change("c", "e", NOW, "1", "Ane", Role.MEMBER, ("when",), None, ENTRY), False),
    ],
)
def test_reminders_are_planned_anew_when_something_they_are_derived_from_is_different(
    record: Record,
    anew: bool,  # noqa: FBT001
) -> None:
    heard = Heard()
    heard.written.heard("c", [record, record])
    assert heard.changed == ["c"] * anew


def test_many_records_are_one_ring_and_one_touch_each() -> None:
    heard = Heard()
    heard.written.heard("c", [*notices("123"), SIGNUP, Tally("o"), Tally("p"), replace(SIGNUP, guests=1)])
    assert (heard.woken, heard.changed) == (["c"], ["c"])
    assert sorted(heard.touched) == [("c", "o"), ("c", "p")]


def test_before_the_house_is_built_nobody_is_told() -> None:
    Written().heard("c", [NOTICE, SIGNUP])
