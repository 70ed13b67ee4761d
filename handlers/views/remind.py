"""Reminders that somebody asks for: of what, how long before, for whom, and those there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.before import before
from council.due import GROUP
from council.records import Council
from council.reminding import CustomReminder
from council.when import Precision, When
from handlers.screen import GAP, Button, Row, Screen, bold, capitalised, rows_of, screen
from handlers.views.distances import say_distance
from handlers.views.navigation import OpenEntry, link, plan_button
from handlers.views.places import OpenOpening
from handlers.views.remind_taps import ForgetReminder, Remind, ShowSubject, packed
from texts.dates import say_moment, say_when
from texts.tongue import N_, Tongue

DISTANCES = ("10m", "60m", "1d", "7d")
ME, PEOPLE = "me", "people"

_WHOM = {GROUP: N_("the group"), PEOPLE: N_("those who are signed up")}
_YOU = N_("you")


@dataclass(frozen=True, slots=True)
class About:
    """What is reminded of: an entry (`e-…`) or opening (`o-…`); the reminders of it that one person sees.

    `others` is whether they may have the group and those who are signed up reminded; `now` is the council's.
    """

    council: Council
    key: str
    title: str
    when: When
    customs: tuple[CustomReminder, ...]
    others: bool
    now: datetime

    @property
    def today(self) -> date:
        """Today, in the council's zone."""
        return self.now.date()

    def at(self, distance: str) -> datetime | None:
        """The moment so long before it, in the council's zone; None when that is not known."""
        at = before(self.when, distance, self.council.zone)
        return at.astimezone(ZoneInfo(self.council.zone)) if at else None

    def ahead(self, distance: str) -> bool:
        """Whether that moment is still to come."""
        at = self.at(distance)
        return at is not None and at > self.now


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry (`e-…`) or opening (`o-…`) that somebody may mean."""

    key: str
    title: str
    when: When


def subject_view(t: Tongue, about: About, to: str = "") -> Screen:
    """The reminders there are, and one more; `to` is whom it is for, "" if that is asked afterwards."""
    council, key = about.council.id, about.key
    choices = [
        Button(capitalised(say_distance(t, each)), Remind(council, key, packed(each), to))
        for each in DISTANCES
        if about.ahead(each)
    ]
    known = [t("• {line}", line=_line(t, about, each)) for each in about.customs]
    heading = [bold(t("Reminders asked for")), *known, GAP] if known else []
    return screen(
        [*_facts(t, about), GAP, *heading, _question(t, about, choices)],
        [*rows_of(choices, 2), *_forgetting(t, about, to), (_back(t, about),)],
    )


def _question(t: Tongue, about: About, choices: Sequence[Button]) -> Markup:
    if choices:
        return t("How long before it shall I remind?")
    if not about.when.known:
        return t("❓ I don't know yet when it is. As soon as it has a date, you can have a reminder.")
    return t("It is too close for another reminder.")


def _line(t: Tongue, about: About, custom: CustomReminder) -> Markup:
    whom, distance = t(_WHOM.get(custom.to, _YOU)), say_distance(t, custom.distance)
    at = about.at(custom.distance)
    if at is None:
        return t("{whom}, {distance}", whom=whom, distance=distance)
    moment = say_moment(t, at, about.today)
    return t("{whom}, {distance}: {moment}", whom=whom, distance=distance, moment=moment)


def _forgetting(t: Tongue, about: About, to: str) -> list[Row]:
    def label(custom: CustomReminder) -> str:
        whom, distance = t.plain(_WHOM.get(custom.to, _YOU)), say_distance(t, custom.distance)
        return t.plain("Not any more: {whom}, {distance}", whom=whom, distance=distance)

    return [
        (Button(label(each), ForgetReminder(about.council.id, about.key, each.id, to)),)
        for each in about.customs
        if about.others or each.to not in _WHOM
    ]


def whom_view(t: Tongue, about: About, distance: str) -> Screen:
    """Who shall be reminded?"""

    def choice(label: str, to: str) -> Row:
        return (Button(t.plain(label), Remind(about.council.id, about.key, packed(distance), to)),)

    at = about.at(distance)
    told = (
        t("{distance}: {moment}", distance=say_distance(t, distance), moment=say_moment(t, at, about.today))
        if at
        else None
    )
    return screen(
        [*_facts(t, about), GAP, told, t("Who shall be reminded?")],
        [
            choice(N_("The group"), GROUP),
            choice(N_("Those who are signed up"), PEOPLE),
            choice(N_("Just me"), ME),
            (Button(t.plain("◂ Back"), ShowSubject(about.council.id, about.key)),),
        ],
    )


def group_view(t: Tongue, about: About, distance: str, bot_name: str) -> Screen:
    """In the group: what it is reminded of, and when."""
    at = about.at(distance)
    assert at is not None
    told = t(
        "I remind you all {distance}: {moment}.",
        distance=say_distance(t, distance),
        moment=say_moment(t, at, about.today),
    )
    what, _, record = about.key.partition("-")
    more = Button(t.plain("More in private"), url=link(bot_name, what, about.council.id, record))
    return screen([*_facts(t, about), GAP, told], [(more,)])


def choice_view(
    t: Tongue, council: str, candidates: Sequence[Candidate], today: date, distance: str, to: str
) -> Screen:
    """Which of these is to be reminded of?"""
    lines = [
        t(
            "{number}. {title} · {when}",
            number=number,
            title=bold(each.title),
            when=say_when(t, each.when, today),
        )
        for number, each in enumerate(candidates, 1)
    ]
    buttons = [
        Button(
            str(number),
            Remind(council, each.key, packed(distance), to)
            if distance
            else ShowSubject(council, each.key, to),
        )
        for number, each in enumerate(candidates, 1)
    ]
    return screen(
        [bold(t("What shall I remind of?")), *lines], [*rows_of(buttons, 5), (plan_button(t, council),)]
    )


def help_view(t: Tongue, council: str, candidates: Sequence[Candidate], today: date, to: str) -> Screen:
    """How it is written, and what lies ahead to choose from."""
    example = (
        t("For example: /remindme council meeting 1 hour before")
        if to == ME
        else t("For example: /remind council meeting 1 week before at 9")
    )
    if not candidates:
        nothing = t("Nothing lies ahead that I know the time of.")
        return screen([bold(t("Reminders")), nothing], [(plan_button(t, council),)])
    chosen = choice_view(t, council, candidates, today, "", to)
    return screen([chosen.text, GAP, t("You can also write it in one line."), example], chosen.rows)


def group_help_view(t: Tongue, council: str, bot_name: str) -> Screen:
    """In the group: how it is written; choosing is for the private chat."""
    return screen(
        [
            bold(t("Reminders for the group")),
            t("Write what it is about and how long before, in one line."),
            t("For example: /remind council meeting 1 week before at 9"),
        ],
        [(Button(t.plain("Choose in private"), url=link(bot_name, "ms", council)),)],
    )


def _facts(t: Tongue, about: About) -> list[Markup]:
    lines = [bold(about.title)]
    if about.when.precision is not Precision.UNKNOWN:
        lines.append(t("📅 {when}", when=say_when(t, about.when, about.today)))
    return lines


def _back(t: Tongue, about: About) -> Button:
    what, _, record = about.key.partition("-")
    tap = OpenEntry(about.council.id, record) if what == "e" else OpenOpening(about.council.id, record)
    return Button(t.plain("◂ Back to it"), tap)
