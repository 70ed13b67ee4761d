"""What people type: "Kulturdag: informationsmøde 3. juni kl. 17-19 på VUC?"."""

import re
from dataclasses import dataclass
from datetime import date

from council.doubts import Doubt, Sort
from council.records import Kind, Status
from council.when import When
from plans.atoms import Context
from plans.items import read_item
from plans.lexicon import lexicon
from plans.phrases import phrases

LANGUAGES = ("da", "en")


@dataclass(frozen=True, slots=True)
class LineReading:
    """What a typed line says. `when` is None if it gives no time; `others` are further dates of a list.

    The title keeps the activity's name in front; `doubts` are what is odd about its time.
    """

    title: str
    when: When | None = None
    others: tuple[When, ...] = ()
    place: str = ""
    waiting_for: str = ""
    kind: Kind = Kind.EVENT
    status: Status = Status.PLANNED
    activity: str = ""
    doubts: tuple[Doubt, ...] = ()


def entry_from_line(text: str, today: date, languages: tuple[str, ...] = LANGUAGES) -> LineReading:
    """Read a line typed in chat. Never raises.

    A date without a year is the next one that is not over on `today`; a "?" makes the time tentative.
    """
    item = read_item(" ".join(text.split()), Context(today=today, languages=languages))
    whens = item.whens or ((When.unknown(uncertain=True),) if item.doubtful else ())
    return LineReading(
        title=item.title,
        when=whens[0] if whens else None,
        others=whens[1:],
        place=item.place,
        waiting_for=item.waiting_for,
        kind=item.kind,
        status=item.status,
        activity=item.activity,
        doubts=item.doubts,
    )


def when_from_text(text: str, today: date, languages: tuple[str, ...] = LANGUAGES) -> When | None:
    """Read a time typed as an answer; None if there is none. Never raises.

    "ukendt" and a bare "?" are answers too: the time is not known. So is a year alone.
    """
    text = " ".join(text.split())
    found = phrases(text, Context(today=today, languages=languages))
    if found:
        exact = [each.when for each in found if each.when.known]
        return (exact or [found[0].when])[0]
    if year := re.fullmatch(r"((?:19|20)\d\d)\s?(\??)", text):
        return When.year(int(year[1]), uncertain=bool(year[2])).said(text)
    if re.fullmatch(r"\?{1,5}", text) or lexicon(languages).finder("unknown").fullmatch(text.rstrip(" .?!")):
        return When.unknown(text, uncertain="?" in text)
    return None


def names_no_day(text: str, today: date, languages: tuple[str, ...] = LANGUAGES) -> bool:
    """Whether a typed time is one that no calendar has: "31. juni"."""
    found = phrases(" ".join(text.split()), Context(today=today, languages=languages))
    return any(doubt.sort is Sort.NO_SUCH_DAY for phrase in found for doubt in phrase.doubts)
