"""What single sentences of letters announce, in four languages, and what they do not."""

import pytest

from bot.reading import as_data
from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document
from texts.tongue import tongue


def told(text: str) -> list[tuple[str, str, str]]:
    """Title, first day (or day it was moved from > day), status; in 2027."""
    reading = read_document(extract(f"{text}\n".encode(), Limits()), name="letter", year=2027)
    found = [as_data(tongue("da"), entry) for entry in reading.entries]
    return [(str(each["title"]), _day(each), str(each["status"])) for each in found]


def _day(data: dict[str, object]) -> str:
    start, was = str(data["start"])[5:10], data["was"]
    return f"{str(was)[5:10]}>{start}" if was else start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rådet har besluttet at flytte budgetseminaret fra den 3. september til den 10. september.",
            [("Budgetseminaret", "09-03>09-10", "moved")],
        ),
        (
            "Choir practice moves from Tuesday 4 May to Wednesday 5 May.",
            [("Choir practice", "05-04>05-05", "moved")],
        ),
        (
            "Arrangementet i kirken den 9. maj gennemføres ikke.",
            [("Arrangementet i kirken", "05-09", "cancelled")],
        ),
        ("The bat walk on 18 May has been cancelled.", [("Bat walk", "05-18", "cancelled")]),
        ("Visningen den 6 november är tyvärr inställd.", [("Visningen", "11-06", "cancelled")]),
        (
            "Sommerkonserten som var planlagt 12. juni, er dessverre avlyst.",
            [("Sommerkonserten", "06-12", "cancelled")],
        ),
        (
            "Vi glæder os til åbningsfesten lørdag den 5. juni kl. 14.",
            [("Åbningsfesten", "06-05", "planned")],
        ),
        ("We are planning a trip to the coast in July.", [("Trip to the coast", "07-01", "planned")]),
        ("The AGM will be held on Tuesday 27 April at 7pm.", [("AGM", "04-27", "planned")]),
        (
            "Derudover holdes ekstra møde om budget den 20. august.",
            [("Ekstra møde om budget", "08-20", "planned")],
        ),
        ("Sommerfesten holder vi den 12/6, det er en lørdag.", [("Sommerfesten", "06-12", "planned")]),
        (
            "The fete is on 12 June, and the summer picnic on Saturday 3 July.",
            [("Fete", "06-12", "planned"), ("Summer picnic", "07-03", "planned")],
        ),
        (
            "Rengøringen er lørdag den 3. april, og arbejdsdagen i haven lørdag den 8. maj.",
            [("Rengøringen", "04-03", "planned"), ("Arbejdsdagen i haven", "05-08", "planned")],
        ),
        ("Vi venter på svar fra biblioteket om foredraget i november.", [("Foredraget", "11-01", "waiting")]),
        ("I uge 42 har vi lukket.", [("Lukket", "10-18", "planned")]),
        ("Der er ingen møder i juli.", [("Ingen møder", "07-01", "planned")]),
        ("There will be no meeting in August.", [("No meeting", "08-01", "planned")]),
        (
            "Leaf raking is every Thursday in November, and in week 48 we plant 200 trees.",
            [("Leaf raking", "11-04", "planned"), ("We plant 200 trees", "11-29", "planned")],
        ),
    ],
)
def test_what_a_sentence_announces(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Last year's fair on 6 December 2026 raised 1,240 pounds.",
        "Sidste års fest den 5. december 2026 var en succes.",
        "Festivalen i 2026 samla 640 gjester den 12. september.",
        "Sommarens marknad den 3 juli 2027 drog 500 besökare.",
        "Since our last workshop (16 March 2027) the lift has broken down 9 times.",
        "Oversigten erstatter den fra 12.11.27.",
        "This list replaces the one of 3 May 2027.",
        "Vedteke i møte 3.12.27.",
        "Klubnyt nr. 3 er sendt ud af sekretæren den 21.6.2027.",
        "Tak til de 62, der kom til nytårskuren den 14. januar.",
        "Et medlem opfordrede til, at man overvejer at rykke festen til lørdag den 16. oktober.",
        "The litter pick due on 8 May did not take place.",
        "Members voted on 3 March to raise the subscription.",
    ],
)
def test_what_a_sentence_only_reports(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "exception",
    [
        "There is no meeting in August or December.",
        "Der er intet møde i august og december.",
        "Det er ingen møter i august eller desember.",
    ],
)
def test_the_next_sentence_says_when_a_rule_does_not_hold(exception: str) -> None:
    text = f"The committee meets on the second Tuesday of each month at 8pm. {exception}\n"
    reading = read_document(extract(text.encode(), Limits()), name="letter", year=2027)
    [entry] = reading.entries
    assert entry.rule is not None
    assert [day.month for day in entry.rule.exdates] == [8, 12]
