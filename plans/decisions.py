"""Sentences that change what is planned above them, found mostly under "Beslutning"."""

import re
from dataclasses import replace
from functools import lru_cache

from council.when import Precision, When
from plans import tenses
from plans.amendments import Amendment, Change
from plans.atoms import Context, find_atoms
from plans.clocks import find_clocks
from plans.dating import dates
from plans.entries import Draft
from plans.extracted import Row
from plans.joining import Group
from plans.lexicon import ALL_LANGUAGES, lexicon
from plans.moving import only_considered
from plans.notations import Unit
from plans.phrases import Phrase, phrases

_AND_THAT = re.compile(
    r"(?:,?\s(?:og|and|och|samt|men|but)\s|,\s)(?=(?:at|that|att)\s[^\d]|(?:mødet|møtet|mötet|the\smeeting)\s)|;\s",
    re.IGNORECASE,
)
_ONE_MORE = re.compile(
    r"(?<!\w)(?:forslag|förslag|proposal|idé|idea)\w{0,4}\s(?:om|til|till|to|for|that|at|att|å|of)\s",
    re.IGNORECASE,
)
_LONGEST = 60  # characters of a heading
_ENDS = re.compile(r"\(?\d{1,2}[.)]\s{1,3}[A-ZÆØÅÄÖ]|(?:punkt|pkt|sak|ärende|item)\.?\s?\d", re.IGNORECASE)


def decisions(rows: tuple[Row, ...]) -> dict[int, int]:
    """For each row under the heading of a decision the last row of the decision before it (-1 for none)."""
    found: dict[int, int] = {}
    inside, since, last = False, -1, -1
    for at, row in enumerate(rows):
        if row.blank:
            continue
        if _heads(row) and not (inside and last == at - 1):
            since, inside = last, True
        elif row.heading or _ENDS.match(row.text):
            inside = False
        if inside:
            found[at] = since
            last = at
    return found


def agreed(rows: tuple[Row, ...]) -> frozenset[int]:
    """The rows of what was proposed and then decided: "Forvaltningen foreslår …" above "Tiltrådt."."""
    found: set[int] = set()
    start, heads = 0, -1
    for at, row in enumerate(rows):
        if row.blank:
            continue
        if row.heading or _ENDS.match(row.text):
            start, heads = at, -1
        elif _heads(row):
            heads = at
        if heads >= 0 and at - heads <= 1 and _accepted().search(row.text):
            found |= set(range(start, heads))
            heads = -1
    return frozenset(found)


_END_STAYS = re.compile(
    r"[;,.]?\s?(?:og\s|and\s|och\s)?(?:slut\w{0,12}|the end|end time|varigheden|varigheten)\s"
    r"(?:er|is|stays|forbliver|förblir|är)\s(?:u[æe]ndre?t|the same|unchanged|oförändrad|oförändrat)",
    re.IGNORECASE,
)
"""What says that only the beginning changes."""
_ORDINARY = re.compile(r"ordin[æa]r", re.IGNORECASE)


def _heads(row: Row) -> bool:
    """Whether a row is the heading of a decision, or begins with it: "Beslutning: …"."""
    match = _heading().match(row.text.strip(" #*"))
    return bool(match) and (":" in row.text[:_LONGEST] or len(row.text) <= _LONGEST)


def amendments(text: str, at: int, under: dict[int, int], context: Context) -> tuple[Amendment, ...]:
    """All that a sentence changes: "… at mødet i maj flyttes til den 4., og at mødet den 6. juni aflyses"."""
    said = _END_STAYS.sub("", text)
    found = (amendment(part, at, under, context) for part in _AND_THAT.split(said))
    return tuple(replace(change, keeps_end=said != text) for change in found if change)


def amendment(text: str, at: int, under: dict[int, int], context: Context) -> Amendment | None:
    """What a sentence in this row changes, if it does: not if somebody only suggests it."""
    since, decided = under.get(at, -1), at in under
    if decided and _finder("refused").search(text) and not (phrases(text, context) or _ONE_MORE.search(text)):
        return Amendment(Change.UNSETTLED, at, since, decided=True)
    if tenses.suggests(text) or only_considered(text) or _finder("refused").search(text):
        return None
    shifted, called_off = _finder("shifted").search(text), _finder("called off").search(text)
    if not (shifted or called_off or _finder("all of").search(text)):
        return None
    times = _times(text, context)
    if shifted and len(times) > 1:
        old, new = times[:2] if not _instead().search(text) else (times[1], times[0])
        return Amendment(Change.MOVED, at, since, old=old, new=new, decided=decided)
    if called_off and times:
        return Amendment(Change.CALLED_OFF, at, since, old=times[0], decided=decided)
    return (_by_name(text, at, since, times) or _hours(text, at, since, times)) if decided else None


