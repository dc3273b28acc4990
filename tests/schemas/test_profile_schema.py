"""The schema of profiles says what the code can do, and the profiles that travel with the tool keep to it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from munprog import resources, source
from munprog.diagnostics import Severity
from munprog.documents import KINDS
from munprog.documents.parts import CONTENTS, LISTS
from munprog.layout.axes import AXES
from munprog.layout.records import LEVELS
from munprog.layout.rows import SOURCES
from munprog.model.build import SECTIONS, construct
from munprog.model.derived import ROWS
from munprog.model.item import Item
from munprog.model.profile import (
    ColumnLayout,
    DividerLayout,
    DocumentLayout,
    FixedRow,
    Part,
    PassportRow,
    Profile,
    Requirements,
    RuleSetting,
    TableLayout,
    Topic,
    TotalLayout,
)
from munprog.validation.schema import SectionSchemas
from munprog.workspace.profiles import load_profile
from tests.builders import FULL, program, view

SCHEMA: dict[str, Any] = json.loads((resources.SCHEMAS / "profile.schema.json").read_text(encoding="utf-8"))
DEFINITIONS: dict[str, Any] = SCHEMA["$defs"]
SHIPPED = sorted(path.stem for path in (resources.SCHEMAS / "profiles").glob("*.yaml"))
CHECK = SectionSchemas()


def faults(text: str) -> list[tuple[int, int, str]]:
    """Line, column and code of everything wrong with a profile."""
    found = CHECK.check("profile", source.read_text(text, name="profile.yaml"))
    assert {one.severity for one in found} <= {Severity.ERROR}
    return [(one.place.line, one.place.column, one.code) for one in found]


def nodes(schema: Any, name: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every place of a profile that the schema describes; conditions only bind what is described elsewhere."""
    yield name, schema
    for word in ("properties", "patternProperties", "$defs"):
        for key, inner in schema.get(word, {}).items():
            yield from nodes(inner, f"{name}/{key}")
    if "$ref" not in schema.get("items", {"$ref": ""}):
        yield from nodes(schema["items"], f"{name}[]")


def offered(rows: str) -> set[str]:
    """The fields and series that a row source offers for the programme that has everything."""
    of = "впр-5" if rows == "results" else ""
    layout = construct(
        TableLayout, {"id": "т", "title": "Т", "rows": rows, "of": of, "columns": [{"title": "О", "field": "mark"}]}
    )
    full = view(program(FULL))
    records = SOURCES[rows](replace(full, report=full.program.monitoring[0]), layout)
    assert records
    return {name for record in records for name in (*record.fields, *record.series)}


def fields(columns: tuple[ColumnLayout, ...]) -> Iterator[str]:
    for column in columns:
        yield from (column.field,) if column.field else ()
        yield from fields(column.columns)


def enumerated(definition: str, key: str) -> list[str]:
    found = DEFINITIONS[definition]["properties"][key]
    values: list[str] = found.get("items", found)["enum"]
    return values


def test_profiles_are_shipped() -> None:
    assert {"base", "komi-2023"} <= set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_profile_is_valid(name: str) -> None:
    found = source.read(resources.SCHEMAS / "profiles" / f"{name}.yaml", name=name)
    assert found.findings == ()
    assert CHECK.explain("profile", found.data) == []
    assert found.data["id"] == name  # type: ignore[call-overload, index]


@pytest.mark.parametrize("name", SHIPPED)
def test_columns_of_shipped_tables_name_what_their_rows_offer(name: str) -> None:
    profile = construct(Profile, load_profile(name, resources.SCHEMAS.parent).merged())
    unknown = {
        table.id: set(fields(table.columns)) - set().union(*map(offered, table.rows)) for table in profile.tables
    }
    assert {id: names for id, names in unknown.items() if names} == {}


@pytest.mark.parametrize("name", SHIPPED)
def test_documents_of_shipped_profiles_name_tables_that_they_have(name: str) -> None:
    profile = construct(Profile, load_profile(name, resources.SCHEMAS.parent).merged())

    def placed(parts: tuple[Part, ...]) -> Iterator[str]:
        for part in parts:
            yield from (part.of,) if part.content == "table" else ()
            yield from placed(part.parts)

    tables = {table.id for table in profile.tables}
    if tables:
        wanted = [id for one in profile.documents for id in (*one.tables, *placed(one.parts))]
        assert sorted(set(wanted) - tables) == []


