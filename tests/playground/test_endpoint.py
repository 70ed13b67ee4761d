import httpx
import pytest

from playground import LoopbackTelegram, Person
from playground.endpoint import Endpoint
from tests.playground.kit import PLAIN_HTTP, request


async def test_other_tokens_and_methods(tg: LoopbackTelegram) -> None:
    assert await request(tg, "getMe", "502:other") == (
        401,
        {"ok": False, "error_code": 401, "description": "Unauthorized"},
    )
    assert (await request(tg, "getMe", "nonsense"))[0] == 404
    status, answer = await request(tg, "getMoon")
    assert (status, answer["description"]) == (404, "Not Found: method not found")


async def test_paths_that_do_not_exist(tg: LoopbackTelegram) -> None:
    async with httpx.AsyncClient(**PLAIN_HTTP, base_url=tg.url) as client:
        for path in ("/", "/control/person", f"/file/bot{tg.token}/none", "/file/bot1:x/none"):
            assert (await client.get(path)).status_code in {401, 404}


async def test_every_way_to_pass_parameters(tg: LoopbackTelegram, alice: Person) -> None:
    params = {"chat_id": str(alice.id), "text": "æ & ø"}
    url = f"{tg.base_url}{tg.token}/sendMessage"
    async with httpx.AsyncClient(**PLAIN_HTTP) as client:
        answers = [
            await client.get(url, params=params),
            await client.post(url, data=params),
            await client.post(url, json=params),
            await client.post(url, files={name: (None, text) for name, text in params.items()}),
            await client.post(url.lower().replace("sendmessage", "SENDMESSAGE"), json=params),
        ]
    assert [answer.json()["result"]["text"] for answer in answers] == ["æ & ø"] * 5


@pytest.mark.parametrize(
    ("content", "kind", "reason"),
    [
        (b"{", "application/json", "as JSON"),
        (b"text=%FF", "application/x-www-form-urlencoded", "UTF-8"),
        (b"--x--", "multipart/form-data", "boundary expected"),
        (b"--x\r\n\r\n\r\n--x--", "multipart/form-data; boundary=x", "without a name"),
        (b"chat_id=1&message_id=x", "application/x-www-form-urlencoded", "must be a number"),
    ],
)
async def test_bodies_that_cannot_be_read(
    tg: LoopbackTelegram, alice: Person, content: bytes, kind: str, reason: str
) -> None:
    content = content.replace(b"chat_id=1", b"chat_id=%d" % alice.id)
    async with httpx.AsyncClient(**PLAIN_HTTP) as client:
        answer = await client.post(
            f"{tg.base_url}{tg.token}/deleteMessage",
            content=content,
            headers={"content-type": kind},
        )
    assert answer.status_code == 400
    assert reason in answer.json()["description"]


async def test_calls_are_counted(tg: LoopbackTelegram, alice: Person) -> None:
    await request(tg, "sendMessage", chat_id=alice.id, text="x")
    await request(tg, "sendMessage", chat_id=alice.id)
    endpoint: Endpoint = tg.endpoint
    assert (tg.calls("sendMessage"), endpoint.done["sendMessage"], endpoint.busy) == (2, 1, 0)


async def test_the_token_is_not_in_what_is_printed(tg: LoopbackTelegram) -> None:
    assert tg.token not in repr(tg.world)
