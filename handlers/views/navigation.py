"""Buttons that lead from one feature to another: every screen has a way on."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.codec import Tap
from handlers.screen import Button
from texts.tongue import Tongue


@dataclass(frozen=True, slots=True)
class ShowPlan(Tap):
    """The plan from a month (`2021-06`, "" for now) on, so many months, of one activity ("" all)."""

    prefix: ClassVar[str] = "p"
    council: str
    month: str = ""
    months: int = 3
    activity: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenEntry(Tap):
    """The page of one entry."""

    prefix: ClassVar[str] = "e"
    council: str
    entry: str


@dataclass(frozen=True, slots=True)
class SendCalendar(Tap):
    """A calendar file: of one entry, one activity, or (both "") the whole plan."""

    prefix: ClassVar[str] = "c"
    council: str
    entry: str = ""
    activity: str = ""


@dataclass(frozen=True, slots=True)
class ShowActivity(Tap):
    """The page of one activity."""

    prefix: ClassVar[str] = "ao"
    council: str
    activity: str


@dataclass(frozen=True, slots=True)
class ChooseCoordinators(Tap):
    """Who coordinates the activity: `person` begins or ends it; "" shows everybody."""

    prefix: ClassVar[str] = "ac"
    council: str
    activity: str
    person: str = ""
    start: bool = True


@dataclass(frozen=True, slots=True)
class DropForm(Tap):
    """Close the form with this token."""

    prefix: ClassVar[str] = "x"
    token: str


def cancel_button(t: Tongue, token: str) -> Button:
    """Leave a form without changing anything."""
    return Button(t.plain("No, leave it"), DropForm(token))


def plan_button(t: Tongue, council_id: str) -> Button:
    """To the plan."""
    return Button(t.plain("See the plan"), ShowPlan(council_id))


def link(bot_name: str, *parts: str) -> str:
    """A deep link into the private chat with the bot; `parts` are `[A-Za-z0-9]+`."""
    return f"https://t.me/{bot_name}?start={'_'.join(parts)}"
