"""What is stored about somebody, readable."""

from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from handlers.screen import GAP, bold, visible
from handlers.views.entries import ROLES
from handlers.views.places import STATES
from handlers.views.settings import LANGUAGE_NAMES
from services.privacy import PersonalData
from services.stored import CouncilData, OwnSignUp
from texts.dates import say_day, say_when
from texts.escape import telegram_length
from texts.tongue import Tongue


def data_lines(t: Tongue, data: PersonalData, today: date) -> list[Markup]:
    """All of it, a fact to a line."""
    lines = [bold(t("What I store about you")), *_own_lines(t, data)]
    for council in data.councils:
        lines += [GAP, *_council_lines(t, council, today)]
    return lines


def pages(lines: Iterable[Markup], limit: int) -> list[list[Markup]]:
    """The lines in pages of at most `limit` characters as Telegram counts them."""
    found: list[list[Markup]] = [[]]
    room = limit
    for line in lines:
        length = telegram_length(visible(line)) + 1
        if length > room and found[-1]:
            found.append([])
            room = limit
        found[-1].append(line)
        room -= length
    return found


def _own_lines(t: Tongue, data: PersonalData) -> list[Markup]:
    person = data.person
    if person is None:
        return []
    lines = [t("Name: {name}", name=person.name), t("Id in Telegram: {number}", number=person.id)]
    if person.username:
        lines.append(t("User name: @{name}", name=person.username))
    chosen = LANGUAGE_NAMES.get(person.language, t.plain("As in Telegram"))
    return [*lines, t("Language: {language}", language=chosen)]


def _council_lines(t: Tongue, data: CouncilData, today: date) -> list[Markup]:
    lines = [bold(data.council)]
    if data.membership is not None:
        lines.append(t("You are here as {role}.", role=t(ROLES[data.membership.role])))
    if data.coordinates:
        lines.append(t("You coordinate {activities}.", activities=t.listed(data.coordinates)))
    for own in data.signups:
        lines += _signup_lines(t, own, today)
    if data.standby:
        lines.append(t("You help at short notice."))
    lines += [
        t.n(
            "Your link to “{title}” has brought {count} person.",
            "Your link to “{title}” has brought {count} people.",
            link.referral.brought,
            title=link.title,
        )
        for link in data.links
    ]
    return [*lines, *_counts(t, data)]


def _signup_lines(t: Tongue, own: OwnSignUp, today: date) -> Sequence[Markup]:
    signup, when = own.signup, say_when(t, own.when, today)
    lines = [t("• {title} ({when}): {state}", title=own.title, when=when, state=t(STATES[signup.state]))]
    if signup.guests:
        lines.append(t.n("You bring {count} guest.", "You bring {count} guests.", signup.guests))
    lines += [
        t("{question} – {answer}", question=question, answer=answer) for question, answer in own.answers
    ]
    if signup.shown:
        lines.append(t("Your first name may be seen in the group."))
    if signup.certificate is not None:
        seen = say_day(t, signup.certificate.on, today)
        lines.append(t("That your certificate was seen was noted: {day}.", day=seen))
    return lines


def _counts(t: Tongue, data: CouncilData) -> list[Markup]:
    lines: list[Markup] = []
    if count := len(data.changes):
        lines.append(
            t.n("{count} change on the plan is yours.", "{count} changes on the plan are yours.", count)
        )
    if count := len(data.opened):
        lines.append(t.n("{count} opening was made by you.", "{count} openings were made by you.", count))
    if count := data.entered:
        lines.append(t.n("You signed up {count} other.", "You signed up {count} others.", count))
    if count := data.certified:
        lines.append(
            t.n("You noted {count} certificate as seen.", "You noted {count} certificates as seen.", count)
        )
    if count := len(data.notices):
        lines.append(t.n("{count} message to you is kept.", "{count} messages to you are kept.", count))
    if count := len(data.mentions):
        lines.append(
            t.n(
                "{count} message to somebody else is about you or from you.",
                "{count} messages to others are about you or from you.",
                count,
            )
        )
    return lines
