"""What follows a house number behind a comma: "1. sal", "9800 Hjørring"."""

import re

_DOORS = (
    r"\d{1,3}\.\s?[^\W\d_]{2,12}(?:\s[^\W\d_]{2})?|\d{4}\s[A-ZÆØÅÄÖ]\w[^,;]{0,40}|[Ss]t\.?(?:\s[^\W\d_]{2})?"
)
ADDRESS = re.compile(rf"\s*(?:{_DOORS})\s*")
_ADDRESS_AT_END = re.compile(rf",\s(?P<door>{_DOORS})$")
_HOUSE = re.compile(r"\s\d{1,3}\s?[A-Za-z]?$")


def whole_address(title: str, place: str) -> tuple[str, str]:
    """Title and place, with the floor or the town behind the house number: "på Østergade 12, 1. sal"."""
    match = _ADDRESS_AT_END.search(title)
    if match is None or not _HOUSE.search(place):
        return title, place
    return title[: match.start()], f"{place}, {match['door']}"
