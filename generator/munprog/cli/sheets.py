"""A report as a workbook: a summary of the programmes, the findings, what is waived."""

from __future__ import annotations

from munprog.diagnostics import Finding
from munprog.exchange import Cell, Column, Sheet, workbook
from munprog.reporting import SEVERITIES, Report

_PROGRAM = Column("Программа", 28)
_COUNTS = tuple(
    Column(title, 16) for title in ("Ошибок", "Предупреждений", "Замечаний", "Исключений", "Прежних находок")
)
_FINDING = (
    Column("Файл", 40),
    Column("Строка", 8),
    Column("Столбец", 9),
    Column("Код", 9),
    Column("Важность", 16),
    Column("Что не так", 60),
    Column("Основание", 26),
)


def workbook_of(report: Report, *, summary: bool = False) -> bytes:
    """`summary` leaves out all but the summary."""
    sheets = [_summary(report)] if summary else [_summary(report), _findings(report), _waived(report)]
    return workbook(sheets, title="Проверка программ")


def _summary(report: Report) -> Sheet:
    rows = [
        (
            one.name,
            one.title,
            *_figures(one.counts.errors, one.counts.warnings, one.counts.notes),
            one.counts.waived,
            one.counts.known,
        )
        for one in report.programs
    ]
    return Sheet("Сводка", (_PROGRAM, Column("Название", 60), *_COUNTS), tuple(rows))


def _figures(*figures: int) -> tuple[Cell, ...]:
    return figures


def _findings(report: Report) -> Sheet:
    rows = tuple((*_row(one), one.hint) for one in report.findings)
    return Sheet("Находки", (*_FINDING, Column("Подсказка", 60)), rows)


def _waived(report: Report) -> Sheet:
    rows = tuple((*_row(one.finding), one.reason, one.until) for one in report.waived)
    return Sheet("Исключения", (*_FINDING, Column("Причина", 60), Column("До какого дня", 14, "dd.mm.yyyy")), rows)


def _row(finding: Finding) -> tuple[Cell, ...]:
    place = finding.place
    severity = SEVERITIES[finding.severity]
    line, column = (None, None) if place.where else (place.line, place.column)
    file = f"{place.file}: {place.where}" if place.where else place.file
    return file, line, column, finding.code, severity, finding.message, finding.basis
