"""Atoms: single dates as written, with what is said and what is left out."""

import re
from dataclasses import dataclass
from datetime import date

from plans.finding import Found, find_notations
from plans.lexicon import Lexicon, lexicon
from plans.notations import Unit

_LEAD_IN = 24
_ALONE = {Unit.MONTH, Unit.SEASON}
_OPENS = re.compile(r"(?:^|^\W{0,9}\d{1,3}[.)]|[^\W\d]{3}[.!?]|^[•*–-]{1,3})$")
"""The end of what is before a word that begins a sentence, or an item of a list."""
_SURNAME = re.compile(r"\s[A-ZÆØÅÄÖ][^\W\d_]")
_DAY_OR_EVE = re.compile(r"(?:dag|dagen|aften|afton|day|eve|aftan|\d)$", re.IGNORECASE)
_YEARS_BACK, _YEARS_AHEAD = 5, 12


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a text.

    `year` and `month` are those of the plan and of the row or heading. With `today` the text was typed in
    chat: words like "i morgen" count from then, and a missing year is that of the next time it can be.
    A `guessed` year is stated nowhere: of the years beside it the one counts in which a weekday fits.
    With `vague` a month or a season is when something is, and no part of its title.
    With `turn` the year is a season's that begins in this month: earlier months are those of the year after.
    """

    year: int | None = None
    month: int | None = None
    turn: int = 0
    vague: bool = False
    guessed: bool = False
    today: date | None = None
    languages: tuple[str, ...] = ("da", "nb", "sv", "en")

    @property
    def about(self) -> int | None:
        """A year near those that are meant, if any is known."""
        return self.today.year if self.today else self.year


@dataclass(frozen=True, slots=True)
class Atom:
    """One date as written. `number` is that of the day, week, quarter, half or season.

    `until` is the number it lasts to: of a second week or month, of a weekday, or how many days it is.
    `bare` is a number without a full stop, `named` one with a weekday or "den"; an `open` one says that
    its day is not known yet. `weekday` is 1 for Monday, `nth` and `part` count from 1 (-1 is the last).
    """

    start: int
    end: int
    unit: Unit
    number: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    nth: int | None = None
    part: int | None = None
    until: int | None = None
    weak: bool = False
    bare: bool = False
    named: bool = False
    open: bool = False


def find_atoms(text: str, context: Context) -> tuple[Atom, ...]:
    """All single dates in a text, also the weak ones that count only in company."""
    words = lexicon(context.languages)
    found = find_notations(text, context.languages, chat=context.today is not None)
    return tuple(_atom(each, text, words, context) for each in found if not _shies(each, text, context))


def _shies(found: Found, text: str, context: Context) -> bool:
    """Whether a word that also means something else stands like that: "you may come", "hver mandag".

    It names a time with a year, after "in", with a capital letter inside a sentence, or by itself.
    """
    before, after = text[: found.start].rstrip(), text[found.end :]
    word = text[found.start : found.end]
    if found.notation.unit is Unit.COMING:
        return _repeats(before, after, context)
    if found.notation.unit is Unit.DAY and not {"month", "weekday"} & found.parts.keys():
        return _counted(before, context)
    if found.notation.unit is Unit.FEAST:
        return _called(text[found.start : found.end], after)
    if found.notation.unit not in _ALONE:
        return False
    return _names(word, after, context) or _means_else(found, word, before, after.lstrip(), context)


def _means_else(found: Found, word: str, before: str, after: str, context: Context) -> bool:
    if not lexicon(context.languages).finder("shy").fullmatch(word):
        return False
    if _spans(after, context):
        return False
    if not _OPENS.search(before):
        last = found.notation.unit is Unit.SEASON and not after.strip("?. ")
        return not (last or word[0].isupper() or _behind("in", before, context))
    return bool(after) and after[0] not in "?:,;/–-"


def _called(feast: str, after: str) -> bool:
    """Whether a person or a house is called like a feast: "Lucia Holm", "Sankt Hans Kirke"."""
    return bool(_SURNAME.match(after)) and not _DAY_OR_EVE.search(feast)


def _counted(before: str, context: Context) -> bool:
    """Whether figures are those of a page, a part of something, or an address in the web: "side 3/12"."""
    last = before.rsplit(maxsplit=1)[-1:] or [""]
    address = "://" in last[0] or "www." in last[0] or "@" in last[0]
    return address or any(_behind(role, before.rstrip("."), context) for role in ("page", "minimum"))


def _spans(after: str, context: Context) -> bool:
    """Whether another month follows: "May to June"."""
    words = lexicon(context.languages)
    joining = "|".join(words.patterns[role] for role in ("to", "and", "or"))
    joint = rf"(?:{joining})\s{{1,3}}(?:{words.patterns['month']})(?!\w)"
    return bool(re.match(joint, after, re.IGNORECASE))


def _repeats(before: str, after: str, context: Context) -> bool:
    """Whether a weekday comes back: "hver mandag", "mandag-fredag"."""
    other = rf"(?:{lexicon(context.languages).patterns['weekday']})"
    spans = re.match(rf"\s?[-–]\s?{other}(?!\w)", after, re.IGNORECASE)
    spanned = re.search(rf"(?<!\w){other}\s?[-–]$", before[-_LEAD_IN:], re.IGNORECASE)
    return _behind("every", before, context) or bool(spans or spanned)


def _names(word: str, after: str, context: Context) -> bool:
    """Whether it is somebody's first name: "Maj Andersen"."""
    given = lexicon(context.languages).finder("given")
    return word[0].isupper() and bool(_SURNAME.match(after)) and bool(given.fullmatch(word))


