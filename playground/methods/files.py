"""Documents and photos, up and down."""

from __future__ import annotations

from playground.checks.images import check_photo, measure
from playground.checks.keyboards import read_keyboard
from playground.checks.texts import check_caption
from playground.errors import bad_request
from playground.methods.messages import formatted, new_message, post
from playground.methods.reach import open_chat
from playground.requests import Call, Upload
from playground.state import StoredFile, World
from playground.wire import Document, Message, PhotoSize

MAX_DOWNLOAD = 20 * 1024 * 1024
MAX_DOCUMENT = 50 * 1024 * 1024
MAX_NAME = 255
_SOME_PIXELS = 90, 90


def store(world: World, upload: Upload, *, is_photo: bool = False) -> StoredFile:
    """Keep a file; the same bytes sent again get another id, as in Telegram.

    People's photos need not be pictures: no test of a bot hangs on that.
    """
    number = world.number()
    kind = "photo" if is_photo else "doc"
    name = upload.name[-MAX_NAME:] or "file"
    path = f"{kind}s/file_{number}{_suffix(name)}"
    pixels = (measure(upload.data) or _SOME_PIXELS) if is_photo else None
    file = StoredFile(f"{kind}-{number}-id", f"{kind}{number}u", path, name, upload.mime, upload.data, pixels)
    world.files[file.file_id] = file
    return file


def _suffix(name: str) -> str:
    ending = name.rpartition(".")[2]
    return f".{ending}" if "." in name and ending.isalnum() and ending.isascii() else ""


def as_document(file: StoredFile) -> Document:
    """How a message shows a file."""
    return Document(
        file_id=file.file_id,
        file_unique_id=file.unique_id,
        file_name=file.name,
        mime_type=file.mime,
        file_size=len(file.data),
    )


def as_photo(file: StoredFile) -> list[PhotoSize]:
    """How a message shows a photo: in one size; nobody here looks at it."""
    width, height = file.pixels or _SOME_PIXELS
    return [
        PhotoSize(
            file_id=file.file_id,
            file_unique_id=file.unique_id,
            width=width,
            height=height,
            file_size=len(file.data),
        )
    ]


def given_file(world: World, call: Call, name: str, value: str) -> StoredFile:
    """The "photo" or "document" that a call uploads or, as ``value``, attaches or names by its id.

    Raises:
        ApiError: there is none, or Telegram would refuse it.
    """
    upload = call.uploads.get(value.removeprefix("attach://") or name) or call.uploads.get(name)
    if upload is not None:
        return _uploaded(world, upload, name)
    if not value:
        raise bad_request(f"there is no {name} in the request")
    known = world.files.get(value)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if known.is_photo != (name == "photo"):
        kind = "Photo" if known.is_photo else "Document"
        raise bad_request(f"can't use file of type {kind} as {name.title()}")
    return known


def _uploaded(world: World, upload: Upload, name: str) -> StoredFile:
    if not upload.data:
        raise bad_request("file must be non-empty")
    if name == "photo":
        check_photo(upload.data)
    elif len(upload.data) > MAX_DOCUMENT:
        raise bad_request("file is too big")
    return store(world, upload, is_photo=name == "photo")


def _send(world: World, call: Call, name: str) -> Message:
    chat = open_chat(world, call)
    caption, entities = formatted(world, call, "caption", "caption_entities")
    check_caption(caption)
    keyboard = read_keyboard(call.params.get("reply_markup"))
    message = new_message(world, chat, call)
    file = given_file(world, call, name, call.params.get(name, ""))
    if name == "photo":
        message.photo = as_photo(file)
    else:
        message.document = as_document(file)
    message.caption, message.caption_entities = caption or None, entities
    return post(world, chat, message, keyboard)


def send_document(world: World, call: Call) -> Message:
    """``sendDocument``: an upload or a known ``file_id``."""
    return _send(world, call, "document")


def send_photo(world: World, call: Call) -> Message:
    """``sendPhoto``: an upload or a known ``file_id``."""
    return _send(world, call, "photo")


def get_file(world: World, call: Call) -> dict[str, str | int]:
    """``getFile``; the path leads to ``/file/bot<token>/<path>``."""
    file = world.files.get(call.params.get("file_id", ""))
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.data) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.data),
        "file_path": file.path,
    }


METHODS = {"sendDocument": send_document, "sendPhoto": send_photo, "getFile": get_file}