def _by_name(text: str, at: int, since: int, times: tuple[When, ...]) -> Amendment | None:
    """What a sentence changes without its old time: all before the word that says how is its name."""
    shifted, called_off = _finder("shifted").search(text), _finder("called off").search(text)
    says = shifted or called_off
    name = text[: says.start()] if says and len(times) == bool(shifted) else ""
    if not name or _finder("all of").search(name):
        return None
    change = Change.MOVED if shifted else Change.CALLED_OFF
    return Amendment(change, at, since, new=times[0] if times else None, decided=True, title=name)


def settled(draft: Draft, at: int, since: int) -> Amendment:
    """What a decided day settles in the plan above it, where that day was one of several."""
    return Amendment(Change.SETTLED, at, since, new=draft.item.whens[0], decided=True, title=draft.item.title)


def changed(draft: Draft, at: int) -> Amendment:
    """What a sentence that tells of a new time changes in the plan above it."""
    item = draft.item
    return Amendment(Change.MOVED, at, old=item.was, new=item.whens[0], title=item.title)


def moved(draft: Draft, change: Amendment) -> Draft:
    """What a sentence that moves something has itself announced: at the new time, with the old one."""
    old, new = change.old, change.new
    if change.change is not Change.MOVED or old is None or new is None or draft.item.was:
        return draft
    if {old.first, new.first} != {when.first for when in draft.item.whens}:
        return draft
    whens = tuple(when for when in draft.item.whens if when.first == new.first)
    return replace(draft, item=replace(draft.item, whens=whens, was=old))


def _hours(text: str, at: int, since: int, times: tuple[When, ...]) -> Amendment | None:
    """The hours of all meetings: "mødetidspunktet flyttes med starttidspunkt kl. 17"."""
    clocks = [clock for clock in find_clocks(text, ALL_LANGUAGES) if clock.sure]
    if times or not clocks or not _finder("all of").search(text):
        return None
    clock = clocks[-1] if _finder("shifted").search(text) else clocks[0]
    later = [each.minutes for each in clocks if each.minutes > clock.minutes]
    until = clock.until if clock.until is not None or not later else later[0]
    ordinary = bool(_ORDINARY.search(text))
    return Amendment(
        Change.HOURS, at, since, start=clock.minutes, until=until, decided=True, ordinary=ordinary
    )


def _times(text: str, context: Context) -> tuple[When, ...]:
    """The times in their order, "fra 5. maj til 12. maj" as two of them."""
    found: list[When] = []
    for phrase in phrases(text, context):
        if phrase.when.precision is Precision.RANGE:
            found += _ends(text, phrase, context)
        elif phrase.when.precision is not Precision.UNKNOWN:
            found.append(phrase.when)
    return tuple(found)


def _ends(text: str, phrase: Phrase, context: Context) -> list[When]:
    """The two days that a range is written with."""
    atoms = [
        atom
        for atom in find_atoms(text, context)
        if atom.unit is Unit.DAY and phrase.start <= atom.start < phrase.end
    ]
    if len(atoms) != len("ab"):
        return [phrase.when]
    return [each.when for atom in atoms for each in dates(text, Group((atom,), ()), context)]


@lru_cache(maxsize=32)
def _finder(role: str) -> re.Pattern[str]:
    return lexicon(ALL_LANGUAGES).finder(role)


@lru_cache(maxsize=1)
def _heading() -> re.Pattern[str]:
    words = lexicon(ALL_LANGUAGES).patterns["decision"]
    return re.compile(
        rf"(?:{words})(?:\s(?:i|fra|for|of|av|om)\s.{{1,50}})?(?!\w)\s?(?::|$|\.$|,)|(?:{words})\s\w",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _accepted() -> re.Pattern[str]:
    words = lexicon(ALL_LANGUAGES).patterns["accepted"]
    return re.compile(
        rf"(?:^|:\s)(?:\w{{1,20}}\s){{0,2}}?(?<!ikke\s)(?<!not\s)(?:{words})(?!\w)", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _instead() -> re.Pattern[str]:
    """Such as "afholdes den 20. maj i stedet for den 27. maj" names the new day first."""
    return re.compile(r"i stedet for|istedet for|i stället för|instead of|i staden for", re.IGNORECASE)
