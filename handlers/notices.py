"""How a notice reads on the screen."""

from council.records import Notice
from handlers.screen import Screen, bold, screen
from texts.tongue import Tongue


def notice_view(t: Tongue, notice: Notice) -> Screen:
    """The message for a notice of the ledger.

    Raises:
        KeyError: for a kind that has no view, which is a bug.
    """
    return _VIEWS[notice.kind](t, notice)


def _thrown_out(t: Tongue, notice: Notice) -> Screen:
    return screen(
        [
            bold(notice.fact("council")),
            t("I was taken out of the group. Everything is kept, and here in private all works as before."),
            t("Add me to the group again, and we go on where we were."),
        ]
    )


_VIEWS = {"thrown_out": _thrown_out}
