"""The text in the bytes of a document."""

from plans.unreadable import Reason, UnreadableDocument

UTF16 = (b"\xff\xfe", b"\xfe\xff")


def decoded(data: bytes) -> str:
    """A text in UTF-8, UTF-16 with its mark, or Windows-1252, without its byte order mark.

    UTF-8 comes first, since hardly any other text happens to be valid UTF-8.

    Raises:
        UnreadableDocument: in no such encoding.
    """
    encodings = ("utf-16",) if data.startswith(UTF16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableDocument(Reason.UNSUPPORTED)
