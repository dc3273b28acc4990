"""One slip in the example programme gives one finding, at the place to mend: nothing follows from it elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from munprog.diagnostics import Finding, Severity
from munprog.resources import SCHEMAS
from munprog.validation import validate
from munprog.workspace import find
from tests.wording import assert_well_told

EXAMPLE = Path(__file__).resolve().parents[2] / "programs" / "priozerye-2024"
OPTIONAL = {"program", "expertise"}
"""Sections whose absence is no fault of the profile's: the first is told otherwise."""
PROGRAM = Path("programs/priozerye-2024")
PROFILE = Path("schemas/profiles/komi-2023.yaml")
MARK = "‸"
"""Stands in a text where the finding is expected."""


class Spot(NamedTuple):
    """A place in a file as it is after the slip: the mark in `text`, the first one behind `after`."""

    file: str
    after: str
    text: str


class Slip(NamedTuple):
    """In a file, behind `after`, `old` becomes `new`. The finding stands at the mark in `new`, or else at `spot`."""

    title: str
    code: str
    file: str
    after: str
    old: str
    new: str
    spot: Spot | None = None
    severity: Severity = Severity.ERROR


SLIPS = (
    # Reading
    Slip("tab before a key", "SRC003", "goals.yaml", "goal:", "  due:", "‸\tdue:"),
    Slip("unclosed quote", "SRC003", "goals.yaml", "id: обоснованные-решения", "75,0 %", '‸"75,0 %'),
    Slip("colon in a text", "SRC003", "program.yaml", "term: Низкий результат", "отметка", "отметка‸:"),
    Slip("no space after a colon", "SRC003", "plan.yaml", "id: организация", "title: ", "title‸:"),
    Slip("conflict left by git", "SRC003", "passport.yaml", "", "executors:", "‸<<<<<<< HEAD\nexecutors:"),
    Slip("hard space in an indent", "SRC003", "passport.yaml", "control:\n", "  text", "‸\u00a0 text"),
    Slip("hard space before a nested key", "SRC003", "passport.yaml", "control:\n", "  bodies", "‸\u00a0 bodies"),
    Slip("line left of its level", "SRC003", "goals.yaml", "id: управление\n", "    due:", "   ‸due:"),
    Slip("key twice", "SRC004", "finance.yaml", "", "decimals: 2\n", "decimals: 2\n‸decimals: 1\n"),
    Slip(
        "year twice",
        "SRC004",
        "indicators.yaml",
        "id: внутренняя-оценка",
        "2025: 83.3\n",
        "2025: 83.3\n          ‸2024: 83.3\n",
    ),
    Slip("key typed over by another", "SRC004", "goals.yaml", "id: кадры", "due:", "‸title:"),
    Slip(
        "key the profile asks for, typed over", "SRC004", "plan.yaml", "id: создание-группы", "resources:", "‸result:"
    ),
    Slip("year typed over by another", "SRC004", "indicators.yaml", "id: внутренняя-оценка", "2025: 83", "‸2024: 83"),
    Slip("control character", "SRC002", "analysis.yaml", "introduction:", "- ", "- Начало‸\x0b "),
    Slip("control character in an id", "SRC002", "plan.yaml", "", "id: создание-группы", 'id: "создание-‸\x0bгруппы"'),
    Slip("control character in a word of a list", "SRC002", "order.yaml", "", "kind: приказ", 'kind: "при‸\x0bказ"'),
    Slip("control character in a date", "SRC002", "goals.yaml", "goal:", "31.12.2026", '"31.12‸\x0b.2026"'),
    Slip("alias", "SRC005", "order.yaml", "", "place: с. Приозерье", "place: ‸*place"),
    Slip("anchor", "SRC005", "order.yaml", "", "place: с. Приозерье", "place: ‸&place с. Приозерье"),
    Slip("second document", "SRC005", "plan.yaml", "", "\ncomplex:", "\n‸---\ncomplex:"),
    Slip("leading zero", "SRC010", "program.yaml", "contacts:", 'inn: "0005012747"', "inn: ‸0005012747"),
    Slip("list on top", "SRC012", "indicators.yaml", "", "indicators:\n  - id", "  ‸- id"),
    # Structure
    Slip(
        "missing key",
        "STR001",
        "indicators.yaml",
        "id: внутренняя-оценка",
        "        kind: доля\n",
        "",
        Spot("indicators.yaml", "", "‸id: внутренняя-оценка"),
    ),
    Slip("unknown key", "STR002", "finance.yaml", "", "decimals: 2\n", "decimals: 2\n‸rounding: 2\n"),
    Slip("misspelt required key", "STR002", "plan.yaml", "id: выезды-специалистов", "title:", "‸titel:"),
    Slip("misspelt key in Russian", "STR002", "plan.yaml", "id: выезды-специалистов", "title:", "‸название:"),
    Slip("misspelt list of items", "STR002", "goals.yaml", "", "\ntasks:", "\n‸task:"),
    Slip("text for a list", "STR003", "plan.yaml", "id: создание-группы", ":\n              - методцентр\n", ": ‸УО\n"),
    Slip("no space after the dash", "STR003", "goals.yaml", "id: управление\n", "\n      - данные", " ‸-данные"),
    Slip(
        "reference without quotes",
        "STR003",
        "analysis.yaml",
        "introduction:",
        "  - ",
        "  - ‸[[таблица:показатели]]\n  - ",
    ),
    Slip(
        "clause below the fourth level",
        "DOC006",
        "order.yaml",
        "",
        "\n  - id: оператор",
        "\n  - {lead: а, clauses: [{lead: б, clauses: [{lead: в, clauses: [{lead: г, ‸clauses: [д]}]}]}]}"
        "\n  - id: оператор",
    ),
    Slip("wrong kind of measure", "STR004", "indicators.yaml", "id: внутренняя-оценка", "доля\n", "‸процент\n"),
    Slip("no such day", "STR005", "program.yaml", "term:\n", "01.01.2024", "‸31.02.2024"),
    Slip("no such day for a task", "STR005", "goals.yaml", "id: управление", "31.12.2026\n", "‸31.02.2025\n"),
    Slip(
        "no such day for an activity", "STR005", "plan.yaml", "id: создание-группы", "до 01.02.2024", "‸до 31.02.2024"
    ),
    Slip(
        "no such day for a stage",
        "STR005",
        "program.yaml",
        "stages:",
        "01.01.2024 – 30.06.2024",
        "‸01.01.2024 – 31.06.2024",
    ),
    Slip("when in no form", "STR005", "plan.yaml", "id: создание-группы", "до 01.02.2024", "‸к началу года"),
    Slip(
        "amount with its unit",
        "STR005",
        "finance.yaml",
        "id: гранты",
        "местный:\n        2024: 84.60",
        "местный:\n        2024: ‸84.60 руб.",
    ),
    Slip(
        "empty value",
        "STR006",
        "plan.yaml",
        "id: выезды-специалистов",
        "resources: Оплата работы специалистов, топливо, коррекционные пособия",
        "‸resources:",
    ),
    Slip(
        "empty list",
        "STR006",
        "goals.yaml",
        "id: доверие-семей",
        "measures:\n      - родители-консультации\n      - доверие-родителей\n      - благополучие\n",
        "‸measures: []\n",
    ),
    Slip("id of another programme", "STR012", "program.yaml", "", "id: priozerye-2024", "id: ‸zarechye-2024"),
    Slip(
        "end before start",
        "STR013",
        "program.yaml",
        "term:\n",
        "31.12.2026",
        "31.12.2023",
        Spot("program.yaml", "", "\n‸term:\n"),
    ),
    Slip(
        "year dropped from the term",
        "STR016",
        "program.yaml",
        "",
        "    - 2025\n",
        "",
        Spot("program.yaml", "", "\n‸term:\n"),
    ),
    Slip(
        "end a year early",
        "STR016",
        "program.yaml",
        "term:\n",
        "31.12.2026",
        "31.12.2025",
        Spot("program.yaml", "", "\n‸term:\n"),
    ),
    Slip(
        "stage after the programme",
        "STR017",
        "program.yaml",
        "stages:",
        "01.07.2026 – 31.12.2026",
        "‸01.07.2026 – 31.12.2027",
    ),
    # Links
    Slip(
        "dangling link to a task",
        "STR008",
        "indicators.yaml",
        "id: использование-данных",
        "task: управление",
        "task: ‸упраление",
    ),
    Slip(
        "dangling link to a body", "STR008", "passport.yaml", "bodies:", "управление-образования", "‸отдел-образования"
    ),
    Slip(
        "dangling link to a measure", "STR008", "goals.yaml", "goal:", "- двойки-математика", "- ‸двойки-по-математике"
    ),
    Slip("dangling link to a source", "STR008", "finance.yaml", "activity: наблюдение-впр", "местный:", "‸районный:"),
    Slip("the same id twice", "STR007", "plan.yaml", "", "- id: школьные-программы", "- id: ‸создание-группы"),
    Slip("two stages with one id", "STR007", "program.yaml", "stages:", "id: основной", "id: ‸подготовительный"),
    Slip("two clauses with one id", "STR007", "order.yaml", "", "id: координатор", "id: ‸утверждение"),
    Slip("Latin letter in an id", "STR009", "program.yaml", "stakeholders:", "- id: партнёры", "- id: ‸пaртнёры"),
    Slip("profile that is not there", "CFG001", "program.yaml", "", "komi-2023", "‸komi-2024"),
    # Rules
    Slip(
        "key the profile asks for",
        "STR011",
        "plan.yaml",
        "id: создание-группы",
        "            resources: Рабочее время специалистов Управления образования и методического центра\n",
        "",
        Spot("plan.yaml", "", "‸id: создание-группы"),
    ),
    Slip(
        "result that nothing measures",
        "GOA004",
        "goals.yaml",
        "id: доверие-семей",
        "    measures:\n      - родители-консультации\n      - доверие-родителей\n      - благополучие\n",
        "",
        Spot("goals.yaml", "", "id: ‸доверие-семей"),
    ),
    Slip("school twice in a table", "ANA003", "analysis.yaml", "tables:", "- school: школа-2", "- school: ‸школа-1"),
    Slip(
        "typed row of the passport",
        "PAS001",
        "passport.yaml",
        "",
        "mechanism:",
        "rows:\n  ‸term: 2024–2025 годы\nmechanism:",
        severity=Severity.WARNING,
    ),
    Slip(
        "row the passport has not",
        "PAS002",
        "passport.yaml",
        "",
        "mechanism:",
        "rows:\n  ‸deadline: 2024–2026 годы\nmechanism:",
    ),
    Slip("wrong unit", "IND002", "indicators.yaml", "id: внутренняя-оценка", 'unit: "%"', "unit: ‸процентов"),
    Slip("share above the whole", "IND004", "indicators.yaml", "id: внутренняя-оценка", "2025: 83.3", "2025: ‸833"),
    Slip("share with its sign", "IND007", "indicators.yaml", "id: внутренняя-оценка", "2025: 83.3", "2025: ‸83,3 %"),
    Slip("actual value mistyped", "IND008", "indicators.yaml", "id: внутренняя-оценка", "value: 25.0", "value: ‸52.0"),
    Slip(
        "numerator mistyped",
        "IND008",
        "indicators.yaml",
        "id: внутренняя-оценка",
        "value: 25.0\n          numerator: 3",
        "value: ‸25.0\n          numerator: 30",
    ),
    Slip("target backwards", "IND009", "indicators.yaml", "id: внутренняя-оценка", "2025: 83.3", "2025: ‸38.3"),
    Slip("change the wrong way", "IND009", "indicators.yaml", "id: внутренняя-оценка", "рост", "‸снижение"),
    Slip(
        "target without tension",
        "IND010",
        "indicators.yaml",
        "id: внутренняя-оценка",
        "values:\n          2024: 58.3\n          2025: 83.3\n          2026: 100.0\n",
        "‸values:\n          2024: 25.0\n          2025: 25.0\n          2026: 25.0\n",
        severity=Severity.WARNING,
    ),
    Slip(
        "year too many",
        "IND005",
        "indicators.yaml",
        "id: внутренняя-оценка",
        "2026: 100.0\n",
        "2026: 100.0\n          ‸2027: 100.0\n",
    ),
    Slip("wrong year", "IND005", "indicators.yaml", "id: внутренняя-оценка", "2026: 100.0\n", "‸2027: 100.0\n"),
    Slip(
        "year wanting",
        "IND006",
        "indicators.yaml",
        "id: внутренняя-оценка",
        "          2025: 83.3\n",
        "",
        Spot("indicators.yaml", "id: внутренняя-оценка", "‸values:"),
    ),
    Slip(
        "indicator of no task",
        "IND001",
        "indicators.yaml",
        "id: использование-данных",
        "    task: управление\n",
        "",
        Spot("indicators.yaml", "", "id: ‸использование-данных"),
    ),
    Slip("task after the programme", "GOA005", "goals.yaml", "id: управление", "31.12.2026\n", "‸31.12.2027\n"),
    Slip(
        "activity after the programme",
        "PLA001",
        "plan.yaml",
        "id: создание-группы",
        "when: до 01.02.2024",
        "when: ‸01.02.2027",
    ),
    Slip(
        "realisation after the programme",
        "PLA003",
        "plan.yaml",
        "id: создание-группы",
        "2026: 12 школ",
        "‸2027: 12 школ",
    ),
    Slip(
        "money unmarked",
        "FIN001",
        "plan.yaml",
        "id: выезды-специалистов",
        "financed: true",
        "financed: false",
        Spot("finance.yaml", "\nrows:", "activity: ‸выезды-специалистов"),
    ),
    Slip("mark without money", "FIN002", "plan.yaml", "id: создание-группы", "financed: false", "financed: ‸true"),
    Slip(
        "money after the programme",
        "FIN003",
        "finance.yaml",
        "activity: базовые-площадки",
        "2026: 390.00\n",
        "2026: 390.00\n        ‸2027: 390.00\n",
    ),
    Slip("estimate of another year", "FIN003", "finance.yaml", "estimate:", "year: 2024", "year: ‸2023"),
    Slip(
        "money twice",
        "FIN004",
        "finance.yaml",
        "",
        "  - activity: базовые-площадки\n",
        "  - activity: ‸посещение-уроков\n    amounts: {местный: {2024: 5.00}}\n  - activity: базовые-площадки\n",
    ),
    Slip(
        "part above the whole", "FIN005", "finance.yaml", "activity: каникулярная-школа", "2024: 50.00", "2024: ‸500.00"
    ),
    Slip(
        "estimate and table differ",
        "FIN007",
        "finance.yaml",
        "estimate:",
        "местный: 32.10",
        "местный: 23.10",
        Spot("finance.yaml", "estimate:", "activity: ‸мониторинг-подготовки"),
    ),
    Slip("estimate of another year of the term", "FIN007", "finance.yaml", "estimate:", "year: 2024", "year: ‸2025"),
    Slip(
        "reference to no table",
        "DOC001",
        "passport.yaml",
        "mechanism:",
        "- адресное финансирование",
        "- ‸по [[таблице:деньги]] адресное финансирование",
    ),
    Slip("cell wanting", "DOC003", "analysis.yaml", "attestation:", "[Не аттестованы, 44, ", "‸[Не аттестованы, "),
    Slip("title of the act", "DOC004", "order.yaml", "", "title: Об утверждении", "title: ‸О утверждении"),
    Slip(
        "appendix unsaid",
        "DOC005",
        "order.yaml",
        "",
        " согласно [[приложению:roadmap]] к настоящему приказу",
        "",
        Spot("order.yaml", "attachments:", "document: ‸roadmap"),
    ),
)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / PROGRAM)
    monkeypatch.chdir(tmp_path)
    return PROGRAM


