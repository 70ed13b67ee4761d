"""The form of new places: its questions, and what was understood."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import ClassVar

from markupsafe import Markup

from council.openings import Opening, Unit
from council.records import Draft
from council.when import Precision, When
from handlers.codec import Tap
from handlers.screen import GAP, Button, Row, Screen, bold, screen
from handlers.views.navigation import cancel_button
from handlers.views.places import units
from plans.openings import OpeningReading
from texts.dates import say_when
from texts.tongue import N_, Tongue


@dataclass(frozen=True, slots=True)
class SaveOpening(Tap):
    """Open the places that the form holds."""

    prefix: ClassVar[str] = "oo"
    token: str


@dataclass(frozen=True, slots=True)
class AskOpening(Tap):
    """Ask this question of the form again."""

    prefix: ClassVar[str] = "oj"
    token: str
    step: str


@dataclass(frozen=True, slots=True)
class FillOpening(Tap):
    """Answer the open question with a button: no date, no limit, so many."""

    prefix: ClassVar[str] = "oh"
    token: str
    step: str
    value: str


QUESTIONS = {
    "title": (
        N_("What do you need people for?"),
        N_("For example: setting up. Or all in one line: setting up, 18 September at 8–11, 6 people"),
    ),
    "when": (N_("When is it?"), N_("For example: 18 September at 8–11, week 34, in October")),
    "place": (N_("Where is it?"), N_("For example: the library, meeting room 2")),
    "size": (N_("How many places are there?"), N_("Write a number, or choose one.")),
}

NO_LIMIT = "0"
_SIZES = ("2", "4", "6", "10", "15", "20")
DOUBT = "doubt"
_NEVER = datetime.min.replace(tzinfo=UTC)  # until it is opened


def question_view(t: Tongue, draft: Draft, *, in_group: bool) -> Screen:
    """The open question, with buttons for the likely answers."""
    question, example = QUESTIONS[draft.step]
    title, token = draft.answer("title"), draft.token
    rows: list[Row] = []
    if draft.step == "when":
        rows = [(Button(t.plain("It has no date"), FillOpening(token, "when", "")),)]
    elif draft.step == "place":
        rows = [(Button(t.plain("No place yet"), FillOpening(token, "place", "")),)]
    elif draft.step == "size":
        rows = [
            tuple(Button(size, FillOpening(token, "size", size)) for size in _SIZES),
            (Button(t.plain("As many as want to"), FillOpening(token, "size", NO_LIMIT)),),
        ]
    reply = t("Answer this message.") if in_group else None
    return screen(
        [bold(title) if title else None, bold(t(question)), t(example), reply],
        [*rows, (cancel_button(t, token),)],
    )


def confirm_view(t: Tongue, draft: Draft, today: date) -> Screen:
    """What was understood, to be opened or mended."""
    opening, token = opening_in(draft), draft.token
    activity = draft.answer("activity")
    title = t("{activity}: {title}", activity=activity, title=opening.title) if activity else opening.title
    lines = [bold(title)]
    if opening.when.precision is Precision.UNKNOWN:
        lines.append(t("No date"))
    else:
        lines.append(t("📅 {when}", when=say_when(t, opening.when, today)))
    if draft.answer(DOUBT):
        lines.append(t("Please check this: what you wrote does not quite fit together."))
    if opening.place:
        lines.append(t("📍 {place}", place=opening.place))
    lines.append(size_line(t, opening))
    if opening.minimum:
        lines.append(t("At least {units}", units=units(t, opening.unit, opening.minimum)))
    if opening.effort:
        lines.append(t("How long: {effort}", effort=opening.effort))
    if opening.contact:
        lines.append(t("Any questions? Ask {contact}.", contact=opening.contact))
    return screen(
        [*lines, GAP, t("Is that right? Nobody can sign up yet.")],
        [
            (Button(t.plain("Yes, open it"), SaveOpening(token)),),
            (
                Button(t.plain("Another title"), AskOpening(token, "title")),
                Button(t.plain("Another time"), AskOpening(token, "when")),
            ),
            (
                Button(t.plain("Another place"), AskOpening(token, "place")),
                Button(t.plain("Another number"), AskOpening(token, "size")),
            ),
            (cancel_button(t, token),),
        ],
    )


def size_line(t: Tongue, opening: Opening) -> Markup:
    """How many there can be, and are hoped for."""
    if opening.capacity is not None:
        places = units(t, opening.unit, opening.capacity)
        return t("Room for {units}", units=places)
    if opening.target is not None:
        return t("The goal: {units}", units=units(t, opening.unit, opening.target))
    return t("Room for everybody who wants to")


def answers_of(reading: OpeningReading) -> dict[str, str]:
    """A line as answers of the form."""
    return {
        "title": reading.title,
        "activity": reading.activity,
        "when": reading.when.edtf if reading.when else "",
        "words": reading.when.words if reading.when else "",
        "place": reading.place,
        "size": "" if reading.capacity is None else str(reading.capacity),
        "target": "" if reading.target is None else str(reading.target),
        "minimum": "" if reading.minimum is None else str(reading.minimum),
        "unit": reading.unit,
        "effort": reading.effort,
        "contact": reading.contact,
        DOUBT: "yes" if reading.questions or reading.doubts else "",
    }


def opening_in(draft: Draft) -> Opening:
    """The opening that the form holds so far, without its id."""
    answer = dict(draft.answers)
    size = answer.get("size") or NO_LIMIT
    return Opening(
        id="",
        title=answer.get("title", ""),
        created=_NEVER,
        entry_id=answer.get("entry", ""),
        when=When(answer.get("when") or "XXXX", answer.get("words", "")),
        place=answer.get("place", ""),
        capacity=int(size) if size != NO_LIMIT else None,
        target=int(answer["target"]) if answer.get("target") else None,
        minimum=int(answer.get("minimum") or 0),
        unit=Unit(answer.get("unit") or Unit.PERSON),
        effort=answer.get("effort", ""),
        contact=answer.get("contact", ""),
    )
