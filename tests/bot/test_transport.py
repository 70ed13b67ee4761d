import asyncio
import json
import logging
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Iterator

import pytest
from aiohttp import web
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.client import Client, connect
from bot.failures import (
    FileTooLargeError,
    FloodWaitError,
    NotSentError,
    ServerTroubleError,
    TokenRejectedError,
    UnreadableAnswerError,
)
from bot.transport import AiohttpRequest

from .conftest import TOKEN, SmallApi


@pytest.fixture
async def client(api: SmallApi) -> AsyncIterator[Client]:
    async with connect(api.token, root=api.root + "/") as client:
        api.calls.clear()
        yield client


def links(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        assert not (error.__cause__ and error.__context__ is not error.__cause__)
        error = error.__cause__ or error.__context__


def written(error: BaseException) -> str:
    """All that an error says or leads to, as text."""
    parts = [f"{each} {each!r} {each.args!r}" for each in links(error)]
    return "\n".join([*parts, *traceback.format_exception(error)])


async def failure_of(call: Awaitable[object]) -> TelegramError:
    with pytest.raises(TelegramError) as caught:
        await call
    return caught.value


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class TestSending:
    async def test_sends_plain_parameters_as_a_form(self, api: SmallApi, client: Client) -> None:
        keys = InlineKeyboardMarkup([[InlineKeyboardButton("Jeg kommer ✅", callback_data="r:1")]])
        await client.send_message(7, "Årsplan – æøå", reply_markup=keys)
        ((method, sent),) = api.calls
        assert method == "sendMessage"
        assert sent["chat_id"] == "7"
        assert sent["text"] == "Årsplan – æøå"
        assert json.loads(sent["reply_markup"])["inline_keyboard"][0][0]["text"] == "Jeg kommer ✅"

    @pytest.mark.parametrize("size", [0, 10, 3_000_000])
    async def test_uploads_a_document_under_its_own_name(
        self, api: SmallApi, client: Client, size: int
    ) -> None:
        name = "Årsplan æøå 📅.pdf"
        await client.send_document(7, b"x" * size, filename=name, caption="Her er planen – æ")
        ((method, sent),) = api.calls
        assert method == "sendDocument"
        assert sent["document"] == (name, "application/pdf", b"x" * size)
        assert sent["caption"] == "Her er planen – æ"
        assert sent["chat_id"] == "7"

    async def test_a_file_name_cannot_end_its_header(self, api: SmallApi, client: Client) -> None:
        await client.send_document(7, b"x", filename='a"b\r\nX-Evil: 1.pdf')
        assert api.calls[0][1]["document"][0] == 'a"b__X-Evil: 1.pdf'

    async def test_many_requests_share_few_connections(self, api: SmallApi) -> None:
        async with connect(api.token, root=api.root, connections=2) as client:
            await asyncio.gather(*(client.send_message(7, str(n)) for n in range(50)))
        assert len([1 for method, _ in api.calls if method == "sendMessage"]) == 50

    async def test_open_and_close_may_be_repeated(self) -> None:
        request = AiohttpRequest()
        await request.initialize()
        await request.initialize()
        await request.shutdown()
        await request.shutdown()
        with pytest.raises(NetworkError, match="initialize"):
            await request.post("http://127.0.0.1/")


class TestRefusals:
    @pytest.mark.parametrize(
        ("status", "kind"),
        [
            (400, BadRequest),
            (401, TokenRejectedError),
            (403, Forbidden),
            (404, TokenRejectedError),
            (409, Conflict),
            (418, NetworkError),
            (500, ServerTroubleError),
            (502, ServerTroubleError),
        ],
    )
    async def test_maps_the_status(
        self, api: SmallApi, client: Client, status: int, kind: type[TelegramError]
    ) -> None:
        api.refuse("sendMessage", status, "it says why")
        error = await failure_of(client.send_message(7, "x"))
        assert type(error) is kind
        assert str(error) == "it says why"

    async def test_a_flood_wait_says_how_long(self, api: SmallApi, client: Client) -> None:
        api.refuse("sendMessage", 429, "Too Many Requests", retry_after=7)
        error = await failure_of(client.send_message(7, "x"))
        assert isinstance(error, FloodWaitError)
        assert error.retry_after.total_seconds() == 7

    async def test_a_moved_chat_says_where(self, api: SmallApi, client: Client) -> None:
        api.refuse("sendMessage", 400, "group upgraded", migrate_to_chat_id=-1001)
        error = await failure_of(client.send_message(7, "x"))
        assert isinstance(error, ChatMigrated)
        assert error.new_chat_id == -1001

    @pytest.mark.parametrize("body", [b"<html>", b"", b"[]", b'{"ok":true}', b"[" * 100_000])
    async def test_garbage_with_200_may_be_told_from_other_errors(
        self, api: SmallApi, client: Client, body: bytes
    ) -> None:
        api.say("sendMessage", 200, body)
        assert type(await failure_of(client.send_message(7, "x"))) is UnreadableAnswerError

    async def test_garbage_instead_of_updates(self, api: SmallApi, client: Client) -> None:
        api.say("getUpdates", 200, b'{"ok":true,"result":[{"no":1}]}')
        error = await failure_of(client.poll(None, 100, 0, ["message"]))
        assert type(error) is UnreadableAnswerError


class TestDiscretion:
    """The token is part of every URL; nothing that goes wrong may lead to it."""

    @pytest.fixture
    async def hanging(self) -> AsyncIterator[AiohttpRequest]:
        async with AiohttpRequest(read_timeout=0.05) as request:
            yield request

    def check(self, error: TelegramError, caplog: pytest.LogCaptureFixture) -> None:
        assert "AAsecret" not in written(error)
        assert "AAsecret" not in caplog.text
        assert "AAsecret" not in repr([vars(each) for each in caplog.records])

    async def test_refused_connection(self, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level(logging.DEBUG)
        client = connect(TOKEN, root=f"http://127.0.0.1:{free_port()}")
        error = await failure_of(client.initialize())
        await client.shutdown()
        assert isinstance(error, NotSentError)
        self.check(error, caplog)

    async def test_unknown_host(self, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level(logging.DEBUG)
        client = connect(TOKEN, root="http://nowhere.invalid")
        error = await failure_of(client.initialize())
        await client.shutdown()
        assert isinstance(error, NotSentError)
        self.check(error, caplog)

    @pytest.mark.parametrize("root", ["http://", "nonsense", "http://127.0.0.1:99999"])
    async def test_impossible_root(self, caplog: pytest.LogCaptureFixture, root: str) -> None:
        caplog.set_level(logging.DEBUG)
        client = connect(TOKEN, root=root)
        error = await failure_of(client.initialize())
        await client.shutdown()
        self.check(error, caplog)

    async def test_no_answer_in_time(
        self, api: SmallApi, hanging: AiohttpRequest, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)

        async def hang(_: web.Request) -> web.Response:
            await asyncio.Event().wait()
            return web.Response()

        api.answers["sendMessage"] = hang
        url = f"{api.root}/bot{api.token}/sendMessage"
        error = await failure_of(hanging.post(url))
        assert type(error) is TimedOut
        self.check(error, caplog)

    async def test_broken_connection(
        self, api: SmallApi, client: Client, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)

        async def hang_up(request: web.Request) -> web.Response:
            assert request.transport is not None
            request.transport.close()
            return web.Response()

        api.answers["sendMessage"] = hang_up
        error = await failure_of(client.send_message(7, "x"))
        assert type(error) is NetworkError
        self.check(error, caplog)

    @pytest.mark.parametrize("status", [200, 302, 400, 401, 403, 404, 409, 500, 502])
    @pytest.mark.parametrize("shape", ['{{"description":"no /bot{}/x"}}', "<p>no /bot{}/x</p>"])
    async def test_bad_status_or_body(
        self, api: SmallApi, client: Client, caplog: pytest.LogCaptureFixture, status: int, shape: str
    ) -> None:
        caplog.set_level(logging.DEBUG)
        api.say("sendMessage", status, shape.format(api.token).encode())
        self.check(await failure_of(client.send_message(7, "x")), caplog)

    async def test_rejected_token(self, api: SmallApi, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level(logging.DEBUG)
        api.refuse("getMe", 401, "Unauthorized")
        client = connect(api.token, root=api.root)
        error = await failure_of(client.initialize())
        await client.shutdown()
        assert isinstance(error, TokenRejectedError)
        self.check(error, caplog)

    async def test_a_redirect_is_not_followed(self, api: SmallApi, client: Client) -> None:
        async def elsewhere(_: web.Request) -> web.Response:
            raise web.HTTPFound("/elsewhere")

        api.answers["sendMessage"] = elsewhere
        await failure_of(client.send_message(7, "x"))
        assert [method for method, _ in api.calls] == ["sendMessage"]

    async def test_the_client_does_not_show_it(self, client: Client) -> None:
        assert "AAsecret" not in repr(client)


class TestDownloads:
    def offer(self, api: SmallApi, content: bytes, said: int) -> None:
        api.say(
            "getFile",
            200,
            b'{"ok":true,"result":{"file_id":"f","file_unique_id":"u",'
            b'"file_path":"docs/plan.pdf","file_size":%d}}' % said,
        )
        api.say("plan.pdf", 200, content)

    async def test_gives_the_content(self, api: SmallApi, client: Client) -> None:
        self.offer(api, b"%PDF" * 100_000, 400_000)
        assert await client.download("f", most=400_000) == b"%PDF" * 100_000

    async def test_believes_the_size_when_it_is_too_large(self, api: SmallApi, client: Client) -> None:
        self.offer(api, b"", 400_001)
        assert type(await failure_of(client.download("f", most=400_000))) is FileTooLargeError
        assert [method for method, _ in api.calls] == ["getFile"]

    async def test_does_not_believe_it_otherwise(self, api: SmallApi, client: Client) -> None:
        self.offer(api, b"x" * 5_000_000, 10)
        assert type(await failure_of(client.download("f", most=1_000_000))) is FileTooLargeError

    async def test_stops_reading_what_never_ends(self, api: SmallApi, client: Client) -> None:
        self.offer(api, b"", 10)
        sent = 0

        async def endless(request: web.Request) -> web.StreamResponse:
            nonlocal sent
            response = web.StreamResponse()
            response.enable_compression(web.ContentCoding.gzip)
            await response.prepare(request)
            while True:
                await response.write(b"0" * 1_000_000)
                sent += 1_000_000

        api.answers["plan.pdf"] = endless
        assert type(await failure_of(client.download("f", most=1_000_000))) is FileTooLargeError

    async def test_a_file_that_is_gone_says_nothing_about_the_bot(
        self, api: SmallApi, client: Client
    ) -> None:
        self.offer(api, b"", 10)
        api.refuse("plan.pdf", 404, "Not Found")
        assert type(await failure_of(client.download("f", most=100))) is BadRequest

    async def test_telegram_refuses_large_files_itself(self, api: SmallApi, client: Client) -> None:
        api.refuse("getFile", 400, "Bad Request: file is too big")
        assert type(await failure_of(client.download("f", most=100))) is FileTooLargeError


class TestProxy:
    def test_the_environment_names_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("https_proxy", "http://proxy.kommune.example:3128")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        far, near = connect("1:x"), connect("1:x", root="https://127.0.0.1")
        assert isinstance(far.request, AiohttpRequest)
        assert isinstance(near.request, AiohttpRequest)
        assert far.request._proxy == "http://proxy.kommune.example:3128"
        assert near.request._proxy is None
