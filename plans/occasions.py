"""Named days in a text: when they are the time of something, and when they are only spoken of.

"Åben skov skærtorsdag" is on Maundy Thursday; "Planlægning af grundlovsdag" is not on Constitution Day, nor
is "Sankt Hans-fest 22. juni" on St John's Eve.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from plans.atoms import Context
from plans.joining import Group
from plans.lexicon import lexicon
from plans.notations import Unit
from plans.placing import place

_LEAD_IN = 24
_ANY_YEAR = 2000
_EXACT = {
    Unit.DAY,
    Unit.NUMBER,
    Unit.WEEK,
    Unit.NTH_WEEKDAY,
    Unit.NTH_WEEKEND,
    Unit.WEEKDAY_OF_WEEK,
    Unit.WEEK_OF,
    Unit.PART_OF_MONTH,
    Unit.RELATIVE,
    Unit.COMING,
}
_HELD_IN_CHURCH = {1, 2, *range(4, 17), *range(31, 34)}
"""Feasts that are days more than they are parties: in front of a colon they are when something is."""


def meant(text: str, found: tuple[Group, ...], context: Context) -> Iterator[Group]:
    """The groups without named days that are not the time of what the text is about."""
    dated = any(atom.unit in _EXACT for group in found for atom in group.atoms)
    for group in found:
        if not _named(group) or (not dated and _is_time(text, group, context)):
            yield group


def is_title(text: str, group: Group) -> bool:
    """Whether a named day is what something is called: it stands in front, or is all there is."""
    if not _named(group) or text[: group.start].strip(" (•*–-"):
        return False
    colon = text[group.end :].lstrip().startswith(":")
    return not (colon and group.atoms[0].number in _HELD_IN_CHURCH)


def _named(group: Group) -> bool:
    return group.atoms[0].unit is Unit.FEAST


def _is_time(text: str, group: Group, context: Context) -> bool:
    """Whether no word before it says otherwise ("efter", "af"), and it stands under no other month."""
    feast = group.atoms[0]
    if _spoken_of(context.languages).search(text[max(0, group.start - _LEAD_IN) : group.start]):
        return False
    when = place(feast, feast.year or context.about or _ANY_YEAR)
    return context.month is None or (
        when is not None and context.month in {when.first.month, when.last.month}
    )


@lru_cache(maxsize=32)
def _spoken_of(codes: tuple[str, ...]) -> re.Pattern[str]:
    """The end of a text that goes on with what it is about: "efter", "forberedelse af"."""
    patterns = lexicon(codes).patterns
    times = "|".join(patterns[role] for role in ("on", "in", "the", "latest", "from", "about"))
    about = f"{patterns['beside']}|{patterns['around']}|{patterns['small']}"
    return re.compile(
        rf"(?<!\w)(?!(?:{times})(?!\w))(?:{about})\s{{1,3}}(?:{patterns['the']})?\s{{0,3}}$", re.IGNORECASE
    )