def test_the_example_is_without_findings(program: Path) -> None:
    assert program.is_dir()
    assert found() == ()


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.title)
def test_one_slip_one_finding(program: Path, slip: Slip) -> None:
    broken = changed(program, slip)
    line, column = position(broken) if MARK in broken else seek(program, slip.spot)
    for finding in found():
        assert_well_told(finding)
    file = slip.spot.file if slip.spot else slip.file
    assert told() == [(slip.code, slip.severity, file, line, column)]


@pytest.mark.parametrize("section", sorted(path.stem for path in EXAMPLE.glob("*.yaml") if path.stem not in OPTIONAL))
def test_a_section_that_is_not_there(program: Path, section: str) -> None:
    (program / f"{section}.yaml").unlink()
    assert told() == [("STR010", Severity.ERROR, "program.yaml", 2, 10)]


@pytest.mark.parametrize("section", sorted(path.stem for path in EXAMPLE.glob("*.yaml")))
@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("SRC008", b""),
        ("SRC008", b"# later\n"),
        ("SRC009", b"PK\x03\x04\x14\x00\x06\x00word/document.xml"),
        ("SRC009", bytes(range(256)) * 8),
        ("SRC001", "\ufeffid: программа\n".encode("utf-16")),
        ("SRC012", "Пока это просто заметка.\n".encode()),
        ("SRC007", b"#" * (4 * 1024 * 1024 + 1)),
    ],
    ids=["empty", "comments", "Word", "bytes", "UTF-16", "text", "huge"],
)
def test_a_file_that_is_no_section(program: Path, section: str, code: str, data: bytes) -> None:
    (program / f"{section}.yaml").write_bytes(data)
    assert [one[:4] for one in told()] == [(code, Severity.ERROR, f"{section}.yaml", 1)]


