"""What can be asked of ``/control/<name>``: the fields of each request."""

from __future__ import annotations

import msgspec


class NewPerson(msgspec.Struct, forbid_unknown_fields=True):
    """``person``: -> ``{"id"}``."""

    first_name: str
    language: str | None = None
    username: str | None = None
    started: bool = False


class NewGroup(msgspec.Struct, forbid_unknown_fields=True):
    """``group``: -> ``{"id"}``; people by number, ``bot`` the bot's status."""

    title: str
    admins: list[int] = []
    members: list[int] = []
    supergroup: bool = False
    bot: str = "member"


class Say(msgspec.Struct, forbid_unknown_fields=True):
    """``say``: -> ``{"message_id", "update_id"}``; without ``chat`` in private."""

    person: int
    text: str
    chat: int | None = None
    reply_to: int | None = None
    anonymously: bool = False


class SendFile(msgspec.Struct, forbid_unknown_fields=True):
    """``upload``: -> ``{"message_id", "update_id"}``; ``data`` in base64."""

    person: int
    name: str
    data: str
    mime: str = "application/octet-stream"
    caption: str = ""
    chat: int | None = None


class TapButton(msgspec.Struct, forbid_unknown_fields=True):
    """``tap``: -> ``{"tap", "update_id"}``; by text or place, or forged with ``data``."""

    person: int
    message_id: int
    chat: int | None = None
    button: str | int = 0
    data: str | None = None


class Deed(msgspec.Struct, forbid_unknown_fields=True):
    """``do``: "block" or "unblock" (a person); "add", "remove" (the bot), "migrate" (a group)."""

    what: str
    person: int | None = None
    chat: int | None = None


class Where(msgspec.Struct, forbid_unknown_fields=True):
    """``messages``: -> ``{"messages": [...]}``, those after ``after``; of one chat or of all."""

    chat: int | None = None
    after: int = 0


class WhichTap(msgspec.Struct, forbid_unknown_fields=True):
    """``answer``: waits for the answer to a tap -> ``{"text", "is_alert", "url"}``."""

    tap: str
    timeout: float = 5.0


class Wait(msgspec.Struct, forbid_unknown_fields=True):
    """``wait``: until a method was done ``count`` times -> ``{"count", "seconds", "reached"}``.

    ``seconds`` run from the last ``bulk``, or from this request if there was none.
    """

    method: str = "sendMessage"
    count: int = 1
    timeout: float = 60.0


class Enforce(msgspec.Struct, forbid_unknown_fields=True):
    """``limits``: whether Telegram's rate limits hold."""

    enforced: bool = True


class Nothing(msgspec.Struct):
    """Requests without fields."""
