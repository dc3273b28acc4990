"""What a person is told of a section that does not fit its schema: code, place, words."""

from __future__ import annotations

import pytest

from munprog import source
from munprog.diagnostics import Finding, Severity
from munprog.validation.schema import CODES, NAMES, SectionSchemas
from tests.wording import assert_well_told

SCHEMAS = SectionSchemas()


def findings(section: str, text: str) -> list[Finding]:
    read = source.read_text(text, name=f"{section}.yaml")
    assert read.findings == ()
    found = list(SCHEMAS.check(section, read))
    for finding in found:
        assert_well_told(finding)
    return found


def told(section: str, text: str) -> list[str]:
    return [
        f"{one.place.line}:{one.place.column}-{one.place.end_column} {one.code} {one.message}"
        for one in findings(section, text)
    ]


GOALS = """\
goal:
  text: Снизить до 10 % долю не сдавших ОГЭ по математике к концу 2026 года.
  due: 31.12.2026
tasks:
  - id: кадры
    title: Закрыть нехватку учителей
    due: 31.12.2026
results:
  - id: рост
    text: Доля обученных учителей выросла до 90 %.
    tasks: [кадры]
"""

MEASURE = """\
indicators:
  - id: квалификация
    title: Квалификация учителей
    measures:
      - id: доля
        title: Доля обученных
        kind: доля
        unit: "%"
        accumulation: на дату
        direction: рост
        source: форма ОО-1
        period: ежегодно
        base: {year: 2023, value: 42}
        values: {2024: 60, 2025: 75}
"""

PLAN = """\
schedules:
  - id: план
    kind: план
    title: План
    sections:
      - id: раздел
        title: Кадры
        activities:
          - id: курсы
            title: Курсы
            when: сентябрь 2024
            responsible: [ммц]
            result: Обучены 12 учителей.
"""

SECTION = """\
id: актуальность
title: Актуальность
blocks:
  - В районе 14 школ.
"""

FINANCE = """\
unit: тыс. руб.
decimals: 1
sources:
  - id: местный
    title: Местный бюджет
rows:
  - activity: курсы
    amounts:
      местный:
        2024: 125,0
"""

ORDER = """\
kind: приказ
title: Об утверждении программы
preamble: В целях поддержки школ
clauses:
  - Утвердить программу.
attachments:
  - {document: program, kind: программа, title: Программа}
signatories:
  - {position: Начальник, name: А. В. Озерова}
"""

WHOLE = {
    "goals": GOALS, "indicators": MEASURE, "plan": PLAN, "section": SECTION, "finance": FINANCE, "order": ORDER,
}  # fmt: skip


@pytest.mark.parametrize("section", WHOLE)
def test_a_valid_section_says_nothing(section: str) -> None:
    assert findings(section, WHOLE[section]) == []


