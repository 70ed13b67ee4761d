import pytest

from storage.memory import MemoryStore
from tests.storage.contract import Contract


class TestMemoryStore(Contract):
    @pytest.fixture
    def store(self) -> MemoryStore:
        return MemoryStore()
