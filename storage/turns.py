"""One at a time: who works on a tenant, and who waits."""

import asyncio
import re
from typing import Any, Self

_TENANT = re.compile(r"[a-z0-9]{1,64}")


def checked(tenant: str) -> str:
    """The id itself, if it can be the name of a file anywhere.

    Raises:
        ValueError: it is not 1 to 64 of `a-z0-9`, or it is no text.
    """
    if not _TENANT.fullmatch(tenant):
        raise ValueError(f"not the id of a tenant: {tenant!r}")
    return tenant


class Turn:
    """A lock that tells a task that it is waiting for itself, instead of letting it wait forever."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._holder: asyncio.Task[Any] | None = None

    async def __aenter__(self) -> Self:
        me = asyncio.current_task()
        if self._holder is me:
            raise RuntimeError("a transaction inside a transaction on the same tenant")
        await self._lock.acquire()
        self._holder = me
        return self

    async def __aexit__(self, *_: object) -> None:
        self._holder = None
        self._lock.release()
