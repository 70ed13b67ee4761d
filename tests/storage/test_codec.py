from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from council.records import Change, Chat, PlanEntry, Role
from council.when import When
from storage.codec import decode, encode
from tests.storage.kit import NOW, chat, notice

ENTRY = PlanEntry("1", "t", When("2021-06?", "Juni?"), created=NOW, changed=NOW)
CHANGE = Change("c", "1", NOW, by="7", by_name="A", by_role=Role.CHAIR, fields=(), before=None, after=ENTRY)


def test_instants_are_iso_texts_and_times_are_their_edtf() -> None:
    data, again = encode(ENTRY)
    assert b'"created":"2026-05-04T03:02:01Z"' in data
    assert b'"when":{"edtf":"2021-06?","words":"Juni?"}' in data
    assert again == ENTRY


def test_any_spelling_of_utc_will_do() -> None:
    there = datetime(2026, 5, 4, 3, 2, 1, tzinfo=ZoneInfo("UTC"))
    assert encode(replace(ENTRY, created=there))[1] == ENTRY


@pytest.mark.parametrize(
    "instant", [NOW.replace(tzinfo=None), NOW.astimezone(timezone(timedelta(hours=2)))], ids=["naive", "east"]
)
def test_instants_in_no_or_another_zone_are_refused_however_deep(instant: datetime) -> None:
    entry = replace(ENTRY, changed=instant)
    for record in (entry, replace(CHANGE, after=entry), replace(CHANGE, before=entry)):
        with pytest.raises(ValueError, match="must be in UTC"):
            encode(record)


def test_a_changeable_value_in_the_place_of_a_fixed_one_is_refused() -> None:
    with pytest.raises(TypeError, match="other types"):
        encode(replace(notice("1"), facts=[("a", "b")]))  # type: ignore[arg-type] # the mistake that is meant


def test_a_text_of_a_kind_of_its_own_is_refused() -> None:
    class Name(str):
        __slots__ = ()

    with pytest.raises(TypeError, match="Chat cannot be kept"):
        encode(chat(Name("x")))


def test_half_a_surrogate_pair_is_refused_without_repeating_the_text() -> None:
    with pytest.raises(ValueError, match="Chat is not valid Unicode") as refusal:
        encode(chat("secret\ud83d"))
    assert "secret" not in str(refusal.value)


def test_a_document_of_other_types_is_no_record() -> None:
    with pytest.raises(ValueError, match="Expected `str`"):
        decode(Chat, b'{"id":1,"council_id":"x"}')


def test_utc_is_what_comes_back() -> None:
    again = encode(ENTRY)[1]
    assert isinstance(again, PlanEntry)
    assert again.created.tzinfo is UTC


def test_an_entry_of_the_time_before_anybody_was_responsible_can_be_read() -> None:
    data = encode(ENTRY)[0].replace(b',"responsible":""', b"")
    assert b"responsible" not in data
    assert decode(PlanEntry, data) == ENTRY
