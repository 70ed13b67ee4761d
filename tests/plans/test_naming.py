"""The noun phrase that a time belongs to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.naming import deadline_title, title_of


@pytest.mark.parametrize(
    ("clause", "title"),
    [
        ("Kulturdagen afholdes ¤ på VUC", "Kulturdagen"),
        ("evalueringen sker ¤.", "Evalueringen"),
        ("Udflugten ¤ er desværre aflyst på grund af for få tilmeldte", "Udflugten"),
        ("Seniorrådet holder møde ¤", "Møde i Seniorrådet"),
        ("Bestyrelsen mødes ¤", "Møde i bestyrelsen"),
        ("Rådet inviterer til temamøde om demens ¤", "Temamøde om demens"),
        ("¤ er der frivilligpicnic i Åparken", "Frivilligpicnic i Åparken"),
        ("¤ gennemfører vi en kampagne mod ensomhed sammen med biblioteket", "Kampagne mod ensomhed"),
        ("Lørdagen fejres med åbent hus ¤ med kage", "Åbent hus"),
        ("Cykelværkstedet har åbent ¤", "Cykelværkstedet"),
        ("Der påtænkes en studietur til Skåne ¤", "Studietur til Skåne"),
        ("Sankthansbål på pladsen ¤", "Sankthansbål på pladsen"),
        ("Næste møde: ¤ samme sted", "Næste møde"),
        ("Velkommen til fællesspisning ¤", "Fællesspisning"),
        ("Til sidst: Kontoret holder julelukket ¤", "Julelukket"),
        ("The annual fair will be held ¤ at the town hall", "Annual fair"),
        ("den holdes ¤ i hallen", ""),
    ],
)
def test_titles(clause: str, title: str) -> None:
    assert title_of(clause) == title


@pytest.mark.parametrize(
    ("clause", "said", "title"),
    [
        ("Forslag skal være sekretariatet i hænde ¤", "senest", "Frist for forslag"),
        ("Svarfrist for dialogmødet er ¤", "", "Svarfrist for dialogmødet"),
        ("Tilmelding ¤", "senest", "Tilmelding – udflugt"),
        ("Tilmelding til messen ¤", "senest", "Tilmelding til messen"),
        ("Synpunkter på planen lämnas ¤", "senast", "Sista dag för synpunkter på planen"),
        ("Proposals must reach the secretary ¤", "no later than", "Deadline for proposals"),
    ],
)
def test_deadlines(clause: str, said: str, title: str) -> None:
    assert deadline_title(clause, "Udflugt", said) == title


@given(st.text(alphabet="¤ ,.:aberdnom", max_size=200))
def test_a_title_is_short_and_has_no_marks(text: str) -> None:
    title = title_of(text)
    assert "¤" not in title
    assert len(title.split()) <= 60