CASES: list[tuple[str, str, str, list[str]]] = [
    # section, what stands in the valid text, what stands in its place, what is said
    # -- missing keys
    ("goals", "    title: Закрыть нехватку учителей\n", "",
     ["5:5-14 STR001 Не указан обязательный ключ `title` (формулировка задачи)"]),
    ("goals", GOALS, "{}\n", [
        "1:1-3 STR001 Не указан обязательный ключ `goal` (цель)",
        "1:1-3 STR001 Не указан обязательный ключ `tasks` (задачи)",
    ]),
    # -- keys that another value demands
    ("indicators", "{year: 2023, value: 42}", "{year: 2023}",
     ["13:9-13 STR001 Не указан обязательный ключ `value` (значение)"]),
    ("indicators", "{year: 2023, value: 42}", "{numerator: 5}",
     ["13:9-13 STR001 Не указан обязательный ключ `denominator` (знаменатель)"]),
    ("order", "  - Утвердить программу.", "  - addressee: Директорам",
     ["5:5-26 STR001 Не указан обязательный ключ `text` (текст пункта)"]),
    ("section", "  - В районе 14 школ.", "  - text: В районе 14 школ.",
     ["4:5-28 STR001 Не указан обязательный ключ `kind` (вид блока)"]),
    # -- unknown keys: one finding, though a required key is missing by the same stroke
    ("goals", "    title: Закрыть", "    titel: Закрыть", ["6:5-10 STR002 Неизвестный ключ `titel`"]),
    ("goals", "    title: Закрыть", "    название: Закрыть", ["6:5-13 STR002 Неизвестный ключ `название`"]),
    ("goals", "    title: Закрыть", "    формулировка задачи: Закрыть",
     ["6:5-24 STR002 Неизвестный ключ `формулировка задачи`"]),
    ("goals", "    tasks: [кадры]", "    task: []", ["11:5-9 STR002 Неизвестный ключ `task`"]),
    ("goals", "    title: Закрыть", "    цвет: синий\n    title: Закрыть", ["6:5-9 STR002 Неизвестный ключ `цвет`"]),
    ("section", "  - В районе 14 школ.", "  - kind: абзац\n    text: В районе.\n    items: [а]",
     ["6:5-10 STR002 Неизвестный ключ `items`"]),
    # -- values of another kind
    ("plan", "responsible: [ммц]", "responsible: ммц",
     ["12:26-29 STR003 `responsible` (ответственные): ожидается список, а здесь текст"]),
    ("plan", "    title: План\n", "    title: [План]\n",
     ["4:5-10 STR003 `title` (название): ожидается текст, а здесь список"]),
    ("goals", "text: Доля обученных учителей выросла до 90 %.", "text: 90",
     ["10:11-13 STR003 `text` (формулировка результата): ожидается текст, а здесь число"]),
    ("goals", "tasks: [кадры]", "tasks: [1]",
     ["11:13-14 STR003 `tasks`, пункт 1 (ссылка на задачу): ожидается обозначение, а здесь число"]),
    ("plan", "result: Обучены", "financed: да\n            result: Обучены",
     ["13:23-25 STR003 `financed` (нужны деньги): ожидается true или false, а здесь текст"]),
    ("finance", "decimals: 1", "decimals: 1.5",
     ["2:11-14 STR003 `decimals` (знаков после запятой): ожидается целое число, а здесь дробное число"]),
    ("plan", "when: сентябрь 2024", "when: true",
     ["11:19-23 STR003 `when` (сроки): ожидается срок, а здесь true или false"]),
    ("section", "  - В районе 14 школ.", "  - 14",
     ["4:5-7 STR003 `blocks`, пункт 1 (блок): ожидается текст или набор ключей, а здесь число"]),
    # -- choices
    ("indicators", "direction: рост", "direction: рот",
     ["10:20-23 STR004 `direction` (куда движется): «рот» нет среди допустимых значений"]),
    ("section", "  - В районе 14 школ.", "  - kind: спсок\n    items: [а]",
     ["4:11-16 STR004 `kind` (вид блока): «спсок» нет среди допустимых значений"]),
    # -- forms
    ("goals", "    due: 31.12.2026", "    due: 31 декабря 2026-го",
     ["7:10-28 STR005 `due` (срок): «31 декабря 2026-го» – не похоже на дату"]),
    ("plan", "when: сентябрь 2024", "when: осень 2024",
     ["11:19-29 STR005 `when` (сроки): «осень 2024» – не похоже на срок"]),
    ("plan", "when: сентябрь 2024", "when: [май 2024, {when: завтра}]",
     ["11:37-43 STR005 `when` (срок): «завтра» – не похоже на срок"]),
    ("goals", "  - id: кадры", "  - id: кадры 2",
     ["5:9-16 STR005 `id` (краткое обозначение): «кадры 2» – не годится как обозначение"]),
    ("finance", "2024: 125,0", "2024: 125,0 руб.",
     ["10:15-25 STR005 `2024` (сумма): «125,0 руб.» – не похоже на число"]),
    ("finance", "2024: 125,0", "2024: -5", ["10:15-17 STR005 `2024` (сумма): -5 – меньше допустимого (0)"]),
    ("finance", "2024: 125,0", "2024 год: 125,0",
     ["10:9-17 STR005 Ключ `2024 год` записан не по форме (суммы по годам)"]),
    ("order", "title: Об утверждении программы", "title: Утверждение программы",
     ["2:8-29 STR005 `title` (заголовок): «Утверждение программы» – записано не по форме"]),
    # -- nothing, or the same twice
    ("goals", "    tasks: [кадры]", "    tasks: []",
     ["11:5-10 STR006 `tasks` (каким задачам отвечает): список пуст"]),
    ("goals", "    title: Закрыть нехватку учителей", '    title: " "',
     ["6:12-15 STR006 `title` (формулировка задачи): пустой текст"]),
    ("goals", "    title: Закрыть нехватку учителей", "    title:",
     ["6:5-10 STR006 `title` (формулировка задачи): значение не указано"]),
    ("indicators", "{2024: 60, 2025: 75}", "{}",
     ["14:9-15 STR006 `values` (цели по годам): нет ни одного ключа"]),
    ("goals", "    tasks: [кадры]", "    tasks: [кадры, рост, кадры]",
     ["11:26-31 STR006 `tasks` (каким задачам отвечает): «кадры» уже есть в этом списке"]),
]  # fmt: skip


