import pytest

from storage.memory import MemoryStore
from tests.storage.contract import Contract
from tests.storage.contract_rewriting import RewritingContract


class TestMemoryStore(Contract, RewritingContract):
    @pytest.fixture
    def store(self) -> MemoryStore:
        return MemoryStore()
