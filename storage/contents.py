"""What stands in the lines of a file: a snapshot in the first, the steps of one transaction in each other.

Documents stay JSON as long as they can: who decodes or encodes them one at a time does not hold up the
other threads for long.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec

from storage.frames import Broken, Frames, frame
from storage.migrations import Documents, Migration, current, known, migrate
from storage.transaction import Put, Step

Raws = dict[str, dict[str, msgspec.Raw]]


class _Version(msgspec.Struct):
    schema: Annotated[int, msgspec.Meta(ge=1)]


class _Snapshot(_Version, forbid_unknown_fields=True):
    tables: Raws


# Of each step: its table, the id, and the record or null.
_Steps = list[tuple[str, str, msgspec.Raw]]
_decode_steps = msgspec.json.Decoder(_Steps).decode
_NULL = b"null"
_encode = msgspec.json.Encoder().encode


def snapshot(tables: Mapping[str, Mapping[str, Any]], version: int) -> bytes:
    """The first line of a file that holds these tables, {table: {id: record or document}}."""
    parts = (
        b"%b:{%b}" % (_encode(name), b",".join(_row(*pair) for pair in rows.items()))
        for name, rows in tables.items()
    )
    return frame(b'{"schema":%d,"tables":{%b}}' % (version, b",".join(parts)))


def transaction(steps: Sequence[Step]) -> bytes:
    """The line of these steps."""
    return frame(b"[%b]" % b",".join(map(_step, steps)))


def version_of(frames: Frames) -> int:
    """The version of the file.

    Raises:
        Broken: it does not say.
    """
    try:
        return msgspec.json.decode(frames.payloads[0], type=_Version).schema
    except msgspec.MsgspecError as error:
        raise Broken(f"its first line does not say its version: {error}") from error


def contents(frames: Frames, migrations: Sequence[Migration]) -> Raws:
    """The tables after all transactions of the file, as they are kept today.

    Raises:
        Broken: the lines hold something else.
        Newer: the file is of a later version.
    """
    version = version_of(frames)
    known(version, migrations)
    tables = _replayed(frames)
    if version == current(migrations):
        return tables
    return _raws(migrate(documents(tables), version, migrations))


def documents(tables: Raws) -> Documents:
    """The same as plain values."""
    return {
        name: {key: msgspec.json.decode(row) for key, row in rows.items()} for name, rows in tables.items()
    }


def _raws(tables: Documents) -> Raws:
    return {
        name: {key: msgspec.Raw(_encode(row)) for key, row in rows.items()} for name, rows in tables.items()
    }


def _row(key: str, row: object) -> bytes:
    return b"%b:%b" % (_encode(key), _encode(row))


def _step(step: Step) -> bytes:
    key, row = (step.record.id, step.encoded) if isinstance(step, Put) else (step.key, _NULL)
    return b"[%b,%b,%b]" % (_encode(step.kept.table), _encode(key), row)


def _replayed(frames: Frames) -> Raws:
    try:
        tables = msgspec.json.decode(frames.payloads[0], type=_Snapshot).tables
        for payload in frames.payloads[1:]:
            _replay(_decode_steps(payload), tables)
    except (msgspec.MsgspecError, KeyError) as error:
        raise Broken(f"it does not hold what it should: {error}") from error
    return tables


def _replay(steps: _Steps, tables: Raws) -> None:
    for name, key, row in steps:
        if bytes(row) == _NULL:
            del tables[name][key]
        else:
            tables.setdefault(name, {})[key] = row
