"""The corpus: plans of invented bodies beside what a person read in them before any program did.

Each document has its expectations in a JSON file of the same name. A document may stay below the goal that
all of them have together, but not by more than `_LEAST` allows.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.reading import as_data, choices
from council.records import Reading
from plans.extract import extract
from plans.limits import Limits
from plans.reader import read_document
from tests.plans.scoring import Score, score
from texts.tongue import tongue

CORPUS = Path(__file__).parent / "corpus"
DOCUMENTS = sorted(path.stem for path in CORPUS.glob("*.json"))
GOAL = 0.95
_LEAST = 0.75
_FEWEST = 30


@cache
def expected(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))
    return data


@cache
def reading(name: str) -> Reading:
    [path] = [path for path in CORPUS.glob(f"{name}.*") if path.suffix != ".json"]
    return read_document(
        extract(path.read_bytes(), Limits()), name=path.name, year=expected(name)["args"].get("year")
    )


def found(name: str) -> list[dict[str, Any]]:
    entries = (each for entry in reading(name).entries for each in choices(entry))
    return [as_data(tongue("da"), entry) for entry in entries]


@cache
def scored(name: str) -> Score:
    return score(expected(name)["items"], found(name))


def test_there_are_enough_documents() -> None:
    assert len(DOCUMENTS) >= _FEWEST


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_reads_as_a_person_reads_it(name: str) -> None:
    result = scored(name)
    told = [(item["title"], item["start"], item["end"]) for item in result.missed]
    invented = [(item["title"], item["start"], item["end"]) for item in result.extra]
    assert min(result.recall, result.precision) >= _LEAST, (told, invented)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_is_on_a_day_that_is_none(name: str) -> None:
    days = {
        entry["start"][:10]
        for entry in found(name)
        if entry["start"] and entry["precision"] in {"date", "datetime"} and entry["status"] != "cancelled"
    }
    assert not days.intersection(expected(name)["forbidden"])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_that_was_called_off_is_shown_as_planned(name: str) -> None:
    for item, entry in scored(name).hits:
        if item["status"] == "cancelled":
            assert entry["status"] == "cancelled", item["title"]


def test_all_of_them_together() -> None:
    results = [scored(name) for name in DOCUMENTS]
    hits = sum(len(result.hits) for result in results)
    missed = sum(len(result.missed) for result in results)
    extra = sum(len(result.extra) for result in results)
    assert hits >= GOAL * (hits + missed)
    assert hits >= GOAL * (hits + extra)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_reads_the_same_every_time(name: str) -> None:
    before = reading(name)
    reading.cache_clear()
    assert reading(name) == before
