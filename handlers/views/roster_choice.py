"""The openings whose rosters there are, to choose one from."""

from collections.abc import Sequence

from markupsafe import Markup

from council.permissions import Right, may
from handlers.codec import Tap
from handlers.screen import GAP, Button, Row, Screen, bold, screen, visible
from handlers.views.places import ShowRoster, full_title, standing
from handlers.views.roster_taps import ChooseRoster
from services.openings import Listed, OpeningList
from texts.dates import say_when
from texts.tongue import Tongue

_CHOICES = 8  # openings on one screen


def run_by(listed: OpeningList) -> list[Listed]:
    """Those openings of a list that its viewer runs."""
    lines = listed.lines
    return [line for line in lines if may(listed.viewer, Right.RUN_OPENINGS, line.opening.activity_id)]


def choice_view(
    t: Tongue, listed: OpeningList, lines: Sequence[Listed], page: int = 0, unknown: str = ""
) -> Screen:
    """Whose roster? `unknown` are words that no opening is called by."""
    council = listed.council.id
    if not lines:
        return screen([t("There are no places yet. Write /opening to make some.")])
    pages = -(-len(lines) // _CHOICES)
    page = min(max(page, 0), pages - 1)
    shown = lines[page * _CHOICES : (page + 1) * _CHOICES]
    told = t("No places here are called “{text}”.", text=unknown) if unknown else None
    return screen(
        [
            told,
            bold(t("Whose list do you want to see?")),
            GAP,
            *(_choice(t, line, listed) for line in shown),
        ],
        [
            *(
                (Button(visible(_title(t, line, listed)), ShowRoster(council, line.opening.id)),)
                for line in shown
            ),
            paging(t, page, pages, (ChooseRoster(council, page - 1), ChooseRoster(council, page + 1))),
        ],
    )


def _title(t: Tongue, line: Listed, listed: OpeningList) -> Markup:
    return full_title(t, line.opening, listed.activities.get(line.opening.activity_id, ""))


def _choice(t: Tongue, line: Listed, listed: OpeningList) -> Markup:
    return t(
        "{title}, {when}: {standing}",
        title=bold(_title(t, line, listed)),
        when=say_when(t, line.opening.when, listed.today),
        standing=standing(t, line.opening, line.tally),
    )


def paging(t: Tongue, page: int, pages: int, around: tuple[Tap, Tap]) -> Row:
    """The buttons to the pages `around` this one."""
    return (
        *((Button(t.plain("↑ Previous page"), around[0]),) if page else ()),
        *((Button(t.plain("More ↓"), around[1]),) if page + 1 < pages else ()),
    )
