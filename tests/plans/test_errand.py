import pytest

from council.records import Reading, Source
from plans.errand import Said, heard, put_together, told, written
from plans.unreadable import Reason, UnreadableDocument


def test_a_reading_comes_back_whole_in_small_pieces() -> None:
    reading = Reading("plan", unplaced=tuple(Source("plan", f"linje {at}") for at in range(1000)), year=2027)
    lines = [written(said) for said in told(reading)]
    assert max(map(len, lines)) < 20_000
    assert put_together(heard(line) for line in lines) == reading


def test_a_refusal_and_silence_are_reasons() -> None:
    for said, reason in (([Said(refused=Reason.BOMB)], Reason.BOMB), ([], Reason.DAMAGED)):
        with pytest.raises(UnreadableDocument) as refusal:
            put_together(said)
        assert refusal.value.reason is reason


def test_what_is_no_line_of_ours() -> None:
    with pytest.raises(UnreadableDocument):
        heard(b"Fatal error")
