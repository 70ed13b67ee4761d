"""What those hear who run an opening."""

from datetime import datetime

from markupsafe import Markup

from council.notice import Notice
from handlers.screen import GAP, Button, Row, Screen, bold, screen
from handlers.views.notice_facts import facts_of, ids_of, moment_of
from handlers.views.places import ShowRoster
from texts.tongue import Tongue


def late_withdrawal(t: Tongue, notice: Notice, now: datetime) -> Screen:
    """Somebody cannot come, shortly before it."""
    somebody = t("A volunteer")
    told = t("{name} cannot come after all.", name=bold(notice.fact("name") or somebody))
    return _to_coordinator(t, notice, now, t("A place came free at short notice"), told)


def unreached(t: Tongue, notice: Notice, now: datetime) -> Screen:
    """Somebody who is signed up cannot be written to."""
    told = t(
        "I cannot write to {name}: they have blocked me or left Telegram.", name=bold(notice.fact("name"))
    )
    phone = t("Phone: {phone}", phone=notice.fact("phone")) if notice.fact("phone") else None
    return _to_coordinator(t, notice, now, t("Somebody cannot be reached"), told, more=phone)


def requested(t: Tongue, notice: Notice, now: datetime) -> Screen:
    """Somebody asks for a place."""
    council, opening = ids_of(notice)
    told = t("{name} would like to take part.", name=bold(notice.fact("name")))
    answer = Button(t.plain("Look and answer"), ShowRoster(council, opening))
    return _to_coordinator(t, notice, now, t("Somebody asks for a place"), told, (answer,))


def call_offer(t: Tongue, notice: Notice, now: datetime) -> Screen:
    """A place is free for somebody without Telegram."""
    council, opening = ids_of(notice)
    moment = moment_of(t, notice, datetime.fromisoformat(notice.fact("until")), now)
    told = t(
        "A place is free for {name}, who has no Telegram. Please call before {moment}.",
        name=bold(notice.fact("name")),
        moment=moment,
    )
    phone = t("Phone: {phone}", phone=notice.fact("phone")) if notice.fact("phone") else None
    answer = Button(t.plain("Note the answer"), ShowRoster(council, opening))
    return _to_coordinator(t, notice, now, t("Please call somebody"), told, (answer,), phone)


def _to_coordinator(
    t: Tongue,
    notice: Notice,
    now: datetime,
    title: Markup,
    told: Markup,
    row: Row = (),
    more: Markup | None = None,
) -> Screen:
    roster = (Button(t.plain("See who is signed up"), ShowRoster(*ids_of(notice))),)
    return screen([bold(title), *facts_of(t, notice, now), GAP, told, more], [row, roster])
