"""The analysis against the schools and the term: years of results, schools without them, gaps that are none."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.diagnostics import Severity
from munprog.model.analysis import ResultTable
from munprog.validation.registry import Case, Fault, Rule

_YEARS = 3
_OLDEST = 2


def few_years(case: Case) -> Iterator[Fault]:
    """Years between the first and the last that are left out have a finding of their own."""
    results = case.program.analysis.results if case.program.analysis else None
    short = [table for table in results.tables if 0 < _span(table) < _YEARS] if results else []
    if short:
        more = f" (всего таких таблиц {len(short)})" if len(short) > 1 else ""
        yield Fault(
            (*short[0].path, "rows"),
            f"Таблица «{short[0].title}» даёт результаты меньше чем за три года{more}",
            "Добавьте более ранние годы: по ним видно, устойчиво ли низки результаты.",
            key=True,
            related=tuple(((*one.path, "title"), "здесь так же") for one in short[1:]),
        )


def old_results(case: Case) -> Iterator[Fault]:
    results = case.program.analysis.results if case.program.analysis else None
    years = {int(one[:4]) for table in results.tables for one in table.years} if results else set()
    if results and years and case.days and max(years) < case.days[0].year - _OLDEST:
        yield Fault(
            ("analysis", "results", "tables"),
            f"Последние результаты – за {max(years)} год, а программа начинается в {case.days[0].year} году",
            "Добавьте результаты последних лет: от них отсчитываются цели.",
            key=True,
        )


def without_results(case: Case) -> Iterator[Fault]:
    results = case.program.analysis.results if case.program.analysis else None
    if results is None or "school" in case.dangling:
        return
    shown = {row.school for table in results.tables for row in table.rows}
    covered = [one for one in case.program.general.schools if one.identified]
    missing = [one for one in covered if one.id not in shown]
    for school in missing if len(missing) * 2 < len(covered) else ():
        yield Fault(
            (*school.path, "id"),
            f"Школы «{school.short_name}» нет ни в одной таблице результатов",
            "Добавьте её строку в results анализа: по результатам школа и вошла в программу.",
        )


def problem_without_gap(case: Case) -> Iterator[Fault]:
    for problem in case.program.analysis.problems if case.program.analysis else ():
        if _plain(problem.desired) and _plain(problem.desired) == _plain(problem.actual):
            yield Fault(
                (*problem.path, "actual"),
                f"У проблемы «{problem.title}» желаемый и фактический результат совпадают",
                "Проблема – это разрыв между ними: опишите, что есть на самом деле.",
                related=(((*problem.path, "desired"), "желаемый результат"),),
            )


def _span(table: ResultTable) -> int:
    years = [int(one[:4]) for one in table.years]
    return max(years) - min(years) + 1 if years else 0


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").rstrip(".").split())


_MR = "МР-2023, §1.2"
_NEEDS = ("analysis",)

RULES = (
    Rule("ANA004", "few-years", Severity.WARNING, few_years, "R-ANA-4", _MR, ("I.3", "II.8"), _NEEDS),
    Rule("ANA005", "school-without-results", Severity.WARNING, without_results, "R-ANA-4", _MR, ("I.2",), _NEEDS),
    Rule("ANA007", "problem-without-gap", Severity.ERROR, problem_without_gap, "R-ANA-6", _MR, ("II.10",), _NEEDS),
    Rule("ANA009", "old-results", Severity.WARNING, old_results, "R-ANA-4", _MR, ("II.8", "II.11"), _NEEDS),
)
