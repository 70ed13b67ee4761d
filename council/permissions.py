"""Who may do what in a council: one table, asked by services on every tap and by the views.

The roles are those of the standard forretningsorden. A coordinator is anybody who coordinates an
activity, whatever their role; what that adds reaches as far as that activity.
"""

from enum import StrEnum

from council.records import Membership, Role
from council.refusals import NotAllowed


class Right(StrEnum):
    """Something that not everybody may do."""

    SEE_PLAN = "see_plan"
    EDIT_PLAN = "edit_plan"
    IMPORT_PLAN = "import_plan"
    EDIT_ACTIVITIES = "edit_activities"
    RUN_OPENINGS = "run_openings"
    SEE_CERTIFICATES = "see_certificates"
    MANAGE_PEOPLE = "manage_people"
    CHANGE_COUNCIL = "change_council"


_EVERYTHING = frozenset(Right)
_SEEING = frozenset({Right.SEE_PLAN})

TABLE: dict[Role, frozenset[Right]] = {
    Role.SECRETARY: _EVERYTHING,
    Role.CHAIR: _EVERYTHING - {Right.SEE_CERTIFICATES},
    Role.DEPUTY_CHAIR: _EVERYTHING - {Right.SEE_CERTIFICATES, Right.MANAGE_PEOPLE, Right.CHANGE_COUNCIL},
    Role.MEMBER: _SEEING,
    Role.DEPUTY: _SEEING,
    Role.VOLUNTEER: _SEEING,
}

COORDINATING = frozenset({Right.EDIT_PLAN, Right.EDIT_ACTIVITIES, Right.RUN_OPENINGS})
"""What coordinating an activity adds, within that activity."""


def may(member: Membership | None, right: Right, activity_id: str = "") -> bool:
    """Whether this member has the right; None is somebody who is not on the council."""
    if member is None:
        return False
    if right in TABLE[member.role]:
        return True
    return bool(activity_id) and activity_id in member.coordinates and right in COORDINATING


def rights_of(member: Membership | None) -> frozenset[Right]:
    """The rights that this member has for something at all."""
    if member is None:
        return frozenset()
    return TABLE[member.role] | (COORDINATING if member.coordinates else frozenset())


def may_somewhere(member: Membership | None, right: Right) -> bool:
    """Whether there is anything at all for which this member has the right."""
    return right in rights_of(member)


def require(member: Membership | None, right: Right, activity_id: str = "") -> Membership:
    """The member, when they have the right.

    Raises:
        NotAllowed: when they don't.
    """
    if member is None or not may(member, right, activity_id):
        raise NotAllowed(right)
    return member
