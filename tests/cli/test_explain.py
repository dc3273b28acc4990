"""`munprog explain`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from munprog.diagnostics import Severity
from munprog.validation.catalogue import Entry

from .conftest import Run

SHARE = Entry(
    "IND004",
    "share-above-whole",
    Severity.ERROR,
    "Доля больше 100 %",
    "Значение индикатора вида «доля» лежит от 0 до 100.",
    "Доля – часть целого.",
    "values:\n  2025: 130",
    "values:\n  2025: 100\n",
    "R-IND-5",
    ("I.7", "II.12"),
    "МР-2023, табл. 2",
)
TERM = replace(
    SHARE, code="GOA002", severity=Severity.WARNING, title="Цель без срока", requirement="", checklist=(), source=""
)


@pytest.fixture(autouse=True)
def _catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("munprog.validation.catalogue.entries", lambda: (SHARE, TERM))


@pytest.mark.parametrize("typed", ["IND004", "ind004"])
def test_a_page(run: Run, typed: str) -> None:
    shown = run("explain", typed)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout == (
        "IND004 ошибка: Доля больше 100 %\n"
        "Имя правила: share-above-whole\n"
        "\n"
        "Что требуется\n"
        "  Значение индикатора вида «доля» лежит от 0 до 100.\n"
        "\n"
        "Почему\n"
        "  Доля – часть целого.\n"
        "\n"
        "Основание\n"
        "  МР-2023, табл. 2; R-IND-5\n"
        "\n"
        "Вопросы контрольных списков\n"
        "  I.7, II.12\n"
        "\n"
        "Неверно\n"
        "  values:\n"
        "    2025: 130\n"
        "\n"
        "Верно\n"
        "  values:\n"
        "    2025: 100\n"
        "\n"
        "Как исключить\n"
        "  Исключить эту находку нельзя: её исправляют.\n"
    )


def test_sections_without_text_are_left_out(run: Run) -> None:
    shown = run("explain", "GOA002").stdout
    assert "Основание" not in shown
    assert "Вопросы" not in shown


def test_letters_typed_in_the_russian_layout_do_not_matter(run: Run) -> None:
    assert run("explain", "GОА002").stdout == run("explain", "GOA002").stdout


def test_all_codes(run: Run) -> None:
    assert run("explain").stdout == (
        "GOA002  предупреждение  Цель без срока\nIND004  ошибка          Доля больше 100 %\n"
    )


def test_an_unknown_code(run: Run) -> None:
    shown = run("explain", "IND040")
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert shown.stderr.endswith("\nОшибка: нет кода «IND040». Похожие: IND004. Все коды: munprog explain\n")
