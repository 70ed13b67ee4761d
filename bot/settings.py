"""The settings: from the environment, or from a file `.env` in the working folder."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from dotenv import dotenv_values

from bot.client import TELEGRAM

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_MOST_PER_SECOND = 10_000  # more is a slip of the finger
FORMATS = ("text", "json")


class SettingsError(Exception):
    """A setting is missing or wrong; the text says which, and what it should be, in one line."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All there is to set. `token` never shows in a representation.

    `data` is the folder with everything that is kept; `api_url` the root of the Bot API; `per_second` the
    most messages in a second, 0 for no bound (only sensible towards a test server); `clock_file` the file
    that says what time it is (`bot.trialclock`), for trying out only.
    """

    token: str = field(repr=False)
    data: Path = Path("data")
    api_url: str = TELEGRAM
    log_level: str = "INFO"
    log_format: str = "text"
    per_second: float = 30.0
    clock_file: Path | None = None


def from_environment() -> Settings:
    """What the environment says, and `.env` where the environment says nothing.

    Raises:
        SettingsError: a setting is missing or wrong.
    """
    dotenv = {name: value for name, value in dotenv_values(".env").items() if value is not None}
    return read_settings(dotenv | os.environ)


def read_settings(given: Mapping[str, str]) -> Settings:
    """The settings among these variables.

    Raises:
        SettingsError: a setting is missing or wrong.
    """
    known = {name: value.strip() for name, value in given.items() if name.startswith("SAMSPIL_")}
    settings = {name: value for name, value in known.items() if value}
    return Settings(
        token=_token(settings),
        data=Path(settings.get("SAMSPIL_DATA", "data")).expanduser(),
        api_url=_url(settings.get("SAMSPIL_API_URL", TELEGRAM)),
        log_level=_one_of("SAMSPIL_LOG_LEVEL", settings.get("SAMSPIL_LOG_LEVEL", "INFO").upper(), LEVELS),
        log_format=_one_of("SAMSPIL_LOG_FORMAT", settings.get("SAMSPIL_LOG_FORMAT", "text").lower(), FORMATS),
        per_second=_number("SAMSPIL_MESSAGES_PER_SECOND", settings.get("SAMSPIL_MESSAGES_PER_SECOND", "30")),
        clock_file=_path(settings.get("SAMSPIL_CLOCK_FILE")),
    )


def _token(settings: Mapping[str, str]) -> str:
    token = settings.get("SAMSPIL_TOKEN") or _from_file(settings.get("SAMSPIL_TOKEN_FILE"))
    number, colon, secret = token.partition(":")
    well_formed = number.isascii() and number.isdigit() and bool(colon) and len(secret) > 0
    if not well_formed or not token.isprintable() or any(c in token for c in " /?#"):
        raise SettingsError(
            "SAMSPIL_TOKEN is not a bot token; it looks like 123456:ABC… and comes from @BotFather"
        )
    return token


def _from_file(path: str | None) -> str:
    if path is None:
        raise SettingsError("SAMSPIL_TOKEN is not set; put the token that @BotFather gave you there")
    try:
        return Path(path).expanduser().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise SettingsError(f"SAMSPIL_TOKEN_FILE cannot be read: {path}: {reason}") from None


def _path(text: str | None) -> Path | None:
    return None if text is None else Path(text).expanduser()


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        valid = (
            parts.scheme in {"http", "https"}
            and bool(parts.hostname)
            and (parts.port is None or parts.port > 0)
        )
    except ValueError:
        valid = False
    if not valid:
        raise SettingsError(f"SAMSPIL_API_URL is not an address such as http://127.0.0.1:8081: {text!r}")
    return text.rstrip("/")


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise SettingsError(f"{name} is {value!r}; it can be {', '.join(known)}")
    return value


def _number(name: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= _MOST_PER_SECOND:
        raise SettingsError(f"{name} is {text!r}; it should be a number such as 30, or 0 for no bound")
    return value
