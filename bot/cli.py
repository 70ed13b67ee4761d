"""The command line: `samspil run`, `check`, `demo`, `read`."""

import argparse
import asyncio
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from telegram.error import Conflict

from bot.app import samspil
from bot.clock import SystemClock
from bot.failures import TokenRejectedError
from bot.logs import start_logging
from bot.settings import Settings, SettingsError, from_environment
from council.ports import StoreError
from storage.tinydb_store import TinyStore
from texts.catalogue import LANGUAGES

OK, TROUBLE, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 0, 1 for trouble, 2 for wrong settings or use."""
    parsed = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = parsed.command
    try:
        return command(parsed)
    except SettingsError as error:
        return _said(str(error), WRONG_USE)
    except StoreError as error:
        return _said(str(error), TROUBLE)
    except KeyboardInterrupt:
        return 130  # as a shell has it for SIGINT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="samspil", description="A council's year in one chat.")
    commands = parser.add_subparsers(required=True, metavar="command")
    commands.add_parser("run", help="run the bot").set_defaults(command=_run)
    commands.add_parser("check", help="say whether settings, data and Telegram are well").set_defaults(
        command=_check
    )
    commands.add_parser("demo", help="a short conversation without Telegram").set_defaults(command=_demo)
    reading = commands.add_parser("read", help="what the reader of plans finds in a document")
    reading.add_argument("file", type=Path, help="a PDF, Word or text file")
    reading.add_argument("--json", action="store_true", help="print a JSON array")
    reading.add_argument("--lang", choices=LANGUAGES, default="da", help="language of the table")
    reading.set_defaults(command=_read)
    return parser


def _run(_: argparse.Namespace) -> int:
    settings = from_environment()
    start_logging(settings.log_level, settings.log_format)
    return asyncio.run(serve(settings))


async def serve(settings: Settings) -> int:
    """The bot, until SIGTERM or SIGINT: what was received is answered, then it ends."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    try:
        async with (
            TinyStore.open(settings.data) as store,
            samspil(settings, store, SystemClock(), store.backup) as polling,
        ):
            stopped = asyncio.create_task(stop.wait())
            await asyncio.wait({stopped, polling}, return_when=asyncio.FIRST_COMPLETED)
            stopped.cancel()
        polling.result()
    except TokenRejectedError:
        return _said("SAMSPIL_TOKEN is not known to Telegram; ask @BotFather for a new one", WRONG_USE)
    except Conflict:
        return _said("Another process runs with the same token; stop it first", TROUBLE)
    return OK


def _check(_: argparse.Namespace) -> int:
    from bot.check import check  # noqa: PLC0415  # only this command needs it

    return asyncio.run(check(from_environment()))


def _demo(_: argparse.Namespace) -> int:
    from bot.demo import demo  # noqa: PLC0415  # the playground is an extra that `run` does without

    return demo()


def _read(parsed: argparse.Namespace) -> int:
    from bot.reading import read  # noqa: PLC0415  # only this command needs it

    return read(parsed.file, as_json=parsed.json, language=parsed.lang)


def _said(text: str, status: int) -> int:
    print(f"samspil: {text}", file=sys.stderr)
    return status
