"""Every key says in Russian what to write and why, with examples that are themselves valid."""

from __future__ import annotations

import re
from typing import Any

import jsonschema_rs
import pytest

from tests.schemas.schema_files import FILES, Found, everything

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
REGISTRY = jsonschema_rs.Registry([(f"json-schema:///{file}", schema) for file, schema in FILES.items()])
LINKS = {
    "task", "problem", "risk", "measure", "indicator", "result", "body", "school", "stakeholder", "activity",
    "direction", "topic", "source", "document", "expert", "plan-section", "subprogram",
    "finance-row",
}  # fmt: skip

NODES = [found for found in everything() if found.role != "condition" and set(found.schema) != {"$ref"}]


@pytest.mark.parametrize("found", NODES, ids=str)
def test_every_node_is_described_in_russian(found: Found) -> None:
    for word in ("title", "description"):
        assert CYRILLIC.search(found.schema.get(word, "")), f"{found}: {word}"


@pytest.mark.parametrize("found", NODES, ids=str)
def test_a_description_is_a_sentence_or_two(found: Found) -> None:
    description = found.schema["description"]
    assert description == description.strip()
    assert description.endswith((".", "!"))
    assert len(description) <= 260


@pytest.mark.parametrize("found", [one for one in NODES if str(one) != "common.schema.json#"], ids=str)
def test_examples_are_there_and_valid(found: Found) -> None:
    examples = found.schema.get("examples")
    assert examples, f"{found} has no examples"
    validator = jsonschema_rs.Draft202012Validator({"$ref": f"{found.file}#{found.pointer}"}, registry=REGISTRY)
    assert [example for example in examples if not validator.is_valid(example)] == []


@pytest.mark.parametrize("found", NODES, ids=str)
def test_notes_for_the_tool_are_of_known_form(found: Found) -> None:
    notes: dict[str, Any] = {word: value for word, value in found.schema.items() if word.startswith("x-")}
    assert all(re.fullmatch(r"R-[A-Z]{3}-\d+a?", one) for one in notes.pop("x-requirement", ()))
    assert all(re.fullmatch(r"I\.[1-6]|II\.([1-9]|[12]\d|3[0-6])", one) for one in notes.pop("x-checklist", ()))
    assert notes.pop("x-print", False) is False
    assert notes.pop("x-link", "task") in LINKS
    assert notes.pop("x-form", "id") in ("id", "date", "when", "number", "amount")
    assert re.fullmatch("[a-z-]+", notes.pop("x-defines", "id"))
    assert notes == {}


EXPRESSED = (
    "R-STR-1 R-PAS-1 R-PAS-2 R-ANA-1 R-ANA-2 R-ANA-3 R-ANA-4 R-ANA-6 R-ANA-8 R-ANA-9 R-ANA-10 R-ANA-11 R-TAS-1 "
    "R-RES-3 R-IND-1 R-IND-2 R-IND-2a R-IND-5 R-IND-6 R-PLA-1 R-PLA-2 R-PLA-3 R-PLA-4 R-FIN-1 R-FIN-2 R-FIN-5 "
    "R-MEC-1 R-MEC-2 R-MEC-3 R-MEC-4 R-MEC-5 R-TRM-1 R-TER-1 R-GRD-1 R-EXP-1 R-MON-1 R-MON-2 R-MON-3 R-DEV-1 "
    "R-PAR-1 R-NET-1"
)


@pytest.mark.parametrize("requirement", EXPRESSED.split())
def test_every_requirement_on_form_has_its_place(requirement: str) -> None:
    assert any(requirement in found.schema.get("x-requirement", ()) for found in NODES)
