"""Dates as people say them: "lørdag 18. september kl. 10–16", "i juni", "uge 34", "i morgen kl. 17"."""

from datetime import date, datetime, time, timedelta

from babel.dates import format_date, get_month_names
from markupsafe import Markup

from council.when import Precision, When
from texts.tongue import Tongue

_MONDAY_TO_SUNDAY = (0, 6)

# CLDR's skeletons shorten the names in Danish where people write them out, so the patterns are ours
# and the names CLDR's.
_PATTERNS = {
    "da": {
        "long": "EEEE d. MMMM",
        "day": "d. MMMM",
        "short": "EEE d. MMM",
        "number": "d.",
        "weekday": "EEE d.",
    },
    "en": {"long": "EEEE d MMMM", "day": "d MMMM", "short": "EEE d MMM", "number": "d", "weekday": "EEE d"},
}


def say_when(t: Tongue, when: When, today: date) -> Markup:
    """When something is, seen from `today`: the year only when it is another one.

    Tentative times get no mark here; the entry that has one shows its state.
    """
    said = _SAYINGS[when.precision](t, when, today)
    return t("about {when}", when=said) if _needs_about(when) else said


def far_from(when: When, today: date) -> date:
    """A day of the same year from which nothing of it is yesterday, today or tomorrow.

    For what stays in a chat for weeks: seen from there, `say_when` says dates only.
    """
    days = {when.first, when.last} | ({when.until.date()} if when.until else set())
    choices = [date(today.year, month, 1) for month in (2, 6, 10)]  # in January the ISO year may be another
    return next(each for each in choices if all(abs((each - day).days) > 1 for day in days))


def say_day(t: Tongue, day: date, today: date) -> Markup:
    """A day with its weekday: "lørdag 18. september", "i morgen, lørdag 18. september"."""
    named = _named(t, "long", day, today)
    nearby = {0: t("today, {day}"), 1: t("tomorrow, {day}"), -1: t("yesterday, {day}")}
    pattern = nearby.get((day - today).days)
    return pattern.format(day=named) if pattern else Markup.escape(named)


def say_long_date(t: Tongue, day: date) -> str:
    """A date with its year and without its weekday: "18. september 2021"."""
    return _named(t, "day", day, date.min)


def say_month(t: Tongue, year: int, month: int, today: date | None = None) -> Markup:
    """A month: "juni", "juni 2022"; with the year unless it is that of `today`."""
    names = get_month_names("wide", context="stand-alone", locale=t.locale)
    name = names[month]
    if today is not None and today.year == year:
        return Markup.escape(name)
    return t("{month} {year}", month=name, year=str(year))


def say_clock(t: Tongue, clock: time) -> str:
    """A time of day: "17", "17.30" in Danish, "17:00" in English."""
    if t.language == "da":
        return f"{clock.hour}" if not clock.minute else f"{clock.hour}.{clock.minute:02}"
    return f"{clock:%H:%M}"


def say_moment(t: Tongue, moment: datetime, today: date) -> Markup:
    """A day and a time of day, for history and the like."""
    return t(
        "{day} at {clock}", day=say_short_day(t, moment.date(), today), clock=say_clock(t, moment.time())
    )


def say_short_day(t: Tongue, day: date, today: date) -> str:
    """A day in little room: "lør. 18. sep."."""
    return _named(t, "short", day, today)


def _needs_about(when: When) -> bool:
    # The sayings of these times have it in the right place, or give the plan's own words ("primo juni").
    at_about = when.precision is Precision.INSTANT and when.until is None
    own_words = when.precision in {Precision.RANGE, Precision.UNKNOWN} and bool(when.words)
    in_about = when.precision in {Precision.MONTH, Precision.YEAR}
    return when.approximate and not (at_about or own_words or in_about)


def _instant(t: Tongue, when: When, today: date) -> Markup:
    day, until = say_day(t, when.first, today), when.until
    clock = say_clock(t, when.clock or time.min)
    if until is None:
        if when.approximate:
            return t("{day} at about {clock}", day=day, clock=clock)
        return t("{day} at {clock}", day=day, clock=clock)
    if until.date() == when.first:
        return t("{day} at {clock}–{until}", day=day, clock=clock, until=say_clock(t, until.time()))
    return t(
        "{day} at {clock} to {last} at {until}",
        day=day,
        clock=clock,
        last=say_day(t, until.date(), today),
        until=say_clock(t, until.time()),
    )


