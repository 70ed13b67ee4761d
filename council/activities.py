"""The undertakings of a council, told apart by the name in front of a plan's lines."""

import re
from collections.abc import Iterable
from dataclasses import replace

from council.records import Activity

_YEAR_BEHIND = re.compile(r"\s+['’]?(?:20\d\d|\d\d)$")


def canonical(name: str) -> str:
    """The name without a year: "Kulturdag 21" and "Kulturdag 2021" are both "Kulturdag"."""
    tidy = " ".join(name.split())
    return _YEAR_BEHIND.sub("", tidy) or tidy


def same_name(one: str, other: str) -> bool:
    """Whether two names mean one activity."""
    return canonical(one).casefold() == canonical(other).casefold()


def known_as(activities: Iterable[Activity], name: str) -> Activity | None:
    """The activity of this name or former name."""
    for activity in activities:
        if any(same_name(name, known) for known in (activity.name, *activity.aliases)):
            return activity
    return None


def renamed(activity: Activity, name: str) -> Activity:
    """The activity under a new name; plans that print the old one still mean it."""
    aliases = _without_repeats((*activity.aliases, activity.name), besides=name)
    return replace(activity, name=name, aliases=aliases)


def merged(kept: Activity, other: Activity) -> Activity:
    """`kept`, known by the names of the other one too."""
    aliases = _without_repeats((*kept.aliases, other.name, *other.aliases), besides=kept.name)
    return replace(kept, aliases=aliases, description=kept.description or other.description)


def _without_repeats(names: Iterable[str], *, besides: str) -> tuple[str, ...]:
    # Spellings that `same_name` cannot tell apart need no place of their own.
    kept: list[str] = []
    for name in names:
        if not any(same_name(name, known) for known in (besides, *kept)):
            kept.append(name)
    return tuple(kept)
