"""How somebody wants to be reminded, each choice a button."""

from collections.abc import Sequence

from markupsafe import Markup

from council.records import Council
from council.reminding import Wishes
from handlers.screen import GAP, Button, Row, Screen, bold, capitalised, rows_of, screen
from handlers.views.distances import far_first, say_distance, say_distances
from handlers.views.remind_taps import NO_QUIET, SetQuiet, SetWish, ShowRules, packed
from texts.dates import say_clock
from texts.tongue import Tongue

OFFERED = ("7d", "3d", "1d", "120m", "30m")
QUIET_OFFERED = ("20-8", "21-8", "22-7")


def wishes_view(t: Tongue, wishes: Wishes, councils: Sequence[Council]) -> Screen:
    """My wishes as they are; `councils` are those of which I set the group's reminders."""
    told = t(
        "I remind you of what you signed up for: {distances}.", distances=say_distances(t, wishes.distances)
    )
    if not wishes.distances:
        told = t("I do not remind you of what you signed up for.")
    rows = [*_distances(t, wishes), *_quiet(t, wishes), *_groups(t, councils)]
    return screen([bold(t("Your reminders")), told, _still(t, wishes), GAP, t("What suits you best?")], rows)


def _still(t: Tongue, wishes: Wishes) -> Markup | None:
    hours = wishes.quiet_hours
    if not wishes.distances:
        return None
    if hours is None:
        return t("Reminders come at any hour.")
    begins, ends = (say_clock(t, hour) for hour in hours)
    return t("From {begins} to {ends} I wait with them, unless you would miss it.", begins=begins, ends=ends)


def _distances(t: Tongue, wishes: Wishes) -> list[Row]:
    buttons = [
        _chosen(
            capitalised(say_distance(t, distance)),
            SetWish(packed(distance), distance not in wishes.distances),
            on=distance in wishes.distances,
        )
        for distance in far_first((*OFFERED, *wishes.distances))
    ]
    never = _chosen(t.plain("Never"), SetWish("", on=False), on=not wishes.distances)
    return [*rows_of(buttons, 2), (never,)]


def _quiet(t: Tongue, wishes: Wishes) -> list[Row]:
    choices = [*QUIET_OFFERED]
    if wishes.quiet and wishes.quiet not in choices:
        choices.append(wishes.quiet)
    buttons = [
        _chosen(
            t.plain("Quiet {hours}", hours=hours.replace("-", "–")), SetQuiet(hours), on=wishes.quiet == hours
        )
        for hours in choices
    ]
    none = _chosen(t.plain("No quiet hours"), SetQuiet(NO_QUIET), on=not wishes.quiet)
    return rows_of([*buttons, none], 2)


def _groups(t: Tongue, councils: Sequence[Council]) -> list[Row]:
    if len(councils) == 1:
        return [(Button(t.plain("The group's reminders"), ShowRules(councils[0].id)),)]
    return [
        (Button(t.plain("The group's reminders: {council}", council=council.name), ShowRules(council.id)),)
        for council in councils
    ]


def _chosen(label: str, tap: SetWish | SetQuiet, *, on: bool) -> Button:
    """A button that shows whether it is chosen."""
    return Button(f"● {label}" if on else label, tap)
