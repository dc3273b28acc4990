"""Schemas keep to what editors know: draft-07's words and `$defs`, references within the folder."""

from __future__ import annotations

import jsonschema
import pytest

from tests.schemas.schema_files import FILES, Found, everything, target

WORDS = {
    "$schema", "$defs", "$ref", "title", "description", "examples", "type", "enum", "const", "pattern", "minLength",
    "minimum", "maximum", "items", "minItems", "uniqueItems", "properties", "patternProperties", "required",
    "minProperties", "additionalProperties", "allOf", "anyOf", "not", "if", "then", "else",
}  # fmt: skip

ALL = everything()


@pytest.mark.parametrize("file", FILES)
def test_a_schema_is_a_schema(file: str) -> None:
    assert FILES[file]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(FILES[file])


@pytest.mark.parametrize("found", ALL, ids=str)
def test_only_words_that_editors_know(found: Found) -> None:
    assert {word for word in found.schema if not word.startswith("x-")} <= WORDS


@pytest.mark.parametrize("found", [one for one in ALL if "$ref" in one.schema], ids=str)
def test_references_lead_to_a_schema_of_this_folder(found: Found) -> None:
    assert isinstance(target(found.file, found.schema["$ref"]), dict)


@pytest.mark.parametrize(
    "found", [one for one in ALL if one.role != "condition" and "properties" in one.schema], ids=str
)
def test_unknown_keys_are_refused(found: Found) -> None:
    dispatches = all(set(part) == {"if", "then"} for part in found.schema.get("allOf", [{}]))
    assert found.schema.get("additionalProperties") is False or dispatches


@pytest.mark.parametrize(
    "found", [one for one in ALL if one.role != "condition" and one.schema.get("type") == "array"], ids=str
)
def test_no_list_may_be_empty(found: Found) -> None:
    assert found.schema["minItems"] == 1
    assert "items" in found.schema


@pytest.mark.parametrize(
    "found", [one for one in ALL if "required" in one.schema and "properties" in one.schema], ids=str
)
def test_required_keys_are_described(found: Found) -> None:
    assert set(found.schema["required"]) <= set(found.schema["properties"])
