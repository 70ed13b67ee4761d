"""Requests to the Bot API: form, JSON and multipart bodies to one shape."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote

import msgspec

from playground.errors import bad_request

_decoder = msgspec.json.Decoder(dict[str, msgspec.Raw])
_string = msgspec.json.Decoder(str)
_BOUNDARY = re.compile(rb'boundary="?([^";,]+)"?')
_FIELD = re.compile(r'\bname="((?:[^"\\]|\\.)*)"')
_FILE = re.compile(r'filename="((?:[^"\\]|\\.)*)"')
_FILE_STAR = re.compile(r"filename\*=utf-8''([^;\s]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method: parameters as strings (objects as JSON text), uploads by name."""

    method: str
    params: dict[str, str]
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """A string; ``None`` when it is missing or empty."""
        return self.params.get(name) or None

    def number(self, name: str, default: int = 0) -> int:
        """A whole number.

        Raises:
            ApiError: it is something else.
        """
        value = self.params.get(name)
        if not value:
            return default
        try:
            return int(value)
        except ValueError as error:
            raise bad_request(f"parameter {name} must be a number") from error

    def flag(self, name: str) -> bool:
        """Whether a parameter says yes."""
        return self.params.get(name, "").lower() in {"true", "1", "yes"}


def read_call(method: str, query: bytes, content_type: bytes, body: bytes) -> Call:
    """A request as a `Call`.

    Raises:
        ApiError: the body is not what its content type says.
    """
    params = dict(parse_qsl(query.decode("latin-1"), keep_blank_values=True)) if query else {}
    if not body:
        return Call(method, params)
    kind = content_type.split(b";", 1)[0].strip().lower()
    if kind == b"application/json":
        return Call(method, {**params, **_read_json(body)})
    if kind == b"multipart/form-data":
        fields, uploads = read_multipart(content_type, body)
        return Call(method, {**params, **fields}, uploads)
    try:
        fields = dict(parse_qsl(body.decode(), keep_blank_values=True, errors="strict"))
    except ValueError as error:
        raise bad_request("strings must be encoded in UTF-8") from error
    return Call(method, {**params, **fields})


def _read_json(body: bytes) -> dict[str, str]:
    try:
        fields = {name: bytes(raw) for name, raw in _decoder.decode(body).items()}
        return {
            name: _string.decode(raw) if raw.startswith(b'"') else raw.decode()
            for name, raw in fields.items()
            if raw != b"null"
        }
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise bad_request("can't parse request body as JSON") from error


def read_multipart(content_type: bytes, body: bytes) -> tuple[dict[str, str], dict[str, Upload]]:
    """Fields and uploads of a ``multipart/form-data`` body.

    Raises:
        ApiError: there is no boundary, or a part has no name.
    """
    boundary = _BOUNDARY.search(content_type)
    if boundary is None:
        raise bad_request("boundary expected in multipart/form-data")
    fields: dict[str, str] = {}
    uploads: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary[1])[1:]:
        if part.startswith(b"--"):
            break
        _read_part(part, fields, uploads)
    return fields, uploads


def _read_part(part: bytes, fields: dict[str, str], uploads: dict[str, Upload]) -> None:
    head, _, data = part.partition(b"\r\n\r\n")
    headers = _headers(head.decode("utf-8", "replace"))
    disposition = headers.get("content-disposition", "")
    name = _FIELD.search(disposition)
    if name is None:
        raise bad_request("multipart part without a name")
    file_name = _file_name(disposition)
    if file_name is None:
        fields[name[1]] = data.decode("utf-8", "replace")
    else:
        mime = headers.get("content-type", "application/octet-stream")
        uploads[name[1]] = Upload(file_name, mime, data)


def _headers(head: str) -> dict[str, str]:
    lines = (line.partition(":") for line in head.split("\r\n"))
    return {name.strip().lower(): value.strip() for name, _, value in lines}


def _file_name(disposition: str) -> str | None:
    """The file's name without folders, however the client quoted it."""
    star = _FILE_STAR.search(disposition)
    if star:
        return unquote(star[1]).rpartition("/")[2]
    plain = _FILE.search(disposition.replace("filename*", ""))
    return plain[1].replace('\\"', '"').rpartition("/")[2] if plain else None
