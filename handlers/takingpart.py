"""Taking part: from the link of an opening to "you are in", and out again."""

from dataclasses import replace

from council.openings import Opening, Question
from council.places import is_over, taking
from council.records import Draft
from council.refusals import NoSuchOpening, OutOfDate
from handlers.calendar import file_name
from handlers.feature import Feature, on
from handlers.screen import Screen, bold, screen, visible
from handlers.turn import Turn
from handlers.views.calendar_words import calendar_words
from handlers.views.opening import opening_about, opening_title, opening_view
from handlers.views.opening_answers import (
    answers_view,
    clash_view,
    guests_view,
    not_this_time_view,
    withdraw_view,
    withdrawn_view,
)
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
from handlers.views.places import OpenOpening, Withdraw, mine_button
from handlers.views.privacy_words import first_contact
from handlers.views.signupform import Choose, asking_view
from services.boards import OpeningPage
from texts.tongue import N_

FORM = "signup"
_NOW = -1
_CHANGE = "change"  # the answer of this name says that one answer of a sign-up is given anew


async def arrive(turn: Turn, parts: list[str]) -> None:
    """Somebody opened the link of an opening."""
    match parts:
        case [council_id, opening_id]:
            await _arrived(turn, council_id, opening_id, "")
        case _:
            raise NoSuchOpening


async def arrive_by_member(turn: Turn, parts: list[str]) -> None:
    """Somebody opened a member's own link."""
    match parts:
        case [council_id, link]:
            await _council(turn, council_id)
            await _arrived(turn, council_id, await turn.house.links.behind(council_id, link), link)
        case _:
            raise NoSuchOpening


async def _arrived(turn: Turn, council_id: str, opening_id: str, link: str) -> None:
    page = await _page(turn, council_id, opening_id)
    open_now = taking(page.opening, page.now, page.council.zone)
    hello = first_contact(turn.own) if open_now and not turn.person.councils else None
    await turn.say(opening_view(turn.own, page, link=link, hello=hello))


async def open_opening(turn: Turn, tap: OpenOpening) -> None:
    """The page of an opening."""
    await _show(turn, await _page(turn, tap.council, tap.opening), tap.link)


async def take(turn: Turn, tap: Take) -> None:
    """I'll take part: at once, or after the questions."""
    if turn.in_group:
        raise OutOfDate
    taken = await turn.house.signups.take(
        turn.person, tap.council, tap.opening, link=tap.link, despite=tap.despite
    )
    turn.known_council = taken.page.council
    if taken.clash is not None:
        await turn.show(clash_view(turn.own, taken.page, taken.clash, tap))
    elif taken.asks:
        await _begin_questions(turn, taken.page, tap)
    else:
        await _show(turn, taken.page)


async def _begin_questions(turn: Turn, page: OpeningPage, tap: Take) -> None:
    first = page.opening.questions[0]
    draft = await turn.house.drafts.begin(
        turn.form_id, FORM, first.id, tap.council, opening=tap.opening, link=tap.link
    )
    await turn.show(asking_view(turn.own, page.opening, first, draft))


async def answered(turn: Turn, draft: Draft) -> None:
    """An answer was typed."""
    assert turn.message is not None
    page, question = await _asked(turn, draft)
    shown = await _take_answer(turn, draft, page, question, turn.message.text or "")
    await turn.say(shown)


async def choose(turn: Turn, tap: Choose) -> None:
    """An answer was tapped, or the question skipped."""
    draft = await turn.house.drafts.with_token(turn.form_id, tap.token)
    page, question = await _asked(turn, draft)
    if question.id != tap.question or tap.option >= len(question.options):
        raise OutOfDate
    text = question.options[tap.option] if tap.option >= 0 else ""
    await turn.show(await _take_answer(turn, draft, page, question, text))


async def _asked(turn: Turn, draft: Draft) -> tuple[OpeningPage, Question]:
    page = await _page(turn, draft.council_id, draft.answer("opening"))
    question = page.opening.question(draft.step)
    if draft.form != FORM or question is None:
        raise OutOfDate
    return page, question


async def _take_answer(turn: Turn, draft: Draft, page: OpeningPage, question: Question, text: str) -> Screen:
    """Keep one answer; what comes next: another question, or the place."""
    house, council, opening = turn.house, draft.council_id, page.opening
    if draft.answer(_CHANGE):
        page = await house.answers.change(turn.person, council, opening.id, question.id, text)
        await house.drafts.drop(turn.form_id)
        return opening_view(turn.own, page)
    given = await house.answers.check(council, opening.id, question.id, text)
    following = _next(opening, question)
    draft = draft.with_answer(f"q{question.id}", given, step=following.id if following else question.id)
    if turn.query is None and turn.message is not None:
        draft = replace(draft, message_id=turn.message.message_id)
    if following is not None:
        await house.drafts.keep(draft)
        return asking_view(turn.own, opening, following, draft)
    answers = tuple((each.id, draft.answer(f"q{each.id}")) for each in opening.questions)
    gone = opening.question(await house.answers.first_taken(council, opening.id, dict(answers)))
    if gone is not None:  # somebody gave the same answer while the other questions were asked
        draft = replace(draft, step=gone.id)
        await house.drafts.keep(draft)
        return asking_view(turn.own, opening, gone, draft, taken=draft.answer(f"q{gone.id}"))
    taken = await house.signups.take(
        turn.person, council, opening.id, answers=answers, link=draft.answer("link"), despite=True
    )
    await house.drafts.drop(turn.form_id)
    return opening_view(turn.own, taken.page)


def _next(opening: Opening, question: Question) -> Question | None:
    ids = [each.id for each in opening.questions]
    following = ids.index(question.id) + 1
    return opening.questions[following] if following < len(ids) else None


