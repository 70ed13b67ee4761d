"""An opening as a volunteer sees it: what, when, where, how long, whom to ask, and the one question."""

from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.openings import HOLDING, Opening, OpeningState, SignUpState
from council.places import fits, is_over, taking
from council.when import Precision
from handlers.screen import GAP, Button, Row, Screen, bold, italic, screen
from handlers.views.opening_taps import (
    Accept,
    Bring,
    ChangeAnswer,
    NotThisTime,
    Seek,
    SendOpeningCalendar,
    ShowName,
    StillComing,
    Take,
    TakeOver,
)
from handlers.views.places import (
    OPENING_STATES,
    RunOpening,
    Share,
    Withdraw,
    full_title,
    mine_button,
    openings_button,
    standing,
)
from handlers.views.remind_taps import ShowSubject
from services.boards import OpeningPage
from texts.dates import far_from, say_moment, say_when
from texts.tongue import Tongue

S = SignUpState


def opening_title(t: Tongue, page: OpeningPage) -> Markup:
    """The title, with its activity where that is not the beginning of it."""
    return full_title(t, page.opening, page.activity)


def opening_facts(t: Tongue, page: OpeningPage, *, lasting: bool = False) -> list[Markup]:
    """Everything a volunteer has to know, one fact a line; `lasting` for what stays in a chat for weeks."""
    opening = page.opening
    today = far_from(opening.when, page.today) if lasting else page.today
    over = is_over(opening, page.now, page.council.zone)
    lines = [bold(opening_title(t, page))]
    if opening.when.precision is not Precision.UNKNOWN:
        lines.append(t("📅 {when}", when=say_when(t, opening.when, today)))
    if opening.place:
        lines.append(t("📍 {place}", place=opening.place))
    lines.append(standing(t, opening, page.tally, over=over))
    if page.tally.held:
        asked = t.n(
            "{count} place is just being offered.", "{count} places are just being offered.", page.tally.held
        )
        lines.append(asked)
    lines += opening_about(t, opening)
    if opening.with_children and not over:
        lines.append(t("Children take part, so you show the secretary a certificate for work with children."))
    if opening.state in OPENING_STATES:
        lines.append(t(OPENING_STATES[opening.state]))
    return lines


def opening_about(t: Tongue, opening: Opening) -> list[Markup]:
    """How long it takes, what is good to know, whom to ask."""
    told = [
        t("How long: {effort}", effort=opening.effort) if opening.effort else None,
        italic(opening.note) if opening.note else None,
        t("Any questions? Ask {contact}.", contact=opening.contact) if opening.contact else None,
    ]
    return [line for line in told if line is not None]


def opening_view(t: Tongue, page: OpeningPage, *, link: str = "", hello: Markup | None = None) -> Screen:
    """The page of an opening in private: what it is, where I stand, and what I can do."""
    lines = opening_facts(t, page)
    told, rows = _mine(t, page, link)
    council, opening = page.council.id, page.opening.id
    more: list[Button] = []
    if page.viewer is not None:
        more.append(Button(t.plain("Spread the word"), Share(council, opening)))
    if page.runs:
        more.append(Button(t.plain("Run it"), RunOpening(council, opening)))
    return screen([*lines, GAP, *([hello, GAP] if hello else []), told], [*rows, tuple(more)])


def _mine(t: Tongue, page: OpeningPage, link: str) -> tuple[Markup, list[Row]]:
    mine = page.mine
    if mine is None or not mine.active:
        return _asked(t, page, link)
    if page.opening.state is OpeningState.CANCELLED:
        return t("You were signed up. There is nothing you need to do."), [(mine_button(t),)]
    over = is_over(page.opening, page.now, page.council.zone)
    if over or mine.state in {S.ATTENDED, S.MISSED}:
        return t("You were signed up. Thank you."), [(mine_button(t),)]
    return {
        S.CONFIRMED: _confirmed,
        S.WAITING: _waiting,
        S.OFFERED: _offered,
        S.REQUESTED: _requested,
    }[mine.state](t, page)


