"""The texts of a calendar file, in the reader's language."""

from datetime import date

from calendars import CalendarWords
from council.records import Status
from council.when import When
from handlers.screen import visible
from handlers.views.entries import KINDS
from texts.dates import say_month, say_when
from texts.tongue import N_, Tongue

_STATUSES = {
    Status.PLANNED: N_("planned"),
    Status.WAITING: N_("waiting for an answer"),
    Status.CANCELLED: N_("cancelled"),
    Status.DONE: N_("done"),
}
_NO_YEAR = date.min  # files are kept, so every time in them names its year


def calendar_words(t: Tongue) -> CalendarWords:
    """What a file says beside what the plan itself says; `CalendarWords` names the placeholders."""

    def when(time: When) -> str:
        return visible(say_when(t, time, _NO_YEAR))

    def month(first: date, count: int) -> str:
        named = visible(say_month(t, first.year, first.month))
        return t.plain_n(
            "{month}: {count} without a date", "{month}: {count} without a date", count, month=named
        )

    def undated(count: int) -> str:
        return t.plain_n("{count} without any date", "{count} without any date", count)

    return CalendarWords(
        tentative=t.plain("{title} (tentative)"),
        approximate=t.plain("{title} (about then)"),
        waiting=t.plain("{title} (waiting for an answer)"),
        waiting_for=t.plain("{title} (waiting for {who})"),
        cancelled=t.plain("Cancelled: {title}"),
        status=t.plain("State: {status}"),
        activity=t.plain("Part of: {activity}"),
        responsible=t.plain("Responsible: {who}"),
        moved=t.plain("Before: {before}"),
        stated=t.plain("In the words of the plan: {words}"),
        end_not_stated=t.plain("The plan does not say when it ends."),
        source=t.plain("From {document}"),
        source_page=t.plain("From {document}, page {page}"),
        known_by_month=t.plain("Known by month only, no date yet:"),
        item=t.plain("– {title}"),
        item_when=t.plain("– {title}, {when}"),
        kinds={kind: t.plain(text) for kind, text in KINDS.items()},
        statuses={status: t.plain(text) for status, text in _STATUSES.items()},
        when=when,
        month=month,
        undated=undated,
    )
