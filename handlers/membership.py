"""The bot's own fate in a group: added, thrown out, the group moved to another id."""

from telegram import Chat, ChatMember, ChatMemberUpdated, Message

from council.refusals import NotSetUp
from handlers.context import Context
from handlers.screen import GAP, Button, bold, screen
from handlers.views.joining import JoinCouncil
from texts.catalogue import nearest
from texts.tongue import Tongue, tongue

_OUT = {ChatMember.LEFT, ChatMember.BANNED}


async def changed(update: ChatMemberUpdated, context: Context) -> None:
    """The bot was added to a chat, thrown out of one, or blocked and unblocked by somebody."""
    was_in = update.old_chat_member.status not in _OUT
    is_in = update.new_chat_member.status not in _OUT
    if update.chat.type == Chat.PRIVATE:
        if was_in and not is_in:
            await context.house.people.unreachable(str(update.from_user.id))
        elif is_in and not was_in:
            await context.house.people.reachable_again(str(update.from_user.id))
    elif is_in and not was_in:
        await _greet(update, context)
    elif was_in and not is_in:
        await context.house.councils.thrown_out(update.chat.id)


async def migrated(message: Message, context: Context) -> None:
    """The group is a supergroup now, with another id."""
    assert message.migrate_to_chat_id is not None
    await context.house.councils.migrated(message.chat_id, message.migrate_to_chat_id)


async def _greet(update: ChatMemberUpdated, context: Context) -> None:
    try:
        council = await context.house.councils.of_chat(update.chat.id)
    except NotSetUp:
        t = tongue(nearest(update.from_user.language_code or ""))
        await context.bot.send_message(update.chat.id, _hello(t), parse_mode="HTML")
        return
    t = tongue(council.language)
    shown = screen(
        [bold(council.name), t("I am back, and the plan is still here. /plan shows it.")],
        [(Button(t.plain("I'm on the council"), JoinCouncil(council.id)),)],
    )
    await context.bot.send_message(update.chat.id, shown.text, parse_mode="HTML", api_kwargs=shown.markup())


def _hello(t: Tongue) -> str:
    return screen(
        [
            bold(t("Hello, I am Samspil")),
            t("I keep your council's plan: what is next, who comes, and calendars for everybody."),
            GAP,
            t("To begin, an administrator of this group writes /setup."),
        ]
    ).text
