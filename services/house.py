"""All use cases in one place, as handlers, the scheduler and the web meet them."""

from dataclasses import dataclass
from typing import Self

from services.activities import Activities
from services.answers import Answers
from services.calendars import Calendars
from services.cards import Cards
from services.clockwork import Clockwork
from services.councils import Councils
from services.cover import Cover
from services.deliveries import Ledger
from services.desk import Desk
from services.drafts import Drafts
from services.importing import DocumentReader, Importing
from services.links import Links
from services.notices import Notices
from services.openings import Openings
from services.people import People
from services.plan import Plans
from services.privacy import Privacy
from services.reminders import Reminders
from services.rosters import Rosters
from services.signups import SignUps
from services.staffing import Staffings


@dataclass(frozen=True, slots=True)
class House:
    """The use cases, each over the same desk."""

    activities: Activities
    answers: Answers
    calendars: Calendars
    cards: Cards
    clockwork: Clockwork
    councils: Councils
    cover: Cover
    drafts: Drafts
    importing: Importing
    ledger: Ledger
    links: Links
    notices: Notices
    openings: Openings
    people: People
    plans: Plans
    privacy: Privacy
    reminders: Reminders
    rosters: Rosters
    signups: SignUps
    staffing: Staffings

    @classmethod
    def over(cls, desk: Desk, reader: DocumentReader) -> Self:
        """Every use case working with this store, clock and reader of documents."""
        return cls(
            Activities(desk),
            Answers(desk),
            Calendars(desk),
            Cards(desk),
            Clockwork(desk),
            Councils(desk),
            Cover(desk),
            Drafts(desk),
            Importing(desk, reader),
            Ledger(desk),
            Links(desk),
            Notices(desk),
            Openings(desk),
            People(desk),
            Plans(desk),
            Privacy(desk),
            Reminders(desk),
            Rosters(desk),
            SignUps(desk),
            Staffings(desk),
        )
