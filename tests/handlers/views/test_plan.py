"""The plan on the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.records import PlanEntry
from handlers.views.navigation import ShowPlan
from handlers.views.plan import activities_view, next_view, plan_view, unknown_view
from tests.handlers.views.kit import COUNCIL, entries, fits, many, plan, texts
from texts.catalogue import LANGUAGES
from texts.tongue import tongue

languages = st.sampled_from(LANGUAGES)
asked = st.builds(
    ShowPlan,
    st.just(COUNCIL.id),
    st.sampled_from(["", "2027-03", "2026-12", "1900-01", "2200-12"]),
    st.sampled_from([-1, 0, 1, 3, 12, 99]),
    st.sampled_from(["", "a1"]),
    st.integers(-3, 60),
)


@given(languages, st.lists(entries, max_size=30, unique_by=lambda entry: entry.id), asked, texts)
def test_any_plan_fits(language: str, held: list[PlanEntry], wanted: ShowPlan, name: str) -> None:
    t, shown = tongue(language), plan(*held, activity=name)
    for view in (plan_view(t, shown, wanted), next_view(t, shown), activities_view(t, shown)):
        fits(view)
    fits(unknown_view(t, shown, name))


@pytest.mark.parametrize("title", ["x" * 300, "🎉" * 290, "<b>&" * 70, "اجتماع " * 40])
@pytest.mark.parametrize("count", [0, 1, 12, 13, 500])
def test_so_many_entries_fit(count: int, title: str) -> None:
    held = plan(*many(count, title))
    for number in (0, 1, count // 12, count // 12 + 1):
        fits(plan_view(tongue("da"), held, ShowPlan(COUNCIL.id, "2027-01", 12, page=number)))


def test_every_entry_is_on_one_page() -> None:
    held = plan(*many(500))
    seen: list[str] = []
    for number in range(500 // 12 + 1):
        view = plan_view(tongue("en"), held, ShowPlan(COUNCIL.id, "2027-03", 12, page=number))
        seen += [line for line in view.text.splitlines() if "Entry" in line]
    assert len(seen) == 500
