"""What servers and editors read, to the letter, and against the schemas of those who defined it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator

from munprog.diagnostics import Finding, Place, Related, Severity
from munprog.reporting import FORMATS, Extent, Report, as_table
from munprog.reporting.fingerprints import fingerprints
from tests.reporting.samples import EMPTY, ERROR, NOTE, REPORT, WARNING

SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
EVIL = "до\x1b[31m\r\n::error::\u202e]]>\x00\ud800\uffffпосле"
HOSTILE = Report(
    (Finding("STR001", Severity.ERROR, EVIL, Place(f"{EVIL}.yaml", 1, 1, 1, 2, EVIL), EVIL, EVIL, item=EVIL),),
    EMPTY.extent,
    "0.1.0",
)


def sarif(report: Report) -> Any:
    log = json.loads(FORMATS["sarif"](report))
    Draft4Validator(SARIF).validate(log)
    return log["runs"][0]


def test_github() -> None:
    assert FORMATS["github"](REPORT) == (
        "::error file=programs/primer/indicators.yaml,line=41,endLine=41,col=13,endColumn=16,title=IND004::"
        "Доля больше 100 %25: 130 (МР-2023, табл. 2; R-IND-5)%0AПодсказка: Проверьте значение."
        "%0Aсм. также: programs/primer/goals.yaml:7: здесь – 90\n"
        "::warning file=programs/заречье%2C 2/analysis.yaml,line=3,endLine=5,title=ANA001::"
        'Запись «a:b, [c](d) {0} <x> & "y"\\n::error::»\n'
        "::notice file=schemas/profiles/p.yaml,line=2,endLine=2,col=3,endColumn=4,title=CFG005::"
        "Профиль настраивает правило\n"
        "Проверено программ: 2, файлов: 20. Ошибок: 1, предупреждений: 1, замечаний: 1. Исключений: 1. "
        "Прежних находок: 1.\n"
    )
    assert FORMATS["github"](EMPTY) == "Проверено программ: 1, файлов: 11. Замечаний нет.\n"


def test_gitlab() -> None:
    report = json.loads(FORMATS["gitlab"](REPORT))
    assert report[0] == {
        "type": "issue",
        "check_name": "IND004",
        "description": "Доля больше 100 %: 130 (МР-2023, табл. 2; R-IND-5). Подсказка: Проверьте значение.",
        "severity": "major",
        "fingerprint": fingerprints([ERROR])[0],
        "location": {"path": "programs/primer/indicators.yaml", "lines": {"begin": 41, "end": 41}},
    }
    assert [one["severity"] for one in report] == ["major", "minor", "info"]
    assert json.loads(FORMATS["gitlab"](EMPTY)) == []


def test_a_fingerprint_outlives_lines_and_figures() -> None:
    moved = replace(ERROR, place=replace(ERROR.place, line=99, column=1), message="Доля больше 100 %: 140")
    assert fingerprints([moved]) == fingerprints([ERROR])
    others = [
        replace(ERROR, code="IND005"),
        replace(ERROR, item="indicators/кадры/measures/доля/values/2026"),
        replace(ERROR, place=replace(ERROR.place, file="programs/other/indicators.yaml")),
        replace(ERROR, item=""),
    ]
    assert len({*fingerprints([ERROR, ERROR]), *fingerprints(others)}) == 6


def test_junit() -> None:
    assert FORMATS["junit"](REPORT) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="munprog 0.1.0" tests="7" failures="1" errors="0" skipped="3" time="0">\n'
        '  <testsuite name="programs/primer" tests="3" failures="1" errors="0" skipped="1" time="0">\n'
        '    <testcase classname="programs/primer" name="Программа проверена" time="0"/>\n'
        '    <testcase classname="programs/primer/indicators.yaml" name="IND004 programs/primer/indicators.yaml:41:13 '
        'Доля больше 100 %: 130 (МР-2023, табл. 2; R-IND-5)" file="programs/primer/indicators.yaml" line="41" '
        'time="0">\n'
        '      <failure type="IND004" message="Доля больше 100 %: 130 (МР-2023, табл. 2; R-IND-5)">'
        "programs/primer/indicators.yaml:41:13: IND004 Доля больше 100 %: 130 (МР-2023, табл. 2; R-IND-5)\n"
        "Подсказка: Проверьте значение.</failure>\n"
        "    </testcase>\n"
        '    <testcase classname="programs/primer/plan.yaml" name="PLA004 programs/primer/plan.yaml:9:5 '
        'Не назначен исполнитель" file="programs/primer/plan.yaml" line="9" time="0">\n'
        '      <skipped message="исключение до 31.12.2026: Назначат приказом">programs/primer/plan.yaml:9:5: PLA004 '
        "Не назначен исполнитель</skipped>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="programs/заречье, 2" tests="2" failures="0" errors="0" skipped="1" time="0">\n'
        '    <testcase classname="programs/заречье, 2" name="Программа проверена" time="0"/>\n'
        '    <testcase classname="programs/заречье, 2/analysis.yaml" '
        "name='ANA001 programs/заречье, 2/analysis.yaml:3:1 "
        'Запись «a:b, [c](d) {0} &lt;x&gt; &amp; "y"\\n::error::»'
        '\' file="programs/заречье, 2/analysis.yaml" line="3" '
        'time="0">\n'
        '      <skipped message="предупреждение">programs/заречье, 2/analysis.yaml:3:1: ANA001 '
        'Запись «a:b, [c](d) {0} &lt;x&gt; &amp; "y"\\n::error::»</skipped>\n'
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="munprog" tests="2" failures="0" errors="0" skipped="1" time="0">\n'
        '    <testcase classname="munprog" name="Программа проверена" time="0"/>\n'
        '    <testcase classname="schemas/profiles/p.yaml" name="CFG005 schemas/profiles/p.yaml:2:3 '
        'Профиль настраивает правило" file="schemas/profiles/p.yaml" line="2" time="0">\n'
        '      <skipped message="замечание">schemas/profiles/p.yaml:2:3: CFG005 Профиль настраивает правило</skipped>\n'
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )
    assert len(ElementTree.fromstring(FORMATS["junit"](EMPTY)).findall("testsuite/testcase")) == 1


def test_sarif() -> None:
    run = sarif(REPORT)
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"], driver["language"]) == ("munprog", "0.1.0", "ru")
    assert [rule["id"] for rule in driver["rules"]] == ["ANA001", "CFG005", "FIN001", "IND004", "PLA004"]
    assert driver["rules"][3] == {
        "id": "IND004",
        "name": "share-above-whole",
        "shortDescription": {"text": "Доля больше 100 %"},
        "fullDescription": {"text": "Доля – от 0 до 100."},
        "help": {"text": "Доля – от 0 до 100.\n\nПочему: Доля – часть целого.\n\nПодробнее: munprog explain IND004"},
        "defaultConfiguration": {"level": "error"},
    }
    assert run["results"][0] == {
        "ruleId": "IND004",
        "ruleIndex": 3,
        "level": "error",
        "message": {"text": "Доля больше 100 %: 130 (МР-2023, табл. 2; R-IND-5). Подсказка: Проверьте значение."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "programs/primer/indicators.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 41, "startColumn": 13, "endLine": 41, "endColumn": 16},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "message": {"text": "здесь – 90"},
                "physicalLocation": {
                    "artifactLocation": {"uri": "programs/primer/goals.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 7, "startColumn": 3, "endLine": 7, "endColumn": 9},
                },
            }
        ],
        "partialFingerprints": {"munprogItem/v1": fingerprints([ERROR])[0]},
        "suppressions": [],
    }
    levels = [(one["ruleId"], one["level"], [each["kind"] for each in one["suppressions"]]) for one in run["results"]]
    assert levels == [
        ("IND004", "error", []),
        ("ANA001", "warning", []),
        ("CFG005", "note", []),
        ("PLA004", "warning", ["inSource"]),
        ("FIN001", "warning", ["external"]),
    ]
    assert run["results"][3]["suppressions"][0]["justification"] == "Назначат приказом (до 31.12.2026)"


def test_sarif_takes_no_text_for_a_link_or_a_placeholder() -> None:
    run = sarif(REPORT)
    warning = run["results"][1]
    assert warning["message"]["text"] == 'Запись «a:b, \\[c](d) {{0}} <x> & "y"\\n::error::».'
    uri = warning["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "programs/%D0%B7%D0%B0%D1%80%D0%B5%D1%87%D1%8C%D0%B5%2C%202/analysis.yaml"
    kept = sarif(Report((replace(NOTE, message="Ссылка [[таблица:x]] (нет)"),), EMPTY.extent, "0.1.0"))
    assert kept["results"][0]["message"]["text"] == "Ссылка [[таблица:x]] (нет)."


@pytest.mark.parametrize(
    ("file", "uri"), [("/srv/a b.yaml", "file:///srv/a%20b.yaml"), ("C:/x/y.yaml", "file:///C:/x/y.yaml")]
)
def test_sarif_of_a_file_outside(file: str, uri: str) -> None:
    run = sarif(Report((replace(NOTE, place=Place(file)),), EMPTY.extent, "0.1.0"))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


@pytest.mark.parametrize("report", [REPORT, EMPTY, HOSTILE])
def test_sarif_is_valid(report: Report) -> None:
    sarif(report)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_hostile_gets_through(name: str) -> None:
    text = FORMATS[name](HOSTILE)
    text.encode("utf-8")
    assert all(one.isprintable() for one in text.replace("\n", ""))
    assert text.endswith("\n")
    lines = text.splitlines()
    assert [line for line in lines if line.startswith("::")] == (lines[:1] if name == "github" else [])
    if name == "junit":
        ElementTree.fromstring(text)
    elif name in ("json", "sarif", "gitlab"):
        json.loads(text)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_findings_in_another_order_are_the_same_report(name: str) -> None:
    other = replace(REPORT, findings=(NOTE, WARNING, ERROR))
    assert FORMATS[name](other) == FORMATS[name](REPORT)


def test_a_table_of_many_programmes() -> None:
    table = (
        "программа            ошибок  предупреждений  замечаний  исключений  прежних\n"
        "programs/primer           1               0          0           1        1\n"
        "programs/заречье, 2       0               1          0           0        0\n"
    )
    assert as_table(REPORT) == f"{table}\n{FORMATS['text'](REPORT).splitlines()[-1]}\n"
    assert f"\n\n{table}\nПроверено программ: 2" in FORMATS["text"](REPORT)
    bare = as_table(replace(REPORT, waived=(), known=()))
    assert bare.splitlines()[0] == "программа            ошибок  предупреждений  замечаний"


def test_a_place_without_lines_is_told_in_words() -> None:
    """A DOCX has sections, tables and cells; a line number would be a riddle."""
    cell = Place("prikaz.docx", 14, 1, 14, 6, "Всего", "таблица 3, строка 2, ячейка 1")
    also = Related(Place("prikaz.docx", 2, where="раздел 1, абзац 2"), "здесь – 5")
    told = Report((Finding("FMT001", Severity.ERROR, "Не так", cell, related=(also,)),), Extent(0, 1), "0.1.0")
    assert FORMATS["text"](told) == (
        "prikaz.docx: таблица 3, строка 2, ячейка 1: FMT001 ошибка: Не так\n"
        "   | Всего\n"
        "   | ^^^^^\n"
        "  см. также: prikaz.docx: раздел 1, абзац 2: здесь – 5\n"
        "\n"
        "Проверено файлов: 1. Ошибок: 1.\n"
    )
    assert FORMATS["github"](told).splitlines()[0] == (
        "::error file=prikaz.docx,title=FMT001::таблица 3, строка 2, ячейка 1: Не так%0A"
        "см. также: prikaz.docx: раздел 1, абзац 2: здесь – 5"
    )
    assert json.loads(FORMATS["json"](told))["findings"][0]["where"] == "таблица 3, строка 2, ячейка 1"
    (issue,) = json.loads(FORMATS["gitlab"](told))
    assert (issue["description"], issue["location"]["lines"]) == (
        "таблица 3, строка 2, ячейка 1: Не так.",
        {"begin": 1, "end": 1},
    )
    assert 'name="FMT001 prikaz.docx: таблица 3, строка 2, ячейка 1 Не так" file="prikaz.docx" time' in FORMATS[
        "junit"
    ](told)
    (result,) = json.loads(FORMATS["sarif"](told))["runs"][0]["results"]
    assert result["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "prikaz.docx", "uriBaseId": "%SRCROOT%"}},
            "logicalLocations": [{"fullyQualifiedName": "таблица 3, строка 2, ячейка 1"}],
        }
    ]
