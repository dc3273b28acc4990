"""Help: in Russian to the last word, and there at once."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from click.testing import Result

from munprog import __version__
from munprog.cli.group import COMMANDS

from .conftest import Run

ALLOWED = {
    "munprog", "YAML", "DOCX", "JSON", "text", "json", "xlsx", "programs", "program", "expertise", "yaml", "output",
    "IND004", "ID", "git", "main", "HEAD", "markdown",
    "sarif", "github", "gitlab", "junit", "Word", "docx", "auto", "gost", "formatting", "check",
    "PDF", "A", "LibreOffice", "SSH", "registrar", "signoff", "allowed", "signers", "roles", "trust", "origin",
}  # fmt: skip
"""Names of the tool, of formats, files and codes."""


def stray_latin(text: str) -> set[str]:
    without_options = re.sub(r"(?<!\S)--?[a-z][a-z-]*", "", text)
    return set(re.findall(r"[A-Za-z][A-Za-z0-9]*", without_options)) - ALLOWED - COMMANDS.keys()


def test_help_lists_the_commands_in_the_order_of_work(run: Run) -> None:
    shown = run("--help")
    assert shown.exit_code == 0
    assert shown.stdout == (
        "Использование: munprog [ПАРАМЕТРЫ] КОМАНДА [АРГУМЕНТЫ]...\n"
        "\n"
        "  Муниципальные программы поддержки школ: данные в YAML, проверка, документы\n"
        "  DOCX.\n"
        "\n"
        "Параметры:\n"
        "  --version  Показать версию и закончить.\n"
        "  --help     Показать эту справку и закончить.\n"
        "\n"
        "Команды:\n"
        "  init       создать рабочую папку: профили, шаблоны, настройки\n"
        "  new        создать заготовку программы\n"
        "  fmt        привести файлы YAML к единому виду\n"
        "  validate   проверить программы и показать, что исправить\n"
        "  build      собрать документы DOCX\n"
        "  checklist  ответить на вопросы контрольных списков\n"
        "  diff       показать словами, что изменилось между двумя состояниями\n"
        "  templates  проверить шаблоны Word\n"
        "  inspect    проверить оформление готовых документов DOCX\n"
        "  sign       согласовать содержание программы\n"
        "  verify     проверить согласования и документы\n"
        "  explain    объяснить правило по его коду\n"
        "\n"
        "  Справка по команде: munprog КОМАНДА --help\n"
    )


def test_help_of_a_command(run: Run) -> None:
    shown = run("validate", "--help")
    assert shown.exit_code == 0
    assert shown.stdout == (
        "Использование: munprog validate [ПАРАМЕТРЫ] [ПУТЬ]...\n"
        "\n"
        "  Проверить программы и показать, что исправить.\n"
        "\n"
        "  Каждая находка называет файл, строку и столбец, причину, основание и способ\n"
        "  исправить. Код возврата: 0 – ошибок нет, 1 – есть ошибки, 2 – команда вызвана\n"
        "  неверно или не прочитан файл.\n"
        "\n"
        "Аргументы:\n"
        "  ПУТЬ  Папки программ или рабочая папка, в которой есть programs/. Без\n"
        "        аргументов – текущая папка.\n"
        "\n"
        "Параметры:\n"
        "  --format ВИД           Вид отчёта: text – для чтения; json, sarif, github,\n"
        "                         gitlab, junit – для программ и серверов; xlsx –\n"
        "                         таблица.  [по умолчанию\u00a0text]\n"
        "  --output ФАЙЛ          Записать отчёт в файл; для xlsx обязательно.\n"
        "  --summary              Только сводка по программам, без находок (text, xlsx).\n"
        "  --profile ИМЯ          Взять этот профиль вместо указанного в program.yaml.\n"
        "  --strict               Считать предупреждения ошибками.\n"
        "  --as-of ДАТА           На какой день проверять сроки исключений: 31.12.2026.\n"
        "                         По умолчанию – сегодня.\n"
        "  --show-waived          Показать и то, что исключено, с причинами (text).\n"
        "  --baseline ФАЙЛ        Список прежних находок: их не считать, считать новые.\n"
        "  --write-baseline ФАЙЛ  Записать нынешние находки в список прежних.\n"
        "  --editor-schemas       Обновить схемы, по которым редактор подсказывает имена\n"
        "                         внутри программы.\n"
        "  --help                 Показать эту справку и закончить.\n"
    )


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_no_stray_latin_words(run: Run, command: str) -> None:
    shown = run(*command.split(), "--help")
    assert shown.exit_code == 0, shown.output
    assert stray_latin(shown.stdout) == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_answer_to_the_names_they_are_listed_by(run: Run, command: str) -> None:
    assert run(command, "--help").stdout.startswith(f"Использование: munprog {command} [ПАРАМЕТРЫ]")


def test_without_a_command_help_goes_to_stderr(run: Run) -> None:
    shown: Result = run()
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert shown.stderr == run("--help").stdout


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"munprog {__version__}\n"


@pytest.mark.parametrize("module", ["munprog", "munprog.cli"])
def test_runs_as_a_module(module: str) -> None:
    shown = subprocess.run([sys.executable, "-m", module, "--version"], capture_output=True, check=True)
    assert shown.stdout.decode().strip() == f"munprog {__version__}"


def imported(code: str) -> set[str]:
    """Modules that are there after the code ran in a fresh interpreter."""
    program = f"import sys\n{code}\nprint('\\n' + ' '.join(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    return set(shown.stdout.decode().splitlines()[-1].split())


def test_the_command_line_costs_click_alone() -> None:
    ours = imported("import click; import munprog.cli") - imported("import click")
    assert {name for name in ours if name.split(".")[0] != "munprog"} <= {"__future__"}
    assert {name for name in ours if name.count(".") == 1} == {"munprog.cli"}


def test_help_imports_no_command() -> None:
    shown = imported("from munprog.cli import main; main(['--help'], standalone_mode=False)")
    assert shown.isdisjoint({f"munprog.cli.{command}" for command in COMMANDS} | {"json", "yaml", "munprog.reporting"})


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_loads_nothing_heavy(command: str) -> None:
    shown = imported(f"from munprog.cli import main; assert main(['{command}', '--help'], standalone_mode=False) == 0")
    assert shown.isdisjoint({"jsonschema", "yaml", "ruamel.yaml", "pandas", "lxml", "docx", "docxtpl", "jinja2"})
