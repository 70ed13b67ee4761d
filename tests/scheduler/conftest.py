import pytest

from council.records import COMMONS, Person
from tests.scheduler.office import Office


@pytest.fixture
async def office() -> Office:
    office = Office()
    async with office.store.transaction(COMMONS) as tx:
        tx.put(Person("1", "Ane", language="da", telegram_language="en", reachable=True))
        tx.put(Person("2", "Bo", telegram_language="nb-NO", reachable=True))
        tx.put(Person("3", "Cæ", telegram_language="uk", reachable=True))
    return office
