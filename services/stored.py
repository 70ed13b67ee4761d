"""What one council's file holds about a person, gathered for them to see (GDPR art. 15)."""

from dataclasses import dataclass
from datetime import datetime

from council.notice import Notice
from council.openings import Claim, Opening, Referral, SignUp, Standby
from council.ports import Transaction
from council.records import Activity, Change, Council, Membership, Proposal, Role
from council.when import When


@dataclass(frozen=True, slots=True)
class OwnSignUp:
    """Something that somebody signed up for; `answers` are what was asked and what they said."""

    title: str
    when: When
    answers: tuple[tuple[str, str], ...]
    signup: SignUp


@dataclass(frozen=True, slots=True)
class OwnLink:
    """A link of theirs to an opening, and how many it brought."""

    title: str
    referral: Referral


@dataclass(frozen=True, slots=True)
class Mention:
    """That somebody else was told something that concerns them; whom is the other's own."""

    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CouncilData:
    """What one council's file holds about a person.

    `opened` are openings that they made, `entered` how many others they signed up, `certified` how many
    certificates they noted; `standby` that they help at short notice.
    """

    council: str
    membership: Membership | None
    coordinates: tuple[str, ...]
    changes: tuple[Change, ...]
    proposals: tuple[Proposal, ...]
    notices: tuple[Notice, ...]
    only_secretary: bool
    signups: tuple[OwnSignUp, ...] = ()
    claims: tuple[Claim, ...] = ()
    links: tuple[OwnLink, ...] = ()
    opened: tuple[Opening, ...] = ()
    mentions: tuple[Mention, ...] = ()
    standby: bool = False
    entered: int = 0
    certified: int = 0


async def stored_in(tx: Transaction, council_id: str, person_id: str) -> CouncilData:
    """Everything about this person in the open file of a council."""
    council = await tx.get(Council, council_id)
    members = await tx.find(Membership)
    membership = next((member for member in members if member.id == person_id), None)
    activities = {activity.id: activity.name for activity in await tx.find(Activity)}
    openings = {opening.id: opening for opening in await tx.find(Opening)}
    signups = await tx.find(SignUp)
    notices = await tx.find(Notice)
    own = {signup.id: signup for signup in signups if signup.person_id == person_id}
    return CouncilData(
        council=council.name if council else "",
        membership=membership,
        coordinates=tuple(activities.get(key, "") for key in membership.coordinates) if membership else (),
        changes=tuple(change for change in await tx.find(Change) if change.by == person_id),
        proposals=tuple(proposal for proposal in await tx.find(Proposal) if proposal.by == person_id),
        notices=tuple(notice for notice in notices if notice.person_id == person_id),
        only_secretary=[m.id for m in members if m.role is Role.SECRETARY] == [person_id],
        signups=tuple(_own(signup, openings[signup.opening_id]) for signup in own.values()),
        claims=tuple(claim for claim in await tx.find(Claim) if claim.signup_id in own),
        links=tuple(
            OwnLink(openings[referral.opening_id].title, referral)
            for referral in await tx.find(Referral, person_id=person_id)
        ),
        opened=tuple(opening for opening in openings.values() if opening.created_by == person_id),
        mentions=tuple(Mention(n.kind, n.created) for n in notices if n.about == person_id != n.person_id),
        standby=await tx.get(Standby, person_id) is not None,
        entered=sum(signup.entered_by == person_id for signup in signups),
        certified=sum(_noted_by(signup, person_id) for signup in signups),
    )


def _own(signup: SignUp, opening: Opening) -> OwnSignUp:
    asked = ((question.text, signup.answer(question.id)) for question in opening.questions)
    return OwnSignUp(opening.title, opening.when, tuple(pair for pair in asked if pair[1]), signup)


def _noted_by(signup: SignUp, person_id: str) -> bool:
    return signup.certificate is not None and signup.certificate.by == person_id
