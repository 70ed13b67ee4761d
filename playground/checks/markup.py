"""Text with HTML tags to plain text and entities, as strict as Telegram.

The rules are those of https://core.telegram.org/bots/api#html-style; the wording of the errors
is what Telegram's server answers to each kind of mistake.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playground.checks.urls import is_url
from playground.checks.utf16 import utf16_length
from playground.errors import ApiError, bad_request
from playground.wire import Entity

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
}
_SUPPORTED = frozenset(_SIMPLE) | {"a", "span", "tg-emoji", "blockquote"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_LAST_CODE_POINT = 0x10FFFF

_SPECIAL = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?", re.IGNORECASE)
_NAME = re.compile(r"<([^\s>]*)")
_ATTRIBUTES = re.compile(r"""((?:[^>"']|"[^"]*"|'[^']*')*+)>""")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?""")
_END = re.compile(r"</([^\s>]*)\s*>")


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end."""

    name: str
    attributes: dict[str, str]
    offset: int
    part: int


@dataclass(slots=True)
class _Reader:
    """Walks through the source once, collecting text and entities."""

    source: str
    at: int = 0
    offset: int = 0
    parts: list[str] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def error(self, what: str) -> ApiError:
        """``what`` went wrong at the current place, which Telegram gives in bytes."""
        place = len(self.source[: self.at].encode("utf-8", "surrogatepass"))
        return bad_request(f"can't parse entities: {what.format(place=place)}")

    def put(self, text: str) -> None:
        """Plain text."""
        self.parts.append(text)
        self.offset += utf16_length(text)

    def step(self) -> None:
        """The next stretch: text, a character reference or a tag."""
        found = _SPECIAL.search(self.source, self.at)
        upto = found.start() if found else len(self.source)
        if upto > self.at:
            self.put(self.source[self.at : upto])
            self.at = upto
        elif self.source[self.at] == "&":
            self.reference()
        elif self.source.startswith("</", self.at):
            self.end()
        else:
            self.start()

    def reference(self) -> None:
        """A character reference; what isn't one is an ordinary ampersand."""
        found = _REFERENCE.match(self.source, self.at)
        character = _character(found) if found else None
        self.put(character or "&")
        self.at = found.end() if found and character else self.at + 1

    def start(self) -> None:
        """A start tag with its attributes."""
        named = _NAME.match(self.source, self.at)
        if named is None or named.end() == len(self.source):
            raise self.error("Unclosed start tag at byte offset {place}")
        name = named[1].lower()
        if name not in _SUPPORTED:
            raise self.error(f'Unsupported start tag "{_shown(name)}" at byte offset {{place}}')
        rest = _ATTRIBUTES.match(self.source, named.end())
        if rest is None:
            raise self.error("Unclosed start tag at byte offset {place}")
        attributes = self.attributes(name, rest[1])
        self.stack.append(_Open(name, attributes, self.offset, len(self.parts)))
        self.at = rest.end()

    def attributes(self, name: str, text: str) -> dict[str, str]:
        """The attributes of a start tag, unescaped; later ones of a name lose."""
        found: dict[str, str] = {}
        at = 0
        while text[at:].strip():
            match = _ATTRIBUTE.match(text, at)
            if match is None:
                raise self.error(f'Empty attribute name in the tag "{name}" at byte offset {{place}}')
            value = match[2] or match[3] or match[4] or ""
            found.setdefault(match[1].lower(), unescape(value))
            at = match.end()
        if name == "span" and found.get("class") != "tg-spoiler":
            raise self.error('Tag "span" must have class "tg-spoiler" at byte offset {place}')
        return found

    def end(self) -> None:
        """An end tag, which must belong to the innermost open tag."""
        if not self.stack:
            raise self.error("Unexpected end tag at byte offset {place}")
        found = _END.match(self.source, self.at)
        if found is None:
            raise self.error("Unclosed end tag at byte offset {place}")
        opened = self.stack.pop()
        name = found[1].lower()
        if name not in {"", opened.name}:
            raise self.error(
                "Unmatched end tag at byte offset {place}, "
                f'expected "</{opened.name}>", found "</{_shown(name)}>"'
            )
        self.close(opened)
        self.at = found.end()

    def close(self, opened: _Open) -> None:
        """The entity of a tag that has found its end."""
        text = "".join(self.parts[opened.part :])
        entity = _entity(opened, text, self.offset - opened.offset)
        if entity and entity.length:
            self.entities.append(entity)


def _shown(name: str) -> str:
    """A name for an error's format string."""
    return name.replace("{", "{{").replace("}", "}}")


def _character(found: re.Match[str]) -> str | None:
    if found[3]:
        return _NAMED[found[3].lower()]
    code = int(found[1], 16) if found[1] else int(found[2])
    valid = 0 < code <= _LAST_CODE_POINT and not 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 - surrogates
    return chr(code) if valid else None


def unescape(text: str) -> str:
    """Resolve the character references that Telegram knows; others stay as they are."""
    return _REFERENCE.sub(lambda found: _character(found) or found[0], text)


def _entity(opened: _Open, text: str, length: int) -> Entity | None:
    kind = _SIMPLE.get(opened.name)
    if opened.name == "a":
        return _link(opened, text, length)
    if opened.name == "blockquote":
        kind = "expandable_blockquote" if "expandable" in opened.attributes else "blockquote"
    if opened.name == "span":
        kind = "spoiler"
    entity = Entity(type=kind or "custom_emoji", offset=opened.offset, length=length)
    entity.custom_emoji_id = opened.attributes.get("emoji-id")
    if opened.name == "code":
        entity.language = opened.attributes.get("class", "").removeprefix("language-") or None
    return entity


def _link(opened: _Open, text: str, length: int) -> Entity | None:
    """A link without a valid address is plain text, as in Telegram."""
    url = opened.attributes.get("href") or text
    if not is_url(url):
        return None
    return Entity(type="text_link", offset=opened.offset, length=length, url=url)


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Plain text and entities of ``source``, in order of their offsets, the outer one first.

    Raises:
        ApiError: 400 "can't parse entities: ..." at the first mistake.
    """
    reader = _Reader(source)
    while reader.at < len(source):
        reader.step()
    if reader.stack:
        name = reader.stack[-1].name
        raise reader.error(f'Can\'t find end tag corresponding to start tag "{name}"')
    entities = reader.entities[::-1]  # of two with the same range, the outer one closed last
    entities.sort(key=lambda entity: (entity.offset, -entity.length))
    return "".join(reader.parts), _with_languages(entities)


def _with_languages(entities: list[Entity]) -> list[Entity]:
    """``<pre><code class="language-x">`` is one entity; elsewhere code has no language."""
    kept: list[Entity] = []
    blocks = {(e.offset, e.length): e for e in entities if e.type == "pre"}
    for entity in entities:
        block = blocks.get((entity.offset, entity.length))
        if entity.type == "code" and block is not None:
            block.language = entity.language
            continue
        if entity.type == "code":
            entity.language = None
        kept.append(entity)
    return kept
