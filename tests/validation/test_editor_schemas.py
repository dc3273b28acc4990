"""Schemas for the editor: links complete with the programme's own ids, a wrong one shows."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest

from munprog import source
from munprog.source import Source
from munprog.validation import links
from munprog.validation.editor import editor_schemas
from munprog.validation.schema import NAMES, SectionSchemas
from munprog.validation.schema.nodes import Nodes, first

SCHEMAS = SectionSchemas()


def read(name: str, text: str) -> Source:
    return source.read_text(text, name=f"{name}.yaml")


SECTIONS = {
    "program": read("program", "bodies:\n  - {id: ммц, name: Методический центр, kind: организация}\n"),
    "goals": read("goals", "tasks:\n  - {id: кадры, title: Закрыть нехватку}\n  - {id: ресурсы, title: Оснастить}\n"),
    "finance": read("finance", "sources:\n  - {id: местный, title: Местный бюджет, including: [{id: дотация}]}\n"),
}
TEXTS = editor_schemas(SECTIONS, SCHEMAS, {"topic": {"мониторинг": "Мониторинг"}})


def valid(section: str, part: str, data: Any) -> bool:
    schema = json.loads(TEXTS[section])
    validator = jsonschema_rs.Draft202012Validator({"$ref": f"#/$defs/{part}", "$defs": schema["$defs"]}, offline=True)
    return validator.is_valid(data)


def test_there_is_one_for_each_section_and_it_stands_alone() -> None:
    assert tuple(TEXTS) == NAMES
    for text in TEXTS.values():
        assert "schema.json#" not in text
        assert '"x-' not in text
        jsonschema_rs.Draft202012Validator(json.loads(text), offline=True)


def test_ids_are_offered_with_their_titles() -> None:
    task = json.loads(TEXTS["plan"])["$defs"]["common.link_task"]
    assert task["enum"] == ["кадры", "ресурсы"]
    assert task["enumDescriptions"] == ["Закрыть нехватку", "Оснастить"]
    assert "examples" not in task
    assert "$ref" not in task


def test_an_id_that_the_programme_lacks_is_refused() -> None:
    part = {"groups": [{"title": "Кадры", "items": ["прогноз"]}]}
    assert valid("plan", "complex_part", {"task": "кадры", **part})
    assert not valid("plan", "complex_part", {"task": "кадр", **part})


def test_a_kind_without_ids_stays_open() -> None:
    part = {"groups": [{"title": "Кадры", "items": ["прогноз"]}]}
    assert valid("plan", "complex_part", {"direction": "любое", **part})


def test_keys_that_are_ids_are_offered_too() -> None:
    row = {"activity": "курсы", "amounts": {"местный": {"2024": "1,5"}}}
    assert valid("finance", "finance_row", row)
    assert valid("finance", "finance_row", {**row, "amounts": {"дотация": {"2024": 1}}})
    assert not valid("finance", "finance_row", {**row, "amounts": {"областной": {"2024": 1}}})
    amounts = json.loads(TEXTS["finance"])["$defs"]["finance_row"]["properties"]["amounts"]
    assert amounts["properties"]["местный"]["title"] == "Местный бюджет"


def test_ids_from_elsewhere_may_be_given() -> None:
    assert json.loads(TEXTS["plan"])["$defs"]["common.link_topic"]["enum"] == ["мониторинг"]


def test_without_ids_it_is_the_section_schema_in_one_piece() -> None:
    for name, text in editor_schemas({}, SCHEMAS).items():
        validator = jsonschema_rs.Draft202012Validator(json.loads(text), offline=True)
        document = SCHEMAS.documents.document(f"{name}.schema.json")
        assert all(validator.is_valid(example) for example in document["examples"])
        assert not validator.is_valid({"лишнее": 1})


def test_the_same_programme_gives_the_same_bytes() -> None:
    assert editor_schemas(SECTIONS, SectionSchemas(), {"topic": {"мониторинг": "Мониторинг"}}) == TEXTS


@pytest.mark.parametrize("word", ["x-defines", "x-link"])
def test_rules_on_links_know_the_places_that_schemas_name(word: str) -> None:
    kinds = {kind for _, _, kind in links.LINKS} | {"indicator"}
    named = {
        (name, pattern, kind)
        for name in NAMES
        for pattern, kind in _noted(word, SCHEMAS.top(name, {}), "", 0)
        if kind in kinds
    }
    assert named == {one for one in (links.DEFINES if word == "x-defines" else links.LINKS) if one[2] in kinds}


def _noted(word: str, nodes: Nodes, path: str, depth: int) -> set[tuple[str, str]]:
    """The places of a schema that bear a note, as the patterns of `links`; sources nest without end: two levels do."""
    kind = first(nodes, word)
    found = {(path + ("{}" if first(nodes, "patternProperties") else ""), kind)} if kind else set()
    if path.count("including") > 2 or depth > 12:
        return set()
    items = SCHEMAS.documents.child(nodes, 0, {})
    if items:
        found |= _noted(word, items, f"{path}[]", depth + 1)
    for key in {key for node in nodes for key in node.schema.get("properties", ())}:
        inner = SCHEMAS.documents.child(nodes, key, {})
        found |= _noted(word, inner, f"{path}.{key}".removeprefix("."), depth + 1)
    return found
