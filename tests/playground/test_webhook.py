import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playground import LoopbackTelegram, Person
from tests.playground.kit import Client


class Receiver:
    """A web server that notes what it gets and answers what it is told."""

    def __init__(self) -> None:
        self.got: list[bytes] = []
        self.statuses: list[int] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0])
        self.got.append(head + await reader.readexactly(length))
        status = self.statuses.pop(0) if self.statuses else 200
        writer.write(b"HTTP/1.1 %d X\r\nContent-Length: 0\r\n\r\n" % status)
        await writer.drain()
        writer.close()


@asynccontextmanager
async def receiving(receiver: Receiver) -> AsyncIterator[str]:
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"


async def test_updates_go_to_the_webhook_until_it_accepts_them(
    bot: Client, tg: LoopbackTelegram, alice: Person
) -> None:
    receiver = Receiver()
    receiver.statuses = [500]
    async with receiving(receiver) as url:
        await bot.set_webhook(url, secret_token="hemmelig")
        post = await alice.says("Hej")
        await tg.confirmed(post)
    refused, accepted = receiver.got
    assert refused == accepted
    assert b"X-Telegram-Bot-Api-Secret-Token: hemmelig\r\n" in accepted
    assert b'"text":"Hej"' in accepted


async def test_a_webhook_that_is_not_there(bot: Client, tg: LoopbackTelegram, alice: Person) -> None:
    async with receiving(Receiver()) as url:
        pass
    await bot.set_webhook(url)
    await alice.says("Hej")
    await tg.until(lambda: tg.world.webhook_error)
    info = await bot.get_webhook_info()
    assert info.pending_update_count == 1
    assert info.last_error_message is not None
    assert info.last_error_message.startswith("Connection failed")
