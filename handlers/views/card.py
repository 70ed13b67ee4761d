"""An opening as a card in a chat: what is needed, how far it is, and the way in."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from council.openings import OpeningState
from council.places import taking
from handlers.codec import Tap
from handlers.screen import Button, Row, Screen, screen
from handlers.views.navigation import link
from handlers.views.opening import opening_facts
from handlers.views.places import units
from services.boards import OpeningPage
from texts.escape import safe
from texts.tongue import Tongue

_MOST_NAMES = 30
_NAME_LIMIT = 30  # characters: so many names of any length leave room for the rest


@dataclass(frozen=True, slots=True)
class RefreshCard(Tap):
    """Say how many there are now; what an inline card is known by."""

    prefix: ClassVar[str] = "ok"
    council: str
    opening: str


def card_view(t: Tongue, page: OpeningPage, bot_name: str, *, inline: bool = False) -> Screen:
    """The card; `inline` for one that was posted by somebody in a chat of theirs."""
    opening, council = page.opening, page.council.id
    lines = [*opening_facts(t, page, lasting=True), _names(t, page)]
    rows: list[Row] = []
    if page.tally.waiting:
        lines.append(t.n("{count} is waiting.", "{count} are waiting.", page.tally.waiting))
    if taking(opening, page.now, page.council.zone):
        rows.append((Button(t.plain("I'd like to help"), url=opening_link(bot_name, page)),))
    elif opening.state is OpeningState.OPEN:
        lines.append(t("Nobody can sign up for this any more."))
    if inline:
        rows.append((Button(t.plain("How many are there now?"), RefreshCard(council, opening.id)),))
    return screen(lines, rows)


def opening_link(bot_name: str, page: OpeningPage) -> str:
    """The link that leads to the opening."""
    return link(bot_name, "o", page.council.id, page.opening.id)


def _names(t: Tongue, page: OpeningPage) -> Markup | None:
    """First names of those who agreed to it, and how many more there are."""
    if not page.names:
        return None
    shown = page.names[:_MOST_NAMES]
    more = page.tally.taken - len(shown)
    listed: list[object] = [safe(name, _NAME_LIMIT) for name in shown]
    if more > 0:
        listed.append(t("{units} more", units=units(t, page.opening.unit, more)))
    return t("With {names}", names=t.listed(listed))
