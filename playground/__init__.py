"""Trying the bot without Telegram: a Bot API on 127.0.0.1, and people to talk to the bot.

The bot is the real one; only its base address differs::

    async with LoopbackTelegram(bot_username="samspil_bot") as tg:
        bot = build_bot(token=tg.token, base_url=tg.base_url, base_file_url=tg.base_file_url)
        ...  # start polling
        alice = tg.person("Alice", language="da")
        bent = tg.person("Bent")
        chat = tg.group("Integrationsrådet", admins=[alice], members=[bent])

        await alice.says("/setup", chat)             # returns at once; a Post
        card = await chat.next_message()             # the bot's next message there
        assert "Integrationsrådet" in card.text      # also .html .rows .buttons .document .photo .history
        tap = await alice.taps(card, "Tag den over") # by text, callback data or place
        assert (await tap.answered()).text == ""     # how the bot answered the tap
        await tg.until(lambda: card.history)         # the card was edited
        reply = await bent.asks("/start")            # says, and waits for the reply in private
        await alice.sends_file("plan.pdf", data, "application/pdf", caption="/import", chat=chat)
        await alice.follows(tap.answer.url)          # or a button's url: https://t.me/samspil_bot?start=…
        search = await alice.searches("kultur", tg.between(alice, bent))  # or any group, or chat
        assert (await search.answered()).titles == ["Kulturdag"]
        shared = await alice.chooses(search, "Kulturdag")  # a Post, sent via the bot
        await bent.taps(shared, "Jeg hjælper")
        await tg.settle()                            # everything taken, and quiet
        print(tg.transcript)

What Telegram's privacy mode hides from a bot is hidden here as well: in groups it sees commands,
mentions and replies to itself, unless it is an administrator (``bot="administrator"``) or
``reads_everything=True``. It can't write to people who have not written to it
(``tg.person(..., started=True)`` for those who have).

Trouble is asked for with ``tg.faults.too_many("sendMessage", retry_after=1)``, ``.drop_after()``,
``.server_error(code=502)``, ``.delay(0.05)``, ``.garbage()``, ``.duplicates()``;
Telegram's rate limits are enforced with ``tg.limits.enforced = True``.

``python -m playground`` runs the same as a process of its own, driven through ``/control/``.
"""

from playground.driver import TOKEN, LoopbackTelegram
from playground.people import Person
from playground.posts import NoSuchButtonError, Post, Tapped
from playground.results import Article, InlineAnswer, NoSuchResultError, StartButton
from playground.rooms import Group, Room
from playground.searched import Searched

__all__ = [
    "TOKEN",
    "Article",
    "Group",
    "InlineAnswer",
    "LoopbackTelegram",
    "NoSuchButtonError",
    "NoSuchResultError",
    "Person",
    "Post",
    "Room",
    "Searched",
    "StartButton",
    "Tapped",
]
