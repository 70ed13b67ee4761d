"""A process that saves pairs and says so, until it is killed: `python writer.py FOLDER AT_ONCE`.

So many tasks at once each take the next number, again and again.
"""

import asyncio
import sys

from council.records import Activity
from storage.tinydb_store import TinyStore

# Long enough that the file is written anew every few transactions.
LONG = "Kulturdag " * 2_000


async def work(store: TinyStore) -> None:
    while True:
        async with store.transaction("t1") as tx:
            last = await tx.get(Activity, "last")
            number = int(last.name) + 1 if last else 0
            await asyncio.sleep(0)
            tx.put(Activity(f"a{number}", "one"))
            tx.put(Activity("last", str(number), description=LONG))
            tx.put(Activity(f"b{number}", "other"))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


async def main(folder: str, at_once: int) -> None:
    async with TinyStore.open(folder) as store:
        await asyncio.gather(*(work(store) for _ in range(at_once)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
