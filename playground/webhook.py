"""Delivery to a webhook: one update after the other, again and again until it is accepted."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

from playground.state import World

_PATIENCE = 5.0
_PAUSE = 0.05


class Courier:
    """Posts waiting updates to the webhook, while there is one."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to watch the inbox."""
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        """Deliver nothing more."""
        assert self._task is not None
        self._task.cancel()
        await asyncio.wait({self._task})

    async def _run(self) -> None:
        inbox = self._world.inbox
        while True:
            if not (self._world.webhook and inbox.pending):
                await inbox.arrived.wait()
                continue
            update_id, body = inbox.pending[0]
            self._world.webhook_error = await self._delivered(body)
            self._world.changed.notify()
            if self._world.webhook_error:
                await asyncio.sleep(_PAUSE)
            else:
                inbox.confirm(update_id + 1)
                inbox.taken.notify()

    async def _delivered(self, body: bytes) -> str:
        """Post one update; what went wrong, or an empty string."""
        hook = self._world.webhook
        try:
            async with asyncio.timeout(_PATIENCE):
                status = await _post(hook["url"], hook["secret_token"], body)
        except (OSError, TimeoutError, ValueError, asyncio.IncompleteReadError) as error:
            return f"Connection failed: {type(error).__name__}"
        accepted = 200 <= status < 300  # noqa: PLR2004 - the statuses of success
        return "" if accepted else f"Wrong response from the webhook: {status}"


async def _post(url: str, secret: str, body: bytes) -> int:
    """The status of the answer; plain HTTP, which is all that loopback needs."""
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port or 80)
    try:
        head = [
            f"POST {parts.path or '/'} HTTP/1.1",
            f"Host: {parts.netloc}",
            "Content-Type: application/json",
            f"Content-Length: {len(body)}",
            "Connection: close",
            *([f"X-Telegram-Bot-Api-Secret-Token: {secret}"] if secret else []),
        ]
        writer.write("\r\n".join([*head, "", ""]).encode() + body)
        await writer.drain()
        status = await reader.readuntil(b"\r\n")
        await reader.read()
        return int(status.split()[1])
    finally:
        writer.close()
        await writer.wait_closed()
