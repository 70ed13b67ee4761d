"""Rows back to sentences: lines joined, words mended, abbreviations and dates that end nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.extracted import Row
from plans.sentences import running, sentences, split


def rows(text: str) -> tuple[Row, ...]:
    return tuple(Row((line,), line=number) for number, line in enumerate(text.split("\n"), 1))


def read(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(rows(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Mødet er den 4. maj kl. 17 i Salen.",
        "Vi ses d. 4. Maj, jf. Rådets plan, bl.a. Om demens.",
        "Mødet ledes af H. Jensen fra bestyrelsen.",
        "Møderne er 2. og 9. feb. i Salen, dvs. om onsdagen.",
        "2. Referat fra mødet",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert split(text) == (text,)


def test_sentences_are_parted() -> None:
    text = "Mødet er kl. 17. Tilmelding senest den 4. Rådet byder på kaffe! Kom, og vær med?"
    assert split(text) == (
        "Mødet er kl. 17.",
        "Tilmelding senest den 4.",
        "Rådet byder på kaffe!",
        "Kom, og vær med?",
    )


def test_lines_are_joined_and_divided_words_mended() -> None:
    text = (
        "Efterårets møder i rådet er torsdag den 16. september og torsdag den\n"
        "25. november 2027, alle på Frivilligcentret. Vi holder som-\n"
        "merferie i juli."
    )
    found = tuple(sentences(rows(text)))
    assert [each.text for each in found] == [
        text.replace("\n", " ").split(" Vi ")[0],
        "Vi holder sommerferie i juli.",
    ]
    assert [each.rows for each in found] == [(0, 1), (1, 2)]


def test_short_lines_and_lists_stay_apart() -> None:
    assert read("Program\nVelkomst\n- Oplæg\n- Kaffe\n\nReferat") == [
        "Program",
        "Velkomst",
        "Oplæg",
        "Kaffe",
        "Referat",
    ]


def test_a_sentence_goes_on_over_the_foot_of_a_page() -> None:
    text = "Rådet inviterer alle frivillige i hele kommunen til en stor\n\n\nfest i parken."
    assert len(read(text)) == 1


def test_a_date_in_the_middle_of_a_sentence_begins_no_line_of_a_list() -> None:
    text = "Rådet mødes i Salen på Rådhuset i Storby onsdag den\n3. maj og igen\n\n4. maj: Fest\n"
    assert running(rows(text)) == frozenset()
    assert running(rows(text.replace("igen", "den 5. maj."))) == {0, 1}


@given(st.text(alphabet="aA1. -\n!maj", max_size=300))
def test_no_letter_is_lost(text: str) -> None:
    kept = "".join(read(text))
    assert sum(map(str.isalpha, kept)) == sum(map(str.isalpha, text))
