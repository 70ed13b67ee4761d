import asyncio

import pytest

from storage.turns import Turn


async def test_one_at_a_time_in_the_order_of_coming() -> None:
    turn, seen = Turn(), []

    async def visit(name: str) -> None:
        async with turn:
            seen.append(name)
            await asyncio.sleep(0)
            seen.append(name)

    await asyncio.gather(*map(visit, "abc"))
    assert "".join(seen) == "aabbcc"


async def test_who_waits_for_himself_is_told() -> None:
    turn = Turn()
    async with turn:
        with pytest.raises(RuntimeError, match="inside a transaction"):
            await turn.__aenter__()
    async with turn:
        pass
