"""The catalogues: `texts/<language>/samspil.po`, read as they are; the English sentence is the msgid.

The .po files are compiled in memory when the bot starts, so that nothing binary is kept in the
repository and nothing can be forgotten when a text changes.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("da", "en")
"""What the bot speaks; a new one is a folder with a .po file and a place here."""

SOURCE_LANGUAGE = "en"


@cache
def catalogue(language: str) -> NullTranslations:
    """The texts of one language.

    Raises:
        KeyError: when it is not one of `LANGUAGES`.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    if language == SOURCE_LANGUAGE:
        return NullTranslations()
    compiled = BytesIO()
    with (files("texts") / language / "samspil.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def nearest(wanted: str) -> str:
    """The spoken language that suits a reader of `wanted` (an IETF tag as Telegram gives it, or "").

    Norwegians, Faroese and Greenlanders read Danish more easily than English.
    """
    tongue = wanted.replace("_", "-").split("-")[0].lower()
    if tongue in LANGUAGES:
        return tongue
    return "da" if tongue in {"no", "nb", "nn", "fo", "kl"} else SOURCE_LANGUAGE
