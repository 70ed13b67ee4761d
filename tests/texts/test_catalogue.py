"""Every text of the code is in every catalogue, said whole."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from texts.catalogue import LANGUAGES, SOURCE_LANGUAGE
from texts.extract import brought_up_to_date, extracted

ROOT = Path(__file__).parent.parent.parent
OTHERS = sorted(set(LANGUAGES) - {SOURCE_LANGUAGE})

Key = tuple[str | None, str | tuple[str, ...]]


@cache
def code() -> Catalog:
    return extracted(ROOT)


def path(language: str) -> Path:
    return ROOT / "texts" / language / "samspil.po"


def kept(language: str) -> Catalog:
    with path(language).open("rb") as source:
        return read_po(source, locale=language)


def by_key(catalogue: Catalog) -> dict[Key, Message]:
    return {(message.context, _forms(message.id)): message for message in catalogue if message.id}


def _forms(said: str | tuple[str, ...] | list[str]) -> str | tuple[str, ...]:
    return said if isinstance(said, str) else tuple(said)


def pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Each form that is said, with the English text; of a plural with that for many."""
    english = message.id if isinstance(message.id, str) else message.id[-1]
    said = message.string or ""
    for form in [said] if isinstance(said, str) else said:
        yield english, form


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def tags(text: str) -> list[str]:
    return sorted(re.findall(r"</?[a-z][^>]*>", text))


@pytest.mark.parametrize("language", OTHERS)
def test_the_catalogue_is_complete_and_up_to_date(language: str) -> None:
    wanted, known = by_key(code()), by_key(kept(language))
    assert wanted
    faults = [f"not in the catalogue (make texts): {key[1]!r}" for key in wanted.keys() - known.keys()]
    faults += [f"no longer in the code (make texts): {key[1]!r}" for key in known.keys() - wanted.keys()]
    for key in wanted.keys() & known.keys():
        faults += _faults(known[key])
    assert not faults, "\n".join(sorted(faults))


def _faults(message: Message) -> Iterator[str]:
    for english, said in pairs(message):
        if not said:
            yield f"not translated: {english!r}"
        elif message.fuzzy:
            yield f"translated only about (fuzzy): {english!r}"
        elif placeholders(said) != placeholders(english):
            yield f"other placeholders: {english!r} -> {said!r}"
        elif tags(said) != tags(english):
            yield f"other tags: {english!r} -> {said!r}"


@pytest.mark.parametrize(
    ("english", "said", "fault"),
    [
        ("{a} <b>{b}</b>", "<b>{b}</b> {a}", ""),
        ("{a}", "", "not translated: '{a}'"),
        ("{a} {b}", "{a}", "other placeholders: '{a} {b}' -> '{a}'"),
        ("{a}", "{å}", "other placeholders: '{a}' -> '{å}'"),
        ("<b>a</b>", "<b>a<b>", "other tags: '<b>a</b>' -> '<b>a<b>'"),
    ],
)
def test_faults_are_seen(english: str, said: str, fault: str) -> None:
    assert "".join(_faults(Message(english, said))) == fault


def test_texts_are_found_wherever_they_are_said() -> None:
    texts = {key[1] for key in by_key(code())}
    assert {"no date yet", "chair", ("{count} added", "{count} added")} <= texts


def test_bringing_up_to_date_keeps_what_is_translated_and_drops_what_is_gone(tmp_path: Path) -> None:
    po = tmp_path / "samspil.po"
    po.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "no date yet"\nmsgstr "ingen dato endnu"\n\nmsgid "gone"\nmsgstr "væk"\n',
        encoding="utf-8",
    )
    template = Catalog(charset="utf-8")
    template.add("no date yet", locations=[("texts/dates.py", 0)])
    template.add("no date at all", locations=[("texts/dates.py", 0)])
    po.write_bytes(brought_up_to_date(po, "da", template))
    with po.open("rb") as source:
        known = {message.id: message.string for message in read_po(source) if message.id}
    assert known == {"no date yet": "ingen dato endnu", "no date at all": ""}
    assert "væk" not in po.read_text(encoding="utf-8")
