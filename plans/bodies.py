"""Names of bodies: councils, committees, boards, and what else meets."""

import re
from functools import lru_cache

from plans.lexicon import ALL_LANGUAGES, lexicon

_IN_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_WORD = r"[^\W\d_][\w.&/-]{0,40}"


def names_body(title: str) -> bool:
    """Whether a title is the name of a body and no more: "Frivilligråd", "Ældrerådet (budget)"."""
    return bool(_bodies().fullmatch(_IN_BRACKETS.sub("", title).strip()))


@lru_cache(maxsize=1)
def _bodies() -> re.Pattern[str]:
    """Up to eleven words with one among them that only bodies are called."""
    body = lexicon(ALL_LANGUAGES).patterns["body"]
    behind = rf"(?:\s(?:for|i|of|on|og|och|{_WORD})){{0,6}}"
    return re.compile(rf"(?:{_WORD},?\s){{0,4}}(?:{body}){behind}", re.IGNORECASE)
