"""When people are left alone, and when what falls due meanwhile is said."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from council.due import GROUP
from council.reminding import Wishes
from council.times import awake, instant

LEAST_AHEAD = timedelta(minutes=30)
"""A reminder after quiet hours that leaves people less than this is said within them."""


def quiet_until(wishes: Wishes, now: datetime, zone: str) -> datetime:
    """`now`, or the end of somebody's quiet hours when it is in them."""
    hours = wishes.quiet_hours
    if hours is None or hours[0] == hours[1]:
        return now
    quiet_from, quiet_to = hours
    clock = now.astimezone(ZoneInfo(zone)).time()
    over_night = quiet_from > quiet_to
    quiet = (clock >= quiet_from or clock < quiet_to) if over_night else quiet_from <= clock < quiet_to
    if not quiet:
        return now
    day = now.astimezone(ZoneInfo(zone)).date()
    if over_night and clock >= quiet_from:
        day += timedelta(days=1)
    return instant(datetime.combine(day, quiet_to), zone)


def when_to_say(to: str, last: datetime, wishes: Wishes, now: datetime, zone: str) -> datetime:
    """When a due notice is said: now, or after the quiet hours, unless these last until it is too late.

    `last` is when what it reminds of begins: one that is useful until the next reminder alone disturbs
    nobody at night, that next one is said in the morning.
    """
    quiet = awake(now, zone) if to == GROUP else quiet_until(wishes, now, zone)
    return quiet if quiet == now or quiet + LEAST_AHEAD <= last else now
