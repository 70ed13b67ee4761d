"""`samspil demo`: a short true conversation between a council and the real bot, without Telegram."""

import asyncio
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import samspil
from bot.settings import Settings
from playground import Group, LoopbackTelegram, Person, Post
from playground.clock import TurnableClock
from playground.transcript import printer
from storage.tinydb_store import TinyStore

OUT = Path("demo-out")
_SAMPLE = "aktivitetsplan-2027.docx"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PATIENCE = 30.0  # seconds for one answer, on a slow machine


def demo() -> int:
    """Play it, print it, write `demo-out/plan.ics`; 0 when the bot did all that was asked of it."""
    calendar = asyncio.run(_played())
    OUT.mkdir(exist_ok=True)
    (OUT / "plan.ics").write_bytes(calendar)
    print(f"\nThe member's calendar is in {OUT / 'plan.ics'}.")
    return 0


async def _played() -> bytes:
    clock = TurnableClock(datetime(2027, 8, 2, 8, 30, tzinfo=UTC))
    with TemporaryDirectory(prefix="samspil-demo-") as data:
        async with LoopbackTelegram(now=clock.unix) as telegram, TinyStore.open(data) as store:
            telegram.transcript.watch(printer(print))
            settings = Settings(telegram.token, api_url=telegram.url)
            async with samspil(settings, store, clock, store.backup):
                return await _conversation(telegram, clock)


async def _conversation(telegram: LoopbackTelegram, clock: TurnableClock) -> bytes:
    secretary = telegram.person("Signe Sekretær", language="da")
    member = telegram.person("Medina Medlem", language="en")
    group = telegram.group("Integrationsrådet i Engby", admins=[secretary], members=[member], bot="left")
    await _set_up(group, secretary, member)
    await _take_over_the_plan(secretary)
    clock.turn(timedelta(hours=3))
    await _ask(member, "/plan")
    await _ask(member, "/calendar")
    clock.turn(timedelta(days=1))
    await _move(secretary, "Mangfoldighedsdag 2027", "1. lørdag i oktober kl. 11-16")
    clock.turn(timedelta(minutes=5))
    await group.next_message(_PATIENCE)  # the group hears of it once it is not taken back
    await _ask(member, "/next")
    await _find_help(telegram.person("Vanja Volontør", language="en"), secretary, clock)
    return (await _ask(member, "/calendar")).document or b""


async def _set_up(group: Group, secretary: Person, member: Person) -> None:
    group.add_bot(by=secretary)
    await group.next_message(_PATIENCE)
    await secretary.says("/setup", group)
    card = await group.next_message(_PATIENCE)
    await _tap(member, card)
    await _ask(member, "/start")


async def _take_over_the_plan(secretary: Person) -> None:
    await _ask(secretary, "/start")
    sample = (files("playground") / "samples" / _SAMPLE).read_bytes()
    await secretary.sends_file(_SAMPLE, sample, _WORD)
    offer = await secretary.chat.next_message(_PATIENCE)
    await _tap(secretary, offer)


async def _move(secretary: Person, title: str, when: str) -> None:
    entry = await _ask(secretary, f"/punkt {title}")
    await _tap(secretary, entry)  # change it
    await _tap(secretary, entry)  # its time
    understood = await _ask(secretary, when)
    await _tap(secretary, understood)


async def _find_help(volunteer: Person, secretary: Person, clock: TurnableClock) -> None:
    """A place is opened, taken by its link, and reminded of a week before."""
    form = await _ask(secretary, "/plads Mangfoldighedsdag: opstilling 2. oktober kl. 8-11, 2 personer")
    await _tap(secretary, form)
    link = next(word for word in form.text.split() if word.startswith("https://"))
    await volunteer.follows(link)
    await _tap(volunteer, await volunteer.chat.next_message(_PATIENCE))
    clock.turn(datetime(2027, 9, 25, 7, tzinfo=UTC) - clock.now())
    await volunteer.chat.next_message(_PATIENCE)


async def _ask(person: Person, text: str) -> Post:
    await person.says(text)
    return await person.chat.next_message(_PATIENCE)


async def _tap(person: Person, post: Post) -> None:
    """Tap the first button: what one would mostly want."""
    tapped = await person.taps(post, 0)
    await tapped.answered(_PATIENCE)
