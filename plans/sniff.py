"""What a file is, by its content; names and endings are not believed."""

from enum import StrEnum

from plans.unreadable import Reason, UnreadableDocument

_PDF = b"%PDF-"
_PDF_WITHIN = 1024  # readers accept a PDF that begins a little late
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = (b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"\x1f\x8b", b"7z\xbc\xaf", b"%!PS")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MOST_CONTROLS = 50  # one in so many characters may be a control character
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


class Form(StrEnum):
    """The forms of document that are read."""

    PDF = "pdf"
    WORD = "word"
    TEXT = "text"


def form_of(data: bytes) -> Form:
    """Which form a document has.

    Raises:
        UnreadableDocument: empty, encrypted (a Word file with a password), or of no form that is read.
    """
    if not data.strip(b" \t\r\n\f\0"):
        raise UnreadableDocument(Reason.EMPTY)
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return Form.WORD
    if data.startswith(_OLE):
        locked = _ENCRYPTED_PACKAGE in data
        raise UnreadableDocument(Reason.ENCRYPTED if locked else Reason.UNSUPPORTED)
    if data.startswith(_FOREIGN):
        raise UnreadableDocument(Reason.UNSUPPORTED)
    if _PDF in data[:_PDF_WITHIN]:
        return Form.PDF
    if data.startswith(_UTF16) or _like_text(data):
        return Form.TEXT
    raise UnreadableDocument(Reason.UNSUPPORTED)


def _like_text(data: bytes) -> bool:
    """No zero bytes and hardly any control characters."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return b"\0" not in data and controls * _MOST_CONTROLS <= len(data)
