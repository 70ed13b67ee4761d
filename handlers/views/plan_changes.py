"""What is different on the plan now, as the group hears it."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from council.notice import Notice
from council.when import When
from handlers.screen import GAP, Button, Screen, bold, screen, struck
from handlers.views.navigation import link
from handlers.views.notice_facts import day_of, said_of, title_of, when_of
from texts.dates import say_when
from texts.tongue import Tongue


def changes_view(t: Tongue, notices: Sequence[Notice], now: datetime, bot_name: str) -> Screen:
    """What is different on the plan now, in the group."""
    lines: list[Markup | None] = []
    for notice in notices:
        lines += [*_change(t, notice, now), GAP]
    first = notices[0]
    more = link(bot_name, "e", first.fact("council"), first.fact("entry"))
    if len(notices) > 1:
        more = link(bot_name, "c", first.fact("council"))
    return screen(lines, [(Button(t.plain("More in private"), url=more),)])


def _change(t: Tongue, notice: Notice, now: datetime) -> list[Markup]:
    """What was and what is now."""
    title, today = title_of(t, notice), day_of(notice, now)
    if notice.fact("state") == "cancelled":
        return [bold(t("{title} is cancelled", title=title)), struck(said_of(t, notice, now))]
    if notice.fact("state") == "reopened":
        when = t("📅 {when}", when=said_of(t, notice, now))
        return [bold(t("{title} takes place", title=title)), when]
    was, place = When(notice.fact("was")), notice.fact("place") or "–"
    if was.edtf == when_of(notice).edtf:
        when = t("📅 {when}", when=said_of(t, notice, now))
        lines = [bold(t("{title} has another place", title=title)), when]
    else:
        before, after = struck(say_when(t, was, today)), bold(said_of(t, notice, now))
        moved = t("{before} → {after}", before=before, after=after)
        lines = [bold(t("{title} is moved", title=title)), moved]
    if notice.fact("was_place") != notice.fact("place"):
        before = struck(notice.fact("was_place") or "–")
        lines.append(t("📍 {before} → {after}", before=before, after=bold(place)))
    return lines


def changed_view(t: Tongue, notice: Notice, now: datetime, bot_name: str) -> Screen:
    """One of it."""
    return changes_view(t, [notice], now, bot_name)
