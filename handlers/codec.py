"""Button data: small frozen dataclasses that pack into at most 64 bytes and unpack strictly.

What comes back from a button is untrusted: it is checked here for its form, and the services check what
it asks for.
"""

import re
from dataclasses import dataclass, fields
from typing import ClassVar, Self

LIMIT = 64
"""Bytes of callback data (Bot API, InlineKeyboardButton)."""

_WORD = re.compile(r"[A-Za-z0-9_.+-]*", re.ASCII)


class BadTap(Exception):
    """Callback data that none of today's buttons would send."""


@dataclass(frozen=True, slots=True)
class Tap:
    """Base of all button data: fields are `str`, `int` or `bool`; `prefix` is stable and unique."""

    prefix: ClassVar[str] = ""

    def pack(self) -> str:
        """The callback data.

        Raises:
            ValueError: when a value cannot be packed or all of it is too long.
        """
        values = [_packed(getattr(self, field.name)) for field in fields(self)]
        data = ":".join([self.prefix, *values])
        if len(data) > LIMIT or not all(_WORD.fullmatch(value) for value in values):
            raise ValueError(f"not fit for a button: {type(self).__name__}, {len(data)} bytes")
        return data

    @classmethod
    def unpack(cls, data: str) -> Self:
        """The button data in this callback data.

        Raises:
            BadTap: when it is not of this form.
        """
        prefix, *values = data.split(":")
        if prefix != cls.prefix or len(values) != len(fields(cls)) or len(data) > LIMIT:
            raise BadTap
        return cls(*(_unpacked(field.type, value) for field, value in zip(fields(cls), values, strict=True)))


def _packed(value: str | int) -> str:
    return str(int(value)) if isinstance(value, int) else value


def _unpacked(kind: object, value: str) -> str | int:
    if not _WORD.fullmatch(value):
        raise BadTap
    if kind is str:
        return value
    if kind is bool and value in {"0", "1"}:
        return value == "1"
    if kind is int and re.fullmatch(r"-?[0-9]{1,15}", value):
        return int(value)
    raise BadTap
