"""The page of one entry, and the screens on which it is changed."""

from hypothesis import given
from hypothesis import strategies as st

from council.records import Draft, PlanEntry
from council.when import When
from handlers.views.entry import (
    QUESTIONS,
    deleting_view,
    edit_view,
    entry_view,
    history_view,
    kind_view,
    moving_view,
    question_view,
    state_view,
)
from handlers.views.newentry import QUESTIONS as NEW_QUESTIONS
from handlers.views.newentry import confirm_view
from handlers.views.newentry import question_view as new_question_view
from handlers.views.plan import choice_view
from tests.handlers.views.kit import COUNCIL, TODAY, entries, fits, page, plan, texts, whens
from texts.catalogue import LANGUAGES
from texts.tongue import tongue

languages = st.sampled_from(LANGUAGES)


@given(languages, entries, st.integers(0, 60), st.booleans())
def test_any_entry_fits(language: str, entry: PlanEntry, changes: int, in_group: bool) -> None:  # noqa: FBT001  # drawn
    t, shown = tongue(language), page(entry, changes=changes)
    fits(entry_view(t, shown, in_group=in_group, bot_name="samspil_bot"))
    for view in (edit_view, state_view, kind_view, deleting_view, history_view):
        fits(view(t, shown))


@given(languages, entries, whens, st.sampled_from(sorted(QUESTIONS)))
def test_any_question_fits(language: str, entry: PlanEntry, when: When, field: str) -> None:
    t, shown = tongue(language), page(entry)
    fits(question_view(t, Draft("1:1", "abcdefgh", "edit", field, COUNCIL.id), shown))
    fits(moving_view(t, shown, when, "abcdefgh"))


@given(languages, st.lists(entries, min_size=1, max_size=40), texts)
def test_any_choice_fits(language: str, held: list[PlanEntry], heading: str) -> None:
    fits(choice_view(tongue(language), plan(*held), held, heading))


@given(languages, texts, texts, whens, st.sampled_from(sorted(NEW_QUESTIONS)))
def test_any_new_entry_fits(language: str, title: str, place: str, when: When, step: str) -> None:
    t = tongue(language)
    answers = (
        ("title", title),
        ("place", place),
        ("when", when.edtf),
        ("waiting_for", place),
        ("activity", title),
    )
    draft = Draft("1:1", "abcdefgh", "new", step, COUNCIL.id, answers)
    fits(confirm_view(t, draft, TODAY))
    fits(new_question_view(t, draft, in_group=True))
