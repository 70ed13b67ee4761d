"""What a reader of plans doubts, as a question to the secretary."""

from datetime import date

from babel.dates import get_day_names, get_month_names
from babel.lists import format_list
from markupsafe import Markup

from council.doubts import Doubt, Sort
from council.when import When
from texts.dates import say_long_date, say_when
from texts.escape import safe
from texts.tongue import Tongue


def say_doubt(t: Tongue, doubt: Doubt) -> Markup:
    """The question, whole: "lørdag den 27. juni": 27 June 2027 is a Sunday. Which is right?"""
    return _SAYINGS[doubt.sort](t, doubt)


def _weekday(t: Tongue, doubt: Doubt) -> Markup:
    day = doubt.readings[0].first
    names = get_day_names("wide", context="format", locale=t.locale)
    return t(
        "“{words}”: {date} is a {weekday}. Which is right?",
        words=doubt.words,
        date=say_long_date(t, day),
        weekday=names[day.weekday()],
    )


def _no_such_day(t: Tongue, doubt: Doubt) -> Markup:
    return t("There is no “{words}”. When is it?", words=doubt.words)


def _no_year(t: Tongue, doubt: Doubt) -> Markup:
    return t("“{words}”: which year is meant?", words=doubt.words)


def _rule(t: Tongue, doubt: Doubt) -> Markup:
    printed, rule = (_said(t, when) for when in doubt.readings)
    return t(
        "“{words}” is {rule}, but {printed} is printed. Which is right?",
        words=doubt.words,
        rule=rule,
        printed=printed,
    )


def _one_of(t: Tongue, doubt: Doubt) -> Markup:
    times = [safe(_said(t, when)) for when in doubt.readings]
    return t("Which one is it: {times}?", times=Markup(format_list(times, "or", t.locale)))  # noqa: S704  # escaped just here


def _other_month(t: Tongue, doubt: Doubt) -> Markup:
    names = get_month_names("wide", context="stand-alone", locale=t.locale)
    return t(
        "{date} stands under {month}. Which is right?",
        date=_said(t, doubt.readings[0]),
        month=names[doubt.said],
    )


def _no_start(t: Tongue, doubt: Doubt) -> Markup:
    return t("“{words}”: on which day does it begin?", words=doubt.words)


def _misprint(t: Tongue, doubt: Doubt) -> Markup:
    return t(
        "I read “{words}” as {date}. Is that right?", words=doubt.words, date=_said(t, doubt.readings[0])
    )


def _elsewhere(t: Tongue, doubt: Doubt) -> Markup:
    return t("Elsewhere it says {date}. Is it then?", date=_said(t, doubt.readings[1]))


def _backwards(t: Tongue, doubt: Doubt) -> Markup:
    return t("“{words}” ends before it begins. When is it?", words=doubt.words)


def _said(t: Tongue, when: When) -> Markup:
    return say_when(t, when, date.min)


_SAYINGS = {
    Sort.WEEKDAY: _weekday,
    Sort.NO_SUCH_DAY: _no_such_day,
    Sort.NO_YEAR: _no_year,
    Sort.RULE: _rule,
    Sort.ONE_OF: _one_of,
    Sort.OTHER_MONTH: _other_month,
    Sort.NO_START: _no_start,
    Sort.MISPRINT: _misprint,
    Sort.ELSEWHERE: _elsewhere,
    Sort.BACKWARDS: _backwards,
}
