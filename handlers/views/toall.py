"""A message to everyone on an opening: asking for it, reading it through, and that it is on its way."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from council.openings import SignUp
from council.records import Draft
from handlers.codec import Tap
from handlers.screen import GAP, Button, Row, Screen, bold, screen
from handlers.views.navigation import cancel_button
from handlers.views.places import ShowRoster
from services.boards import OpeningPage
from services.rosters import MESSAGE_LIMIT
from texts.tongue import Tongue

CallList = tuple[SignUp, ...]
_MOST_CALLS = 30


@dataclass(frozen=True, slots=True)
class SendToAll(Tap):
    """Send the message that the form holds."""

    prefix: ClassVar[str] = "ws"
    token: str


@dataclass(frozen=True, slots=True)
class WriteAnew(Tap):
    """Ask for the text again."""

    prefix: ClassVar[str] = "wn"
    token: str


def asking_view(t: Tongue, page: OpeningPage, draft: Draft) -> Screen:
    """What is to be said?"""
    title = bold(page.opening.title)
    told = t(
        "Write the message to everyone who takes part or waits, up to {limit} characters.",
        limit=MESSAGE_LIMIT,
    )
    after = t("You see it once more before it is sent.")
    return screen([title, told, after], [(cancel_button(t, draft.token),)])


def preview_view(t: Tongue, draft: Draft, message: Markup, reached: int, without: CallList) -> Screen:
    """The message as it will read, and whom it reaches; those without Telegram have to be called."""
    sends: Row = ()
    if reached:
        label = t.plain_n("Send it to {count} person", "Send it to {count} people", reached)
        sends = (Button(label, SendToAll(draft.token)),)
    anew = Button(t.plain("Rewrite it"), WriteAnew(draft.token))
    return screen(
        [
            bold(t("This is how it reads:")),
            GAP,
            message,
            GAP,
            bold(_reach(t, reached)),
            to_call(t, without),
            t("Nothing is sent yet.") if reached else None,
        ],
        [sends, (anew, cancel_button(t, draft.token))],
    )


def _reach(t: Tongue, reached: int) -> Markup:
    if not reached:
        return t("It reaches nobody: no one on the list has Telegram.")
    return t.n("It reaches {count} person.", "It reaches {count} people.", reached)


def to_call(t: Tongue, without: CallList) -> Markup | None:
    """Those whom no message reaches, with their telephone numbers."""
    if not without:
        return None
    told = t.n(
        "I cannot reach {count}: please call them.",
        "I cannot reach {count}: please call them.",
        len(without),
    )
    shown = [
        t("{name} {phone}", name=signup.name, phone=signup.phone)
        if signup.phone
        else t("{name}", name=signup.name)
        for signup in without[:_MOST_CALLS]
    ]
    more = len(without) - len(shown)
    if more:
        shown.append(t.n("and {count} more", "and {count} more", more))
    return Markup("\n").join([told, *shown])


def sent_view(t: Tongue, page: OpeningPage, message: Markup, reached: int, without: CallList) -> Screen:
    """It is on its way."""
    council, opening = page.council.id, page.opening.id
    on_its_way = t.n(
        "The message is on its way to {count} person.",
        "The message is on its way to {count} people.",
        reached,
    )
    return screen(
        [message, GAP, t("✅ {told}", told=on_its_way), to_call(t, without)],
        [(Button(t.plain("◂ Everybody"), ShowRoster(council, opening)),)],
    )