def _date(t: Tongue, when: When, today: date) -> Markup:
    return say_day(t, when.first, today)


def _week(t: Tongue, when: When, today: date) -> Markup:
    year, number, _ = when.first.isocalendar()
    if year == today.isocalendar().year:
        return t("week {number}", number=number)
    return t("week {number}, {year}", number=number, year=year)


def _month(t: Tongue, when: When, today: date) -> Markup:
    month = say_month(t, when.first.year, when.first.month, today)
    return t("about {when}", when=month) if when.approximate else t("in {month}", month=month)


def _months(t: Tongue, when: When, today: date) -> Markup:
    last = say_month(t, when.last.year, when.last.month, today)
    same_year = date(when.last.year, 1, 1) if when.first.year == when.last.year else today
    first = say_month(t, when.first.year, when.first.month, same_year)
    return t("{first} to {last}", first=first, last=last)


def _quarter(t: Tongue, when: When, today: date) -> Markup:
    del today
    return t("{number}. quarter {year}", number=(when.first.month + 2) // 3, year=when.first.year)


def _season(t: Tongue, when: When, today: date) -> Markup:
    del today
    year = when.first.year
    patterns = {
        3: t("spring {year}", year=year),
        6: t("summer {year}", year=year),
        9: t("autumn {year}", year=year),
        12: t("winter {year}/{next_year}", year=year, next_year=year + 1),
    }
    return patterns[when.first.month]


def _year(t: Tongue, when: When, today: date) -> Markup:
    del today
    year = when.first.year
    return t("about {when}", when=year) if when.approximate else t("in {year}", year=year)


def _range(t: Tongue, when: When, today: date) -> Markup:
    if when.words:
        return t("{words} ({range})", words=when.words, range=_days(t, when, today))
    if (when.first.weekday(), when.last.weekday()) == _MONDAY_TO_SUNDAY and _lasts_weeks(when):
        return _weeks(t, when, today)
    return _days(t, when, today)


def _weeks(t: Tongue, when: When, today: date) -> Markup:
    first, last = when.first.isocalendar().week, when.last.isocalendar()
    if last.year == today.isocalendar().year:
        return t("week {first} to {last}", first=first, last=last.week)
    return t("week {first} to {last}, {year}", first=first, last=last.week, year=last.year)


def _lasts_weeks(when: When) -> bool:
    return when.last - when.first > timedelta(weeks=1)


def _days(t: Tongue, when: When, today: date) -> Markup:
    last = _named(t, "day", when.last, today)
    if (when.first.year, when.first.month) == (when.last.year, when.last.month):
        return t("{first}–{last}", first=_named(t, "number", when.first, when.first), last=last)
    return t("{first} to {last}", first=_named(t, "day", when.first, today), last=last)


def _unknown(t: Tongue, when: When, today: date) -> Markup:
    del today
    return t("{words} (no date yet)", words=when.words) if when.words else t("no date yet")


def _named(t: Tongue, pattern: str, day: date, today: date) -> str:
    year = "" if day.year == today.year else " y"
    return format_date(day, _PATTERNS[t.language][pattern] + year, locale=t.locale)


_SAYINGS = {
    Precision.INSTANT: _instant,
    Precision.DATE: _date,
    Precision.WEEK: _week,
    Precision.MONTH: _month,
    Precision.MONTHS: _months,
    Precision.QUARTER: _quarter,
    Precision.SEASON: _season,
    Precision.YEAR: _year,
    Precision.RANGE: _range,
    Precision.UNKNOWN: _unknown,
}


def say_under_month(t: Tongue, when: When, today: date) -> Markup | None:
    """The time of an entry that stands under the heading of its month; None when that says it all."""
    untold = when.precision is Precision.UNKNOWN and not when.words
    if (when.precision is Precision.MONTH or untold) and not when.approximate:
        return None
    overnight = when.until is not None and when.until.date() != when.first
    if when.precision not in {Precision.DATE, Precision.INSTANT} or overnight or when.approximate:
        return say_when(t, when, today)
    day = format_date(when.first, _PATTERNS[t.language]["weekday"], locale=t.locale)
    if when.clock is None:
        return Markup.escape(day)
    clock = say_clock(t, when.clock)
    if when.until is None:
        return t("{day} at {clock}", day=day, clock=clock)
    return t("{day} at {clock}–{until}", day=day, clock=clock, until=say_clock(t, when.until.time()))
