import textwrap

from plans.newspaper import sections
from plans.words import Word

PROSE = "Rådet havde besøg af biblioteket, som fortalte om planer for foråret og om de mange frivillige. " * 6


def line(text: str, x: float, top: float) -> list[Word]:
    words, at = [], x
    for word in text.split():
        words.append(Word(word, at, at + 5 * len(word), top, top + 10))
        at += 5 * len(word) + 3
    return words


def column(text: str, x: float) -> list[Word]:
    return [word for at, part in enumerate(textwrap.wrap(text, 40)) for word in line(part, x, 120 + 13 * at)]


def texts(words: list[Word]) -> str:
    return " ".join(word.text for word in words)


def test_columns_of_text_are_read_one_after_the_other_below_their_title() -> None:
    title = line("Nyt fra rådet, nummer fire, til alle medlemmer og til de frivillige i byen", 60, 100)
    first, second = column("Venstre " + PROSE, 60), column("Højre " + PROSE, 300)
    found = [texts(section) for section in sections([*title, *second, *first])]
    assert [part.split()[0] for part in found] == ["Nyt", "Venstre", "Højre"]
    assert found[1] == ("Venstre " + PROSE).strip()


def test_a_table_without_rules_is_read_across() -> None:
    months = [word for at in range(12) for word in line("Januar", 60, 120 + 13 * at)]
    rows = months + [
        word for at in range(12) for word in line("Møde i gruppen om alt muligt", 200, 120 + 13 * at)
    ]
    assert list(sections(rows)) == [rows]


def test_running_text_and_nothing_have_one_section() -> None:
    text = column(PROSE, 60)
    assert list(sections(text)) == [text]
    assert list(sections([])) == [[]]