def test_a_file_in_another_encoding(program: Path) -> None:
    path = program / "goals.yaml"
    text = path.read_text("utf-8")
    path.write_bytes(text.encode("cp1251"))
    letter = next(at for at, sign in enumerate(text) if not sign.isascii())
    line, column = position(text[:letter] + MARK)
    assert told() == [("SRC001", Severity.ERROR, "goals.yaml", line, column)]


def test_a_folder_in_place_of_a_file(program: Path) -> None:
    (program / "finance.yaml").unlink()
    (program / "finance.yaml").mkdir()
    assert told() == [("SRC011", Severity.ERROR, "finance.yaml", 1, 1)]


@pytest.mark.parametrize(("opening", "width"), [("[", 1), ("{a: ", 4), ("- ", 2)], ids=["lists", "keys", "dashes"])
def test_depth(program: Path, opening: str, width: int) -> None:
    (program / "plan.yaml").write_text(f"directions:\n  {opening * 100_000}", "utf-8")
    assert told() == [("SRC006", Severity.ERROR, "plan.yaml", 2, 3 + 64 * width - width)]


def test_program_file_lost(program: Path) -> None:
    (program / "program.yaml").unlink()
    assert told() == [("STR015", Severity.ERROR, "program.yaml", 1, 1)]


def test_file_of_no_section(program: Path) -> None:
    (program / "indicators.yaml").rename(program / "indicator.yaml")
    assert told() == [
        ("STR014", Severity.WARNING, "indicator.yaml", 1, 1),
        ("STR010", Severity.ERROR, "program.yaml", 2, 10),
    ]