@pytest.mark.parametrize(
    ("definition", "kind"),
    [
        ("passport_row", PassportRow),
        ("topic", Topic),
        ("column", ColumnLayout),
        ("table", TableLayout),
        ("divider_detail", DividerLayout),
        ("total_detail", TotalLayout),
        ("fixed_row", FixedRow),
        ("part", Part),
        ("document", DocumentLayout),
    ],
)
def test_keys_are_those_of_the_model(definition: str, kind: type[Item]) -> None:
    # What is `removed` has left the profile before the model is made.
    assert set(DEFINITIONS[definition]["properties"]) - {"removed"} == set(kind.fields) - {"path"}


def test_a_setting_of_a_rule_has_a_severity_and_what_the_rule_declares() -> None:
    assert set(DEFINITIONS["rule"]["properties"]) == set(RuleSetting.fields) - {"path", "parameters"}
    assert faults(f"{HEAD}rules:\n  IND004: {{jump: 3, words: [а, б]}}\n") == []


def test_keys_of_the_profile_itself() -> None:
    assert set(SCHEMA["properties"]) == set(Profile.fields) - {"path"}
    assert set(SCHEMA["properties"]["requires"]["properties"]) == set(Requirements.fields) - {"path"}
    assert DEFINITIONS["table"]["required"] == DEFINITIONS["document"]["required"] == ["id"]


def test_choices_are_those_of_the_code() -> None:
    assert DEFINITIONS["row_source"]["enum"] == list(SOURCES)
    assert sorted(enumerated("part", "content")) == sorted(CONTENTS)
    assert enumerated("document", "kind") == list(KINDS)
    assert enumerated("rule", "severity") == [*Severity, "off"]
    assert enumerated("column", "align") == ["left", "center", "right"]
    assert enumerated("column", "periods") == list(AXES)
    assert DEFINITIONS["divider"]["else"]["enum"] == enumerated("divider_detail", "of") == list(LEVELS)
    assert DEFINITIONS["total"]["else"]["enum"] == enumerated("total_detail", "of") == [*LEVELS, "program"]
    assert enumerated("table", "orientation") == ["auto", "portrait", "landscape"]
    assert SCHEMA["properties"]["requires"]["properties"]["sections"]["items"]["enum"] == [
        one for one in SECTIONS if one not in ("program", "signoff")
    ]
    assert DEFINITIONS["passport_row"]["properties"]["id"]["examples"] == list(ROWS)


@pytest.mark.parametrize("rows", SOURCES)
def test_fields_are_those_that_the_row_source_offers(rows: str) -> None:
    assert set(enumerated(f"column_{rows}", "field")) == offered(rows)
    chosen = [one["then"] for one in DEFINITIONS["table"]["allOf"] if one["if"]["properties"]["rows"]["const"] == rows]
    assert chosen == [{"properties": {"columns": {"items": {"$ref": f"#/$defs/column_{rows}"}}}}]


@pytest.mark.parametrize("node", [pytest.param(node, id=name) for name, node in nodes(SCHEMA)])
def test_every_place_is_described(node: dict[str, Any]) -> None:
    assert re.search("[а-яё]", node["title"])
    assert re.search(r"[а-яё].*\.$", node["description"])
    assert len(node["description"]) <= 260
    assert node["examples"]
    if node.get("type") == "object":
        assert node["additionalProperties"] is False


@pytest.mark.parametrize("definition", [None, *DEFINITIONS])
def test_examples_are_valid(definition: str | None) -> None:
    """An example is put where the schema would meet it."""
    places: dict[str, Any] = {
        "passport_row": lambda one: {"passport": [one]},
        "role": lambda one: {"signoffs": [one]},
        "topic": lambda one: {"topics": [one]},
        "table": lambda one: {"tables": [one]},
        "column": lambda one: {"tables": [{"id": "т", "columns": [one]}]},
        "labels": lambda one: {
            "tables": [{"id": "т", "columns": [{"title": "", "field": "a", "periods": "term", "label": one}]}]
        },
        "row_source": lambda one: {"tables": [{"id": "т", "rows": one}]},
        "divider": lambda one: {"tables": [{"id": "т", "dividers": [one]}]},
        "divider_detail": lambda one: {"tables": [{"id": "т", "dividers": [one]}]},
        "total": lambda one: {"tables": [{"id": "т", "totals": [one]}]},
        "total_detail": lambda one: {"tables": [{"id": "т", "totals": [one]}]},
        "fixed_row": lambda one: {"tables": [{"id": "т", "fixed_rows": [one]}]},
        "part": lambda one: {"documents": [{"id": "d", "parts": [one]}]},
        "document": lambda one: {"documents": [one]},
        "table_link": lambda one: {"documents": [{"id": "d", "tables": [one]}]},
        "rule": lambda one: {"rules": {"IND004": one}},
    }
    if definition is None:
        examples = [*SCHEMA["examples"]]
        examples += [
            {"id": "p", "title": "П", key: value}
            for key, node in SCHEMA["properties"].items()
            for value in node["examples"]
        ]
    else:
        rows = definition.removeprefix("column_")
        place = places.get(definition, lambda one: {"tables": [{"id": "т", "rows": rows, "columns": [one]}]})
        examples = [{"id": "p", "title": "П", **place(one)} for one in DEFINITIONS[definition]["examples"]]
    assert [CHECK.explain("profile", one) for one in examples] == [[]] * len(examples)