def _asked(t: Tongue, page: OpeningPage, link: str) -> tuple[Markup, list[Row]]:
    opening, council = page.opening, page.council.id
    if not taking(opening, page.now, page.council.zone):
        over = t("Nobody can sign up for this any more.") if opening.state is OpeningState.OPEN else None
        if page.viewer is None:
            return over or t("Ask whoever gave you the link what else you can do."), []
        return over or t("Perhaps something else is for you?"), [(openings_button(t, council),)]
    no = Button(t.plain("Not this time"), NotThisTime(council, opening.id))
    take = Take(council, opening.id, link)
    if opening.asks_first:
        told = t("Would you like to take part? The coordinator answers you.")
        return told, [(Button(t.plain("Yes, I'd like to"), take), no)]
    if fits(opening, page.tally, 1):
        return t("Will you take part?"), [(Button(t.plain("Yes, I'll take part"), take), no)]
    if page.cover:
        told = t("All places are taken, but somebody cannot come. Do you want to take their place?")
        return told, [(Button(t.plain("Yes, I take it"), TakeOver(council, page.cover)), no)]
    told = t(
        "All places are taken. On the waiting list you would be number {number}; "
        "when a place comes free, I ask you.",
        number=page.tally.waiting + 1,
    )
    return told, [(Button(t.plain("Put me on the list"), take), no)]


def _confirmed(t: Tongue, page: OpeningPage) -> tuple[Markup, list[Row]]:
    assert page.mine is not None
    council, opening, mine = page.council.id, page.opening, page.mine
    told = t("✅ You are in. Thank you.")
    if mine.guests:
        told = t.n("✅ You are in, with {count} guest.", "✅ You are in, with {count} guests.", mine.guests)
    if mine.seeking:
        told = t("⏳ I am looking for somebody for you. The place is yours until somebody takes it.")
    rows: list[Row] = []
    if mine.still == "asked":
        told = t("✅ You are in. Please say whether you are coming.")
        rows.append((Button(t.plain("Yes, I'm coming"), StillComing(council, opening.id)),))
    seek = Button(t.plain("Find someone for me"), Seek(council, opening.id))
    if mine.seeking:
        seek = Button(t.plain("I can come after all"), Seek(council, opening.id, seeking=False))
    rows += [
        (
            Button(t.plain("Add to calendar"), SendOpeningCalendar(council, opening.id)),
            Button(t.plain("I bring somebody"), Bring(council, opening.id)),
        ),
        (Button(t.plain("I can't after all"), Withdraw(council, opening.id)), seek),
        _extras(t, page),
        _reminding(t, page),
    ]
    return told, rows


def _extras(t: Tongue, page: OpeningPage) -> Row:
    assert page.mine is not None
    council, opening, shown = page.council.id, page.opening, page.mine.shown
    label = t.plain("Hide my name in the group") if shown else t.plain("Show my first name in the group")
    name = Button(label, ShowName(council, opening.id, not shown))
    if opening.questions:
        return (name, Button(t.plain("Change my answers"), ChangeAnswer(council, opening.id)))
    return (name,)


def _reminding(t: Tongue, page: OpeningPage) -> Row:
    if not page.opening.when.known:
        return ()
    return (Button(t.plain("Remind me"), ShowSubject(page.council.id, f"o-{page.opening.id}", "me")),)


def _waiting(t: Tongue, page: OpeningPage) -> tuple[Markup, list[Row]]:
    council, opening = page.council.id, page.opening.id
    told = t(
        "⏳ You are number {number} on the waiting list. When a place comes free, I ask you.",
        number=page.position,
    )
    off = Button(t.plain("Take me off the list"), Withdraw(council, opening, sure=True))
    if page.cover:
        told = t("Somebody cannot come. Do you want to take their place?")
        return told, [(Button(t.plain("Yes, I take it"), TakeOver(council, page.cover)), off)]
    return told, [(off,), (Button(t.plain("I bring somebody"), Bring(council, opening)), mine_button(t))]


def _offered(t: Tongue, page: OpeningPage) -> tuple[Markup, list[Row]]:
    assert page.mine is not None
    council, opening = page.council.id, page.opening.id
    told = t("A place is free for you, until {moment}. Do you take it?", moment=until(t, page))
    return told, [
        (
            Button(t.plain("Yes, I take it"), Accept(council, opening)),
            Button(t.plain("No, thank you"), Withdraw(council, opening, sure=True)),
        )
    ]


def until(t: Tongue, page: OpeningPage) -> Markup:
    """How long the offer lasts."""
    ends = page.mine.offered_until if page.mine else None
    return say_moment(t, (ends or page.now).astimezone(ZoneInfo(page.council.zone)), page.today)


def _requested(t: Tongue, page: OpeningPage) -> tuple[Markup, list[Row]]:
    told = t("⏳ You have asked for a place. I'll tell you as soon as the coordinator has answered.")
    off = Button(t.plain("I've changed my mind"), Withdraw(page.council.id, page.opening.id, sure=True))
    return told, [(off,), (mine_button(t),)]


def is_in(page: OpeningPage) -> bool:
    """Whether whoever looks has a place."""
    return page.mine is not None and page.mine.state in HOLDING
