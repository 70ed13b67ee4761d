"""What a file is, by its content; names and endings are not believed."""

import io
import re
import zipfile
from enum import StrEnum

from plans.encodings import UTF16, decoded
from plans.extract_csv import delimiter_of
from plans.extract_markdown import is_markdown
from plans.unreadable import Reason, UnreadableDocument

_PDF = b"%PDF-"
_PDF_WITHIN = 1024  # readers accept a PDF that begins a little late
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = (b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"\x1f\x8b", b"7z\xbc\xaf", b"%!PS")
_MOST_CONTROLS = 50  # one in so many characters may be a control character
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_HEAD = 4000  # characters by which a text is known
_COMMENT = re.compile(r"\s{0,200}<!--.{0,2000}?-->", re.DOTALL)
_HTML = re.compile(
    r"\s{0,200}(?:<\?xml\b[^<>]{0,300}>\s{0,200})?"
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|style|div|section|article|main|table|ul|ol|h[1-6]|p|pre)"
    r"(?=[\s/>])",
    re.IGNORECASE,
)
_CALENDAR = re.compile(r"\s{0,200}BEGIN:VCALENDAR\s", re.IGNORECASE)


class Form(StrEnum):
    """The forms of document that are read."""

    PDF = "pdf"
    WORD = "word"
    SHEET = "sheet"
    CALENDAR = "calendar"
    HTML = "html"
    CSV = "csv"
    MARKDOWN = "markdown"
    TEXT = "text"


# The part of a package that says what it is.
_PACKAGES = {"word/document.xml": Form.WORD, "xl/workbook.xml": Form.SHEET}


def form_of(data: bytes) -> Form:
    """Which form a document has.

    Raises:
        UnreadableDocument: empty, damaged, encrypted (Word or Excel with a password), or none of these.
    """
    if not data.strip(b" \t\r\n\f\0"):
        raise UnreadableDocument(Reason.EMPTY)
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return _form_of_package(data)
    if data.startswith(_OLE):
        locked = _ENCRYPTED_PACKAGE in data
        raise UnreadableDocument(Reason.ENCRYPTED if locked else Reason.UNSUPPORTED)
    if data.startswith(_FOREIGN):
        raise UnreadableDocument(Reason.UNSUPPORTED)
    if _PDF in data[:_PDF_WITHIN]:
        return Form.PDF
    if data.startswith(UTF16) or _like_text(data):
        return form_of_text(decoded(data))
    raise UnreadableDocument(Reason.UNSUPPORTED)


def _form_of_package(data: bytes) -> Form:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableDocument(Reason.DAMAGED) from error
    form = next((form for part, form in _PACKAGES.items() if part in names), None)
    if form is None:
        raise UnreadableDocument(Reason.UNSUPPORTED)
    return form


def form_of_text(text: str) -> Form:
    """Which kind of text it is; one that has the marks of none is plain."""
    head = text[:_HEAD]
    while comment := _COMMENT.match(head):
        head = head[comment.end() :]
    if _CALENDAR.match(head):
        return Form.CALENDAR
    if _HTML.match(head):
        return Form.HTML
    marked = is_markdown(text)
    if not marked and delimiter_of(text):
        return Form.CSV
    return Form.MARKDOWN if marked else Form.TEXT


def _like_text(data: bytes) -> bool:
    """No zero bytes and hardly any control characters."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return b"\0" not in data and controls * _MOST_CONTROLS <= len(data)
