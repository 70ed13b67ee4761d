"""Which characters a font file can write: its `cmap` table (OpenType 1.9)."""

import struct
from collections.abc import Iterator
from pathlib import Path

_BY_CODE_POINT = {(0, 3), (0, 4), (3, 1), (3, 10)}  # platform and encoding of the Unicode subtables
_LAST_SEGMENT = 0xFFFF


def covered(font: Path) -> frozenset[int]:
    """The code points for which the font has a glyph.

    Reads subtables of the formats 4 and 12, which every present font for Unicode text has.

    Raises:
        OSError: when the file cannot be read.
        struct.error: when it is no TrueType or OpenType font.
    """
    data = font.read_bytes()
    start = _table(data, b"cmap")
    return frozenset(
        code
        for platform, encoding, offset in _records(data, start)
        if (platform, encoding) in _BY_CODE_POINT
        for code in _subtable(data[start + offset :])
    )


def _table(data: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", data, 4)
    for tag, _, offset, _ in struct.iter_unpack(">4sIII", data[12 : 12 + 16 * count]):
        if tag == name:
            return int(offset)
    raise struct.error("no cmap table")


def _records(data: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    (count,) = struct.unpack_from(">H", data, start + 2)
    return struct.iter_unpack(">HHI", data[start + 4 : start + 4 + 8 * count])


def _subtable(table: bytes) -> Iterator[int]:
    (kind,) = struct.unpack_from(">H", table)
    return {4: _segments, 12: _groups}.get(kind, lambda _: iter(()))(table)


def _segments(table: bytes) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", table, 6)

    def array(number: int, kind: str = "H") -> tuple[int, ...]:
        padding = 2 if number else 0  # after the end codes
        return struct.unpack_from(f">{twice // 2}{kind}", table, 14 + number * twice + padding)

    ends, starts, deltas, ranges = array(0), array(1), array(2, "h"), array(3)
    for index, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, last + 1) if first != _LAST_SEGMENT else ():
            where = 16 + 3 * twice + 2 * index + ranges[index] + 2 * (code - first)
            glyph = struct.unpack_from(">H", table, where)[0] if ranges[index] else code + deltas[index]
            if glyph & 0xFFFF:
                yield code


def _groups(table: bytes) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", table, 12)
    for first, last, glyph in struct.iter_unpack(">III", table[16 : 16 + 12 * count]):
        yield from range(first if glyph else first + 1, last + 1)
