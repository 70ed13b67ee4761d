"""`samspil` as a process of its own: how it starts, refuses to start, ends, and outlives being killed."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from itertools import product
from pathlib import Path

import pytest

from playground import Group, LoopbackTelegram, Person

SAMSPIL = (sys.executable, "-m", "bot.cli")
EDITS = 4


@pytest.fixture
async def tg() -> AsyncIterator[LoopbackTelegram]:
    async with LoopbackTelegram() as telegram:
        yield telegram


def environment(tg: LoopbackTelegram, data: Path, **more: str) -> dict[str, str]:
    settings = {
        "SAMSPIL_TOKEN": tg.token,
        "SAMSPIL_DATA": str(data),
        "SAMSPIL_API_URL": tg.url,
        "SAMSPIL_MESSAGES_PER_SECOND": "0",
    }
    return _without_settings() | settings | more


def _without_settings() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SAMSPIL_")}
    return kept | {"PYTHONWARNINGS": "error"}


@contextlib.asynccontextmanager
async def running(env: Mapping[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *SAMSPIL, "run", env=env, stderr=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


async def ends(env: Mapping[str, str], *arguments: str) -> tuple[int, str, str]:
    process = await asyncio.create_subprocess_exec(
        *SAMSPIL, *arguments, env=env, stderr=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    out, err = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode is not None
    return process.returncode, out.decode(), err.decode()


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({}, "SAMSPIL_TOKEN"),
        ({"SAMSPIL_TOKEN": "nonsense"}, "SAMSPIL_TOKEN"),
        ({"SAMSPIL_TOKEN": "1:x y"}, "SAMSPIL_TOKEN"),
        ({"SAMSPIL_TOKEN_FILE": "nosuchfile"}, "SAMSPIL_TOKEN_FILE"),
        ({"SAMSPIL_TOKEN": "1:x", "SAMSPIL_API_URL": "ftp://here"}, "SAMSPIL_API_URL"),
        ({"SAMSPIL_TOKEN": "1:x", "SAMSPIL_API_URL": "http://here:port"}, "SAMSPIL_API_URL"),
        ({"SAMSPIL_TOKEN": "1:x", "SAMSPIL_LOG_LEVEL": "loud"}, "SAMSPIL_LOG_LEVEL"),
        ({"SAMSPIL_TOKEN": "1:x", "SAMSPIL_LOG_FORMAT": "xml"}, "SAMSPIL_LOG_FORMAT"),
        ({"SAMSPIL_TOKEN": "1:x", "SAMSPIL_MESSAGES_PER_SECOND": "many"}, "SAMSPIL_MESSAGES_PER_SECOND"),
        ({"SAMSPIL_TOKEN": "1:x", "SAMSPIL_CLOCK_FILE": "nosuchfile"}, "SAMSPIL_CLOCK_FILE"),
    ],
)
async def test_a_wrong_setting_is_one_line_and_status_2(settings: dict[str, str], named: str) -> None:
    status, out, err = await ends(_without_settings() | settings, "run")
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert named in err
    assert "x y" not in err


async def test_a_token_from_a_file_and_a_token_that_is_not_known(
    tg: LoopbackTelegram, tmp_path: Path
) -> None:
    (tmp_path / "token").write_text("501:another-secret\n")
    env = environment(tg, tmp_path / "data", SAMSPIL_TOKEN="", SAMSPIL_TOKEN_FILE=str(tmp_path / "token"))
    status, out, err = await ends(env, "run")
    assert status == 2
    assert "SAMSPIL_TOKEN is not known" in err
    assert "another-secret" not in out + err


async def test_check_says_what_is_well_and_what_is_not(tg: LoopbackTelegram, tmp_path: Path) -> None:
    status, out, _ = await ends(environment(tg, tmp_path / "data"), "check")
    assert status == 0
    assert out.count("ok ") == 3
    assert "@samspil_bot" in out
    env = environment(tg, tmp_path / "data", SAMSPIL_API_URL="http://127.0.0.1:9")
    status, out, _ = await ends(env, "check")
    assert status == 1
    assert out.count("no ") == 1
    assert tg.token not in out


async def test_a_second_process_on_the_same_data_refuses_to_start(
    tg: LoopbackTelegram, tmp_path: Path
) -> None:
    env = environment(tg, tmp_path / "data")
    async with running(env):
        await tg.until(lambda: tg.calls("getUpdates") > 0, 20)
        status, _, err = await ends(env, "run")
    assert status == 1
    assert "data" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_asked_to_end_it_answers_what_it_received(
    tg: LoopbackTelegram, tmp_path: Path, number: int
) -> None:
    async with running(environment(tg, tmp_path / "data")) as process:
        await tg.until(lambda: tg.calls("setMyShortDescription") > 1, 20)
        tg.faults.delay(0.3, "sendMessage")
        someone = tg.person("Nogen")
        await someone.says("/help")
        await tg.until(lambda: tg.calls("sendMessage") > 0, 20)
        process.send_signal(number)
        assert await asyncio.wait_for(process.wait(), 20) == 0
        assert "/plan" in (await someone.chat.next_message()).text
        assert process.stderr is not None
        log = (await process.stderr.read()).decode()
    assert "Traceback" not in log
    assert tg.token not in log


async def test_asked_to_end_before_telegram_ever_answered(tg: LoopbackTelegram, tmp_path: Path) -> None:
    called = asyncio.Event()

    async def never_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        called.set()
        await reader.read()
        writer.close()

    async with await asyncio.start_server(never_answer, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        env = environment(tg, tmp_path / "data", SAMSPIL_API_URL=f"http://127.0.0.1:{port}")
        async with running(env) as process:
            await asyncio.wait_for(called.wait(), 20)
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), 20) == 0


async def test_killed_in_the_middle_of_edits_nothing_acknowledged_is_lost(
    tg: LoopbackTelegram, tmp_path: Path
) -> None:
    env = environment(tg, tmp_path / "data")
    secretary = tg.person("Signe", language="en")
    group = tg.group("Rådet", admins=[secretary])
    acknowledged: list[str] = []
    for life in range(3):
        async with running(env) as process:
            await tg.until(lambda: tg.calls("getUpdates") > 0, 20)
            if life == 0:
                await _answer(secretary, group, "/setup")
            await _add_until_killed(tg, secretary, f"Liv {'ABC'[life]}", acknowledged, process)
        secretary.chat.read_all()
    async with running(env):
        await tg.settle()
        secretary.chat.read_all()
        calendar = (await secretary.asks("/calendar")).document
    assert calendar is not None
    assert len(acknowledged) >= 3 * EDITS
    lost = [title for title in acknowledged if f"SUMMARY:{title}\r\n".encode() not in calendar]
    assert lost == []


async def _add_until_killed(
    tg: LoopbackTelegram,
    person: Person,
    name: str,
    acknowledged: list[str],
    process: asyncio.subprocess.Process,
) -> None:
    adding = asyncio.create_task(_add_entries(person, name, acknowledged))
    enough = len(acknowledged) + EDITS
    await tg.until(lambda: len(acknowledged) >= enough or adding.done(), 30)
    process.kill()
    adding.cancel()
    await asyncio.wait({adding})


async def _add_entries(person: Person, name: str, acknowledged: list[str]) -> None:
    for first, second in product("abcdefghij", repeat=2):  # a number would be read as a day
        title = f"{name} {first}{second}"
        form = await person.asks(f"/new {title}: 3 June 2027")
        tapped = await person.taps(form, 0)
        await tapped.answered(20)
        if form.history:  # it shows the saved entry now
            acknowledged.append(title)


async def _answer(person: Person, group: Group, text: str) -> None:
    await person.says(text, group)
    await group.next_message(20)
