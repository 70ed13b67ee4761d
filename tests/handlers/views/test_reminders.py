"""Every notice in both languages, whatever it says: it fits, nothing of it is markup, no value is missing."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.due import GROUP
from council.notice import Notice
from council.openings import Unit
from council.taking_back import CHANGES
from handlers import notices as views
from handlers.notices import message_of, notice_view
from handlers.screen import Screen, visible
from handlers.views.places import LookAt
from handlers.views.reminders import REMINDERS
from services.reminding import DERIVED, Digest
from tests.handlers.views.kit import AT, fits, texts, whens
from texts.tongue import tongue

KINDS = sorted({*views._VIEWS, *REMINDERS})  # all that have a view
KEY = "abcdefghijklmnop"  # as long as ids are
BOT = "samspil_bot"
DAY = "2027-03-20T10:00/2027-03-20T12:00"
SATURDAY = "📅 Saturday 20 March at 10:00–12:00"
TASKS = ["missing", "unanswered", "undated", "stalled"]

numbers = st.integers(0, 100_000)
languages = st.sampled_from(["da", "en"])
places = st.lists(
    st.tuples(texts, numbers, numbers, st.sampled_from([unit.value for unit in Unit]), st.just(KEY)),
    max_size=12,
)
lines = st.lists(st.tuples(texts, whens.map(lambda when: when.edtf)), max_size=12)
digests = st.builds(
    Digest,
    this_week=lines,
    next_week=lines,
    places=st.lists(
        st.tuples(texts, whens.map(lambda when: when.edtf), numbers, numbers, st.sampled_from(list(Unit))),
        max_size=12,
    ),
    uncertain=lines,
)


@st.composite
def facts(draw: st.DrawFn) -> dict[str, str]:
    """All that a notice may say, with texts of every awkward kind."""
    when, was = draw(whens), draw(whens)
    names = ["title", "place", "was_place", "activity", "contact", "effort", "name", "phone", "sender"]
    free = {name: draw(texts | st.just("")) for name in names}
    return (
        free
        | {
            "title": draw(texts),
            "sender": draw(texts),
            "text": (draw(texts) * 5)[:1500],
            "waiting_for": draw(texts | st.just("")),
            "names": "\n".join(draw(st.lists(texts, min_size=1, max_size=12))),
            "council": KEY,
            "council_name": draw(texts),
            "opening": KEY,
            "entry": draw(st.sampled_from([KEY, ""])),
            "signup": f"{KEY}-7000000007",
            "zone": "Europe/Copenhagen",
            "when": when.edtf,
            "words": draw(texts | st.just("")),
            "was": was.edtf,
            "until": (AT + timedelta(hours=draw(st.integers(0, 100)))).isoformat(),
            "state": draw(st.sampled_from(["moved", "cancelled", "reopened"])),
            "unit": draw(st.sampled_from([unit.value for unit in Unit])),
            "places": msgspec.json.encode(draw(places)).decode(),
            "data": msgspec.json.encode(draw(digests)).decode(),
            "asks": draw(st.sampled_from(["", "yes"])),
            "below": draw(st.sampled_from(["", "yes"])),
        }
        | {name: str(draw(numbers)) for name in ("guests", "have", "need", "gap", "count", "brought")}
    )


def notice(kind: str, to: str = "1", **said: str) -> Notice:
    known = {"council": KEY, "opening": KEY, "zone": "Europe/Copenhagen", "when": DAY, "title": "Tables"}
    return Notice(f"{kind}:{to}", kind, to, tuple((known | said).items()), AT)


def read(shown: Screen) -> list[str]:
    """What is read, line by line, without the gaps."""
    fits(shown)
    return [visible(line) for line in shown.text.split("\n") if line]


def labels(shown: Screen) -> list[list[str]]:
    return [[button.label for button in row] for row in shown.rows]


def english(kind: str, to: str = "1", **said: str) -> Screen:
    return notice_view(tongue("en"), notice(kind, to, **said), AT, BOT)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25)
@given(said=facts(), language=languages, to=st.sampled_from(["1", GROUP]))
def test_each_fits_whatever_it_says(kind: str, said: dict[str, str], language: str, to: str) -> None:
    fits(notice_view(tongue(language), notice(kind, to, **said), AT, BOT))


@settings(max_examples=25)
@given(
    st.lists(facts(), min_size=2, max_size=12),
    languages,
    st.sampled_from(["remind", "custom", "changed", *TASKS]),
)
def test_several_in_one_message_fit_too(said: list[dict[str, str]], language: str, kind: str) -> None:
    to = GROUP if kind == "changed" else "1"
    fits(message_of(tongue(language), [notice(kind, to, **each) for each in said], AT, BOT))


@pytest.mark.parametrize("kind", ["remind", "changed", "missing", "stalled"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_hundred_in_one_message(kind: str, language: str) -> None:
    said: dict[str, Any] = {
        "title": "<&>" * 100,
        "place": "x" * 200,
        "was_place": "🎉" * 100,
        "was": "2027-05",
        "waiting_for": "<&>" * 50,
        "unit": "person",
        "need": "100000",
    }
    fits(message_of(tongue(language), [notice(kind, state="moved", **said)] * 100, AT, BOT))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_what_is_not_known_is_left_out(kind: str, language: str) -> None:
    """Of an opening without a time, a place and an activity."""
    needed = {"until": AT.isoformat(), "unit": "person", "need": "1", "count": "1", "brought": "1"}
    needed |= {"names": "Mai", "data": msgspec.json.encode(Digest()).decode(), "was": "XXXX", "sender": "Bo"}
    shown = notice_view(tongue(language), notice(kind, **(needed | {"when": "XXXX"})), AT, BOT)
    fits(shown)
    assert "XXXX" not in shown.text


def test_every_kind_that_is_derived_or_changed_has_a_view() -> None:
    assert set(KINDS) >= DERIVED | CHANGES
    with pytest.raises(KeyError):
        english("unheard_of")


def test_a_reminder_asks_until_it_is_answered() -> None:
    asking = english("remind", asks="yes", place="VUC", effort="two hours", contact="Mads")
    assert read(asking) == [
        "Tables",
        "📅 Saturday 20 March at 10:00–12:00",
        "📍 VUC",
        "How long: two hours",
        "Any questions? Ask Mads.",
        "You are signed up. Are you coming?",
    ]
    assert labels(asking) == [["I'm coming", "I can't after all"], ["Calendar", "Where is it?"]]
    answered = english("remind", asks="")
    assert read(answered)[-1] == "You are signed up. See you there."
    assert labels(answered) == [["See my sign-up", "Calendar"], ["I can't after all"]]


def test_several_reminders_are_listed_each_with_its_button() -> None:
    choir = notice("custom", title="Choir", when="2027-03-02", opening="", entry=KEY)
    tables = notice("remind", asks="yes")
    shown = message_of(tongue("en"), [tables, choir, notice("custom")], AT, BOT)
    assert read(shown) == [
        "Coming up for you",
        "1. Choir · tomorrow, Tuesday 2 March",
        "2. Tables · Saturday 20 March at 10:00–12:00",
        "Can you still come? Tap one to answer.",
    ]
    assert labels(shown) == [["1. Choir", "2. Tables"]]
    assert [button.tap for row in shown.rows for button in row] == [
        LookAt(KEY, "e", KEY),
        LookAt(KEY, "o", KEY),
    ]
    assert "Tap one" not in message_of(tongue("en"), [notice("remind", asks="")] * 2, AT, BOT).text


def test_the_group_hears_what_is_missing_and_where_to_help() -> None:
    listed = [("Stands", 1, 4, "stand", "o1"), ("Baking <cake>", 2, 9, "person", "o2")]
    shown = english("group", GROUP, entry="e1", places=msgspec.json.encode(listed).decode())
    assert read(shown)[2:] == [
        "Stands: 3 of 4 stands still missing",
        "Baking <cake>: 7 of 9 people still missing",
    ]
    assert labels(shown) == [["Stands", "Baking <cake>"], ["More in private", "Calendar"]]
    assert shown.rows[0][1].url == f"https://t.me/{BOT}?start=o_{KEY}_o2"
    assert shown.rows[1][0].url == f"https://t.me/{BOT}?start=e_{KEY}_e1"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            {"state": "moved", "was": "2027-03-13T10:00"},
            ["Tables is moved", "Saturday 13 March at 10:00 → Saturday 20 March at 10:00–12:00"],
        ),
        (
            {"state": "moved", "was": DAY, "was_place": "VUC", "place": "Torvet"},
            ["Tables has another place", SATURDAY, "📍 VUC → Torvet"],
        ),
        (
            {"state": "moved", "was": DAY, "was_place": "VUC"},
            ["Tables has another place", SATURDAY, "📍 VUC → –"],
        ),
        (
            {"state": "moved", "was": "2027-03-20", "was_place": "VUC", "place": "VUC"},
            ["Tables is moved", "Saturday 20 March → Saturday 20 March at 10:00–12:00"],
        ),
        (
            {"state": "moved", "was": "2027-03", "place": "VUC", "activity": "Kulturdag"},
            [
                "Kulturdag: Tables is moved",
                "in March → Saturday 20 March at 10:00–12:00",
                "📍 – → VUC",
            ],
        ),
        ({"state": "cancelled", "was": DAY}, ["Tables is cancelled", "Saturday 20 March at 10:00–12:00"]),
        ({"state": "reopened", "was": DAY}, ["Tables takes place", "📅 Saturday 20 March at 10:00–12:00"]),
    ],
)
def test_what_was_and_what_is(said: dict[str, str], told: list[str]) -> None:
    shown = english("changed", GROUP, entry="e1", **said)
    assert read(shown) == told
    assert [button.url for row in shown.rows for button in row] == [f"https://t.me/{BOT}?start=e_{KEY}_e1"]


def test_several_changes_are_one_message_that_leads_to_the_council() -> None:
    both = [notice("changed", GROUP, state=state, was=DAY, entry="e1") for state in ("cancelled", "reopened")]
    shown = message_of(tongue("en"), both, AT, BOT)
    assert [line for line in read(shown) if line.startswith("Tables")] == [
        "Tables is cancelled",
        "Tables takes place",
    ]
    assert [button.url for row in shown.rows for button in row] == [f"https://t.me/{BOT}?start=c_{KEY}"]


@pytest.mark.parametrize("below", ["", "yes"])
def test_those_who_run_it_hear_how_many_are_missing(below: str) -> None:
    shown = english("missing", have="2", need="6", gap="4", unit="person", below=below)
    assert "2 of 6 people – 4 to go" in read(shown)
    assert ("That is fewer than you need at least." in read(shown)) == bool(below)


def test_those_who_have_not_answered_are_listed() -> None:
    shown = english("unanswered", count="2", names="Mai\n<b>Bo</b>")
    assert read(shown)[-3:] == ["2 have not said whether they come:", "• Mai", "• <b>Bo</b>"]


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        ({"entry": "e1", "opening": ""}, [f"https://t.me/{BOT}?start=e_{KEY}_e1"]),
        ({"opening": "o1"}, [f"https://t.me/{BOT}?start=o_{KEY}_o1"]),
    ],
)
def test_a_reminder_that_was_asked_for_leads_to_what_it_is_about(
    said: dict[str, str], rows: list[str]
) -> None:
    shown = english("custom", GROUP, **said)
    assert [button.url for row in shown.rows for button in row] == rows
    private = english("custom", **said)
    assert [button.tap is not None for row in private.rows for button in row] == [True]


def test_the_week_ahead_has_only_what_there_is() -> None:
    digest = Digest(
        this_week=[("Meeting", "2027-03-02T16:30")],
        places=[("Stands", DAY, 1, 4, "stand"), ("Baking", "XXXX", 2, 9, "person")],
        uncertain=[("Trip", "2027-03?")],
    )
    shown = english("digest", GROUP, data=msgspec.json.encode(digest).decode())
    assert read(shown) == [
        "The week ahead",
        "This week",
        "• Meeting · tomorrow, Tuesday 2 March at 16:30",
        "Who is needed",
        "• Stands: 3 of 4 stands still missing · Saturday 20 March at 10:00–12:00",
        "• Baking: 7 of 9 people still missing",
        "Not certain yet",
        "• ❓ Trip · in March",
    ]
    assert labels(shown) == [["Where people are needed"], ["Open the private chat"]]
    quiet = english(
        "digest", GROUP, data=msgspec.json.encode(Digest(next_week=[("A", "2027-03-09")])).decode()
    )
    assert labels(quiet) == [["Open the private chat"]]
