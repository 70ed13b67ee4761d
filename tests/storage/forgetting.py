"""Person 7, whose words must be nowhere in the end: a data folder full of them, and the looking for them."""

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from council.notice import Notice
from council.ports import Store
from council.records import COMMONS, Chat, Draft, Membership, Record, Role
from storage.frames import frame
from storage.tinydb_store import TinyStore

NOW = datetime(2026, 5, 4, tzinfo=UTC)
NAMES = ("Åse Sørensen-Bæk", "Zoë \U0001f469\U0001f3fd\u200d\U0001f33e", 'A "quoted\\" نام')
WORDS = (*NAMES, "+45 12 34 56 78", "-1:7", "sekret")
OTHERS: dict[str, list[Record]] = {
    "memberships": [Membership("6", "Keld", Role.CHAIR)],
    "drafts": [Draft("-1:6", "t", "f", "s", "x", (("name", "blå"),))],
    "chats": [Chat("8", "x")],
}
FORM = Draft("-1:7", "t", "f", "s", "x", (("phone", "+45 12 34 56 78"),))
NOTICE = Notice("n", "k", "7", (("name", NAMES[0]),), NOW)
AFTER: dict[str, list[Record]] = {
    "memberships": OTHERS["memberships"],
    "notices": [replace(NOTICE, person_id="", facts=())],
    "drafts": [replace(FORM, id="-1:0", answers=()), *OTHERS["drafts"]],
}


def without_7(record: Record) -> Record | None:
    """Person 7 is forgotten: the membership goes, a form has nobody's id, a notice nobody's name."""
    match record:
        case Membership(id="7"):
            return None
        case Draft(id=key) if key.endswith(":7"):
            return replace(record, id=f"{key.removesuffix('7')}0", answers=())
        case Notice(person_id="7"):
            return replace(record, person_id="", facts=())
    return record


async def fill(folder: Path, tenant: str = "t1") -> None:
    """Three backups, a journal with what is deleted again, half-written files, one of an earlier version."""
    async with TinyStore.open(folder) as store:
        for day, name in enumerate(NAMES):
            await _put(store, tenant, *OTHERS["memberships"], Membership("7", name, Role.MEMBER))
            await _put(store, tenant, FORM, NOTICE, *OTHERS["drafts"])
            assert await store.backup(NOW + timedelta(days=day)) == {}
        await _put(store, tenant, Chat("7", "sekret"), *OTHERS["chats"])
        async with store.transaction(tenant) as tx:
            tx.delete(Chat, "7")
    _litter(folder, file_of(folder, tenant), folder / "backups" / tenant)


def file_of(folder: Path, tenant: str) -> Path:
    return folder / (f"{tenant}.json" if tenant == COMMONS else f"councils/{tenant}.json")


def _litter(folder: Path, file: Path, copies: Path) -> None:
    shutil.copy(file, file.with_name(f"{file.stem}.v1.json"))
    shutil.copy(file, copies / "2026-05-03.json.new")
    with file.open("ab") as torn:
        torn.write(frame(NAMES[0].encode())[:-3])
    assert {word for _, word in traces(folder)} == set(WORDS)


async def _put(store: Store, tenant: str, *records: Record) -> None:
    async with store.transaction(tenant) as tx:
        for record in records:
            tx.put(record)


def contents_of(folder: Path) -> dict[str, bytes]:
    """All files with what is in them."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def traces(folder: Path) -> set[tuple[str, str]]:
    """Which files have which of the words in them, however they are spelt."""
    return {
        (file, word)
        for file, data in contents_of(folder).items()
        for word in WORDS
        if any(spelling in data for spelling in _spellings(word))
    }


def _spellings(word: str) -> set[bytes]:
    """The word itself, as JSON escapes it at least and at most, in the encodings that JSON may have."""
    texts = {word, json.dumps(word)[1:-1], json.dumps(word, ensure_ascii=False)[1:-1]}
    texts |= {text.upper().replace("\\U", "\\u") for text in texts}
    return {text.encode(code) for text in texts for code in ("utf-8", "utf-16-le", "utf-16-be")}
