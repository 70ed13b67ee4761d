"""A process that saves pairs and says so, until it is killed: `python writer.py FOLDER FIRST`."""

import asyncio
import itertools
import sys

from council.records import Activity
from storage.tinydb_store import TinyStore

# Long enough that the file is written anew every few transactions.
LONG = "Kulturdag " * 2_000


async def main(folder: str, first: int) -> None:
    async with TinyStore.open(folder) as store:
        for number in itertools.count(first):
            async with store.transaction("t1") as tx:
                tx.put(Activity(f"a{number}", "one"))
                tx.put(Activity("last", str(number), description=LONG))
                tx.put(Activity(f"b{number}", "other"))
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