def test_profile_that_extends_itself(program: Path) -> None:
    own = program.parents[1] / PROFILE
    shutil.copytree(SCHEMAS / "profiles", own.parent)
    text = own.read_text("utf-8")
    own.write_text(text.replace("extends: base", "extends: komi-2023"), "utf-8")
    (finding,) = found()
    assert (finding.code, finding.severity, Path(finding.place.file)) == ("CFG002", Severity.ERROR, PROFILE)
    assert (finding.place.line, finding.place.column) == position(text.replace("extends: base", f"extends: {MARK}"))


@pytest.mark.parametrize("extends", ["../base", "[base]", "Base"])
def test_profile_that_extends_no_name(program: Path, extends: str) -> None:
    own = program.parents[1] / PROFILE
    shutil.copytree(SCHEMAS / "profiles", own.parent)
    own.write_text(own.read_text("utf-8").replace("extends: base", f"extends: {extends}"), "utf-8")
    assert len(found()) == 1


@pytest.mark.parametrize("old", ["of: показатели}", "of: план}"])
def test_profile_that_prints_an_unknown_table(program: Path, old: str) -> None:
    own = program.parents[1] / PROFILE
    shutil.copytree(SCHEMAS / "profiles", own.parent)
    text = own.read_text("utf-8")
    own.write_text(text.replace(old, old.replace("}", "-2}")), "utf-8")
    (finding,) = found()
    assert (finding.code, finding.severity, Path(finding.place.file)) == ("CFG004", Severity.ERROR, PROFILE)
    assert (finding.place.line, finding.place.column) == position(text.replace(old, f"of: {MARK}"))


