"""What programs read, against the schema that documents it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from munprog.diagnostics import Finding, Place, Related, Severity, Waived
from munprog.reporting import FORMATS, Extent, Report
from munprog.reporting.as_json import as_json
from tests.reporting.samples import REPORT

SCHEMA = json.loads(
    (Path(__file__).resolve().parents[2] / "schemas" / "report.schema.json").read_text(encoding="utf-8")
)
FINDING = Finding(
    "IND004",
    Severity.WARNING,
    "Доля больше 100 %: 130",
    Place("programs/primer/indicators.yaml", 41, 13, 42, 16, "      2025: 130"),
    hint="Проверьте значение.",
    basis="МР-2023, табл. 2; R-IND-5",
    related=(Related(Place("programs/primer/goals.yaml", 7, 3, 7, 9), "здесь – 90"),),
    item="indicators/кадры/measures/доля/values/2025",
)
WAIVED = Waived(FINDING, "Методика изменилась", date(2026, 12, 31), Place("programs/primer/indicators.yaml", 30, 5))


def closed(schema: Any) -> Any:
    """The schema with no room for fields that it does not describe."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    ours = {key: closed(value) for key, value in schema.items()}
    return ours | {"additionalProperties": False} if isinstance(schema.get("required"), list) else ours


def report(*findings: Finding, waived: tuple[Waived, ...] = ()) -> Report:
    return Report(findings, Extent(programs=1, files=11), "0.1.0", waived)


def test_a_whole_report() -> None:
    assert json.loads(as_json(report(FINDING))) == {
        "version": 1,
        "tool": {"name": "munprog", "version": "0.1.0"},
        "summary": {"programs": 1, "files": 11, "errors": 0, "warnings": 1, "notes": 0, "waived": 0, "known": 0},
        "programs": [],
        "findings": [
            {
                "code": "IND004",
                "severity": "warning",
                "message": "Доля больше 100 %: 130",
                "basis": "МР-2023, табл. 2; R-IND-5",
                "hint": "Проверьте значение.",
                "item": "indicators/кадры/measures/доля/values/2025",
                "file": "programs/primer/indicators.yaml",
                "start": {"line": 41, "column": 13},
                "end": {"line": 42, "column": 16},
                "related": [
                    {
                        "message": "здесь – 90",
                        "file": "programs/primer/goals.yaml",
                        "start": {"line": 7, "column": 3},
                        "end": {"line": 7, "column": 9},
                    }
                ],
            }
        ],
        "waived": [],
        "known": [],
    }


def test_a_waived_finding() -> None:
    told = json.loads(as_json(report(waived=(WAIVED,))))
    assert (told["findings"], told["summary"]["warnings"], told["summary"]["waived"]) == ([], 0, 1)
    (one,) = told["waived"]
    assert one.pop("waiver") == {
        "reason": "Методика изменилась",
        "until": "2026-12-31",
        "file": "programs/primer/indicators.yaml",
        "start": {"line": 30, "column": 5},
        "end": {"line": 1, "column": 1},
    }
    assert one == json.loads(as_json(report(FINDING)))["findings"][0]


@pytest.mark.parametrize("findings", [(), (FINDING,), (Finding("SRC001", Severity.NOTE, "Пусто", Place("a.yaml")),)])
def test_reports_are_as_the_schema_says(findings: tuple[Finding, ...]) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(closed(SCHEMA)).validate(json.loads(as_json(report(*findings, waived=(WAIVED,)))))
    Draft202012Validator(closed(SCHEMA)).validate(json.loads(as_json(REPORT)))


def test_the_same_findings_in_another_order_are_the_same_report() -> None:
    other = Finding("SRC001", Severity.NOTE, "Пусто", Place("a.yaml"))
    assert as_json(report(FINDING, other)) == as_json(report(other, FINDING))


def test_russian_is_readable_and_the_report_ends_with_a_line_break() -> None:
    text = FORMATS["json"](report(FINDING))
    assert '"message": "Доля больше 100 %: 130"' in text
    assert text.endswith("}\n")


def test_control_characters_reach_the_reader_and_no_terminal() -> None:
    evil = "\x1b[31m\x7f\x9b\u2028\u202e\ud800\U000e0001\u00a0конец"
    text = as_json(report(Finding("SRC001", Severity.ERROR, evil, Place("a.yaml"))))
    assert '"\\u001b[31m\\u007f\\u009b\\u2028\\u202e\\ud800\\udb40\\udc01\u00a0конец"' in text
    assert json.loads(text)["findings"][0]["message"] == evil
    text.encode("utf-8")
