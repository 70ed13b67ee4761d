"""All use cases in one place, as handlers, the scheduler and the web meet them."""

from dataclasses import dataclass
from typing import Self

from services.activities import Activities
from services.calendars import Calendars
from services.councils import Councils
from services.desk import Desk
from services.drafts import Drafts
from services.importing import DocumentReader, Importing
from services.notices import Notices
from services.people import People
from services.plan import Plans
from services.privacy import Privacy


@dataclass(frozen=True, slots=True)
class House:
    """The use cases, each over the same desk."""

    activities: Activities
    calendars: Calendars
    councils: Councils
    drafts: Drafts
    importing: Importing
    notices: Notices
    people: People
    plans: Plans
    privacy: Privacy

    @classmethod
    def over(cls, desk: Desk, reader: DocumentReader) -> Self:
        """Every use case working with this store, clock and reader of documents."""
        return cls(
            Activities(desk),
            Calendars(desk),
            Councils(desk),
            Drafts(desk),
            Importing(desk, reader),
            Notices(desk),
            People(desk),
            Plans(desk),
            Privacy(desk),
        )
