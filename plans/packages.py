"""Zip packages of Word and Excel: every part is checked before anything reads it."""

import io
import re
import zipfile
import zlib

from plans.limits import Limits
from plans.unreadable import Reason, UnreadableDocument

_CHUNK = 64 * 1024
_MOST_PARTS = 4000
_SMALL = 256 * 1024  # bytes; a part that unpacks to less is no bomb however well it was packed
_CARRIED = ("/media/", "/embeddings/", "/fonts/")  # what is carried along and never read here
_ENTITY = (b"<!ENTITY", b"<!DOCTYPE")
_OVERLAP = 32
_ENCODING = re.compile(rb"<\?xml[^<>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})[\"']")
_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"}


def check_package(data: bytes, limits: Limits, main: str) -> bool:
    """Refuse what is no sound package with this main part; whether it holds pictures.

    Raises:
        UnreadableDocument: of another kind, damaged, encrypted, or a bomb.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            _check_sizes(parts, limits)
            if main not in package.namelist():
                raise UnreadableDocument(Reason.UNSUPPORTED)
            _unpack(package, parts, limits)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, zlib.error) as error:
        raise UnreadableDocument(Reason.DAMAGED) from error
    except RuntimeError as error:  # zipfile's word for a part with a password
        raise UnreadableDocument(Reason.ENCRYPTED) from error
    return any("/media/" in part.filename for part in parts)


def _check_sizes(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    """What the package says of itself, before anything is unpacked."""
    swollen = any(
        part.file_size > _SMALL and part.file_size > limits.ratio * max(part.compress_size, 1)
        for part in parts
    )
    large = any(part.file_size > limits.part and _read(part) for part in parts)
    if swollen or large or len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > limits.expanded:
        raise UnreadableDocument(Reason.BOMB)


def _read(part: zipfile.ZipInfo) -> bool:
    """Whether a library may read it as XML, whatever it is called: a package says itself what is what."""
    return not any(folder in part.filename for folder in _CARRIED)


def _unpack(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Every part once, in small pieces: what it really unpacks to, its checksum, no entities in XML."""
    total = 0
    for part in parts:
        with package.open(part) as stream:
            tail, read = b"", _read(part)
            while piece := stream.read(_CHUNK):
                total += len(piece)
                if total > limits.expanded or (read and _declares(tail + piece)):
                    raise UnreadableDocument(Reason.BOMB)
                if read and not tail and not _plain(piece):
                    raise UnreadableDocument(Reason.DAMAGED)
                tail = piece[-_OVERLAP:]


def _declares(piece: bytes) -> bool:
    """Whether XML declares a document type, in whatever encoding: Word and Excel never do."""
    return any(mark in piece.replace(b"\0", b"") for mark in _ENTITY)


def _plain(piece: bytes) -> bool:
    """Whether XML names no encoding in which a declaration could hide: UTF-7 and the like."""
    said = _ENCODING.match(piece.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t"))
    return said is None or said[1].lower() in _ENCODINGS
