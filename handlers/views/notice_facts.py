"""What notices say of what they are about: read from the facts they carry."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.notice import Notice
from council.when import Precision, When
from handlers.screen import bold
from texts.dates import say_moment, say_when
from texts.escape import safe
from texts.tongue import Tongue


def facts_of(t: Tongue, notice: Notice, now: datetime) -> list[Markup]:
    """What, when, where: one a line."""
    lines = [bold(title_of(t, notice))]
    if when_of(notice).precision is not Precision.UNKNOWN:
        lines.append(t("📅 {when}", when=said_of(t, notice, now)))
    if notice.fact("place"):
        lines.append(t("📍 {place}", place=notice.fact("place")))
    return lines


def title_of(t: Tongue, notice: Notice) -> Markup:
    """The title, with its activity where that is not the beginning of it."""
    title, activity = safe(notice.fact("title"), 120), notice.fact("activity")
    if activity and not notice.fact("title").casefold().startswith(activity.casefold()):
        return t("{activity}: {title}", activity=activity, title=title)
    return title


def ids_of(notice: Notice) -> tuple[str, str]:
    """The council and the opening."""
    return notice.fact("council"), notice.fact("opening")


def revision_of(notice: Notice) -> int:
    """Which state of the opening it speaks of; -1 when it does not say."""
    told = notice.fact("revision")
    return int(told) if told.isdecimal() else -1


def when_of(notice: Notice) -> When:
    """When it is."""
    return When(notice.fact("when") or "XXXX", notice.fact("words"))


def said_of(t: Tongue, notice: Notice, now: datetime) -> Markup:
    """When it is, as people say it now."""
    return say_when(t, when_of(notice), day_of(notice, now))


def day_of(notice: Notice, now: datetime) -> date:
    """Today, in the council's zone."""
    return now.astimezone(ZoneInfo(notice.fact("zone"))).date()


def moment_of(t: Tongue, notice: Notice, moment: datetime, now: datetime) -> Markup:
    """An instant, as people say it now."""
    return say_moment(t, moment.astimezone(ZoneInfo(notice.fact("zone"))), day_of(notice, now))
