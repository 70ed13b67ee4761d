"""Inline mode: what people search for and choose (https://core.telegram.org/bots/inline)."""

from __future__ import annotations

import base64

from playground.incoming import deliver
from playground.methods.inline import show
from playground.results import Article, InlineAnswer
from playground.state import Chat, Search, World
from playground.wire import ChosenInlineResult, InlineQuery, Message, User

MAX_QUERY = 256


def search(world: World, place: Chat, user: User, query: str, offset: str) -> tuple[Search, int | None]:
    """Ask the bot, or nobody when an answer is still remembered; the update's id."""
    asked = InlineQuery(
        id=str(7_000_000_000 + world.number()),
        from_=user,
        query=query[:MAX_QUERY],
        offset=offset,
        chat_type=_chat_type(world, place),
    )
    made = Search(asked, place, _remembered(world, asked))
    world.searches[asked.id] = made
    world.tell("searched", place, user, note=f"@{world.bot.username} {asked.query}".rstrip())
    if made.answer is None:
        return made, world.inbox.push("inline_query", asked)
    show(world, made)
    return made, None


def _chat_type(world: World, place: Chat) -> str:
    """Telegram calls the private chat with the bot itself "sender"."""
    with_bot = place.is_private and world.bot_in(place).is_present
    return "sender" if with_bot else place.info.type


def _remembered(world: World, asked: InlineQuery) -> InlineAnswer | None:
    for whose in (asked.from_.id, 0):
        until, answer = world.remembered.get((asked.query, asked.offset, whose), (0, None))
        if world.now() < until:
            return answer
    return None


def choose(world: World, made: Search, user: User, article: Article) -> tuple[Message, int | None]:
    """Send a result into the chat where it was searched for: the message, and its update's id."""
    place = made.place
    message = Message(
        message_id=world.new_message_id(place),
        date=world.now(),
        chat=place.info,
        from_=user,
        via_bot=world.bot,
        text=article.text,
        entities=article.entities,
        reply_markup=article.keyboard,
    )
    inline_id = _inline_id(world, place, message) if article.keyboard else None
    if world.inline_feedback:
        chosen = ChosenInlineResult(
            result_id=article.id, from_=user, query=made.query.query, inline_message_id=inline_id
        )
        world.inbox.push("chosen_inline_result", chosen)
    return message, deliver(world, place, user, message, "shared")


def _inline_id(world: World, place: Chat, message: Message) -> str:
    """A name under which the bot can change the message; only messages with buttons have one."""
    number = (2).to_bytes(4, "little") + world.number().to_bytes(16, "big")
    inline_id = base64.urlsafe_b64encode(number).decode().rstrip("=")
    world.inline[inline_id] = place, message.message_id
    place.inline_ids[message.message_id] = inline_id
    return inline_id
