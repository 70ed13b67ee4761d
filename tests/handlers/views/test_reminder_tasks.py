"""What somebody looks after, in one message: a line and a button for each."""

import pytest

from council.notice import Notice
from handlers.notices import message_of
from handlers.screen import Screen, visible
from handlers.views.places import LookAt
from tests.handlers.views.kit import AT, fits
from texts.catalogue import LANGUAGES
from texts.tongue import tongue

COUNCIL, OPENING, ENTRY = "councilcouncil22", "openingopening22", "entryentryentry2"


def task(kind: str, when: str, **said: str) -> Notice:
    facts = {"council": COUNCIL, "zone": "Europe/Copenhagen", "when": when} | said
    return Notice(f"{kind}:1", kind, "1", tuple(facts.items()), AT)


MISSING = task(
    "missing", "2027-03-20T10:00", opening=OPENING, title="Tables", gap="4", need="6", unit="person"
)
UNANSWERED = task("unanswered", "2027-03-21T10:00", opening=OPENING, title="Choir", count="2")
UNDATED = task("undated", "2027-04?", entry=ENTRY, title="Trip <b>", activity="Outings")
STALLED = task("stalled", "2027-05-01", entry=ENTRY, title="Party", waiting_for="the library & co")
TASKS = [MISSING, UNANSWERED, UNDATED, STALLED]


def shown(*notices: Notice, language: str = "en") -> Screen:
    screen = message_of(tongue(language), notices, AT, "samspil_bot")
    fits(screen)
    return screen


def lines(screen: Screen) -> list[str]:
    return [visible(line) for line in screen.text.split("\n") if line]


def test_each_is_a_line_and_a_button_that_leaves_the_list_where_it_is() -> None:
    screen = shown(*TASKS)
    assert lines(screen) == [
        "This needs a look",
        "1. Tables, Saturday 20 March at 10:00: 4 of 6 people still missing",
        "2. Choir, Sunday 21 March at 10:00: 2 have not said whether they come",
        "3. Outings: Trip <b>, in April: no certain date yet",
        "4. Party, Saturday 1 May: waiting for the library & co",
    ]
    buttons = [(button.label, button.tap) for row in screen.rows for button in row]
    assert buttons == [
        ("1. Tables", LookAt(COUNCIL, "r", OPENING)),  # they run it
        ("2. Choir", LookAt(COUNCIL, "r", OPENING)),
        ("3. Trip <b>", LookAt(COUNCIL, "e", ENTRY)),
        ("4. Party", LookAt(COUNCIL, "e", ENTRY)),
    ]


def test_the_next_comes_first() -> None:
    assert lines(shown(*reversed(TASKS))) == lines(shown(*TASKS))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["stalled", "undated"])
def test_one_without_any_date_says_no_code_of_it(kind: str, language: str) -> None:
    screen = shown(task(kind, "XXXX", entry=ENTRY, title="Party"), MISSING, language=language)
    assert "XXXX" not in screen.text
    assert ", :" not in visible(screen.text)


def test_one_has_not_answered_and_nobody_in_particular_is_waited_for() -> None:
    one = task("unanswered", "2027-03-21T10:00", opening=OPENING, title="Choir", count="1")
    told = lines(shown(one, task("stalled", "2027-05-01", entry=ENTRY, title="Party")))
    assert told[1].endswith("1 has not said whether they come")
    assert told[2].endswith("waiting for an answer")


def test_one_alone_is_asked_about_in_a_message_of_its_own() -> None:
    undated = shown(task("undated", "2027-03?", entry=ENTRY, title="Tables"))
    assert lines(undated) == ["❓ Tables, in March, has no certain date yet.", "Is there one by now?"]
    rows = [[button.label for button in row] for row in undated.rows]
    assert rows == [["Set the date"], ["It is still open"], ["Drop it"]]
    waiting = task("stalled", "2027-03-20", entry=ENTRY, title="Tables", waiting_for="the library")
    assert lines(shown(waiting))[0] == "⏳ Tables has waited for the library for three weeks."
    nobody = task("stalled", "2027-03-20", entry=ENTRY, title="Tables")
    assert "has waited for an answer for" in lines(shown(nobody))[0]


def test_the_longest_tap_fits_into_a_button() -> None:
    assert len(LookAt(COUNCIL, "r", OPENING).pack().encode()) <= 64