def test_roadmap_of_an_unknown_table(program: Path) -> None:
    own = program.parents[1] / PROFILE
    shutil.copytree(SCHEMAS / "profiles", own.parent)
    own.write_text(own.read_text("utf-8") + "  - {id: roadmap, tables: [план, карта]}\n", "utf-8")
    (finding,) = found()
    assert (finding.code, finding.hint[:6]) == ("CFG004", "Есть: ")


def test_folder_whose_name_cannot_be_an_id(program: Path) -> None:
    program.rename(program.with_name("Район"))
    (finding,) = found()
    assert (finding.code, finding.hint) == ("STR012", "Переименуйте папку в priozerye-2024.")


def test_a_renamed_task_leaves_links_behind_and_nothing_else(program: Path) -> None:
    slip = Slip("renamed", "STR008", "goals.yaml", "", "id: управление\n", "id: управление-школами\n")
    changed(program, slip)
    assert {(code, severity) for code, severity, *_ in told()} == {("STR008", Severity.ERROR)}


@pytest.mark.parametrize("section", sorted(path.stem for path in EXAMPLE.glob("*.yaml")))
def test_line_ends_and_byte_order_mark_do_not_matter(program: Path, section: str) -> None:
    path = program / f"{section}.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert told() == []


def changed(program: Path, slip: Slip) -> str:
    """Make the slip; the text of the file with the mark in it."""
    path = program / slip.file
    text = path.read_text("utf-8")
    start = text.index(slip.old, text.index(slip.after))
    broken = text[:start] + slip.new + text[start + len(slip.old) :]
    path.write_text(broken.replace(MARK, ""), "utf-8")
    return broken


def seek(program: Path, spot: Spot | None) -> tuple[int, int]:
    assert spot
    text = (program / spot.file).read_text("utf-8")
    start = text.index(spot.text.replace(MARK, ""), text.index(spot.after))
    return position(text[:start] + spot.text)


def position(text: str) -> tuple[int, int]:
    """Line and column of the mark."""
    before = text[: text.index(MARK)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def told() -> list[tuple[str, Severity, str, int, int]]:
    return [
        (one.code, one.severity, Path(one.place.file).relative_to(PROGRAM).as_posix(), one.place.line, one.place.column)
        for one in found()
    ]


def found() -> tuple[Finding, ...]:
    return validate(find([Path("programs")])).findings
