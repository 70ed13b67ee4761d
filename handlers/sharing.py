"""Spreading the word: the card in the group, the poster, one's own link, cards in other chats."""

import asyncio

from council.openings import Card
from council.refusals import OutOfDate
from council.when import Precision
from handlers.feature import Feature, on
from handlers.screen import GAP, Button, bold, screen, visible
from handlers.turn import Turn
from handlers.views.card import RefreshCard, card_view, opening_link
from handlers.views.navigation import link
from handlers.views.opening import opening_facts, opening_title
from handlers.views.places import RunOpening, Share
from handlers.views.sharing import poster_view, share_view
from papers.poster import Poster, draw_poster
from services.boards import OpeningPage
from services.desk import Actor
from texts.catalogue import LANGUAGES
from texts.dates import far_from, say_when
from texts.tongue import N_, tongue

_HOW_TO = N_("Scan, tap Start, and say yes.")


async def share(turn: Turn, tap: Share) -> None:
    """The ways in which the word spreads, or one of them."""
    await turn.council_of_button(tap.council)
    page = await turn.house.openings.page(turn.person.id, tap.council, tap.opening)
    if tap.how == "card":
        page = await turn.house.openings.run_page(Actor(turn.person.id, tap.council), tap.opening)
        await _post_card(turn, page)
    elif tap.how == "poster":
        await turn.show(poster_view(turn.own, page))
    elif tap.how.startswith("poster-"):
        await _send_poster(turn, page, [code for code in LANGUAGES if code in tap.how.split("-")[1:]])
    elif tap.how == "link":
        await _own_link(turn, page)
    elif tap.how:
        raise OutOfDate
    else:
        await turn.show(share_view(turn.own, page, turn.bot_name))


async def _post_card(turn: Turn, page: OpeningPage) -> None:
    """Into the council's group, where it stays current."""
    council = page.council
    shown = card_view(tongue(council.language), page, turn.bot_name)
    message = await turn.say_in(council.chat_id, shown)
    await _keep(turn, page, message.chat_id, message.message_id)
    await turn.alert(turn.own.plain("The card is in the group. It shows how many there are."), box=True)


async def post_here(turn: Turn, page: OpeningPage) -> None:
    """The tapped message in the group becomes the card."""
    shown = card_view(turn.t, page, turn.bot_name)
    await turn.show(shown)
    if turn.tapped:
        await _keep(turn, page, turn.chat_id, turn.tapped)


async def _keep(turn: Turn, page: OpeningPage, chat_id: int, message_id: int) -> None:
    card = Card(f"{chat_id}:{message_id}", page.opening.id, chat_id, message_id)
    await turn.house.cards.posted(page.council.id, card)


async def _send_poster(turn: Turn, page: OpeningPage, languages: list[str]) -> None:
    t = turn.own
    await turn.busy()
    poster = Poster(
        title=visible(opening_title(t, page)),
        lines=_lines(page),
        link=opening_link(turn.bot_name, page),
        how_to=tuple(tongue(language).plain(_HOW_TO) for language in languages or LANGUAGES),
        council=page.council.name,
        contact=_asking(page),
    )
    picture = await asyncio.to_thread(draw_poster, poster)
    caption = screen(
        [bold(page.opening.title), t("Print it in A5. Whoever scans it comes straight to the sign-up.")],
        [(Button(t.plain("◂ Back"), RunOpening(page.council.id, page.opening.id)),)] if page.runs else [],
    )
    await turn.send_file(picture, "poster.png", caption)


def _lines(page: OpeningPage) -> tuple[str, ...]:
    """When and where, with dates that stay true on a wall."""
    when, place, t = page.opening.when, page.opening.place, tongue(page.council.language)
    if when.precision is Precision.UNKNOWN:
        return (place,)
    return (visible(say_when(t, when, far_from(when, page.today))), place)


def _asking(page: OpeningPage) -> str:
    contact = page.opening.contact
    return tongue(page.council.language).plain("Ask {contact}", contact=contact) if contact else ""


async def _own_link(turn: Turn, page: OpeningPage) -> None:
    """The member's own link, and what it has brought."""
    t, council, opening = turn.own, page.council.id, page.opening
    referral = await turn.house.links.own(turn.person.id, council, opening.id)
    url = link(turn.bot_name, "r", council, referral.id)
    brought = t.n(
        "It has brought {count} person so far. Thank you.",
        "It has brought {count} people so far. Thank you.",
        referral.brought,
    )
    await turn.say(
        screen(
            [
                bold(opening.title),
                t("Your own link, to send to people you know:"),
                t("{link}", link=url),
                GAP,
                brought if referral.brought else t("I count how many come through it, and never say who."),
            ]
        )
    )


async def refresh(turn: Turn, tap: RefreshCard) -> None:
    """Somebody wants to know how many there are now; an inline card is known from then on."""
    await turn.council_of_link(tap.council)
    page = await turn.house.openings.page("", tap.council, tap.opening)
    query = turn.query
    if query is not None and query.inline_message_id:
        await turn.house.cards.posted(tap.council, Card(query.inline_message_id, tap.opening))
    await turn.alert(str(opening_facts(turn.own, page)[-1].striptags()))


FEATURE = Feature(
    title=N_("Spreading the word"),
    order=26,
    taps=(on(Share, share), on(RefreshCard, refresh, inline=True)),
)