def _behind(role: str, before: str, context: Context) -> bool:
    words = lexicon(context.languages).patterns[role]
    return bool(re.search(rf"(?<!\w)(?:{words})$", before[-_LEAD_IN:], re.IGNORECASE))


def _atom(found: Found, text: str, words: Lexicon, context: Context) -> Atom:
    parts = found.parts
    mon = parts.get("mon")
    return Atom(
        found.start,
        found.end,
        found.notation.unit,
        number=_number(parts, words),
        month=int(mon) if mon else _word(parts, "month", words),
        until=_until(parts, words),
        year=_year(parts.get("year"), context),
        weekday=_word(parts, "weekday", words),
        nth=_nth(parts, words),
        part=_word(parts, "part", words) or _word(parts, "coming", words),
        weak=found.notation.weak,
        bare="ordinal" not in parts,
        named=not text[found.start].isdigit(),
        open="open" in parts,
    )


def _number(parts: dict[str, str], words: Lexicon) -> int | None:
    digits = parts.get("day") or parts.get("week")
    if digits:
        return int(digits)
    if "spelt" in parts and "count" not in parts:
        return words.number("nth", parts["spelt"])
    role = next((role for role in ("season", "relative", "feast") if role in parts), "")
    return _word(parts, role, words)


def _until(parts: dict[str, str], words: Lexicon) -> int | None:
    if "until" in parts:
        return int(parts["until"])
    if "to_month" in parts:
        return words.number("month", parts["to_month"])
    if "to_weekday" in parts:
        return words.number("weekday", parts["to_weekday"])
    count = parts.get("count", "")
    return int(count) if count.isdigit() else words.number("count", count)


def _word(parts: dict[str, str], role: str, words: Lexicon) -> int | None:
    return words.number(role, parts[role]) if role in parts else None


def _nth(parts: dict[str, str], words: Lexicon) -> int | None:
    if month := _word({"month": parts.get("of_month", "")}, "month", words):
        return (month + 2) // 3
    text = parts.get("nth") or parts.get("spelt")
    if text is None:
        return None
    return int(text[0]) if text[0].isdigit() else words.number("nth", text)


def _year(text: str | None, context: Context) -> int | None:
    if text is None:
        return None
    digits = text.lstrip("'’")
    year = int(digits) if len(digits) > len("21") else 2000 + int(digits)
    return year if len(digits) > len("21") or plausible(year, context) else None


def plausible(year: int, context: Context) -> bool:
    """Whether two digits can mean this year: not far from the one that is spoken of."""
    about = context.about
    return about is None or about - _YEARS_BACK <= year <= about + _YEARS_AHEAD
