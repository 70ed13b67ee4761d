"""One of those on a roster: all that is known, and what can be done."""

from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.openings import HOLDING, MOST_GUESTS, Opening, SignUp, SignUpState
from handlers.screen import GAP, Button, Row, Screen, bold, capitalised, screen
from handlers.views.places import STATES, ShowRoster, party
from handlers.views.roster import PAGE, has_begun
from handlers.views.roster_asking import targets
from handlers.views.roster_lines import UNITS, line_of
from handlers.views.roster_taps import Erase, MoveTo, Settle, TakeOff, WithGuests
from services.boards import OpeningPage
from services.rosters import Roster
from texts.dates import say_day, say_moment, say_when
from texts.tongue import Tongue

S = SignUpState


def signup_view(t: Tongue, roster: Roster, signup: SignUp) -> Screen:
    """The page of one person, country or association."""
    page = roster.page
    return screen(
        [
            bold(party(t, signup)),
            t("{title} · {when}", title=page.opening.title, when=say_when(t, page.opening.when, page.today)),
            GAP,
            _state(t, roster, signup),
            *_particulars(t, page, signup),
            *_answers(t, page.opening, signup),
        ],
        [*_rows(t, roster, signup), (_back(t, roster, signup),)],
    )


def _back(t: Tongue, roster: Roster, signup: SignUp) -> Button:
    """To the page of the roster on which they stand."""
    page, number = roster.page, roster.signups.index(signup)
    return Button(t.plain("◂ Everybody"), ShowRoster(page.council.id, page.opening.id, number // PAGE))


def _state(t: Tongue, roster: Roster, signup: SignUp) -> Markup:
    if signup.state is S.WAITING:
        return t("⏳ Waits as number {number}.", number=line_of(roster)[signup.id])
    if signup.state is S.OFFERED and signup.offered_until:
        page = roster.page
        ends = signup.offered_until.astimezone(ZoneInfo(page.council.zone))
        return t("⏳ Was offered a place until {moment}.", moment=say_moment(t, ends, page.today))
    said = t("{state}.", state=capitalised(t(STATES[signup.state])))
    return t("✅ {state}", state=said) if signup.state in {S.CONFIRMED, S.ATTENDED} else said


def _particulars(t: Tongue, page: OpeningPage, signup: SignUp) -> list[Markup]:
    since = say_moment(t, signup.since.astimezone(ZoneInfo(page.council.zone)), page.today)
    entered = not signup.person_id
    facts: list[tuple[object, Markup]] = [
        (signup.seeking, t("Looks for somebody to take over, and has the place until then.")),
        (signup.still == "asked" and signup.active, t("Has not said yet whether the new time suits.")),
        (signup.still == "yes" and signup.active, t("The new time suits as well.")),
        (entered and signup.active, t("Has no Telegram, so please call with news.")),
        (signup.phone, t("Phone: {phone} (only those who run this see it)", phone=signup.phone)),
        (entered, t("Entered {moment} as {unit}.", moment=since, unit=t(UNITS[signup.unit]))),
        (not entered, t("Signed up {moment}.", moment=since)),
        (signup.agreed, t("Agreed: {how}", how=signup.agreed)),
        (signup.thanked, t("Has been thanked.")),
        (page.opening.with_children, _certificate(t, page, signup)),
    ]
    return [fact for holds, fact in facts if holds]


def _certificate(t: Tongue, page: OpeningPage, signup: SignUp) -> Markup:
    if signup.certificate is None:
        return t("❓ Children take part: the secretary has to see a certificate first.")
    return t("Certificate seen: {day}", day=say_day(t, signup.certificate.on, page.today))


def _answers(t: Tongue, opening: Opening, signup: SignUp) -> list[Markup]:
    if opening.erased and opening.questions:
        return [GAP, t("The answers were erased some time after the event.")]
    given = [
        t("{question} {answer}", question=question.text, answer=bold(signup.answer(question.id) or "–"))
        for question in opening.questions
    ]
    return [GAP, *given] if given else []


def _rows(t: Tongue, roster: Roster, signup: SignUp) -> list[Row]:
    page = roster.page
    rows = [_certificate_row(t, roster, signup)]
    if signup.state is S.REQUESTED:
        rows.append(_asking(t, page, signup))
    if signup.state is S.OFFERED and not signup.person_id:
        rows.append(_calling(t, page, signup))
    if signup.state in HOLDING and has_begun(page):
        rows.append(_coming(t, page, signup))
    if signup.active and signup.state not in {S.ATTENDED, S.MISSED}:
        rows += _changing(t, roster, signup)
    if not signup.person_id:
        rows.append((Button(t.plain("Erase all of it"), Erase(page.council.id, signup.id)),))
    return rows


def _certificate_row(t: Tongue, roster: Roster, signup: SignUp) -> Row:
    if not (roster.page.opening.with_children and roster.sees_certificates and signup.active):
        return ()
    council = roster.page.council.id
    if signup.certificate is None:
        return (Button(t.plain("I have seen the certificate"), Settle(council, signup.id, "seen")),)
    return (Button(t.plain("Not seen after all"), Settle(council, signup.id, "unseen")),)


def _asking(t: Tongue, page: OpeningPage, signup: SignUp) -> Row:
    council, key = page.council.id, signup.id
    no = Button(t.plain("No, not this time"), Settle(council, key, "no"))
    if page.opening.with_children and signup.certificate is None:
        return (no,)
    return (Button(t.plain("Yes, confirm"), Settle(council, key, "yes")), no)


def _calling(t: Tongue, page: OpeningPage, signup: SignUp) -> Row:
    council, key = page.council.id, signup.id
    return (
        Button(t.plain("They take the place"), Settle(council, key, "takes")),
        Button(t.plain("They don't"), Settle(council, key, "declines")),
    )


def _coming(t: Tongue, page: OpeningPage, signup: SignUp) -> Row:
    council, key = page.council.id, signup.id
    came = Button(t.plain("Came"), Settle(council, key, "came"))
    missed = Button(t.plain("Did not come"), Settle(council, key, "missed"))
    back = Button(t.plain("Take that back"), Settle(council, key, "back"))
    return {S.ATTENDED: (missed, back), S.MISSED: (came, back)}.get(signup.state, (came, missed))


def _changing(t: Tongue, roster: Roster, signup: SignUp) -> list[Row]:
    council, guests = roster.page.council.id, signup.guests
    more = Button(t.plain("One guest more"), WithGuests(council, signup.id, guests + 1))
    fewer = Button(t.plain("One guest fewer"), WithGuests(council, signup.id, guests - 1))
    moving = Button(t.plain("Move to something else"), MoveTo(council, signup.id))
    off = Button(t.plain("Take off the list"), TakeOff(council, signup.id))
    return [
        (*((fewer,) if guests else ()), *((more,) if guests < MOST_GUESTS else ())),
        (*((moving,) if targets(roster) else ()), *(() if signup.state is S.REQUESTED else (off,))),
    ]
