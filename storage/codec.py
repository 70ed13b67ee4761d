"""Records to JSON and back, so that what was accepted can always be read again.

Whatever is put is decoded again and compared before it counts: a value of the wrong type would otherwise
be found out at the next start, when a whole council's file could no longer be read.
"""

from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, get_args, get_type_hints

import msgspec

from council.records import Record

_UTC = timedelta(0)
_encode = msgspec.json.Encoder().encode


def encode(record: Record) -> tuple[bytes, Record]:
    """Its JSON, and the record as it will be read from it.

    Raises:
        ValueError: it holds what JSON cannot (half a surrogate pair) or an instant that is not in UTC.
        TypeError: a field is not of the type that it is declared to be.
    """
    kind = type(record)
    _check_instants(record)
    try:
        data = _encode(record)
        again = decode(kind, data)
    except UnicodeEncodeError:
        raise ValueError(f"a text of this {kind.__name__} is not valid Unicode") from None
    except (msgspec.MsgspecError, TypeError) as error:
        raise TypeError(f"this {kind.__name__} cannot be kept: {error}") from error
    if again != record:
        raise TypeError(f"this {kind.__name__} holds values of other types than it declares")
    return data, again


def decode(kind: type[Record], data: bytes | msgspec.Raw) -> Record:
    """The record that was written as this JSON.

    Raises:
        ValueError: it is not one of this kind.
    """
    return _decoder(kind).decode(data)


@cache
def _decoder(kind: type[Record]) -> msgspec.json.Decoder[Record]:
    return msgspec.json.Decoder(kind)


def _check_instants(value: object) -> None:
    if isinstance(value, datetime):
        if value.utcoffset() != _UTC:
            raise ValueError("an instant that is kept must be in UTC")
    elif isinstance(value, tuple):
        for item in value:
            _check_instants(item)
    elif is_dataclass(kind := type(value)):
        for name in _with_instants(kind):
            _check_instants(getattr(value, name))


@cache
def _with_instants(kind: type) -> tuple[str, ...]:
    """The fields in which an instant can be, at any depth: the others need not be walked."""
    hints = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if _has_instant(hints[field.name]))


def _has_instant(hint: Any) -> bool:  # noqa: ANN401 - annotations have no common type
    if isinstance(hint, type) and is_dataclass(hint):
        return bool(_with_instants(hint))
    return hint is datetime or any(_has_instant(part) for part in get_args(hint))
