"""Names of bodies: councils, committees, boards, and what else meets."""

import re
from functools import lru_cache

from plans.lexicon import ALL_LANGUAGES, lexicon

_BEHIND = re.compile(r"\([^()]{0,200}\)|\s[-–]\s.*$|[,:]\s.*$")
_CAPITAL = "[A-ZÆØÅÄÖ]"
_WORD = r"[^\W\d_][\w.&/,-]{0,40}"
_ARTICLES = "og|och|and|det|den|the|lokale|fælles|felles|gemensamma|kommunala|kommunale"


def names_body(title: str) -> bool:
    """Whether a title is the name of a body and no more: "Frivilligråd", "Ældrerådet (budget)"."""
    return bool(_bodies().fullmatch(_BEHIND.sub("", title).strip()))


@lru_cache(maxsize=1)
def _bodies() -> re.Pattern[str]:
    """A word that only bodies are called, with proper names before it and what it is for behind."""
    body = lexicon(ALL_LANGUAGES).patterns["body"]
    before = rf"(?:(?:(?-i:{_CAPITAL}){_WORD}|{_ARTICLES}),?\s){{0,4}}"
    behind = rf"(?:\s(?:for|of|on)(?:\s{_WORD}){{1,8}}|\si\s(?-i:{_CAPITAL}){_WORD})?"
    return re.compile(rf"{before}(?:{body}){behind}", re.IGNORECASE)
