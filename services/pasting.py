"""A text that comes in several messages: one document, cut by Telegram or pasted piece by piece."""

from council.refusals import Unreadable

LIMIT = 4096
"""UTF-16 code units of one message (Bot API, Message.text)."""
_LOOKED_AT = 300  # characters before a cut among which the apps look for a line's end or a blank
MOST = 200_000
"""Characters of a text that is put together; a longer one is sent as a file."""


def room_in(piece: str) -> int:
    """How much more the message of this piece could have held."""
    return LIMIT - _length(piece)


def joined(text: str, room: int, piece: str) -> str:
    """The text with the next piece behind it; `room` is what the message of the last piece had left.

    Telegram's apps cut a long text at a line's end if they can, else between words, else anywhere, and take
    away the blank there. What the next piece begins with tells which it was: a line or a word for which there
    was room would not have been cut off.

    Raises:
        Unreadable: "too_much", when it is more than is taken together.
    """
    if len(text) + len(piece) > MOST:
        raise Unreadable("too_much")
    return f"{text}{_joint(text, room, piece)}{piece}"


def _joint(text: str, room: int, piece: str) -> str:
    line, word = piece.split("\n", 1)[0], piece.split(maxsplit=1)[0] if piece.strip() else ""
    if not (text and word) or _length(line) < room or _length(word) < room:
        return "\n"
    before = text[-_LOOKED_AT:]
    if room <= 0 and not any(character.isspace() for character in before):
        return ""
    return " " if "\n" not in before or piece[0].islower() else "\n"


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
