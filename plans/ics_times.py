"""Times of calendars as wall-clock times of one zone, and their rules as rules by the day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo

from council.when import When

HOME = "Europe/Copenhagen"
"""The zone of a calendar that names none."""
_UNIVERSAL = {"UTC", "GMT", "ETC/UTC", "ETC/GMT", "Z"}
_DAY = timedelta(days=1)
_WEEK = 7
_ORDER = ("FREQ", "INTERVAL", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYSETPOS", "COUNT")
_RULED = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_AHEAD = timedelta(days=5 * 366)
_LONGEST = 300  # characters of a rule


@dataclass(frozen=True, slots=True)
class Zones:
    """The zone that times are told in, and those that a file defines by one fixed offset."""

    home: tzinfo
    fixed: dict[str, tzinfo]

    def local(self, moment: datetime, name: str = "") -> datetime:
        """A moment as a wall-clock time at home; one in no known zone (`name`) stays what it is.

        Raises:
            OverflowError: at the ends of the calendar.
        """
        zone = moment.tzinfo or self.fixed.get(name) or _zone(name)
        aware = moment.replace(tzinfo=zone) if moment.tzinfo is None and zone else moment
        return aware.astimezone(self.home).replace(tzinfo=None) if aware.tzinfo else aware


def zones(stated: str, defined: dict[str, frozenset[str]]) -> Zones:
    """The zones of a calendar.

    At home it is what the calendar states, else the only zone that it defines, else `HOME`. A calendar
    that states UTC was written by a program that knew no place.

    Args:
        stated: X-WR-TIMEZONE, or "".
        defined: the offsets ("+0100") of each VTIMEZONE.
    """
    names = [stated, *defined] if len(defined) == 1 else [stated]
    known = (_zone(name) for name in names if name.upper() not in _UNIVERSAL)
    home = next((zone for zone in known if zone), None) or _zone(HOME)
    assert home is not None
    fixed = {name: _offset(next(iter(offsets))) for name, offsets in defined.items() if len(offsets) == 1}
    return Zones(home, {name: zone for name, zone in fixed.items() if zone and not _zone(name)})


def _zone(name: str) -> tzinfo | None:
    """The zone of this name, also by Windows' names; None if it is none."""
    # Imported here: only the worker process pays for it.
    from icalendar.timezone import tzp  # noqa: PLC0415

    try:
        found: tzinfo | None = tzp.timezone(name) if name else None
    except (ValueError, OSError):  # "../..", a folder of zones
        return None
    return found


def _offset(text: str) -> tzinfo | None:
    sign, hours, minutes = text[:1], text[1:3], text[3:5]
    if sign not in {"+", "-"} or not (hours + minutes).isdecimal():
        return None
    length = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(length if sign == "+" else -length) if length < _DAY else None


def when(start: date, end: date | None) -> When:
    """When something is between a start and an exclusive end, both at home.

    Midnight to midnight is a whole day; Monday to Sunday is a week.
    """
    if isinstance(start, datetime) and not _whole(start, end):
        later = end if isinstance(end, datetime) and end > start else None
        return When.at(start, later)
    first, after = day_of(start), day_of(end) if end else None
    last = after - _DAY if after and after > first else first
    if first.isoweekday() == 1 and (last - first).days == _WEEK - 1:
        return When.week(*first.isocalendar()[:2])
    return When.on(first) if first == last else When.between(first, last)


def day_of(moment: date) -> date:
    """The day of a moment, or the day itself."""
    return moment.date() if isinstance(moment, datetime) else moment


def _whole(start: datetime, end: date | None) -> bool:
    midnight = isinstance(end, datetime) and end.time() == datetime.min.time() == start.time()
    return midnight and end is not None and day_of(end) > start.date()


def rule_of(parts: dict[str, list[object]], start: date, zone: Zones) -> str:
    """A rule in one order, with UNTIL as the last day; "" for one that no plan has (every hour).

    A time of day in UNTIL that comes before that of the event means the day before.
    """
    texts = {name.upper(): ",".join(_text(value) for value in values) for name, values in parts.items()}
    if texts.get("FREQ", "") not in _RULED or {texts.get("INTERVAL"), texts.get("COUNT")} & {"0"}:
        return ""
    if texts.get("INTERVAL") == "1":
        del texts["INTERVAL"]
    kept = [f"{name}={texts[name]}" for name in _ORDER if texts.get(name)]
    until = next(iter(parts.get("UNTIL", ())), None)
    if isinstance(until, date):
        kept.append(f"UNTIL={_last_day(until, start, zone):%Y%m%d}")
    rule = ";".join(kept)
    return rule if len(rule) <= _LONGEST else ""


def _last_day(until: date, start: date, zone: Zones) -> date:
    if not isinstance(until, datetime) or not isinstance(start, datetime):
        return day_of(until)
    local = zone.local(until)
    return local.date() - _DAY if local.time() < start.time() else local.date()


def _text(value: object) -> str:
    written = getattr(value, "to_ical", None)
    said = written() if written else value
    return said.decode() if isinstance(said, bytes) else str(said)


def first_day(rule: str, start: date, without: frozenset[date]) -> tuple[date, int] | None:
    """The first day that a rule gives and that is not left out, and how many it gives before that.

    None if all of the next years are left out.
    """
    # Imported here: only the worker process pays for it.
    from dateutil.rrule import rrulestr  # noqa: PLC0415

    if day_of(start) not in without:
        return day_of(start), 0
    begin = datetime.combine(day_of(start), datetime.min.time())
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    count = int(parts.pop("COUNT", len(without) + 1))
    parts["UNTIL"] = min(parts.get("UNTIL", "99991231"), f"{begin + _AHEAD:%Y%m%d}")
    given = rrulestr(";".join(f"{name}={value}" for name, value in parts.items()), dtstart=begin)
    for before, moment in zip(range(count), given, strict=False):
        if moment.date() not in without:
            return moment.date(), before
    return None