HEAD = "id: p\ntitle: П\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: П\n", [(1, 1, "STR001")]),
        ("id: Коми\ntitle: П\n", [(1, 5, "STR005")]),
        (f"{HEAD}extends: ../base\n", [(3, 10, "STR005")]),
        (f"{HEAD}tabels: []\n", [(3, 1, "STR002")]),
        (f"{HEAD}tables:\n  - {{rows: measures}}\n", [(4, 5, "STR001")]),
        (f"{HEAD}tables:\n  - {{id: т, rows: measure}}\n", [(4, 19, "STR004")]),
        (f"{HEAD}tables:\n  - {{id: т, columns: [{{title: А}}]}}\n", [(4, 23, "STR001")]),
        (f"{HEAD}tables:\n  - {{id: т, columns: [{{title: '', field: a}}]}}\n", [(4, 31, "STR006")]),
        (
            f"{HEAD}tables:\n  - id: т\n    rows: measures\n    columns:\n      - {{title: А, field: resource}}\n",
            [(7, 27, "STR004")],
        ),
        (
            f"{HEAD}tables:\n  - id: т\n    rows: results\n    columns:\n"
            "      - {title: А, field: value, periods: term}\n",
            [(7, 43, "STR004")],
        ),
        (f"{HEAD}documents:\n  - {{id: d, kind: letter}}\n", [(4, 19, "STR004")]),
        (f"{HEAD}documents:\n  - {{id: d, template: ../order.docx}}\n", [(4, 23, "STR005")]),
        (f"{HEAD}documents:\n  - {{id: d, template: order.doc}}\n", [(4, 23, "STR005")]),
        (f"{HEAD}documents:\n  - {{id: d, parts: [{{content: table}}]}}\n", [(4, 21, "STR001")]),
        (f"{HEAD}documents:\n  - {{id: d, parts: [{{numbered: false}}]}}\n", [(4, 21, "STR001")]),
        (f"{HEAD}rules:\n  IND004: {{severity: ошибка}}\n", [(4, 22, "STR004")]),
        (f"{HEAD}rules:\n  ind4: {{severity: off}}\n", [(4, 3, "STR005")]),
        (f"{HEAD}rules:\n  IND004: {{важность: note}}\n", [(4, 12, "STR002")]),
        (f"{HEAD}rules:\n  IND004: {{}}\n", [(4, 3, "STR006")]),
        (f"{HEAD}requires: {{keys: [goals.goal.due, цели.срок]}}\n", [(3, 35, "STR005")]),
        (f"{HEAD}requires: {{sections: [program]}}\n", [(3, 23, "STR004")]),
    ],
)
def test_fault_is_found_at_its_place(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "extends: base\n",
        "tables:\n  - {id: показатели, title: Другое название}\n",
        "documents:\n  - {id: program, template: own.docx}\n",
        "tables:\n  - id: т\n    rows: measures\n    columns:\n"
        "      - {title: '', periods: term, columns: [{title: план, field: value}, {title: факт, field: base}]}\n",
        "rules:\n  IND004: {severity: 'off'}\n  ANA001: {severity: note}\n",
        "requires: {keys: ['plan.schedules[].sections[].activities[].resources']}\n",
    ],
)
def test_profile_may_say_only_what_differs(text: str) -> None:
    assert faults(HEAD + text) == []


def test_only_lists_have_a_style() -> None:
    (condition,) = (one for one in DEFINITIONS["part"]["allOf"] if one["if"].get("required") == ["style"])
    assert sorted(condition["then"]["properties"]["content"]["enum"]) == sorted(LISTS)
