"""Plans as data for views, with texts of every awkward kind."""

from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser

from hypothesis import strategies as st

from council.records import Activity, Change, Council, Kind, Membership, PlanEntry, Role, Status
from council.when import When
from handlers.screen import TEXT_LIMIT, Screen, visible
from services.plan import EntryPage, Plan
from texts.escape import telegram_length

AT = datetime(2027, 3, 1, 11, tzinfo=UTC)
TODAY = date(2027, 3, 1)
SECRETARY = Membership("1", "Sanne Sand", Role.SECRETARY)
COUNCIL = Council("abcdefgh", "Rådet <i> & Engby 🎉", -1)
_BUTTONS = 100  # what Telegram takes on one keyboard

texts = st.one_of(
    st.text(min_size=1, max_size=300),
    st.sampled_from(
        [
            "<b>&amp;</i>",
            "🎉" * 64,
            "👩‍👩‍👧‍👦" * 64,
            "اجتماع المجلس " * 20,
            "\u202e\u2066abc",
            "x" * 300,
            "&" * 300,
            "\0\x07",
        ]
    ),
)
whens = st.sampled_from(
    [
        When(edtf)
        for edtf in (
            *("2027-03-01", "2027-03-02T17:00", "2027-04-12T16:30/2027-04-12T18:30", "2027-05?", "2027-W34"),
            *("2027-06/2027-08", "2027-33", "2027-23", "XXXX", "2027", "2027-03~"),
            "2027-12-31T23:00/2028-01-01T02:00",
        )
    ]
)
entries = st.builds(
    PlanEntry,
    id=st.text("abcdefghij", min_size=8, max_size=8),
    title=texts,
    when=whens,
    created=st.just(AT),
    changed=st.just(AT),
    kind=st.sampled_from(Kind),
    status=st.sampled_from(Status),
    activity_id=st.sampled_from(["", "a1", "gone"]),
    place=texts,
    waiting_for=texts,
    note=texts.map(lambda text: (text * 4)[:1000]),
    was=st.none() | whens,
    removed=st.booleans(),
)


def plan(*held: PlanEntry, activity: str = "Kulturdag") -> Plan:
    return Plan(COUNCIL, sorted(held, key=lambda e: e.when.order), {"a1": Activity("a1", activity)}, TODAY)


def many(count: int, title: str = "Entry") -> list[PlanEntry]:
    days = (TODAY + timedelta(days=n % 365) for n in range(count))
    return [PlanEntry(f"e{n:07}", f"{title[:290]} {n}", When.on(day), AT, AT) for n, day in enumerate(days)]


def page(entry: PlanEntry, viewer: Membership | None = SECRETARY, changes: int = 1) -> EntryPage:
    names = ("title", "when", "place", "note", "status")
    history = tuple(
        Change(f"c{n}", entry.id, AT, "1", entry.title, Role.SECRETARY, names[: n % 6], entry, entry)
        for n in range(changes)
    )
    return EntryPage(plan(entry), entry, history, viewer)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in {"b", "i", "s"}, tag
        assert not attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def fits(shown: Screen) -> None:
    """Telegram would take it: closed tags, length, buttons."""
    tags = _Tags()
    tags.feed(str(shown.text))
    tags.close()
    assert tags.open == []
    assert 0 < telegram_length(visible(shown.text)) <= TEXT_LIMIT
    keyboard = shown.keyboard()
    if keyboard is not None:
        buttons = [button for row in keyboard.inline_keyboard for button in row]
        assert len(buttons) <= _BUTTONS
        assert all(len(row) <= 8 for row in keyboard.inline_keyboard)
        assert all(len(str(b.callback_data).encode()) <= 64 for b in buttons if b.callback_data)
