"""The workspace's editor settings: schemas by file, snippets that are valid as inserted, findings as problems."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from munprog import source
from munprog.validation.schema import NAMES, SectionSchemas
from munprog.validation.schema.nodes import Node

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = SectionSchemas(ROOT / "schemas")

DEFINITIONS = {
    "Проблема": "analysis problem", "Причина": "analysis cause", "Риск": "analysis risk",
    "Таблица результатов": "analysis result_table", "Задача": "goals task",
    "Ожидаемый результат": "goals expected_result", "Показатель": "indicators indicator",
    "Индикатор": "indicators measure", "Индикатор-событие": "indicators measure",
    "Раздел плана": "plan schedule_section", "Мероприятие": "plan activity", "Группа действий": "plan action_group",
    "Строка финансов": "finance finance_row", "Источник денег": "finance source",
    "Строка сметы": "finance estimate_row", "Исполнитель": "program body", "Школа": "program school",
    "Заинтересованная сторона": "program stakeholder", "Основание": "program ground",
    "Блок мониторинга": "mechanisms monitoring_block", "Блок: таблица": "common block",
    "Блок: список": "common block", "Блок: абзац с выделенным началом": "common block",
    "Блок: заголовок": "common block", "Блок: определение": "common block",
    "Блок: таблица из данных": "common block", "Пункт приказа": "common clause",
    "Исключение": "common waiver",
}  # fmt: skip


def setting(name: str) -> Any:
    return json.loads((ROOT / ".vscode" / name).read_text("utf-8"))


SNIPPETS: dict[str, Any] = setting("munprog.code-snippets")


FOLDERS = {
    "section": "programs/*/sections/*.yaml",
    "minutes": "programs/*/minutes/*.yaml",
    "monitoring": "programs/*/monitoring/*.yaml",
}


def test_every_section_has_its_schema_in_the_editor() -> None:
    mapped = setting("settings.json")["yaml.schemas"]
    for name in NAMES:
        glob = FOLDERS.get(name, f"programs/*/{name}.yaml")
        assert mapped[f"./schemas/{name}.schema.json"] == glob
    assert all((ROOT / path).is_file() for path in mapped)


def test_every_snippet_is_known_here() -> None:
    assert set(SNIPPETS) == set(DEFINITIONS)
    assert len({one["prefix"] for one in SNIPPETS.values()}) == len(SNIPPETS)


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_is_valid_as_inserted(name: str) -> None:
    text = "\n".join(SNIPPETS[name]["body"])
    text = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)
    read = source.read_text("items:\n" + text.replace("- ", "  - ", 1).replace("\n", "\n  "), name="snippet")
    assert read.findings == ()
    assert isinstance(read.data, dict)
    assert isinstance(items := read.data["items"], list)
    assert not _faults(DEFINITIONS[name], items[0])


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        ("programs/primer/indicators.yaml:41:7: IND004 ошибка: Цель (МР-2023; R-IND-5)", "error"),
        ("programs/primer/plan.yaml:4:1: PLA002 предупреждение: Срок", "warning"),
        ("programs/primer/plan.yaml:4:1: PLA002 замечание: Срок", "info"),
    ],
)
def test_findings_become_problems(line: str, severity: str) -> None:
    (task, *_) = setting("tasks.json")["tasks"]
    found = [one for one in task["problemMatcher"] if re.search(one["pattern"]["regexp"], line)]
    assert [one["severity"] for one in found] == [severity]
    match = re.search(found[0]["pattern"]["regexp"], line)
    assert match
    file, number, column, code, message = match.groups()
    assert (file, int(number) > 0, int(column) > 0) == (line.split(":")[0], True, True)
    assert code in line
    assert line.endswith(message)


def _faults(where: str, item: Any) -> list[Any]:
    from munprog.validation.schema.dialect import make_validator

    file, name = where.split()
    validator = make_validator(SCHEMAS.documents, f"{file}.schema.json")
    target = SCHEMAS.documents.target(Node({"$ref": f"#/$defs/{name}"}, f"{file}.schema.json"))
    return list(validator.evolve(schema={**validator.schema, **_only(target.schema)}).iter_errors(item))


def _only(schema: Any) -> dict[str, Any]:
    """A definition in place of the section's own demands; its `$defs` stay for references."""
    silent: dict[str, Any] = {"properties": {}, "required": [], "additionalProperties": True, "allOf": []}
    return {**silent, "type": ["object", "string"], "minProperties": 0, **schema}
