"""`@bot kulturdag` in any chat: cards of openings, for those who belong to a council."""

import logging

from telegram import (
    ChosenInlineResult,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from council.openings import Audience, Card
from council.places import taking
from handlers.context import Context
from handlers.views.card import card_view
from handlers.views.opening import opening_facts
from services.boards import OpeningPage
from services.desk import Actor
from texts.catalogue import nearest
from texts.tongue import tongue

log = logging.getLogger(__name__)

_MOST = 20
_SECONDS = 5  # that Telegram remembers an answer: the numbers change


async def search(query: InlineQuery, context: Context) -> None:
    """Offer cards of what is open and has these words in its title."""
    results = [_result(page, context.bot.username) for page in await _found(query, context)]
    t = tongue(nearest(query.from_user.language_code or ""))
    button = None
    if not results:
        button = InlineQueryResultsButton(
            t.plain("Nothing found. Open the private chat"), start_parameter="i"
        )
    try:
        await context.bot.answer_inline_query(
            query.id, results, cache_time=_SECONDS, is_personal=True, button=button
        )
    except BadRequest as error:  # too old to be answered: whoever searched has typed on
        log.info("a search was not answered: %s", error.message)


async def chosen(result: ChosenInlineResult, context: Context) -> None:
    """A card was posted in some chat: it is kept current from now on."""
    council_id, _, opening_id = result.result_id.partition("-")
    person = await context.house.people.person(str(result.from_user.id))
    if result.inline_message_id and person is not None and council_id in person.councils:
        await context.house.cards.posted(council_id, Card(result.inline_message_id, opening_id))


async def _found(query: InlineQuery, context: Context) -> list[OpeningPage]:
    person = await context.house.people.person(str(query.from_user.id))
    words = query.query.casefold().split()
    found: list[OpeningPage] = []
    for council_id in person.councils if person else ():
        actor = Actor(str(query.from_user.id), council_id)
        for line in (await context.house.openings.listed(actor)).lines:
            if line.opening.audience is Audience.ANYONE and len(found) < _MOST:
                page = await context.house.openings.page("", council_id, line.opening.id)
                named = f"{page.activity} {line.opening.title}".casefold()
                if all(word in named for word in words) and taking(line.opening, page.now, page.council.zone):
                    found.append(page)
    return found


def _result(page: OpeningPage, bot_name: str) -> InlineQueryResultArticle:
    t = tongue(page.council.language)
    shown = card_view(t, page, bot_name, inline=True)
    facts = [str(fact.striptags()) for fact in opening_facts(t, page)[1:]]
    return InlineQueryResultArticle(
        id=f"{page.council.id}-{page.opening.id}",
        title=page.opening.title,
        description=" · ".join(facts)[:100],
        input_message_content=InputTextMessageContent(shown.text, parse_mode=ParseMode.HTML),
        reply_markup=shown.keyboard(),
    )
