"""The whole table, written out: a right that somebody gains or loses shows here."""

from itertools import product

import pytest

from council.permissions import Right, may, may_somewhere, require, rights_of
from council.records import Membership, Role
from council.refusals import NotAllowed

# Role: see plan, edit plan, import plan, edit activities, manage people, change council, run openings,
# see certificates.
RIGHTS = (
    Right.SEE_PLAN,
    Right.EDIT_PLAN,
    Right.IMPORT_PLAN,
    Right.EDIT_ACTIVITIES,
    Right.MANAGE_PEOPLE,
    Right.CHANGE_COUNCIL,
    Right.RUN_OPENINGS,
    Right.SEE_CERTIFICATES,
)
EXPECTED = {
    Role.CHAIR: "yes yes yes yes yes yes yes no",
    Role.DEPUTY_CHAIR: "yes yes yes yes no no yes no",
    Role.SECRETARY: "yes yes yes yes yes yes yes yes",
    Role.MEMBER: "yes no no no no no no no",
    Role.DEPUTY: "yes no no no no no no no",
    Role.VOLUNTEER: "yes no no no no no no no",
}
IN_OWN_ACTIVITY = {
    Role.CHAIR: "yes yes yes yes yes yes yes no",
    Role.DEPUTY_CHAIR: "yes yes yes yes no no yes no",
    Role.SECRETARY: "yes yes yes yes yes yes yes yes",
    Role.MEMBER: "yes yes no yes no no yes no",
    Role.DEPUTY: "yes yes no yes no no yes no",
    Role.VOLUNTEER: "yes yes no yes no no yes no",
}


EVERY_PAIR = list(product(Role, Right))


def test_the_tables_name_every_role_and_right() -> None:
    assert set(RIGHTS) == set(Right)
    assert set(EXPECTED) == set(IN_OWN_ACTIVITY) == set(Role)


def _expected(table: dict[Role, str], role: Role, right: Right) -> bool:
    return table[role].split()[RIGHTS.index(right)] == "yes"


@pytest.mark.parametrize(("role", "right"), EVERY_PAIR)
def test_without_coordinating(role: Role, right: Right) -> None:
    member = Membership("1", "Ane", role)
    expected = _expected(EXPECTED, role, right)
    assert may(member, right) is expected
    assert may(member, right, "kultur") is expected
    assert may_somewhere(member, right) is (right in rights_of(member)) is expected


@pytest.mark.parametrize(("role", "right"), EVERY_PAIR)
def test_with_coordinating(role: Role, right: Right) -> None:
    member = Membership("1", "Ane", role, ("kultur",))
    elsewhere, own = _expected(EXPECTED, role, right), _expected(IN_OWN_ACTIVITY, role, right)
    assert may(member, right) is elsewhere
    assert may(member, right, "rolle") is elsewhere
    assert may(member, right, "kultur") is own
    assert may_somewhere(member, right) is (right in rights_of(member)) is own


@pytest.mark.parametrize("right", Right)
def test_strangers_may_nothing(right: Right) -> None:
    assert not may(None, right)
    assert not may(None, right, "kultur")
    assert not may_somewhere(None, right)
    assert right not in rights_of(None)
    with pytest.raises(NotAllowed) as refusal:
        require(None, right)
    assert refusal.value.right == right


def test_requiring_gives_the_member_or_the_right_that_is_missing() -> None:
    member = Membership("1", "Ane", Role.VOLUNTEER, ("kultur",))
    assert require(member, Right.EDIT_PLAN, "kultur") is member
    with pytest.raises(NotAllowed) as refusal:
        require(member, Right.EDIT_PLAN, "rolle")
    assert refusal.value == NotAllowed("edit_plan")
