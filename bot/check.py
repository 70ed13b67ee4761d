"""`samspil check`: whether settings, data folder, time zone and Bot API are well."""

import asyncio
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from telegram.error import TelegramError

from bot.client import connect
from bot.failures import TokenRejectedError
from bot.settings import Settings
from council.ports import StoreError
from council.records import Council
from storage.tinydb_store import TinyStore

_PATIENCE = 15.0  # seconds for the Bot API to answer


async def check(settings: Settings) -> int:
    """Print a line for each thing looked at; 0 when all is well, else 1."""
    findings = [await _data(settings.data), _zone(), await _api(settings)]
    for well, said in findings:
        print(f"{'ok' if well else 'no'}   {said}")
    return 0 if all(well for well, _ in findings) else 1


async def _data(folder: Path) -> tuple[bool, str]:
    try:
        async with TinyStore.open(folder) as store:
            tenants = await store.tenants()
            councils = 0
            for tenant in tenants:
                async with store.transaction(tenant) as tx:
                    councils += len(await tx.find(Council))
    except StoreError as error:
        return False, f"data folder {folder}: {error}"
    return True, f"data folder {folder}: readable and writable, {councils} councils"


def _zone() -> tuple[bool, str]:
    try:
        ZoneInfo("Europe/Copenhagen")
    except ZoneInfoNotFoundError:
        return False, "time zones: Europe/Copenhagen is not known; install the package tzdata"
    return True, "time zones: Europe/Copenhagen is known"


async def _api(settings: Settings) -> tuple[bool, str]:
    client = connect(settings.token, root=settings.api_url)
    try:
        async with asyncio.timeout(_PATIENCE):
            async with client:
                return True, f"Bot API {settings.api_url}: the bot is @{client.username}"
    except TokenRejectedError:
        return False, f"Bot API {settings.api_url}: answers, but does not know this token"
    except TimeoutError:
        return False, f"Bot API {settings.api_url}: no answer within {_PATIENCE:g} seconds"
    except TelegramError as error:
        return False, f"Bot API {settings.api_url}: {error.message}"