async def accept(turn: Turn, tap: Accept) -> None:
    """Take the place that was offered; when it has gone on, the next thing is the waiting list."""
    await _council(turn, tap.council)
    page = await turn.house.openings.page(turn.person.id, tap.council, tap.opening)
    if page.mine is not None and page.mine.active:
        await _show(turn, await turn.house.signups.accept(turn.person, tap.council, tap.opening))
        return
    await turn.alert(turn.own.plain("That place went to the next one, because the time was up."), box=True)
    await _show(turn, page)


async def withdraw(turn: Turn, tap: Withdraw) -> None:
    """I can't after all."""
    page = await _page(turn, tap.council, tap.opening)
    if page.mine is None or not page.mine.active:
        await turn.show(withdrawn_view(turn.own, page))
    elif is_over(page.opening, page.now, page.council.zone):
        await _show(turn, page)  # nobody has to be found for what is past
    elif tap.sure:
        page = await turn.house.signups.withdraw(turn.person, tap.council, tap.opening)
        await turn.show(withdrawn_view(turn.own, page))
    else:
        await turn.show(withdraw_view(turn.own, page))


async def not_this_time(turn: Turn, tap: NotThisTime) -> None:
    """No, thank you."""
    await turn.show(not_this_time_view(turn.own, await _page(turn, tap.council, tap.opening)))


async def bring(turn: Turn, tap: Bring) -> None:
    """I bring so many."""
    page = await _page(turn, tap.council, tap.opening)
    if page.mine is None or not page.mine.active:
        await _show(turn, page)
        return
    if tap.guests < 0:
        await turn.show(guests_view(turn.own, page))
        return
    await _show(turn, await turn.house.signups.bring(turn.person, tap.council, tap.opening, tap.guests))


async def still_coming(turn: Turn, tap: StillComing) -> None:
    """The new time suits as well; asked about another time than that of today, they look again."""
    page = await _page(turn, tap.council, tap.opening)
    if tap.revision not in {page.opening.revision, _NOW}:
        told = turn.own.plain("The time or place has changed since then. Please look at it again.")
        await turn.alert(told, box=True)
        await _show(turn, page)
        return
    await _show(turn, await turn.house.signups.still(turn.person, tap.council, tap.opening))


async def show_name(turn: Turn, tap: ShowName) -> None:
    """Show my first name in the group, or don't."""
    await _council(turn, tap.council)
    page = await turn.house.signups.show_name(turn.person, tap.council, tap.opening, shown=tap.shown)
    await _show(turn, page)


async def change_answer(turn: Turn, tap: ChangeAnswer) -> None:
    """My answers, or one of them asked again."""
    page = await _page(turn, tap.council, tap.opening)
    question = page.opening.question(tap.question)
    if page.mine is None or not page.mine.active:
        raise OutOfDate
    if question is None:
        await turn.show(answers_view(turn.own, page))
        return
    draft = await turn.house.drafts.begin(
        turn.form_id, FORM, question.id, tap.council, opening=tap.opening, **{_CHANGE: "yes"}
    )
    await turn.show(asking_view(turn.own, page.opening, question, draft))


async def seek(turn: Turn, tap: Seek) -> None:
    """Find someone for me, or stop looking."""
    page = await _page(turn, tap.council, tap.opening)
    if is_over(page.opening, page.now, page.council.zone):
        await _show(turn, page)
        return
    page, asked = await turn.house.cover.seek(turn.person, tap.council, tap.opening, seeking=tap.seeking)
    if tap.seeking:
        t = turn.own
        told = t.plain_n("I have asked {count} person.", "I have asked {count} people.", asked)
        nobody = t.plain("Nobody is waiting right now. Your place is offered to the next who opens the link.")
        await turn.alert(told if asked else nobody, box=True)
    await _show(turn, page)


async def take_over(turn: Turn, tap: TakeOver) -> None:
    """I take the place of somebody who cannot come."""
    await _council(turn, tap.council)
    page = await turn.house.cover.take_over(turn.person, tap.council, tap.signup)
    await _show(turn, page)


async def send_calendar(turn: Turn, tap: SendOpeningCalendar) -> None:
    """The calendar file."""
    t, page = turn.own, await _page(turn, tap.council, tap.opening)
    title = visible(opening_title(t, page))
    about = "\n".join(visible(fact) for fact in opening_about(t, page.opening))
    file = await turn.house.calendars.opening_file(page, title, about, calendar_words(t))
    caption = screen([bold(title), t("Open the file to put it into your calendar.")], [(mine_button(t),)])
    await turn.send_file(file.content, f"{file_name(file.name)}.ics", caption)


async def _council(turn: Turn, council_id: str) -> None:
    if turn.in_group:
        raise OutOfDate  # a button of the private chat, made up in a group
    await turn.council_of_link(council_id)


async def _page(turn: Turn, council_id: str, opening_id: str) -> OpeningPage:
    await _council(turn, council_id)
    return await turn.house.openings.page(turn.person.id, council_id, opening_id)


async def _show(turn: Turn, page: OpeningPage, link: str = "") -> None:
    await turn.show(opening_view(turn.own, page, link=link))


FEATURE = Feature(
    title=N_("Taking part"),
    order=20,
    taps=(
        on(OpenOpening, open_opening),
        on(Take, take),
        on(Choose, choose),
        on(Accept, accept),
        on(Withdraw, withdraw),
        on(NotThisTime, not_this_time),
        on(Bring, bring),
        on(StillComing, still_coming),
        on(ShowName, show_name),
        on(ChangeAnswer, change_answer),
        on(Seek, seek),
        on(TakeOver, take_over),
        on(SendOpeningCalendar, send_calendar),
    ),
    forms={FORM: answered},
    links={"o": arrive, "r": arrive_by_member},
)
