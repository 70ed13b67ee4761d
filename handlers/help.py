"""`/help`: what can be said, derived from the features, for this chat and this person."""

from functools import lru_cache

from markupsafe import Markup

from council.permissions import Right, rights_of
from council.refusals import Refusal
from handlers.feature import Command, Feature, Where, all_features
from handlers.menus import menu, named
from handlers.screen import GAP, Screen, bold, screen
from handlers.turn import Turn
from texts.tongue import N_, Tongue


async def show_help(turn: Turn) -> None:
    """The commands that this person can use here."""
    member = None
    try:
        council = await turn.council()
        member = await turn.member_of(council.id)
    except Refusal:
        council = None
    here = Where.GROUP if turn.in_group else Where.PRIVATE
    await turn.say(help_view(turn.t, here, rights_of(member), set_up=council is not None))


@lru_cache(maxsize=256)  # a few languages, kinds of chat and roles: asked for often, and always the same
def help_view(t: Tongue, here: Where, rights: frozenset[Right], *, set_up: bool) -> Screen:
    """The features with their commands, in the reader's language."""
    lines: list[Markup] = [bold(t("What I can do"))]
    for feature in all_features():
        usable = menu([feature], here, rights, administrator=here is Where.GROUP and not set_up)
        if usable:
            lines += [GAP, bold(t(feature.title)), *(_line(t, command) for command in usable)]
    where = (
        t("In our private chat there is room for more.")
        if here is Where.GROUP
        else t(
            "You can also just send me the plan you publish: PDF, Word, Excel, CSV, web page, Markdown, "
            "text or calendar file."
        )
        if Right.IMPORT_PLAN in rights
        else None
    )
    return screen([*lines, GAP, where])


def _line(t: Tongue, command: Command) -> Markup:
    return t("/{name} – {summary}", name=named(t, command), summary=t(command.summary))


FEATURE = Feature(
    title=N_("Help"),
    order=90,
    commands=(Command("help", "hjaelp", N_("What I can do"), show_help),),
)
