"""``python -m playground --port 0 --token 1:x``: the server as a process of its own.

Prints its address as one line and runs until it is interrupted or terminated. Whoever starts it
drives it through ``/control/`` (see `control`).
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys

import uvicorn

from playground.control import control_app
from playground.driver import TOKEN, LoopbackTelegram


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m playground", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--token", default=TOKEN, help="the bot's token")
    parser.add_argument("--username", default="samspil_bot", help="the bot's username")
    parser.add_argument("--record", action="store_true", help="keep a transcript")
    parser.add_argument("--reads-everything", action="store_true", help="no privacy mode")
    return parser.parse_args(arguments)


async def _serve(options: argparse.Namespace) -> None:
    telegram = LoopbackTelegram(
        options.token,
        options.username,
        port=options.port,
        records=options.record,
        reads_everything=options.reads_everything,
    )
    telegram.endpoint.rest = control_app(telegram)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with telegram:
        sys.stdout.write(telegram.url + "\n")
        sys.stdout.flush()
        await stop.wait()


def main() -> None:
    """Run until told to stop, on uvloop where there is one."""
    options = _options(sys.argv[1:])
    factory = uvicorn.Config(control_app).get_loop_factory()
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(_serve(options))


if __name__ == "__main__":
    main()
