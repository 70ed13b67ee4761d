"""`make texts`: every text in the code into the catalogues, keeping the translations there are."""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from texts.catalogue import LANGUAGES, SOURCE_LANGUAGE

KEYWORDS = {"t": None, "n": (1, 2), "N_": None, "plain": None, "plain_n": (1, 2)}
_ROOMS = ("bot", "handlers", "scheduler", "services", "texts", "calendars")


def extracted(root: Path) -> Catalog:
    """All texts of the code below `root`; where they stand is named by file, so that lines may move."""
    catalogue = Catalog(project="samspil", charset="utf-8")
    for room in _ROOMS:
        found = extract_from_dir(
            root / room, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("L10N:",)
        )
        for name, _line, message, comments, context in found:
            catalogue.add(message, None, [(f"{room}/{name}", 0)], auto_comments=comments, context=context)
    return catalogue


def brought_up_to_date(path: Path, language: str, template: Catalog) -> bytes:
    """The catalogue at `path` with the texts of the template: new ones empty, old ones gone."""
    with path.open("rb") as source:
        catalogue = read_po(source, locale=language)
    created = catalogue.creation_date  # else the file would be another one each day
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.creation_date = created
    catalogue.obsolete.clear()
    written = BytesIO()
    write_po(written, catalogue, width=100, omit_header=False, sort_output=True, include_lineno=False)
    return written.getvalue()


def main() -> int:
    """Rewrite the catalogues; exit status 1 when a translation is missing."""
    root = Path(__file__).parent.parent
    template = extracted(root)
    missing = 0
    for language in set(LANGUAGES) - {SOURCE_LANGUAGE}:
        path = root / "texts" / language / "samspil.po"
        path.write_bytes(brought_up_to_date(path, language, template))
        with path.open("rb") as source:
            lacking = [m.id for m in read_po(source, locale=language) if m.id and not _complete(m.string)]
        missing += len(lacking)
        sys.stderr.write(f"{language}: {len(lacking)} to translate\n")
    return 1 if missing else 0


def _complete(said: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(said) and (isinstance(said, str) or all(said or ()))


if __name__ == "__main__":
    sys.exit(main())
