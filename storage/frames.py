r"""The lines of a tenant's file: each a JSON array of a checksum and what it is the checksum of.

    ["eb817522",{"schema":1,"tables":{...}}]
    ["fd7b7a19",[["entries","e1",{...}],["drafts","7:9",null]]]

The CRC-32 (eight hexadecimal digits) is of the bytes between the comma and the closing bracket. JSON
never has a bare line break, so a line ends exactly where it says, and half a line has no end.
"""

from dataclasses import dataclass
from zlib import crc32

_OPENING, _COMMA, _CLOSING = b'["', b'",', b"]"
_BODY = len(_OPENING) + 8 + len(_COMMA)


class Broken(Exception):
    """The file is not what was written; the text says where."""


@dataclass(frozen=True, slots=True)
class Frames:
    """What the lines hold, and how many bytes of the file they are; behind them is a torn tail."""

    payloads: list[bytes]
    first: int
    whole: int


def frame(payload: bytes) -> bytes:
    """One line."""
    return b'["%08x",%b]\n' % (crc32(payload), payload)


def split(data: bytes) -> Frames:
    """All whole lines.

    A last line without an end was being written when the power or the process went; nobody was told that
    it was saved.

    Raises:
        Broken: a line is not what was written, or there is none.
    """
    *lines, tail = data.split(b"\n")
    payloads = [_payload(line, number) for number, line in enumerate(lines, 1)]
    if not payloads:
        raise Broken("it has no first line" if data else "it is empty")
    if _is_whole(tail[:-1]):
        raise Broken(f"the end of line {len(lines) + 1} is not what was written")
    return Frames(payloads, first=len(lines[0]) + 1, whole=len(data) - len(tail))


def _payload(line: bytes, number: int) -> bytes:
    if not _is_whole(line):
        raise Broken(f"line {number} is not what was written")
    return line[_BODY:-1]


def _is_whole(line: bytes) -> bool:
    return frame(line[_BODY:-1]) == line + b"\n"
