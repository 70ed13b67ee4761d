import pytest

from council.records import Kind
from plans.lexicon import ALL_LANGUAGES
from plans.titles import activity_in, dated_prefix, kind_of, tidied


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (" - Fest ( ) , ", "Fest"),
        ("Fest  ,  bal", "Fest, bal"),
        ("Pynt mv.", "Pynt mv."),
        ("Fest m.m.", "Fest m.m."),
        ("Kursus hos teamet.", "Kursus hos teamet"),
        ("Oplæg (SÆH & ØKU)", "Oplæg (SÆH & ØKU)"),
        ("Hvem kommer??", "Hvem kommer"),
        ("Møde,  , Salen", "Møde, Salen"),
        ("Tur pga. regn)", "Tur pga. regn"),
        ("Tur (med (bus)", "Tur med (bus)"),
        ("Fest /", "Fest"),
    ],
)
def test_tidied(text: str, title: str) -> None:
    assert tidied(text) == title


@pytest.mark.parametrize(
    ("title", "activity"),
    [
        ("Kulturdag 21 - Afholdelse", "Kulturdag"),
        ("Kulturdag 2021 - Afholdelse", "Kulturdag"),
        ("Rollemodeller - Netværksmøde - nye partnere", "Rollemodeller"),
        ("Kulturdag: infomøde", "Kulturdag"),
        ("Møde i klub- og foreningslivet", ""),
        ("Møde med alle medlemmer af udvalget - dagsorden", ""),
        ("Fest", ""),
    ],
)
def test_the_activity_in_front(title: str, activity: str) -> None:
    assert activity_in(title) == activity


def test_a_prefix_with_a_year_is_an_edition() -> None:
    assert dated_prefix("Festdag 27 - Fest")
    assert not dated_prefix("Festdag - Fest 27")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Ordinært Integrationsrådsmøde", Kind.MEETING),
        ("Oplæg på IR-mødet", Kind.EVENT),
        ("Høringsmøde om budget", Kind.HEARING),
        ("Kommunalvalg 2025", Kind.ELECTION),
        ("Udvælgelse af virksomheder", Kind.EVENT),
        ("Sommerferie", Kind.RECESS),
        ("Ingen møder", Kind.RECESS),
        ("Ansøgningsfrist", Kind.DEADLINE),
        ("Indkøb af pynt", Kind.TASK),
        ("Årsmøte", Kind.MEETING),
        ("Sommaruppehåll", Kind.RECESS),
        ("General election", Kind.ELECTION),
        ("Frist for høringssvar", Kind.DEADLINE),
        ("Høringsmøde, tilmeldingsfrist 3/5", Kind.HEARING),
        ("Dialogmøde om valg", Kind.MEETING),
        ("Udflugt før sommerferie", Kind.EVENT),
        ("Klub i vinterferie", Kind.EVENT),
        ("Mødefri", Kind.RECESS),
        ("Intet møde", Kind.RECESS),
        ("Kontoret holder lukket", Kind.RECESS),
        ("Julelukket", Kind.RECESS),
        ("Biblioteket er stengt", Kind.RECESS),
        ("Sportlov, gården stängd", Kind.RECESS),
        ("Library closed", Kind.RECESS),
        ("Lukket møde", Kind.MEETING),
        ("Generalforsamling", Kind.MEETING),
        ("Årsstämma", Kind.MEETING),
        ("AGM", Kind.MEETING),
        ("Landsmøde", Kind.EVENT),
        ("Folkemøte om skolen", Kind.EVENT),
        ("Evaluering af festen", Kind.TASK),
        ("Plakaten trykkes", Kind.TASK),
        ("Ansøgninger udsendes", Kind.TASK),
        ("Arbejdsgruppe nedsættes", Kind.TASK),
        ("Brukerundersøkelse", Kind.TASK),
        ("Utvärdering av året", Kind.TASK),
        ("Hedge cutting", Kind.TASK),
        ("Møde om evaluering", Kind.MEETING),
        ("Evalueringspizza", Kind.EVENT),
        ("Høringssvar om cykelstier", Kind.DEADLINE),
        ("Motioner till stämman", Kind.DEADLINE),
        ("Closing date for entries", Kind.DEADLINE),
        ("Regnskabet afleveres", Kind.DEADLINE),
        ("Skolevalg", Kind.ELECTION),
    ],
)
def test_kinds(title: str, kind: Kind) -> None:
    assert kind_of(title, ALL_LANGUAGES) is kind
