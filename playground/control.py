"""``/control/``: the driver over HTTP, for tests and benchmarks in another process.

Every request is a POST (or GET) with a JSON object, or nothing, to ``/control/<name>``; the
answer is a JSON object. Mistakes answer 400 with ``{"error": ...}``. The fields are those of the
records in `orders`, `bulk.Bulk` and `faults.Fault`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from playground.bulk import Bulk
from playground.desk import Desk, Reply
from playground.driver import LoopbackTelegram
from playground.faults import Fault
from playground.orders import (
    Deed,
    Enforce,
    NewGroup,
    NewPerson,
    Nothing,
    Say,
    SendFile,
    TapButton,
    Wait,
    Where,
    WhichTap,
)

_Given = TypeVar("_Given")


def _route(name: str, kind: type[_Given], perform: Callable[[_Given], Awaitable[Reply]]) -> Route:
    """A route that reads ``kind`` from the body and answers what ``perform`` says."""

    async def serve(request: Request) -> Response:
        try:
            given = msgspec.json.decode(await request.body() or b"{}", type=kind)
            reply = await perform(given)
        except (AssertionError, LookupError, TimeoutError, ValueError) as error:
            return _json({"error": f"{type(error).__name__}: {error}"}, 400)
        return _json(reply, 200)

    return Route(f"/control/{name}", serve, methods=["GET", "POST"])


def _json(body: Reply, status: int) -> Response:
    return Response(msgspec.json.encode(body), status, media_type="application/json")


def control_app(tg: LoopbackTelegram) -> Starlette:
    """The control surface of a server."""
    desk = Desk(tg)
    return Starlette(
        routes=[
            _route("person", NewPerson, desk.new_person),
            _route("group", NewGroup, desk.new_group),
            _route("say", Say, desk.say),
            _route("upload", SendFile, desk.upload),
            _route("tap", TapButton, desk.tap),
            _route("answer", WhichTap, desk.answer),
            _route("do", Deed, desk.do),
            _route("messages", Where, desk.messages),
            _route("fault", Fault, desk.fault),
            _route("clear", Nothing, desk.clear),
            _route("limits", Enforce, desk.limits),
            _route("bulk", Bulk, desk.bulk),
            _route("wait", Wait, desk.wait),
            _route("counters", Nothing, desk.counters),
            _route("reset", Nothing, desk.reset),
            _route("transcript", Nothing, desk.transcript),
        ]
    )
