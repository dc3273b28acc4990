"""Evidence from the analysis: the state of things, results over the years, problems and their causes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from munprog.checklist.facts import Collector, Facts, Piece, has_figure, listed, presence, share, shown, title_of
from munprog.model.analysis import Analysis, Problem
from munprog.model.assessment import Mark
from munprog.source import values

_YEARS = 3
"""For how many years results have to be given (R-ANA-4)."""
_KINDS = ("процессы", "ресурсы", "управление")
_PARTS = {"staff": "кадров", "conditions": "условий", "results": "результатов учеников"}


def _parts(facts: Facts) -> Iterator[Piece]:
    data = facts.data.get("analysis") or {}
    for key, title in _PARTS.items():
        figures = sum(_is_figure(value) for _, value in values(data.get(key)))
        mark = Mark.PRESENT if figures else Mark.PARTLY if data.get(key) else Mark.MISSING
        figure = f"значений с цифрами {figures}" if data.get(key) else "нет"
        yield Piece(f"Состояние {title} описано", mark, ("analysis", key), figure)


def _is_figure(value: object) -> bool:
    return (
        has_figure(value) if isinstance(value, str) else value is not None and not isinstance(value, bool | dict | list)
    )


def _results(facts: Facts) -> Iterator[Piece]:
    found = _analysis(facts).results
    yield share(
        f"Процедуры, результаты которых даны не меньше чем за {_YEARS} года",
        found.tables if found else (),
        lambda one: len(one.years) >= _YEARS,
        ("analysis", "results"),
        none="Результатов оценочных процедур нет",
    )
    if found:
        yield presence(
            "Из результатов сделаны выводы", found.conclusions, ("analysis", "results", "conclusions"),
            figure=str(len(found.conclusions)) if found.conclusions else "",
        )  # fmt: skip


def _with_causes(facts: Facts) -> Iterator[Piece]:
    yield _problems(facts, "Проблемы, у которых названы причины", lambda one: bool(one.causes))


def _as_gaps(facts: Facts) -> Iterator[Piece]:
    yield _problems(
        facts, "Проблемы, описанные как разрыв желаемого и фактического", lambda one: bool(one.desired and one.actual)
    )
    yield _problems(
        facts,
        "Проблемы, у которых желаемое и фактическое названы цифрами",
        lambda one: has_figure(one.desired) and has_figure(one.actual),
    )


def _kinds(facts: Facts) -> Iterator[Piece]:
    count = Counter(cause.kind for problem in _analysis(facts).problems for cause in problem.causes)
    known = [kind for kind in _KINDS if count[kind]]
    mark = Mark.PRESENT if len(known) == len(_KINDS) else Mark.PARTLY if known else Mark.MISSING
    figure = ", ".join(f"{kind} – {count[kind]}" for kind in _KINDS)
    yield Piece("Причины разобраны по видам", mark, ("analysis", "problems"), figure)
    yield _problems(facts, "Проблемы, у которых названы причины", lambda one: bool(one.causes))


def _sources(facts: Facts) -> Iterator[Piece]:
    for problem in _analysis(facts).problems:
        source = f"источник: {problem.source}" if problem.source else "источник данных не назван"
        yield shown(f"Проблема «{title_of(problem)}»", problem.path, quotation=f"{problem.actual} ({source})")


def _to_indicators(facts: Facts) -> Iterator[Piece]:
    for problem in _analysis(facts).problems:
        tasks = [one.id for one in facts.program.tasks if problem.id in one.problems]
        found = [one for one in facts.program.all_indicators if one.task in tasks]
        yield shown(
            f"Проблема «{title_of(problem)}»",
            problem.path,
            figure=f"задач {len(tasks)}, показателей {len(found)}",
            quotation="; ".join(one.title for one in found),
        )


def _social_order(facts: Facts) -> Iterator[Piece]:
    found, path = _analysis(facts).social_order, ("analysis", "social_order")
    yield presence(
        "Состояние социального заказа описано", found and found.state, path, quotation=found.state if found else ""
    )
    yield presence(
        "Прогноз социального заказа дан", found and found.forecast, path, quotation=found.forecast if found else ""
    )


def _trends(facts: Facts) -> Iterator[Piece]:
    yield share(
        "Тенденции качества образования, по которым дан прогноз",
        _analysis(facts).trends,
        lambda one: one.forecast,
        ("analysis", "trends"),
        none="Тенденций качества образования не названо",
    )


def _innovation(facts: Facts) -> Iterator[Piece]:
    found, path = _analysis(facts).innovation, ("analysis", "innovation")
    growth, resistance = (found.growth_points, found.resistance_points) if found else ((), ())
    yield presence("Точки роста названы", growth, path, figure=str(len(growth)), quotation=listed(growth))
    yield presence(
        "Точки сопротивления названы", resistance, path, figure=str(len(resistance)), quotation=listed(resistance)
    )
    yield presence(
        "Прогноз инновационного потенциала дан",
        found and found.forecast,
        path,
        quotation=found.forecast if found else "",
    )


def _problems(facts: Facts, statement: str, good: object) -> Piece:
    assert callable(good)
    found: tuple[Problem, ...] = _analysis(facts).problems
    return share(statement, found, good, ("analysis", "problems"), none="Проблем в программе не названо")


def _analysis(facts: Facts) -> Analysis:
    return facts.program.analysis or Analysis()


COLLECTORS = {
    "analysis-parts": Collector(
        "анализ кадров, условий или результатов",
        ("analysis.staff", "analysis.conditions", "analysis.results"),
        _parts,
    ),
    "results-by-year": Collector("результаты учеников по годам", ("analysis.results",), _results),
    "problems-with-causes": Collector("проблемы и их причины", ("analysis.problems",), _with_causes),
    "problems-as-gaps": Collector("проблемы: желаемое и фактическое", ("analysis.problems",), _as_gaps),
    "causes-by-kind": Collector("причины проблем", ("analysis.problems",), _kinds),
    "problem-sources": Collector("проблемы и источники данных о них", ("analysis.problems",), _sources),
    "problems-to-indicators": Collector(
        "проблемы, задачи или показатели", ("analysis.problems", "goals.tasks", "indicators.indicators"), _to_indicators
    ),
    "social-order": Collector("социальный заказ", ("analysis.social_order",), _social_order),
    "trends": Collector("тенденции качества образования", ("analysis.trends",), _trends),
    "innovation": Collector("инновационный потенциал", ("analysis.innovation",), _innovation),
}
