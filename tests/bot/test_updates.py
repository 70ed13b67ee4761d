"""Updates as far as they are read, also from servers of another make."""

from typing import Any

from telegram import InaccessibleMessage

from bot.client import connect
from bot.updates import update_of

ANE = {"id": 7, "is_bot": False, "first_name": "Ane"}
HOME = {"id": 7, "type": "private", "first_name": "Ane"}


def read(**update: object) -> Any:  # noqa: ANN401  # parts of it are optional in PTB
    return update_of({"update_id": 1, **update}, connect("1:test"))


def test_a_membership_that_leaves_out_rights() -> None:
    told = {
        "chat": {"id": -5, "type": "group", "title": "Råd"},
        "from": ANE,
        "date": 1,
        "old_chat_member": {"status": "creator", "user": ANE},
        "new_chat_member": {"status": "kicked", "user": ANE},
    }
    change = read(my_chat_member=told).my_chat_member
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("member", "left")


def test_a_tap_names_its_message_and_no_more() -> None:
    message = {"message_id": 12, "date": 1, "chat": HOME, "text": "x", "entities": [{"type": "bold"}]}
    query = read(callback_query={"id": "q", "from": ANE, "message": message, "data": "o:1"}).callback_query
    assert isinstance(query.message, InaccessibleMessage)
    assert (query.message.message_id, query.message.chat.id, query.data) == (12, 7, "o:1")


def test_a_tap_under_a_message_in_a_chat_of_somebody() -> None:
    query = {"id": "q", "from": ANE, "inline_message_id": "i1", "data": "ok:1", "chat_instance": "c"}
    update = read(callback_query=query)
    assert update.callback_query.message is None
    assert update.effective_chat is None
    assert update.effective_user.id == 7


def test_a_message_as_it_is() -> None:
    message = {"message_id": 12, "date": 1, "chat": HOME, "from": ANE, "text": "/help"}
    assert read(message=message).message.text == "/help"