@pytest.mark.parametrize(("section", "was", "now", "expected"), CASES)
def test_what_is_said_and_where(section: str, was: str, now: str, expected: list[str]) -> None:
    assert was in WHOLE[section]
    assert told(section, WHOLE[section].replace(was, now, 1)) == expected


HINTS = [
    ("goals", "    title: Закрыть нехватку учителей\n", "",
     "Начинается с глагола: что сделать. Например: `title: Закрыть нехватку учителей математики в трёх школах`."),
    ("goals", "    title: Закрыть", "    название: Закрыть",
     "Возможно, имелось в виду `title` (формулировка задачи)."),
    ("goals", "    title: Закрыть", "    цвет: синий\n    title: Закрыть",
     "Здесь могут стоять ключи: problems, risks, result, number."),
    ("plan", "responsible: [ммц]", "responsible: ммц", "Запишите так: `responsible: [ммц]`."),
    ("plan", "result: Обучены", "financed: да\n            result: Обучены", "Запишите так: `financed: true`."),
    ("goals", "text: Доля обученных учителей выросла до 90 %.", "text: 90", 'Запишите так: `text: "90"`.'),
    ("goals", "tasks: [кадры]", "tasks:\n      -кадры\n      -сеть", "После дефиса нужен пробел: `- кадры`."),
    ("goals", "tasks: [кадры]", "tasks:\n      - кадры\n        -сеть", "После дефиса нужен пробел: `- сеть`."),
    ("goals", "tasks:\n  - id: кадры", "tasks:\n    -id: кадры", "После дефиса нужен пробел: `- id`."),
    ("goals", "text: Доля обученных учителей выросла до 90 %.", "text: [[таблица:показатели]]",
     "Текст, который начинается со ссылки, возьмите в кавычки: `\"[[таблица:показатели]]\"`."),
    ("section", "  - В районе 14 школ.", "  - [[таблица:показатели]]",
     "Текст, который начинается со ссылки, возьмите в кавычки: `\"[[таблица:показатели]]\"`."),
    ("section", "  - В районе 14 школ.", "  - kind: список\n    items: [[таблица:показатели]]",
     "Текст, который начинается со ссылки, возьмите в кавычки: `\"[[таблица:показатели]]\"`."),
    ("indicators", "direction: рост", "direction: снижения",
     "Возможно, имелось в виду «снижение». Можно написать: снижение, сохранение, не ниже, рост, событие."),
    ("goals", "    due: 31.12.2026", "    due: завтра",
     "Дата в виде ДД.ММ.ГГГГ; принимаются также 2024-06-01 и «1 июня 2024 г.». Например: `due: 01.06.2024`."),
    ("finance", "2024: 125,0", "2024: 125,0 руб.",
     "Оставьте одно число, без «руб.». Сумма денег: число не меньше нуля, с запятой или с точкой, тысячи можно "
     "отделить пробелом. Единица задана один раз ключом unit. Вместо числа бывает прочерк «–», знак «х» или пустая "
     "ячейка \"\". Например: `2024: \"125,0\"`."),
    ("finance", "      местный:\n        2024: 125,0", "      местный: {2024: 12,5}",
     "В фигурных скобках запятая отделяет ключи: число с запятой возьмите в кавычки. Год (2024) или учебный год "
     "(2024/2025), двоеточие и сумма этого года; total – итог за все годы, если он "
     "дан вручную. Например: `{2024: \"125,0\", 2025: \"130,5\"}`."),
    ("finance", "2024: 125,0", "2024 год: 125,0",
     "Здесь подойдёт: 2024. Год (2024) или учебный год (2024/2025), двоеточие и сумма этого года; "
     "total – итог за все годы, если он дан вручную. Например: `{2024: \"125,0\", 2025: \"130,5\"}`."),
]  # fmt: skip


