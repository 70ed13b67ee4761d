"""Writing the plan as iCalendar, for everybody's own calendar (`docs/calendars.md` says how and why).

`write_calendar(feed, entries, words) -> bytes` is pure: a `CalendarFeed` (council, name, zone, activities),
the plan's entries, and `CalendarWords`, all texts already translated.
"""

from calendars.feed import CalendarFeed
from calendars.words import CalendarWords
from calendars.write import write_calendar

__all__ = ["CalendarFeed", "CalendarWords", "write_calendar"]
