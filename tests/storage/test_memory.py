import pytest

from storage.memory import MemoryStore
from tests.storage.contract import Contract
from tests.storage.contract_finding import FindingContract
from tests.storage.contract_rewriting import RewritingContract


class TestMemoryStore(Contract, FindingContract, RewritingContract):
    @pytest.fixture
    def store(self) -> MemoryStore:
        return MemoryStore()
