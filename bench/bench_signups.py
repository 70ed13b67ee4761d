"""Sign-ups a second, each durable before it is said, and whether a tap costs more in a crowd.

    python bench/bench_signups.py

The complete bot takes sign-ups on an opening without limit: every tap comes from another person, is
committed to the disk, changes the tapped message and is answered (two calls). Beside it, in the same run and
on the same server, bots that answer /help with one line (one call): stock python-telegram-bot in its faster
setting, and the same handler on our transport. Then the cost of a tap with 10 and with 10,000 on the list.
"""

import os
import re
import sys
import tempfile
import time

from bench_transport import TOKEN, WARM_UP, Playground, bot_command, cpu_seconds, measure, playground, process

PEOPLE = 2000
CROWD = 10_000
SAMPLE = 500
COMMAND = f"{sys.executable} -m bot.cli run"


def started_with_opening(server: Playground) -> str:
    """Set a council up through the chat; the payload of its opening's link."""
    admin = server.tell("person", first_name="Sanne", language="en", started=True)["id"]
    group = server.tell("group", title="Council", admins=[admin], members=[], bot="administrator")["id"]
    say(server, admin, "/setup", group)
    say(server, admin, "/opening Ambassadors, goal 100000", group)
    message = last(server, group)
    server.tell("tap", person=admin, chat=group, message_id=message["message_id"], button=0)
    for _ in range(100):
        if payload := re.search(r"start=(o_\w+)", str(last(server, group))):
            return payload[1]
        time.sleep(0.1)
    sys.exit("no card with a link")


def say(server: Playground, person: int, text: str, chat: int) -> None:
    before = last(server, chat)["message_id"] if chat else 0
    server.tell("say", person=person, text=text, chat=chat)
    for _ in range(100):
        if last(server, chat)["message_id"] > before + 1:
            return
        time.sleep(0.1)
    sys.exit(f"no answer to {text}")


def last(server: Playground, chat: int) -> dict[str, object]:
    found = server.tell("messages", chat=chat)["messages"]
    return found[-1] if found else {"message_id": 0}


def poured(server: Playground, people: int, skip: int, *, method: str, **bulk: object) -> float:
    """Seconds until all of them have their answer."""
    server.tell("reset")
    server.tell("bulk", updates=people, chats=people, skip=skip, **bulk)
    waited = server.tell("wait", method=method, count=people, timeout=240)
    if not waited["reached"]:
        sys.exit(f"only {waited['count']} of {people} answers")
    return float(waited["seconds"])


def signed_up(server: Playground, payload: str, people: int, skip: int) -> float:
    """Seconds that so many sign-ups take, once everybody has the opening before them."""
    poured(server, people, skip, method="sendMessage", text=f"/start {payload}")
    return poured(server, people, skip, method="answerCallbackQuery", tap=0)


def signups() -> tuple[float, float, float]:
    """Sign-ups a second; CPU seconds of a tap with 10 on the list, and with 10,000."""
    with playground(0.0) as server, tempfile.TemporaryDirectory() as data:
        settings = {
            "SAMSPIL_TOKEN": TOKEN,
            "SAMSPIL_DATA": data,
            "SAMSPIL_API_URL": server.root,
            "SAMSPIL_MESSAGES_PER_SECOND": "0",
        }
        with process(bot_command("samspil", server.root, COMMAND), env=os.environ | settings) as bot:
            payload = started_with_opening(server)
            signed_up(server, payload, WARM_UP, 0)
            few = tap_cost(server, payload, bot.pid, 50)
            rate = PEOPLE / signed_up(server, payload, PEOPLE, 1000)
            signed_up(server, payload, CROWD - 3000, 3000)
            many = tap_cost(server, payload, bot.pid, CROWD)
    return rate, few, many


def tap_cost(server: Playground, payload: str, pid: int, skip: int) -> float:
    """CPU seconds of the bot for one tap."""
    poured(server, SAMPLE, skip, method="sendMessage", text=f"/start {payload}")
    before = cpu_seconds(pid)
    poured(server, SAMPLE, skip, method="answerCallbackQuery", tap=0)
    return (cpu_seconds(pid) - before) / SAMPLE


def main() -> None:
    stock = max(
        measure(name, updates, 0.0, COMMAND)[0] for name, updates in (("stock", 3000), ("stock-256", 1000))
    )
    print(f"stock echo                  {stock:7.0f} updates/s", flush=True)
    echo = measure("ours", 6000, 0.0, COMMAND)[0]
    print(f"the same on our transport   {echo:7.0f} updates/s", flush=True)
    rate, few, many = signups()
    print(f"sign-ups, durable           {rate:7.0f} a second", flush=True)
    print(f"that is {rate / stock:.2f} x the stock echo and {rate / echo:.2f} x our echo")
    print(f"CPU of one tap: {few * 1e6:.0f} µs with few on the list,", end=" ")
    print(f"{many * 1e6:.0f} µs with {CROWD:,}: {many / few:.2f} x")


if __name__ == "__main__":
    main()
