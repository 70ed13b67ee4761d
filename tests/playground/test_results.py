import pytest

from playground.results import Article, InlineAnswer, NoSuchResultError, StartButton

ANSWER = InlineAnswer(
    results=(
        Article(id="k", title="Kulturdag", description="18. september", text="x"),
        Article(id="m", title="Møde i juni", text="x"),
        Article(id="n", title="Møde i juli", text="x"),
    )
)


def test_results_are_found_by_title_id_and_place() -> None:
    assert ANSWER.result("Kulturdag") is ANSWER.result("k") is ANSWER.result(0) is ANSWER.result("Kultur")
    with pytest.raises(NoSuchResultError, match=r"several results match 'Møde'; results: \['Kulturdag"):
        ANSWER.result("Møde")
    with pytest.raises(NoSuchResultError, match="no result matches 3"):
        ANSWER.result(3)


def test_how_an_answer_looks() -> None:
    assert ANSWER.shown == "Kulturdag – 18. september\nMøde i juni\nMøde i juli"
    assert ANSWER.shown_button is None
    empty = InlineAnswer(button=StartButton("Log ind", "x"))
    assert empty.shown == "nothing found"
    assert empty.shown_button is not None
    assert empty.shown_button.inline_keyboard[0][0].text == "Log ind"
