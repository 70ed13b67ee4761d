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
_PARAMETER = re.compile(r';\s*([\w*]+)=(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))')
_EXTENDED = "utf-8''"


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
    about = _parameters(headers.get("content-disposition", ""))
    if "name" not in about:
        raise bad_request("multipart part without a name")
    file_name = _file_name(about)
    if file_name is None:
        fields[about["name"]] = data.decode("utf-8", "replace")
    else:
        mime = headers.get("content-type", "application/octet-stream")
        uploads[about["name"]] = Upload(file_name, mime, data)


def _headers(head: str) -> dict[str, str]:
    lines = (line.partition(":") for line in head.split("\r\n"))
    return {name.strip().lower(): value.strip() for name, _, value in lines}


def _parameters(disposition: str) -> dict[str, str]:
    """What a ``Content-Disposition`` says after its first word; quotes taken off."""
    return {
        found[1]: found[3] if found[2] is None else found[2].replace('\\"', '"')
        for found in _PARAMETER.finditer(disposition)
    }


def _file_name(about: dict[str, str]) -> str | None:
    """The file's name without folders, however the client quoted it."""
    extended = about.get("filename*", "")
    if extended.lower().startswith(_EXTENDED):
        return unquote(extended[len(_EXTENDED) :]).rpartition("/")[2]
    name = about.get("filename")
    return None if name is None else name.rpartition("/")[2]
