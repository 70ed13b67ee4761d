"""How an entry is called: the marks stand in the title, for many programs show no state of an event."""

from calendars.lines import clean
from calendars.words import CalendarWords
from council.records import PlanEntry, Status


def marked_title(entry: PlanEntry, words: CalendarWords) -> str:
    """The title with what is uncertain about it. What is over or called off is not uncertain any more."""
    title = clean(entry.title) or words.kinds[entry.kind]
    if entry.status is Status.CANCELLED:
        return words.cancelled.format(title=title)
    if entry.status is Status.DONE:
        return title
    if entry.when.uncertain:
        title = words.tentative.format(title=title)
    if entry.when.approximate:
        title = words.approximate.format(title=title)
    if entry.status is Status.WAITING:
        title = _waiting(title, clean(entry.waiting_for), words)
    return title


def _waiting(title: str, who: str, words: CalendarWords) -> str:
    return words.waiting_for.format(title=title, who=who) if who else words.waiting.format(title=title)
