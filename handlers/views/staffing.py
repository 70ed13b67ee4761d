"""Need against have in words: what is missing most and soonest comes first to the eye."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from council.openings import Opening, OpeningState
from council.when import Precision
from handlers.codec import Tap
from handlers.screen import GAP, Button, Row, Screen, bold, screen, visible
from handlers.views.navigation import link
from handlers.views.places import OPENING_STATES, RunOpening, full_title, openings_button, standing
from papers.chart import MOST_BARS, Bar, Legend
from services.staffing import Staffed, Staffing
from texts.dates import say_when
from texts.escape import safe
from texts.tongue import Tongue

_SHOWN = 15  # openings that fit a message
_TITLE = 60  # characters
_SOON = 14  # days, up to which days are counted, not weeks
_WEEK = 7


@dataclass(frozen=True, slots=True)
class SendChart(Tap):
    """The staffing as a picture."""

    prefix: ClassVar[str] = "stp"
    council: str


def most_urgent(lines: Sequence[Staffed]) -> Staffed | None:
    """Where the least that is needed is lacking soonest, or else where anybody is missing soonest."""
    lacking = [line for line in lines if line.missing or line.below_minimum]
    return min(lacking, key=_urgency, default=None)


def _urgency(line: Staffed) -> tuple[bool, bool, int, int]:
    return (not line.below_minimum, line.days is None, line.days or 0, -(line.missing or 0))


def staffing_view(t: Tongue, staffing: Staffing, *, in_group: bool, bot_name: str) -> Screen:
    """Counts for every opening. In the group that is all; in private each leads on."""
    council = staffing.council.id
    if not staffing.lines:
        nothing = t("No places are open right now. Write /opening to make some.")
        return screen([bold(t("Who is needed")), nothing], [(openings_button(t, council),)])
    urgent = most_urgent(staffing.lines)
    shown = staffing.lines[:_SHOWN]
    more = len(staffing.lines) - len(shown)
    parts: list[Markup | None] = [bold(t("Who is needed")), summary(t, staffing)]
    if urgent is not None:
        parts.append(t("Most urgent: {title}.", title=bold(title_of(t, staffing, urgent.opening))))
    for line in shown:
        parts += [GAP, *_lines(t, staffing, line)]
    if more > 0:
        parts += [GAP, t.n("… and {count} more", "… and {count} more", more)]
    return screen(parts, _rows(t, staffing, shown, in_group=in_group, bot_name=bot_name))


def title_of(t: Tongue, staffing: Staffing, opening: Opening) -> Markup:
    """The title with its activity, not too long for a list."""
    title = visible(full_title(t, opening, staffing.activities.get(opening.activity_id, "")))
    return safe(title, _TITLE)


def summary(t: Tongue, staffing: Staffing) -> Markup:
    """How many are still to be found, in all."""
    if not staffing.missing:
        return t("✅ Everybody is found.")
    openings = t.n("{count} opening", "{count} openings", sum(bool(line.missing) for line in staffing.lines))
    return t.n(
        "{count} is still to be found, in {openings}.",
        "{count} are still to be found, in {openings}.",
        staffing.missing,
        openings=openings,
    )


def _lines(t: Tongue, staffing: Staffing, line: Staffed) -> list[Markup]:
    opening = line.opening
    head = t(
        "{title}: {standing}",
        title=bold(title_of(t, staffing, opening)),
        standing=standing(t, opening, line.tally),
    )
    marks = [
        t(OPENING_STATES[opening.state]) if opening.state is not OpeningState.OPEN else None,
        bold(t("Below the minimum of {minimum}.", minimum=opening.minimum)) if line.below_minimum else None,
    ]
    return [head, _time(t, staffing, line), *(mark for mark in marks if mark), *_queue(t, line)]


def _time(t: Tongue, staffing: Staffing, line: Staffed) -> Markup:
    when = say_when(t, line.opening.when, staffing.today)
    left = time_left(t, staffing, line)
    return t("{when} · {left}", when=when, left=left) if left else when


def time_left(t: Tongue, staffing: Staffing, line: Staffed) -> Markup | None:
    """Days or weeks by the calendar; None when there is no date, or today and tomorrow say it already."""
    if line.days is None:
        return None
    days = (line.opening.when.first - staffing.today).days
    if days <= 1:
        return None
    if days < _SOON:
        return t.n("{count} day left", "{count} days left", days)
    return t.n("{count} week left", "{count} weeks left", days // _WEEK)


def _queue(t: Tongue, line: Staffed) -> list[Markup]:
    """Those who wait for an answer or a place."""
    tally = line.tally
    counts = [
        (tally.requested, t.n("{count} asks for a place", "{count} ask for a place", tally.requested)),
        (tally.held, t.n("{count} place is offered", "{count} places are offered", tally.held)),
        (tally.waiting, t.n("{count} waits", "{count} wait", tally.waiting)),
    ]
    said = [text for count, text in counts if count]
    return [t("{queue}.", queue=t.listed(said))] if said else []


def _rows(
    t: Tongue, staffing: Staffing, shown: Sequence[Staffed], *, in_group: bool, bot_name: str
) -> list[Row]:
    council = staffing.council.id
    picture = (Button(t.plain("As a picture"), SendChart(council)),)
    if in_group:
        return [picture, (Button(t.plain("More in private"), url=link(bot_name, "st", council)),)]
    openings = [
        (Button(visible(title_of(t, staffing, line.opening)), RunOpening(council, line.opening.id)),)
        for line in shown
    ]
    return [*openings, picture, (openings_button(t, council),)]


def chart_bars(t: Tongue, staffing: Staffing) -> list[Bar]:
    """A bar for each opening, the most urgent first where not all can be drawn."""
    lines = list(staffing.lines)
    if len(lines) > MOST_BARS:
        lines.sort(key=lambda line: (not (line.missing or line.below_minimum), *_urgency(line)))
    return [_bar(t, staffing, line) for line in lines]


def _bar(t: Tongue, staffing: Staffing, line: Staffed) -> Bar:
    opening, left = line.opening, time_left(t, staffing, line)
    known = opening.when.precision is not Precision.UNKNOWN
    notes = [say_when(t, opening.when, staffing.today) if known else None, left]
    return Bar(
        label=visible(title_of(t, staffing, opening)),
        have=line.tally.taken,
        need=opening.goal,
        minimum=opening.minimum or None,
        note=" · ".join(note.unescape() for note in notes if note),
    )


def chart_legend(t: Tongue, staffing: Staffing) -> Legend:
    """The words around the bars."""
    more = max(0, len(staffing.lines) - MOST_BARS)
    return Legend(
        have=t.plain("found"),
        missing=t.plain("still missing"),
        minimum=t.plain("needed at least"),
        more=t.plain_n("… and {count} more", "… and {count} more", more) if more else "",
    )
