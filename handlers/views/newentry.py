"""The form of a new entry: its questions, and what was understood."""

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from council.records import Draft, Kind, Printed, Status
from council.when import Precision, When
from handlers.codec import Tap
from handlers.screen import GAP, Button, Row, Screen, bold, screen
from handlers.views.entries import KINDS
from handlers.views.navigation import cancel_button
from texts.dates import say_when
from texts.tongue import N_, Tongue


@dataclass(frozen=True, slots=True)
class Save(Tap):
    """Save the entry that the form holds."""

    prefix: ClassVar[str] = "ns"
    token: str


@dataclass(frozen=True, slots=True)
class Ask(Tap):
    """Ask this question of the form again."""

    prefix: ClassVar[str] = "nq"
    token: str
    step: str


@dataclass(frozen=True, slots=True)
class Skip(Tap):
    """The open question has no answer yet: no date, no place."""

    prefix: ClassVar[str] = "nk"
    token: str
    step: str


DOUBT = "doubt"
"""The answer under this name says that the line as typed does not quite fit together."""

QUESTIONS = {
    "title": (N_("What is it about?"), N_("For example: Culture Day: information meeting")),
    "when": (N_("When is it?"), N_("For example: 3 June at 17–19, week 34, in October")),
    "place": (N_("Where is it?"), N_("For example: the library, meeting room 2")),
}


def question_view(t: Tongue, draft: Draft, *, in_group: bool) -> Screen:
    """The open question, with a button where no answer is an answer."""
    question, example = QUESTIONS[draft.step]
    skips = {"when": N_("No date yet"), "place": N_("No place yet")}
    skipping: Row = ()
    if draft.step in skips:
        skipping = (Button(t.plain(skips[draft.step]), Skip(draft.token, draft.step)),)
    title = draft.answer("title")
    reply = t("Answer this message.") if in_group else None
    return screen(
        [bold(title) if title else None, bold(t(question)), t(example), reply],
        [skipping, (cancel_button(t, draft.token),)],
    )


def confirm_view(t: Tongue, draft: Draft, today: date) -> Screen:
    """What was understood, to be saved or mended."""
    entry, token = entry_in(draft), draft.token
    lines = [bold(entry.title), t("📅 {when}", when=say_when(t, entry.when, today))]
    if entry.when.uncertain:
        lines.append(t("❓ Tentative: it is not certain yet."))
    if draft.answer(DOUBT):
        lines.append(t("Please check the date: what you wrote does not quite fit together."))
    if entry.status is Status.CANCELLED:
        lines.append(t("It is cancelled."))
    if entry.status is Status.WAITING:
        lines.append(t("⏳ Waiting for {who}.", who=entry.waiting_for or "…"))
    if entry.place:
        lines.append(t("📍 {place}", place=entry.place))
    if entry.kind is not Kind.EVENT:
        lines.append(t("What it is: {kind}", kind=t(KINDS[entry.kind])))
    if entry.activity:
        lines.append(t("Part of: {activity}", activity=entry.activity))
    return screen(
        [*lines, GAP, t("Is that right? Nothing is saved yet.")],
        [
            (Button(t.plain("Yes, save it"), Save(token)),),
            (
                Button(t.plain("Another title"), Ask(token, "title")),
                Button(t.plain("Another time"), Ask(token, "when")),
                Button(t.plain("Another place"), Ask(token, "place")),
            ),
            (cancel_button(t, token),),
        ],
    )


def answers_of(entry: Printed) -> dict[str, str]:
    """The entry as answers of the form."""
    return {
        "title": entry.title,
        "when": entry.when.edtf,
        "words": entry.when.words,
        "place": entry.place,
        "kind": entry.kind.value,
        "status": entry.status.value,
        "waiting_for": entry.waiting_for,
        "activity": entry.activity,
    }


def entry_in(draft: Draft) -> Printed:
    """The entry that the form holds so far."""
    answer = dict(draft.answers)
    return Printed(
        title=answer.get("title", ""),
        when=When(answer.get("when") or "XXXX", answer.get("words", "")),
        kind=Kind(answer.get("kind") or Kind.EVENT),
        status=Status(answer.get("status") or Status.PLANNED),
        activity=answer.get("activity", ""),
        place=answer.get("place", ""),
        waiting_for=answer.get("waiting_for", ""),
    )


def retitled(draft: Draft, entry: Printed) -> Draft:
    """The form with a new title; what else the line says counts too, the rest stays as it was."""
    known = entry_in(draft)
    timed = entry.when.precision is not Precision.UNKNOWN
    merged = Printed(
        title=entry.title,
        when=entry.when if timed else known.when,
        kind=entry.kind,
        status=entry.status,
        activity=entry.activity,
        place=entry.place or known.place,
        waiting_for=entry.waiting_for,
    )
    step = "confirm" if merged.when.precision is not Precision.UNKNOWN or draft.answer("when") else "when"
    return replace(draft, step=step, answers=tuple(answers_of(merged).items()))
