"""The plan on the screen: some months of it, paged, each entry with a button; and what comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from markupsafe import Markup

from council.overview import MONTHS_SHOWN, Month, by_month, coming, nearest_month, within, without_time
from council.records import PlanEntry
from council.refusals import OutOfDate
from handlers.codec import Tap
from handlers.screen import GAP, Button, Row, Screen, bold, capitalised, rows_of, screen
from handlers.views.entries import dated_line, line
from handlers.views.navigation import OpenEntry, SendCalendar, ShowPlan
from services.plan import Plan
from texts.dates import say_month
from texts.tongue import Tongue

_PAGE = 12  # entries that fit a phone's screen
_COMING = 6
_FOUND = 10
_YEAR = 12  # months
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True)
class ChooseActivity(Tap):
    """The list of activities, to see the plan of one."""

    prefix: ClassVar[str] = "pa"
    council: str


def activities_view(t: Tongue, plan: Plan) -> Screen:
    """One button for each activity."""
    return screen([bold(t("Which activity do you want to see?"))], _activity_rows(t, plan))


def unknown_view(t: Tongue, plan: Plan, words: str) -> Screen:
    """The words behind `/plan` are no activity; here is what there is."""
    told = t("Nothing here is called “{text}”. Choose an activity, or write a year: /plan 2027", text=words)
    return screen([told], _activity_rows(t, plan))


def _activity_rows(t: Tongue, plan: Plan) -> list[Row]:
    council = plan.council.id
    activities = sorted(plan.activities.values(), key=lambda activity: activity.name.casefold())
    buttons = (Button(a.name, ShowPlan(council, activity=a.id, months=12)) for a in activities[:40])
    return [*rows_of(buttons, 2), (Button(t.plain("All activities"), ShowPlan(council)),)]


def plan_view(t: Tongue, plan: Plan, asked: ShowPlan) -> Screen:
    """Part of the plan by months. An empty part says so and shows the nearest that is not."""
    if not plan.entries:
        return empty_view(t, plan)
    entries = _chosen(plan, asked)
    first, months = _period(plan, entries, asked)
    shown = within(entries, first, months)
    notice = None
    nearest = nearest_month(entries, first)
    if not shown and nearest is not None and not asked.month:
        notice = t(
            "Nothing is on the plan in {period}. This is what is nearest:", period=_span(t, first, months)
        )
        first, months = nearest, MONTHS_SHOWN
        shown = within(entries, first, months)
    here = replace(asked, month=_packed(first), months=months)
    listed = _lines(t, plan, shown, first, without_time(entries))
    pages = _pages(listed)
    page = pages[min(max(asked.page, 0), len(pages) - 1)]
    head = _heading(t, plan, asked, first, months)
    body = [text for text, _ in page] or [
        t("Nothing is on the plan in {period}.", period=_span(t, first, months))
    ]
    rows = [*_numbers(page, plan.council.id), *_ways(t, here, len(pages), len(plan.activities) > 0)]
    return screen([head, notice, *body], rows)


def empty_view(t: Tongue, plan: Plan) -> Screen:
    """Nothing is on the plan: how something comes onto it."""
    return screen(
        [
            bold(plan.council.name),
            t("The plan is empty so far."),
            t("The secretary sends me the plan you publish, as a file in our private chat, or writes /new."),
        ]
    )


def next_view(t: Tongue, plan: Plan) -> Screen:
    """What comes first, with a button for each."""
    if not plan.entries:
        return empty_view(t, plan)
    entries = coming(plan.entries, plan.today, _COMING)
    whole_plan = (Button(t.plain("See the plan"), ShowPlan(plan.council.id)),)
    if not entries:
        return screen([bold(t("What comes next")), t("Nothing is coming up on the plan.")], [whole_plan])
    lines = [
        t("{number}. {line}", number=i, line=dated_line(t, entry, plan.today))
        for i, entry in enumerate(entries, start=1)
    ]
    return screen(
        [bold(t("What comes next")), GAP, *lines],
        [*_number_rows(enumerate(entries, 1), plan.council.id), whole_plan],
    )


def choice_view(t: Tongue, plan: Plan, entries: list[PlanEntry], heading: str) -> Screen:
    """Several entries to choose one from."""
    lines = [
        t("{number}. {line}", number=number, line=dated_line(t, entry, plan.today))
        for number, entry in enumerate(entries[:_FOUND], start=1)
    ]
    more = len(entries) - _FOUND
    rest = t.n("… and {count} more", "… and {count} more", more) if more > 0 else None
    council = plan.council.id
    buttons = (Button(str(n), OpenEntry(council, e.id)) for n, e in enumerate(entries[:_FOUND], start=1))
    return screen(
        [bold(heading), *lines, rest],
        [*rows_of(buttons, 5), (Button(t.plain("See the plan"), ShowPlan(council)),)],
    )


def _chosen(plan: Plan, asked: ShowPlan) -> list[PlanEntry]:
    return [e for e in plan.entries if not asked.activity or e.activity_id == asked.activity]


def _period(plan: Plan, entries: Sequence[PlanEntry], asked: ShowPlan) -> tuple[Month, int]:
    months = min(max(asked.months, 1), 24)
    if asked.month:
        return _unpacked(asked.month), months
    now = Month.of(plan.today)
    if asked.activity and (nearest := nearest_month(entries, now)):
        return Month(nearest.year, 1), 12
    return now, months


_Line = tuple[Markup, tuple[int, PlanEntry] | None]


def _lines(
    t: Tongue, plan: Plan, shown: Sequence[PlanEntry], first: Month, undated: Sequence[PlanEntry]
) -> list[_Line]:
    lines: list[_Line] = []
    number = 0
    groups = [(say_month(t, m.year, m.number, plan.today), group) for m, group in by_month(shown, first)]
    if undated:
        groups.append((t("No date yet"), list(undated)))
    for heading, group in groups:
        for place, entry in enumerate(group):
            number += 1
            text = t("{number}. {line}", number=number, line=line(t, entry, plan.today))
            head = Markup("\n{}\n").format(bold(capitalised(heading))) if place == 0 else Markup("")
            lines.append((head + text, (number, entry)))
    return lines


def _pages(lines: list[_Line]) -> list[list[_Line]]:
    return [lines[i : i + _PAGE] for i in range(0, len(lines), _PAGE)] or [[]]


def _numbers(page: Iterable[_Line], council_id: str) -> list[Row]:
    return _number_rows((numbered for _, numbered in page if numbered), council_id)


def _number_rows(numbered: Iterable[tuple[int, PlanEntry]], council_id: str) -> list[Row]:
    return rows_of((Button(str(n), OpenEntry(council_id, e.id)) for n, e in numbered), 6)


def _ways(t: Tongue, here: ShowPlan, pages: int, activities: bool) -> list[Row]:  # noqa: FBT001  # are there any
    first = _unpacked(here.month)
    turned = replace(here, page=here.page + 1)
    back = replace(here, page=here.page - 1)
    paging = (
        *((Button(t.plain("↑ Previous page"), back),) if here.page > 0 else ()),
        *((Button(t.plain("More ↓"), turned),) if here.page + 1 < pages else ()),
    )
    step = here.months
    moving = (
        Button(t.plain("◂ Earlier"), replace(here, month=_packed(first.plus(-step)), page=0)),
        Button(t.plain("Later ▸"), replace(here, month=_packed(first.plus(step)), page=0)),
    )
    whole_year = ShowPlan(here.council, f"{first.year:04}-01", 12, here.activity)
    now = ShowPlan(here.council, activity=here.activity)
    wide = Button(t.plain("Now"), now) if here.months == _YEAR else Button(t.plain("Whole year"), whole_year)
    choosing = Button(t.plain("All activities"), replace(here, activity="", page=0))
    if not here.activity:
        choosing = Button(t.plain("One activity"), ChooseActivity(here.council))
    calendar = Button(t.plain("Calendar"), SendCalendar(here.council, activity=here.activity))
    return [paging, moving, (wide, choosing, calendar) if activities else (wide, calendar)]


def _heading(t: Tongue, plan: Plan, asked: ShowPlan, first: Month, months: int) -> Markup:
    activity = plan.activities.get(asked.activity)
    name = activity.name if activity else plan.council.name
    return t("{name} · {period}", name=bold(name), period=_span(t, first, months))


def _span(t: Tongue, first: Month, months: int) -> Markup:
    last = first.plus(months - 1)
    if months == _YEAR and first.number == 1:
        return Markup.escape(first.year)
    if months == 1:
        return say_month(t, first.year, first.number)
    if first.year == last.year:
        from_month = say_month(t, first.year, first.number, date(first.year, 1, 1))
        return t("{first}–{last}", first=from_month, last=say_month(t, last.year, last.number))
    return t(
        "{first}–{last}",
        first=say_month(t, first.year, first.number),
        last=say_month(t, last.year, last.number),
    )


def _packed(month: Month) -> str:
    return f"{month.year:04}-{month.number:02}"


def _unpacked(text: str) -> Month:
    """The month in button data.

    Raises:
        OutOfDate: when it is none.
    """
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        raise OutOfDate from None
    if not _FIRST_YEAR <= first.year <= _LAST_YEAR:
        raise OutOfDate
    return Month.of(first)
