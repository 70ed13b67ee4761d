"""Updates a second: a bot that answers /help with one line, on PTB as it comes and on our layers.

    python bench/bench_transport.py [--command "python -m bot.cli run"]

Everything talks to the playground's Bot API, a process of its own on 127.0.0.1; each bot is a
process, too. Every update comes from another chat. With a delay, every answer of the server
(getUpdates as well) takes that much longer; Telegram's take about 50 ms. Telegram's limit of 30
messages a second is off. Ratios hold within one run only.

The line `samspil` is the complete bot (`--command` starts another one), which keeps every person it
meets durably before it answers; it is started with SAMSPIL_TOKEN, SAMSPIL_DATA and SAMSPIL_API_URL.
"""

import argparse
import asyncio
import contextlib
import json
import os
import shlex
import signal
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, CommandHandler

from bot.client import connect
from bot.pacing import Pacer
from bot.polling import Poller
from bot.processor import KeyedProcessor

TOKEN = "1:bench"  # noqa: S105 - made up
HELP = "/help shows what I can do."
DELAYS = (0.0, 0.05)
# Enough for some seconds of work each.
UPDATES = {"stock": (3000, 100), "stock-256": (1000, 1000), "ours": (6000, 4000), "samspil": (3000, 2000)}
WARM_UP = 50


async def _help(update: Update, _: object) -> None:
    assert update.effective_chat is not None
    await update.effective_chat.send_message(HELP)


def stock(root: str, concurrent: int) -> None:
    """PTB's own transport, poller and processor."""
    builder = ApplicationBuilder().token(TOKEN).base_url(f"{root}/bot")
    if concurrent:
        # The default of one second for a free connection would lose answers under load.
        builder = builder.concurrent_updates(concurrent).pool_timeout(60)
    application = builder.build()
    application.add_handler(CommandHandler("help", _help))
    application.run_polling()


async def ours(root: str) -> None:
    """The same handler on our transport, pacing, processor and poller."""
    client = connect(TOKEN, root=root, pacer=Pacer(per_second=None))
    builder = ApplicationBuilder().bot(client).updater(None).concurrent_updates(KeyedProcessor())
    application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    application.add_handler(CommandHandler("help", _help))
    async with application:
        await application.start()
        poller = Poller(client, application, allowed_updates=["message"])
        asyncio.get_running_loop().add_signal_handler(
            signal.SIGTERM, lambda: application.create_task(poller.stop())
        )
        await poller.run()
        await application.stop()


@dataclass(frozen=True, slots=True)
class Playground:
    """The server, driven through its control surface."""

    root: str

    def tell(self, name: str, **fields: object) -> dict[str, Any]:
        """What the server answers to one order, see `playground.control`."""
        body = json.dumps(fields).encode()
        with urllib.request.urlopen(f"{self.root}/control/{name}", body, timeout=300) as answer:  # noqa: S310 - its own address
            return dict(json.load(answer))

    def pour(self, updates: int, patience: float) -> float:
        """Seconds until so many updates were answered."""
        self.tell("reset")
        self.tell("bulk", updates=updates, chats=updates)
        waited = self.tell("wait", count=updates, timeout=patience)
        if not waited["reached"]:
            sys.exit(f"only {waited['count']} of {updates} answers in {waited['seconds']:.0f} s")
        return float(waited["seconds"])


@contextlib.contextmanager
def process(command: list[str], **options: Any) -> Iterator[subprocess.Popen[str]]:
    """A process that is told to end, and waited for."""
    with subprocess.Popen(command, text=True, **options) as running:
        try:
            yield running
        finally:
            running.terminate()


@contextlib.contextmanager
def playground(delay: float) -> Iterator[Playground]:
    """A fresh server whose answers take `delay` seconds longer."""
    command = [sys.executable, "-m", "playground", "--token", TOKEN]
    with process(command, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        here = Playground(server.stdout.readline().strip())
        if delay:
            for method in ("*", "getUpdates"):
                here.tell("fault", kind="delay", method=method, times=None, seconds=delay)
        yield here


def bot_command(name: str, root: str, command: str) -> list[str]:
    """How to start the bot called `name`."""
    if name == "samspil":
        return shlex.split(command)
    return [sys.executable, __file__, "--be", name, "--root", root]


def cpu_seconds(pid: int) -> float:
    """Processor time of another process (Linux; elsewhere not a number)."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return float("nan")
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(name: str, updates: int, delay: float, command: str) -> tuple[float, float]:
    """Updates a second, and processor seconds per update."""
    with playground(delay) as server, tempfile.TemporaryDirectory() as data:
        settings = {
            "SAMSPIL_TOKEN": TOKEN,
            "SAMSPIL_DATA": data,
            "SAMSPIL_API_URL": server.root,
            "SAMSPIL_MESSAGES_PER_SECOND": "0",
        }
        with process(bot_command(name, server.root, command), env=os.environ | settings) as bot:
            server.pour(WARM_UP, patience=60)
            before = cpu_seconds(bot.pid)
            seconds = server.pour(updates, patience=240)
            return updates / seconds, (cpu_seconds(bot.pid) - before) / updates


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--command", default=f"{sys.executable} -m bot.cli run", help="starts the complete bot"
    )
    parser.add_argument("--be", default="", help=argparse.SUPPRESS)
    parser.add_argument("--root", default="", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.be == "ours":
        asyncio.run(ours(options.root))
    elif options.be:
        stock(options.root, 256 if options.be == "stock-256" else 0)
    else:
        table(options.command)


def table(command: str) -> None:
    names = ["stock", "stock-256", "ours", "samspil"]
    print(f"{'delay':>6}  {'bot':10} {'updates/s':>9} {'CPU µs':>7} {'x stock':>8} {'x best stock':>12}")
    for column, delay in enumerate(DELAYS):
        rates: dict[str, float] = {}
        for name in names:
            rates[name], cpu = measure(name, UPDATES[name][column], delay, command)
            best = max(rate for which, rate in rates.items() if which.startswith("stock"))
            print(
                f"{delay * 1000:3.0f} ms  {name:10} {rates[name]:9.0f} {cpu * 1e6:7.0f} "
                f"{rates[name] / rates['stock']:8.2f} {rates[name] / best:12.2f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
