"""From what the server delivers to PTB's objects, as far as anybody here reads them."""

from typing import Any

from telegram import CallbackQuery, Chat, InaccessibleMessage, Update, User

from bot.client import Client


def update_of(data: dict[str, Any], client: Client) -> Update:
    """The update in PTB's terms, without what nobody here reads.

    Of the bot's own membership: whether it is in the chat. PTB cannot read a `ChatMember` in which a server
    of another make leaves out one of the many rights. Of a message under which a button was tapped: which it
    is. Objects for all that the bot once said in it cost as much as answering.
    """
    change, query = data.get("my_chat_member"), data.get("callback_query")
    if isinstance(change, dict):
        told = {
            side: _in_or_out(change[side])
            for side in ("old_chat_member", "new_chat_member")
            if side in change
        }
        return Update.de_json(data | {"my_chat_member": change | told}, client)
    if isinstance(query, dict):
        return Update(data["update_id"], callback_query=_tap(query, client))
    return Update.de_json(data, client)


def _tap(query: dict[str, Any], client: Client) -> CallbackQuery:
    message = query.get("message")
    tapped = CallbackQuery(
        query["id"],
        User.de_json(query["from"], client),
        query.get("chat_instance", ""),
        message=_which(message, client) if message else None,
        data=query.get("data"),
        inline_message_id=query.get("inline_message_id"),
    )
    tapped.set_bot(client)
    return tapped


def _which(message: dict[str, Any], client: Client) -> InaccessibleMessage:
    return InaccessibleMessage(Chat.de_json(message["chat"], client), message["message_id"])


def _in_or_out(member: Any) -> Any:  # noqa: ANN401  # as it came from the server
    if not isinstance(member, dict):
        return member
    status = member.get("status")
    is_in = status in {"creator", "administrator", "member"} or (
        status == "restricted" and member.get("is_member")
    )
    return {"status": "member" if is_in else "left", "user": member.get("user")}
