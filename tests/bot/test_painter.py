"""Cards changed over a Bot API that answers as it is told."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TelegramError, TimedOut

from bot.painter import TelegramPainter
from council.openings import Card, Opening, Tally
from council.ports import NotCarried, Unreachable
from council.records import Council
from services.boards import OpeningPage

NOW = datetime(2027, 3, 1, 11, tzinfo=UTC)
PAGE = OpeningPage(
    council=Council("abcdefgh", "Rådet", -1, language="en"),
    opening=Opening("abcdefghijklmnop", "Tables", NOW, capacity=6),
    tally=Tally("abcdefghijklmnop", taken=2),
    activity="",
    viewer=None,
    mine=None,
    position=0,
    names=(),
    now=NOW,
)
CARD = Card("-1:7", PAGE.opening.id, -1, 7)
INLINE = Card("AgAAAAxyz", PAGE.opening.id)


class FakeBot:
    """Remembers what it was to edit, or fails."""

    username = "samspil_bot"

    def __init__(self, trouble: TelegramError | None = None) -> None:
        self.trouble = trouble
        self.edited: list[tuple[str, dict[str, Any]]] = []

    async def edit_message_text(self, text: str, **how: Any) -> None:
        self.edited.append((text, how))
        if self.trouble is not None:
            raise self.trouble


def painter(bot: FakeBot) -> TelegramPainter:
    return TelegramPainter(bot)  # type: ignore[arg-type]  # all that it uses of one


async def test_a_card_in_a_group_is_edited_where_it_stands() -> None:
    bot = FakeBot()
    await painter(bot).paint(CARD, PAGE)
    [(text, how)] = bot.edited
    assert "2 of 6 people" in text
    assert (how["chat_id"], how["message_id"], how["inline_message_id"]) == (-1, 7, None)
    assert "o_abcdefgh_abcdefghijklmnop" in str(how["api_kwargs"])


async def test_an_inline_card_keeps_the_button_it_is_known_by() -> None:
    bot = FakeBot()
    await painter(bot).paint(INLINE, PAGE)
    [(_, how)] = bot.edited
    assert (how["chat_id"], how["message_id"], how["inline_message_id"]) == (None, None, INLINE.id)
    assert "ok:abcdefgh:abcdefghijklmnop" in str(how["api_kwargs"])


async def test_what_says_it_already_is_done() -> None:
    await painter(FakeBot(BadRequest("Message is not modified: same"))).paint(CARD, PAGE)


@pytest.mark.parametrize(
    "trouble",
    [
        Forbidden("bot was kicked from the group chat"),
        ChatMigrated(-1002),
        BadRequest("Message to edit not found"),
        BadRequest("Message can't be edited"),
        BadRequest("MESSAGE_ID_INVALID"),
        BadRequest("Chat not found"),
    ],
)
async def test_what_can_never_be_changed_again_is_gone(trouble: TelegramError) -> None:
    with pytest.raises(Unreachable):
        await painter(FakeBot(trouble)).paint(CARD, PAGE)


@pytest.mark.parametrize("trouble", [TimedOut(), NetworkError("closed"), BadRequest("Can't parse entities")])
async def test_what_did_not_work_this_time_says_so_without_texts(trouble: TelegramError) -> None:
    with pytest.raises(NotCarried, match=f"^{type(trouble).__name__}$"):
        await painter(FakeBot(trouble)).paint(CARD, PAGE)


def test_the_digest_changes_with_what_is_shown_and_with_nothing_else() -> None:
    at = painter(FakeBot())
    same = replace(PAGE, viewer=None, opening=replace(PAGE.opening, minimum=3, revision=9))
    assert at.digest(PAGE) == at.digest(same)
    for other in (
        replace(PAGE, tally=replace(PAGE.tally, taken=3)),
        replace(PAGE, names=("Mai",)),
        replace(PAGE, council=replace(PAGE.council, language="da")),
        replace(PAGE, opening=replace(PAGE.opening, closes=NOW)),
    ):
        assert at.digest(other) != at.digest(PAGE)
