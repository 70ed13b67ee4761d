"""The command line: `samspil run`, `check`, `demo`, `read`."""

import argparse
import asyncio
import gc
import logging
import os
import re
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
from bot.trialclock import TrialClock
from council.ports import Clock, StoreError, StoreInUse
from council.records import COMMONS
from storage.tinydb_store import TinyStore
from texts.catalogue import LANGUAGES

log = logging.getLogger(__name__)

OK, TROUBLE, WRONG_USE = 0, 1, 2

_COLLECTED_AFTER = 20_000
"""New objects; an update makes some thousands, nearly all of which are gone by its end."""


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
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return TROUBLE
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
    reading.add_argument("file", type=Path, help="PDF, Word, Excel, CSV, HTML, Markdown, text or iCalendar")
    reading.add_argument("--year", type=_year, help="the year that is meant where the document says none")
    reading.add_argument("--json", action="store_true", help="print a JSON array")
    reading.add_argument("--lang", choices=LANGUAGES, default="da", help="language of questions and table")
    reading.set_defaults(command=_read)
    return parser


def _run(_: argparse.Namespace) -> int:
    settings = from_environment()
    start_logging(settings.log_level, settings.log_format)
    return asyncio.run(serve(settings, clock_of(settings)))


def clock_of(settings: Settings) -> Clock:
    """The machine's clock, or the one of the file that was given for trying out.

    Raises:
        SettingsError: there is no instant in that file.
    """
    if settings.clock_file is None:
        return SystemClock()
    try:
        clock = TrialClock(settings.clock_file, SystemClock())
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"SAMSPIL_CLOCK_FILE holds no instant such as 2027-09-01T08:00+02:00: {error}"
        ) from None
    now = clock.now().isoformat(timespec="seconds")
    log.warning("TRIAL CLOCK in use: it is %s, as %s has it", now, settings.clock_file)
    return clock


async def serve(settings: Settings, clock: Clock) -> int:
    """The bot, until SIGTERM or SIGINT: what was received is answered, then it ends."""
    stop = _Stop()
    try:
        async with (
            await _opened(settings) as store,
            samspil(settings, store, clock, store.backup) as polling,
        ):
            _settle_in()
            await stop.asked_or(polling)
        polling.result()
    except TokenRejectedError:
        return _said("SAMSPIL_TOKEN is not known to Telegram; ask @BotFather for a new one", WRONG_USE)
    except Conflict:
        return _said("Another process runs with the same token; stop it first", TROUBLE)
    except asyncio.CancelledError:
        if not stop.asked.is_set():
            raise
    return OK


def _settle_in() -> None:
    """What is there after the start stays: the collector need not go through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECTED_AFTER, 20, 50)


async def _opened(settings: Settings) -> TinyStore:
    """The store, whose commons can be read: without them the bot could answer nobody."""
    try:
        store = TinyStore.open(settings.data)
    except StoreInUse:
        raise
    except StoreError as error:
        raise SettingsError(f"SAMSPIL_DATA cannot be used: {error}") from None
    try:
        async with store.transaction(COMMONS):
            return store
    except StoreError:
        await store.close()
        raise


class _Stop:
    """SIGTERM and SIGINT: before the bot runs they break off its start, later they ask it to end."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self._starting = asyncio.current_task()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, self._ask)

    async def asked_or(self, polling: "asyncio.Task[None]") -> None:
        """Wait until one of them comes or polling ends."""
        self._starting = None
        asked = asyncio.create_task(self.asked.wait())
        await asyncio.wait({asked, polling}, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()

    def _ask(self) -> None:
        self.asked.set()
        if self._starting is not None:
            self._starting.cancel()


def _check(_: argparse.Namespace) -> int:
    from bot.check import check  # noqa: PLC0415  # only this command needs it

    return asyncio.run(check(from_environment()))


def _demo(_: argparse.Namespace) -> int:
    from bot.demo import demo  # noqa: PLC0415  # the playground is an extra that `run` does without

    return demo()


def _read(parsed: argparse.Namespace) -> int:
    from bot.reading import Asked, read  # noqa: PLC0415  # only this command needs it

    return read(parsed.file, Asked(year=parsed.year, language=parsed.lang, as_json=parsed.json))


def _year(text: str) -> int:
    """A year that a plan can be for.

    Raises:
        ArgumentTypeError: when it is none.
    """
    if not re.fullmatch(r"[12]\d{3}", text):
        raise argparse.ArgumentTypeError(f"not a year: {text}")
    return int(text)


def _said(text: str, status: int) -> int:
    print(f"samspil: {text}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