@pytest.mark.parametrize(("section", "was", "now", "hint"), HINTS)
def test_how_to_mend_it(section: str, was: str, now: str, hint: str) -> None:
    assert was in WHOLE[section]
    (finding,) = findings(section, WHOLE[section].replace(was, now, 1))
    assert finding.hint == hint


@pytest.mark.parametrize(
    ("section", "was", "now", "basis"),
    [
        ("indicators", "        kind: доля\n", "", "R-IND-6"),
        ("goals", "    title: Закрыть нехватку учителей\n", "", "R-TAS-1"),
        ("finance", "2024: 125,0", "2024: сто", "R-FIN-1, R-FIN-2"),
    ],
)
def test_the_demand_it_rests_on(section: str, was: str, now: str, basis: str) -> None:
    (finding,) = findings(section, WHOLE[section].replace(was, now, 1))
    assert (finding.basis, finding.severity) == (basis, Severity.ERROR)


def test_several_faults_in_the_order_of_the_file() -> None:
    text = GOALS.replace("    title: Закрыть нехватку учителей\n", "").replace("tasks: [кадры]", "tasks: []")
    assert [one.split()[0] for one in told("goals", text)] == ["5:5-14", "10:5-10"]


def test_a_misspelt_key_and_a_fault_elsewhere_are_both_told() -> None:
    text = GOALS.replace("    title:", "    titl:").replace("tasks: [кадры]", "tasks: []")
    assert [one.split()[1] for one in told("goals", text)] == ["STR002", "STR006"]


def test_a_section_that_could_not_be_read_is_left_to_its_reader() -> None:
    read = source.read_text("goal: [", name="goals.yaml")
    assert read.data is None
    assert SCHEMAS.check("goals", read) == ()


def test_a_value_that_the_reader_refused_is_not_reported_anew() -> None:
    read = source.read_text(GOALS.replace("31.12.2026\ntasks", "0x1F\ntasks"), name="goals.yaml")
    assert read.findings
    assert SCHEMAS.check("goals", read) == ()
    assert not SCHEMAS.is_valid("goals", read.data)


def test_free_sections_share_a_schema() -> None:
    assert [one.code for one in SCHEMAS.check("sections/relevance", source.read_text("id: а\n", name="x"))] == [
        "STR001"
    ]


def test_every_code_is_explained_and_every_section_has_a_schema() -> None:
    assert sorted(CODES) == [f"STR00{digit}" for digit in "123456"]
    assert all(not SCHEMAS.is_valid(name, {}) for name in NAMES)
