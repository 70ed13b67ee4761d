"""The ways in which the word of an opening spreads."""

from handlers.screen import GAP, Button, Row, Screen, bold, screen
from handlers.views.card import opening_link
from handlers.views.places import (
    OpenOpening,
    Share,
)
from handlers.views.running import back_row
from services.boards import OpeningPage
from texts.tongue import Tongue


def share_view(t: Tongue, page: OpeningPage, bot_name: str) -> Screen:
    """The ways in which the word spreads."""
    council, opening = page.council.id, page.opening
    rows: list[Row] = []
    if page.runs:
        rows.append((Button(t.plain("Card in the group"), Share(council, opening.id, "card")),))
    rows += [
        (
            Button(t.plain("Poster to print"), Share(council, opening.id, "poster")),
            Button(t.plain("My own link"), Share(council, opening.id, "link")),
        ),
        (Button(t.plain("Card in another chat"), inline=opening.title),),
        back_row(t, page) if page.runs else (Button(t.plain("◂ Back"), OpenOpening(council, opening.id)),),
    ]
    return screen(
        [
            bold(opening.title),
            GAP,
            t("People can sign up with this link:"),
            t("{link}", link=opening_link(bot_name, page)),
            GAP,
            t("How do you want to spread the word?"),
        ],
        rows,
    )


def poster_view(t: Tongue, page: OpeningPage) -> Screen:
    """In which languages shall the poster say what to do?"""
    council, opening = page.council.id, page.opening

    def choice(label: str, how: str) -> Button:
        return Button(label, Share(council, opening.id, how))

    return screen(
        [bold(opening.title), GAP, t("In which language shall the poster say what to do?")],
        [
            (choice("Dansk + English", "poster-da-en"),),
            (choice("Dansk", "poster-da"), choice("English", "poster-en")),
            (Button(t.plain("◂ Back"), Share(council, opening.id)),),
        ],
    )
