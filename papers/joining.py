"""Joined Arabic letters where nothing else joins them.

Pillow shapes complex scripts only where the FriBiDi library is installed. Elsewhere the letters are
replaced by their presentation forms (Unicode blocks FB50 and FE70), which the font has as well, and
laid out backwards.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

_LAM, _ALEFS = "\u0644", "\u0622\u0623\u0625\u0627"
_JOIN_ON_BOTH_SIDES = {"\u0640", "\u200d"}  # tatweel and the zero-width joiner
_NAMES = {
    (False, False): "<isolated>",
    (True, False): "<final>",
    (False, True): "<initial>",
    (True, True): "<medial>",
}
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")

_Unit = tuple[str, str]  # a letter (or lam and alef, which are written as one) and the marks on it


def laid_backwards(text: str) -> str:
    """A right-to-left run as a renderer that knows nothing of scripts must draw it from the left."""
    # The marks go first: Arabic and Hebrew fonts draw them over what follows on the right.
    return "".join(marks + unit for unit, marks in reversed(_joined(text))).translate(_MIRRORED)


def _joined(text: str) -> list[_Unit]:
    units = list(_ligatures(_units(text)))
    around: list[_Unit] = [("", ""), *units, ("", "")]
    return [
        (_form(unit, before, after), marks)
        for (unit, marks), (before, _), (after, _) in zip(units, around, around[2:], strict=False)
    ]


def _form(unit: str, before: str, after: str) -> str:
    name = _NAMES[_reaches_on(before) and _reaches_back(unit), _reaches_on(unit) and _reaches_back(after)]
    return _forms().get(unit, {}).get(name, unit)


def _reaches_on(unit: str) -> bool:
    return unit in _JOIN_ON_BOTH_SIDES or "<initial>" in _forms().get(unit, {})


def _reaches_back(unit: str) -> bool:
    return unit in _JOIN_ON_BOTH_SIDES or "<final>" in _forms().get(unit, {})


def _units(text: str) -> list[_Unit]:
    units: list[_Unit] = []
    for character in text:
        if units and unicodedata.category(character).startswith("M"):
            units[-1] = (units[-1][0], units[-1][1] + character)
        else:
            units.append((character, ""))
    return units


def _ligatures(units: Sequence[_Unit]) -> Iterator[_Unit]:
    waiting: _Unit | None = None
    for unit, marks in units:
        if waiting and unit in _ALEFS:
            yield waiting[0] + unit, waiting[1] + marks
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = (unit, marks) if unit == _LAM else None
        if not waiting:
            yield unit, marks
    if waiting:
        yield waiting


@cache
def _forms() -> dict[str, dict[str, str]]:
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        name, *codes = unicodedata.decomposition(chr(code)).split() or [""]
        letters = "".join(chr(int(each, 16)) for each in codes)
        if len(letters) == 1 or (letters[:1] == _LAM and letters[1:] in tuple(_ALEFS)):
            forms.setdefault(letters, {})[name] = chr(code)
    return forms
