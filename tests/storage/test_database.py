from pathlib import Path

import pytest
from tinydb import where

from council.records import Chat
from storage.codec import encode
from storage.contents import transaction
from storage.database import TenantDB
from storage.files import Files
from storage.tables import BY_KIND
from storage.transaction import Put, Step, apply
from tests.storage.kit import chat


def commit(db: TenantDB, *keys: str) -> None:
    steps: list[Step] = []
    for key in keys:
        encoded, record = encode(chat(key))
        steps.append(Put(BY_KIND[Chat], record, encoded))
    db.saving(transaction(steps), apply(steps, db.kept))()


@pytest.fixture
def db(tmp_path: Path) -> TenantDB:
    return TenantDB(tmp_path / "t1.json", Files(), ())


def test_it_answers_the_questions_of_tinydb(db: TenantDB) -> None:
    commit(db, "7", "b")
    chats = db.table("chats")
    assert chats.all() == [{"id": "7", "council_id": "x"}, {"id": "b", "council_id": "x"}]
    assert [str(found.doc_id) for found in chats.search(where("council_id") == "x")] == ["7", "b"]
    assert chats.contains(where("id") == "b")
    assert len(chats) == 2
    commit(db, "c")
    assert len(chats.search(where("council_id") == "x")) == 3
    db.close()


def test_what_it_hands_out_is_nobody_elses(db: TenantDB) -> None:
    commit(db, "1")
    db.table("chats").all()[0]["council_id"] = "changed"
    assert db.table("chats").all() == [{"id": "1", "council_id": "x"}]
    db.close()


def test_it_is_not_changed_past_its_transactions(db: TenantDB) -> None:
    with pytest.raises(TypeError, match="changed in transactions alone"):
        db.table("chats").insert({"id": "1", "council_id": "x"})
    db.close()


def test_what_is_in_memory_is_what_its_storage_reads(db: TenantDB) -> None:
    commit(db, "1")
    db.compact()
    commit(db, "2")
    assert db.storage.read() == {"chats": {key: {"id": key, "council_id": "x"} for key in "12"}}
    db.close()
