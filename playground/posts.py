"""Messages as tests and the demo see them."""

from __future__ import annotations

from dataclasses import dataclass

from playground.finding import find
from playground.render import to_html, to_rows
from playground.state import Answer, Chat, Tap, World
from playground.wire import Button, Message


class NoSuchButtonError(LookupError):
    """The message has no such button; says which ones it has."""


@dataclass(frozen=True, slots=True, eq=False)
class Post:
    """A message in a chat; always shows its current state.

    Attributes:
        update_id: of the update that carried it, for people's messages; ``None`` if the bot did
            not get it (privacy mode, not in the group).
    """

    world: World
    place: Chat
    message: Message
    update_id: int | None = None

    @property
    def id(self) -> int:
        """The message's number in its chat."""
        return self.message.message_id

    @property
    def text(self) -> str:
        """Plain text, or the caption."""
        return self.message.text or self.message.caption or ""

    @property
    def html(self) -> str:
        """The text with tags, as HTML that gives the same message."""
        message = self.message
        return to_html(self.text, message.entities or message.caption_entities)

    @property
    def rows(self) -> list[list[str]]:
        """The texts of the inline buttons, row by row."""
        return to_rows(self.message.reply_markup)

    @property
    def buttons(self) -> list[Button]:
        """The inline buttons in reading order."""
        keyboard = self.message.reply_markup
        return [button for row in keyboard.inline_keyboard for button in row] if keyboard else []

    @property
    def keyboard(self) -> object | None:
        """A keyboard instead of letters, its removal, or a forced reply (`checks.keyboards`)."""
        return self.place.keyboards.get(self.id)

    @property
    def document(self) -> bytes | None:
        """The bytes of the attached document."""
        document = self.message.document
        return self.world.files[document.file_id].data if document else None

    @property
    def file_name(self) -> str | None:
        """The name of the attached document."""
        return self.message.document.file_name if self.message.document else None

    @property
    def photo(self) -> bytes | None:
        """The bytes of the photo, as they were sent."""
        photo = self.message.photo
        return self.world.files[photo[-1].file_id].data if photo else None

    @property
    def is_via_bot(self) -> bool:
        """Sent by a person who chose one of the bot's inline results."""
        return self.message.via_bot is not None

    @property
    def inline_id(self) -> str | None:
        """Its ``inline_message_id``, if it was sent via the bot and had buttons."""
        return self.place.inline_ids.get(self.id)

    @property
    def reply_to(self) -> int | None:
        """The number of the message it answers."""
        reply = self.message.reply_to_message
        return reply.message_id if reply else None

    @property
    def history(self) -> list[str]:
        """Its texts before each edit, oldest first."""
        past = self.place.past.get(self.id, [])
        return [message.text or message.caption or "" for message in past]

    @property
    def is_deleted(self) -> bool:
        """No longer in the chat."""
        return self.id not in self.place.messages

    @property
    def is_pinned(self) -> bool:
        """Pinned in its chat."""
        return self.id in self.place.pinned

    def button(self, which: str | int) -> Button:
        """A button by its text, its data, its place, or a part of its text that only it has.

        Raises:
            NoSuchButtonError: none or several match; the error lists all buttons.
        """
        matching = find(self.buttons, which, lambda button: button.text, lambda button: button.callback_data)
        if len(matching) == 1:
            return matching[0]
        listed = " ".join(f"[ {button.text} ]" for button in self.buttons) or "none"
        how_many = "several buttons match" if matching else "no button matches"
        raise NoSuchButtonError(f"{how_many} {which!r} under message {self.id}; buttons: {listed}")

    def __repr__(self) -> str:
        return f"<Post {self.id} in {self.place.info.id}: {self.text[:40]!r} {self.rows}>"


@dataclass(frozen=True, slots=True, eq=False)
class Tapped:
    """A tap on its way; ``answer`` is how the bot answered it, once it has."""

    world: World
    tap: Tap
    update_id: int | None

    @property
    def answer(self) -> Answer | None:
        """The answer so far."""
        return self.tap.answer

    def expire(self) -> None:
        """Make it too old to answer."""
        self.tap.is_expired = True

    async def answered(self, timeout: float = 5.0) -> Answer:  # noqa: ASYNC109 - a limit, not a wait
        """The bot's answer.

        Raises:
            TimeoutError: it did not come within ``timeout`` seconds.
        """
        if not await self.world.changed.until(lambda: self.tap.answer, timeout):
            raise TimeoutError(f"tap {self.tap.query.data!r} was not answered in {timeout} s")
        assert self.tap.answer is not None
        return self.tap.answer
