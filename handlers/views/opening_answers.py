"""What follows a tap on the page of an opening: another question, or a word of thanks."""

from council.openings import Opening
from handlers.screen import GAP, Button, Row, Screen, bold, screen
from handlers.views.opening import opening_facts, opening_title
from handlers.views.opening_taps import (
    Bring,
    ChangeAnswer,
    NotThisTime,
    Seek,
    Take,
)
from handlers.views.places import (
    OpenOpening,
    ShowOpenings,
    Withdraw,
)
from services.boards import OpeningPage
from texts.dates import say_when
from texts.tongue import Tongue


def withdraw_view(t: Tongue, page: OpeningPage) -> Screen:
    """Give the place up, or have somebody found for it?"""
    council, opening = page.council.id, page.opening.id
    return screen(
        [
            *opening_facts(t, page)[:2],
            GAP,
            t("That happens. Shall I look for somebody to take your place, or do you give it up now?"),
        ],
        [
            (Button(t.plain("Find someone for me"), Seek(council, opening)),),
            (Button(t.plain("Give up my place"), Withdraw(council, opening, sure=True)),),
            (Button(t.plain("I'll come after all"), OpenOpening(council, opening)),),
        ],
    )


def withdrawn_view(t: Tongue, page: OpeningPage) -> Screen:
    """All right, and thank you for saying so."""
    council, opening = page.council.id, page.opening.id
    return screen(
        [
            *opening_facts(t, page)[:2],
            GAP,
            t("All right, you are off the list. Thank you for telling me."),
        ],
        [
            (Button(t.plain("I'd like to after all"), OpenOpening(council, opening)),),
            _else(t, page),
        ],
    )


def not_this_time_view(t: Tongue, page: OpeningPage) -> Screen:
    """A no is fine."""
    council, opening = page.council.id, page.opening.id
    return screen(
        [bold(opening_title(t, page)), t("All right. Thank you for looking.")],
        [
            (Button(t.plain("I'd like to after all"), OpenOpening(council, opening)),),
            _else(t, page),
        ],
    )


def _else(t: Tongue, page: OpeningPage) -> Row:
    """What else there is, for those who may see it."""
    if page.viewer is None:
        return ()
    return (Button(t.plain("See what else there is"), ShowOpenings(page.council.id)),)


def clash_view(t: Tongue, page: OpeningPage, clash: Opening, take: Take) -> Screen:
    """Two things at the same time: their choice."""
    both = Take(take.council, take.opening, take.link, despite=True)
    return screen(
        [
            bold(opening_title(t, page)),
            t("📅 {when}", when=say_when(t, page.opening.when, page.today)),
            GAP,
            t(
                "You also take part in <b>{other}</b>, {when}. That is at the same time. Do you want both?",
                other=clash.title,
                when=say_when(t, clash.when, page.today),
            ),
        ],
        [
            (
                Button(t.plain("Yes, both"), both),
                Button(t.plain("No, not this one"), NotThisTime(take.council, take.opening)),
            )
        ],
    )


def guests_view(t: Tongue, page: OpeningPage) -> Screen:
    """How many come along?"""
    council, opening = page.council.id, page.opening.id
    numbers = [Button(str(n), Bring(council, opening, n)) for n in range(1, 6)]
    return screen(
        [*opening_facts(t, page)[:2], GAP, t("How many do you bring? Each of them takes a place as well.")],
        [
            tuple(numbers),
            (Button(t.plain("Nobody, just me"), Bring(council, opening, 0)),),
            (Button(t.plain("◂ Back"), OpenOpening(council, opening)),),
        ],
    )


def answers_view(t: Tongue, page: OpeningPage) -> Screen:
    """What I answered, each to be changed."""
    council, opening, mine = page.council.id, page.opening, page.mine
    lines = [
        t("{question} {answer}", question=question.text, answer=bold(mine.answer(question.id) or "–"))
        for question in opening.questions
        if mine is not None
    ]
    rows = [
        (Button(question.text, ChangeAnswer(council, opening.id, question.id)),)
        for question in opening.questions
    ]
    return screen(
        [bold(opening_title(t, page)), GAP, *lines, GAP, t("Which answer do you want to change?")],
        [*rows, (Button(t.plain("◂ Back"), OpenOpening(council, opening.id)),)],
    )
