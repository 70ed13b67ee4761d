"""A loopback HTTP server in the running event loop: no thread, no signal handler, no sleep."""

from __future__ import annotations

import asyncio

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from playground.endpoint import Endpoint


class Listener:
    """Serves an ASGI application on 127.0.0.1 in the running event loop.

    It uses uvicorn's connections but not its `uvicorn.Server`, which wants the process's signals
    and sleeps a tenth of a second on every stop; tests start and stop hundreds of these.
    """

    def __init__(self, application: Endpoint, port: int = 0) -> None:
        self._config = uvicorn.Config(
            application,
            lifespan="off",
            ws="none",
            proxy_headers=False,
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=75,
        )
        self._state = ServerState()
        self._port = port
        self._server: asyncio.Server | None = None
        application.drop = self.drop

    async def start(self) -> int:
        """Listen; the port."""
        self._config.load()
        loop = asyncio.get_running_loop()
        # Not a ready-made socket: asyncio sends small answers without delay only on sockets that
        # name their protocol, and `socket.create_server` leaves it open (44 ms instead of 2).
        self._server = await loop.create_server(self._connection, "127.0.0.1", self._port, backlog=2048)
        return int(self._server.sockets[0].getsockname()[1])

    def _connection(self) -> HttpToolsProtocol:
        return HttpToolsProtocol(self._config, self._state, {})

    def drop(self, client: object) -> None:
        """Cut the connection of one client address."""
        for connection in list(self._state.connections):
            if connection.transport.get_extra_info("peername") == client:
                connection.transport.abort()

    async def stop(self) -> None:
        """Stop listening, let running requests end, close every connection."""
        assert self._server is not None
        self._server.close()
        for connection in list(self._state.connections):
            connection.shutdown()
        if self._state.tasks:
            await asyncio.wait(self._state.tasks, timeout=5)
        while self._state.connections:
            for connection in list(self._state.connections):
                connection.transport.abort()
            await asyncio.sleep(0)
        await self._server.wait_closed()
