from plans.words import Letter, Word, mended, words


def letters(text: str, x: float = 60, step: float = 5, top: float = 100) -> list[Letter]:
    return [
        Letter(" ", 0, 0, 0, 0)
        if each == " "
        else Letter(each, x + at * step, x + (at + 1) * step, top, top + 10)
        for at, each in enumerate(text)
    ]


def texts(found: list[Word]) -> list[str]:
    return [word.text for word in found]


def test_white_space_gaps_and_new_lines_divide_words() -> None:
    assert texts(words(letters("Fest i hallen"))) == ["Fest", "i", "hallen"]
    assert texts(words([*letters("Maj"), *letters("Fest", x=100), *letters("Tur", top=120)])) == [
        "Maj",
        "Fest",
        "Tur",
    ]


def test_kerned_letters_stay_together() -> None:
    close = [Letter("V", 60, 67, 100, 110), Letter("A", 65.5, 72, 100, 110), Letter("T", 73, 79, 100, 110)]
    assert texts(words(close)) == ["VAT"]


def test_the_letters_of_a_ligature_share_their_place() -> None:
    fi = [Letter(each, 60, 69, 100, 110) for each in "fi"]
    assert texts(words([*fi, *letters("nde", x=69)])) == ["finde"]


def test_a_word_drawn_in_pieces_is_mended_and_words_a_space_apart_are_not() -> None:
    pieces = [Word("Fe", 60, 70, 100, 110), Word("st", 70, 80, 100, 110), Word("nu", 82.8, 90, 100, 110)]
    assert texts(list(mended(pieces))) == ["Fest", "nu"]


def test_nothing() -> None:
    assert words([]) == []
    assert list(mended([])) == []
