"""How a council's group is reminded: in words, and each choice a button."""

from dataclasses import dataclass
from datetime import time

from babel.dates import get_day_names
from markupsafe import Markup

from council.permissions import Right, may
from council.records import Kind
from handlers.codec import Tap
from handlers.screen import GAP, Button, Row, Screen, bold, capitalised, rows_of, screen
from handlers.views.distances import far_first, say_distance, say_distances
from handlers.views.navigation import OpenEntry, ShowActivity, link
from handlers.views.remind_taps import SetDigest, SetRule, ShowRules, ShowSubject, ShowWishes, packed
from services.reminders import Rules
from texts.dates import say_clock
from texts.tongue import N_, Tongue

OFFERED = ("14d", "7d", "3d", "1d")
HOURS = (7, 8, 9, 12, 15, 18)
_MOST = 12  # exceptions that are named

KINDS = {
    Kind.MEETING: N_("Meetings"),
    Kind.EVENT: N_("Events"),
    Kind.HEARING: N_("Hearings"),
    Kind.DEADLINE: N_("Deadlines"),
    Kind.TASK: N_("Tasks"),
    Kind.RECESS: N_("Recesses"),
    Kind.ELECTION: N_("Elections"),
}


@dataclass(frozen=True, slots=True)
class Scope:
    """One rule: what it is for, and how long before; `distances` None is that of each kind.

    `own` is whether it has been set for just this.
    """

    key: str
    title: str
    distances: tuple[str, ...] | None
    own: bool


def rules_view(t: Tongue, rules: Rules) -> Screen:
    """All of them in private; buttons for those who may change them."""
    rows: list[Row] = []
    if may(rules.viewer, Right.CHANGE_COUNCIL):
        council = rules.council.id
        kinds = (Button(t.plain(name), ShowRules(council, kind.value)) for kind, name in KINDS.items())
        rows = [*rows_of(kinds, 2), (Button(t.plain("The weekly overview"), ShowRules(council, "digest")),)]
        rows += rows_of((Button(name, ShowRules(council, key)) for key, name in _exceptions(rules)), 2)
    return screen(_words(t, rules), [*rows, (Button(t.plain("◂ Your own reminders"), ShowWishes()),)])


def group_view(t: Tongue, rules: Rules, bot_name: str) -> Screen:
    """In the group: in words, and the way to where they are changed."""
    change = Button(t.plain("My own reminders"), url=link(bot_name, "mr", rules.council.id))
    return screen(_words(t, rules), [(change,)])


def _words(t: Tongue, rules: Rules) -> list[Markup | None]:
    lines = [
        t("{what}: {distances}", what=t(name), distances=say_distances(t, rules.of_kind(kind)))
        for kind, name in KINDS.items()
    ]
    others = [
        t("{what}: {distances}", what=name, distances=say_distances(t, rules.rules[key]))
        for key, name in _exceptions(rules)
    ]
    return [
        bold(t("How the group is reminded")),
        *lines,
        *([GAP, *others] if others else []),
        GAP,
        say_digest(t, rules.council.digest),
    ]


def _exceptions(rules: Rules) -> list[tuple[str, str]]:
    """The activities and entries that have a rule of their own, by scope and name."""
    names = {f"a-{key}": name for key, name in rules.activities.items()}
    names |= {f"e-{key}": title for key, title in rules.entries.items()}
    found = [(key, names[key]) for key in rules.rules if key in names]
    return sorted(found, key=lambda each: each[1].casefold())[:_MOST]


def say_digest(t: Tongue, digest: str) -> Markup:
    """When the weekly overview is posted."""
    if not digest:
        return t("There is no weekly overview.")
    weekday, _, clock = digest.partition("@")
    return t(
        "The weekly overview: every {weekday} at {clock}.",
        weekday=get_day_names("wide", locale=t.locale)[int(weekday) - 1],
        clock=say_clock(t, time.fromisoformat(clock)),
    )


def scope_view(t: Tongue, council: str, scope: Scope) -> Screen:
    """One of them, to be changed."""
    if scope.distances is None:
        told = t("The group is reminded as usual.")
    elif not scope.distances:
        told = t("The group is not reminded.")
    elif scope.own:
        told = t("The group is reminded {distances}.", distances=say_distances(t, scope.distances))
    else:
        told = t("The group is reminded as usual: {distances}.", distances=say_distances(t, scope.distances))
    now = scope.distances or ()
    toggles = [
        _choice(
            capitalised(say_distance(t, each)),
            SetRule(council, scope.key, packed(each), each not in now),
            on=each in now,
        )
        for each in far_first((*OFFERED, *now))
    ]
    ends = (
        _choice(t.plain("As usual"), SetRule(council, scope.key, "usual"), on=not scope.own),
        _choice(t.plain("Not at all"), SetRule(council, scope.key, "never"), on=scope.distances == ()),
    )
    return screen(
        [bold(scope.title), told, GAP, t("When shall the group be reminded?")],
        [*rows_of(toggles, 2), ends, *_ways(t, council, scope.key)],
    )


def _ways(t: Tongue, council: str, key: str) -> list[Row]:
    what, dash, record = key.partition("-")
    if dash and what == "e":
        more = (Button(t.plain("One more reminder"), ShowSubject(council, key)),)
        return [more, (Button(t.plain("◂ Back to it"), OpenEntry(council, record)),)]
    if dash:
        return [(Button(t.plain("◂ Back to it"), ShowActivity(council, record)),)]
    return [_back(t, council)]


def digest_view(t: Tongue, council: str, digest: str) -> Screen:
    """The weekday and the hour of the weekly overview."""
    weekday, _, clock = digest.partition("@")
    day, hour = (int(weekday), int(clock[:2])) if digest else (0, 9)
    names = get_day_names("abbreviated", locale=t.locale)
    days = [
        _choice(names[number - 1], SetDigest(council, number, hour), on=number == day)
        for number in range(1, 8)
    ]
    hours = [
        _choice(say_clock(t, time(each)), SetDigest(council, day or 1, each), on=bool(day) and each == hour)
        for each in HOURS
    ]
    none = _choice(t.plain("No weekly overview"), SetDigest(council, 0, hour), on=not day)
    return screen(
        [bold(t("The weekly overview")), say_digest(t, digest), GAP, t("When shall it be posted?")],
        [*rows_of(days, 4), *rows_of(hours, 3), (none,), _back(t, council)],
    )


def _choice(label: str, tap: Tap, *, on: bool) -> Button:
    return Button(f"● {label}" if on else label, tap)


def _back(t: Tongue, council: str) -> Row:
    return (Button(t.plain("◂ Back"), ShowRules(council)),)
