"""The form in which somebody without Telegram is entered: its questions, and what was said."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from council.openings import Unit
from council.places import fits
from council.records import Draft
from council.signups import Arriving
from handlers.codec import Tap
from handlers.screen import GAP, Button, Row, Screen, bold, capitalised, rows_of, screen
from handlers.views.navigation import cancel_button
from handlers.views.roster_lines import UNITS
from services.boards import OpeningPage
from services.rosters import AGREED_LIMIT, NAME_LIMIT, PHONE_LIMIT
from texts.tongue import N_, Tongue

STEPS = ("unit", "name", "agreed", "phone", "confirm")
"""In the order in which they are asked."""

LIMITS = {"name": NAME_LIMIT, "agreed": AGREED_LIMIT, "phone": PHONE_LIMIT}
"""Characters of what is typed."""


@dataclass(frozen=True, slots=True)
class EnterAs(Tap):
    """A person, a country, an association or a stand."""

    prefix: ClassVar[str] = "ru"
    token: str
    unit: str


@dataclass(frozen=True, slots=True)
class SayHow(Tap):
    """How they agreed, as one of `HOWS`."""

    prefix: ClassVar[str] = "ra"
    token: str
    how: str


@dataclass(frozen=True, slots=True)
class LeaveOut(Tap):
    """The open question stays without an answer."""

    prefix: ClassVar[str] = "rk"
    token: str
    step: str


@dataclass(frozen=True, slots=True)
class AskAgain(Tap):
    """Ask this question again."""

    prefix: ClassVar[str] = "rq"
    token: str
    step: str


@dataclass(frozen=True, slots=True)
class EnterThem(Tap):
    """Enter whom the form holds."""

    prefix: ClassVar[str] = "rs"
    token: str


HOWS = {
    "phone": N_("on the phone"),
    "meeting": N_("at the meeting"),
    "mail": N_("by e-mail"),
}
"""The ways in which people mostly agree."""

_NAMES = {
    Unit.PERSON: N_("What is their name?"),
    Unit.COUNTRY: N_("Which country?"),
    Unit.ASSOCIATION: N_("What is the association called?"),
    Unit.STAND: N_("What is the stand called?"),
}


def question_view(t: Tongue, page: OpeningPage, draft: Draft) -> Screen:
    """The open question."""
    lines = [bold(page.opening.title), GAP]
    name = draft.answer("name")
    if draft.step == "unit":
        lines += [bold(t("Whom do you want to add?")), t("This is for those who have no Telegram.")]
    elif draft.step == "name":
        lines.append(bold(t(_NAMES[unit_in(draft)])))
    elif draft.step == "agreed":
        lines.append(bold(t("How did {name} agree?", name=name)))
        lines.append(t("Choose one, or write it in your own words: “on the phone, 3 May”."))
    else:
        lines.append(bold(t("Is there a phone number for {name}?", name=name)))
        lines.append(t("Write it here. Only those who run this see it."))
    return screen(lines, [*_choices(t, page, draft), (cancel_button(t, draft.token),)])


def _choices(t: Tongue, page: OpeningPage, draft: Draft) -> list[Row]:
    token = draft.token
    if draft.step == "unit":
        units = [unit for unit in UNITS if unit is not Unit.STAND or page.opening.unit is Unit.STAND]
        return rows_of((Button(capitalised(t.plain(UNITS[unit])), EnterAs(token, unit)) for unit in units), 2)
    if draft.step == "agreed":
        hows = (Button(capitalised(t.plain(text)), SayHow(token, how)) for how, text in HOWS.items())
        return [*rows_of(hows, 3), (Button(t.plain("Leave that open"), LeaveOut(token, "agreed")),)]
    if draft.step == "phone":
        return [(Button(t.plain("No phone number"), LeaveOut(token, "phone")),)]
    return []


def confirm_view(t: Tongue, page: OpeningPage, draft: Draft) -> Screen:
    """Whom the form holds, to be entered or mended."""
    token, agreed, phone = draft.token, draft.answer("agreed"), draft.answer("phone")
    again = [
        Button(t.plain("Another name"), AskAgain(token, "name")),
        Button(t.plain("Another phone number"), AskAgain(token, "phone")),
    ]
    return screen(
        [
            bold(draft.answer("name")),
            t(
                "{unit}, on <b>{title}</b>",
                unit=capitalised(t(UNITS[unit_in(draft)])),
                title=page.opening.title,
            ),
            t("Agreed: {how}", how=agreed) if agreed else None,
            t("Phone: {phone} (only those who run this see it)", phone=phone) if phone else None,
            GAP,
            *([told, GAP] if (told := _what_follows(t, page)) else []),
            t("Is that right? Nothing is saved yet."),
        ],
        [(Button(t.plain("Yes, add them"), EnterThem(token)),), tuple(again), (cancel_button(t, token),)],
    )


def _what_follows(t: Tongue, page: OpeningPage) -> Markup | None:
    if page.opening.with_children:
        return t("Children take part: the secretary has to see a certificate first.")
    if not fits(page.opening, page.tally, 1):
        return t("All places are taken, so they come onto the waiting list.")
    return None


def unit_in(draft: Draft) -> Unit:
    """What the form is about to enter."""
    return Unit(draft.answer("unit") or Unit.PERSON)


def arriving(draft: Draft) -> Arriving:
    """Whom the form holds; the token of the form is their key."""
    return Arriving(
        key=draft.token,
        name=draft.answer("name"),
        unit=unit_in(draft),
        agreed=draft.answer("agreed"),
        phone=draft.answer("phone"),
    )
