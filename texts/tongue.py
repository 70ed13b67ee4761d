"""A tongue says a text in one language: sentences from the catalogue, plurals, dates and lists from CLDR."""

from collections.abc import Iterable
from functools import cache

from babel import Locale
from babel.lists import format_list
from markupsafe import Markup

from texts.catalogue import catalogue
from texts.escape import safe

_LOCALES = {"da": "da", "en": "en_GB"}  # dates in Denmark are written day first, in English too


def N_(msgid: str) -> str:  # noqa: N802  # gettext's own name for "translate this later"
    """Mark a text for the catalogue where it is data; it is said later with a `Tongue`."""
    return msgid


class Tongue:
    """One language. `t("A text about {thing}", thing=…)` is HTML in which every value is escaped."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.locale = Locale.parse(_LOCALES[language])
        self._catalogue = catalogue(language)

    def __call__(self, msgid: str, /, **values: object) -> Markup:
        """The sentence in this language, with its values escaped and put in."""
        return self._fill(self._catalogue.gettext(msgid), values)

    def n(self, one: str, many: str, count: int, /, **values: object) -> Markup:
        """The sentence in the number that `count` asks for; `{count}` stands for it."""
        return self._fill(self._catalogue.ngettext(one, many, count), {"count": count, **values})

    def plain(self, msgid: str, /, **values: object) -> str:
        """As calling, but unescaped, for where no HTML is read: buttons, alerts, files."""
        said = self._catalogue.gettext(msgid)
        return said.format_map(values) if values else said

    def plain_n(self, one: str, many: str, count: int, /, **values: object) -> str:
        """As `n`, but unescaped."""
        return self._catalogue.ngettext(one, many, count).format_map({"count": count, **values})

    def listed(self, parts: Iterable[object]) -> Markup:
        """The parts in a sentence: "a, b and c"."""
        return Markup(format_list([safe(part) for part in parts], locale=self.locale))  # noqa: S704  # escaped just here

    @staticmethod
    def _fill(said: str, values: dict[str, object]) -> Markup:
        # A catalogue is ours, so its own markup stands; what it is filled with was made safe.
        filled = said.format_map({name: safe(value) for name, value in values.items()}) if values else said
        return Markup(filled)  # noqa: S704


@cache
def tongue(language: str) -> Tongue:
    """The tongue of one of `texts.catalogue.LANGUAGES`."""
    return Tongue(language)
