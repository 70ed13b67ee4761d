"""Telegram counts text in UTF-16 code units."""

_LAST_OF_ONE_UNIT = "\uffff"


def utf16_length(text: str) -> int:
    """Number of UTF-16 code units of ``text``."""
    if text.isascii():
        return len(text)
    return len(text) + sum(character > _LAST_OF_ONE_UNIT for character in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of ``text`` that an entity covers; offset and length in UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")
