import base64
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from tests.playground.kit import PLAIN_HTTP

Control = Callable[..., dict[str, Any]]
TOKEN = "77:black-box"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The playground in another process; it must end without a word on the error stream."""
    process = subprocess.Popen(
        [sys.executable, "-m", "playground", "--token", TOKEN, "--record"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.send_signal(signal.SIGTERM)
        output, errors = process.communicate(timeout=10)
    assert (process.returncode, output, errors) == (0, "", "")


@pytest.fixture
def client(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, **PLAIN_HTTP) as http:
        yield http


@pytest.fixture
def control(client: httpx.Client) -> Control:
    def perform(name: str, /, **fields: object) -> dict[str, Any]:
        answer: dict[str, Any] = client.post(f"/control/{name}", json=fields).json()
        return answer

    return perform


@pytest.fixture
def api(client: httpx.Client) -> Control:
    def call(method: str, /, **params: object) -> dict[str, Any]:
        answer: dict[str, Any] = client.post(f"/bot{TOKEN}/{method}", json=params).json()
        return answer

    return call


@pytest.fixture
def alice(control: Control) -> int:
    return int(control("person", first_name="Alice", language="da")["id"])


def test_a_conversation(control: Control, api: Control, alice: int) -> None:
    said = control("say", person=alice, text="/start")
    (update,) = api("getUpdates", offset=said["update_id"])["result"]
    assert update["message"]["text"] == "/start"
    keyboard = {"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}
    sent = api("sendMessage", chat_id=alice, text="?", reply_markup=keyboard)["result"]
    tap = control("tap", person=alice, message_id=sent["message_id"], button="Ja")
    (update,) = api("getUpdates", offset=tap["update_id"])["result"]
    api("answerCallbackQuery", callback_query_id=update["callback_query"]["id"], text="Noteret")
    assert control("answer", tap=tap["tap"])["text"] == "Noteret"
    forged = control("tap", person=alice, message_id=sent["message_id"], data="x")
    assert forged["tap"] != tap["tap"]
    texts = [m["text"] for m in control("messages", chat=alice)["messages"]]
    assert texts == ["/start", "?"]
    assert "[ Ja ]" in control("transcript")["text"]


def test_groups_and_files(control: Control, api: Control, alice: int) -> None:
    group = control("group", title="Råd", admins=[alice], bot="left")["id"]
    control("do", what="add", person=alice, chat=group)
    data = base64.b64encode(b"plan").decode()
    sent = control("upload", person=alice, chat=group, name="p.txt", data=data, caption="/import")
    (update,) = api("getUpdates", offset=sent["update_id"])["result"]
    file = api("getFile", file_id=update["message"]["document"]["file_id"])["result"]
    assert file["file_size"] == 4
    reply = control("say", person=alice, chat=group, text="/x", reply_to=sent["message_id"])
    assert reply["message_id"] == sent["message_id"] + 1
    new = control("do", what="migrate", chat=group)["id"]
    assert api("sendMessage", chat_id=group, text="x")["parameters"] == {"migrate_to_chat_id": new}
    control("do", what="remove", person=alice, chat=new)
    assert api("sendMessage", chat_id=new, text="x")["error_code"] == 403


def test_trouble(control: Control, api: Control, alice: int) -> None:
    control("say", person=alice, text="/start")
    control("fault", kind="refuse", method="sendMessage", code=429, retry_after=3)
    answer = api("sendMessage", chat_id=alice, text="x")
    assert answer["parameters"] == {"retry_after": 3}
    control("fault", kind="garbage")
    control("clear")
    control("limits", enforced=True)
    control("limits", enforced=False)
    control("do", what="block", person=alice)
    assert api("sendMessage", chat_id=alice, text="x")["error_code"] == 403
    control("do", what="unblock", person=alice)
    assert api("sendMessage", chat_id=alice, text="x")["ok"]


def test_many_updates(control: Control, api: Control) -> None:
    control("reset")
    poured = control("bulk", updates=250, chats=10, text="/help")
    updates = api("getUpdates", offset=poured["first_update"])["result"]
    chats = {update["message"]["chat"]["id"] for update in updates}
    assert (len(updates), len(chats)) == (100, 10)
    for chat in chats:
        api("sendMessage", chat_id=chat, text="Hjælp")
    waited = control("wait", count=10)
    assert waited["reached"]
    assert waited["seconds"] > 0
    counters = control("counters")
    assert (counters["done"]["sendMessage"], counters["pending"]) == (10, 250)
    api("getUpdates", offset=poured["last_update"] + 1)
    assert control("counters")["confirmed"] == poured["last_update"]


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("say", {"person": 1, "text": "x"}),
        ("person", {"name": "Alice"}),
        ("do", {"what": "migrate"}),
        ("wait", {"count": "many"}),
    ],
)
def test_mistakes_are_named(control: Control, name: str, fields: dict[str, object]) -> None:
    assert "Error" in control(name, **fields)["error"]
