"""`/plan` and `/next`: what the plan holds, a few months at a time, and what comes first."""

from council.refusals import NoSuchActivity
from handlers.feature import Command, Feature, on
from handlers.turn import Turn
from handlers.views.navigation import ShowPlan
from handlers.views.plan import ChooseActivity, activities_view, next_view, plan_view, unknown_view
from services.plan import Plan
from texts.tongue import N_


async def show_plan(turn: Turn) -> None:
    """This month and the next two; behind the command a year ("2027") or an activity's name."""
    council = await turn.council()
    plan = await turn.house.plans.plan(council.id)
    asked = asked_for(plan, turn.args)
    await turn.say(plan_view(turn.t, plan, asked) if asked else unknown_view(turn.t, plan, turn.args))


async def turn_pages(turn: Turn, tap: ShowPlan) -> None:
    """Another part of the plan, in the same message."""
    council = await turn.council_of_button(tap.council)
    plan = await turn.house.plans.plan(council.id)
    if tap.activity and tap.activity not in plan.activities:
        raise NoSuchActivity
    await turn.show(plan_view(turn.t, plan, tap))


async def choose_activity(turn: Turn, tap: ChooseActivity) -> None:
    """Which activity's plan to see."""
    council = await turn.council_of_button(tap.council)
    await turn.show(activities_view(turn.t, await turn.house.plans.plan(council.id)))


async def show_next(turn: Turn) -> None:
    """What comes first."""
    council = await turn.council()
    await turn.say(next_view(turn.t, await turn.house.plans.plan(council.id)))


def asked_for(plan: Plan, args: str) -> ShowPlan | None:
    """The part of the plan that the words behind `/plan` mean; None when they mean nothing on it."""
    words = args.strip()
    council_id = plan.council.id
    if words.isascii() and words.isdigit() and len(words) == len("2027"):
        return ShowPlan(council_id, f"{words}-01", 12)
    for activity in plan.activities.values():
        if words and words.casefold() in activity.name.casefold():
            return ShowPlan(council_id, activity=activity.id, months=12)
    return None if words and plan.entries else ShowPlan(council_id)


FEATURE = Feature(
    title=N_("The plan"),
    order=10,
    commands=(
        Command("plan", "plan", N_("The plan: this month and the next two"), show_plan),
        Command("next", "naeste", N_("What comes next"), show_next),
    ),
    taps=(on(ShowPlan, turn_pages), on(ChooseActivity, choose_activity)),
)
