"""Money up the tree of the programme: what a person typed for a whole against its parts (R-FIN-3, L-FIN-3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from munprog.diagnostics import KeyPath, Severity
from munprog.model.finance import TOTAL, FinanceRow
from munprog.model.finance_tree import Ledger, Node, tree_of
from munprog.model.numbers import Value, exact_sum, format_number, parse_number
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.words import of_period

_OBJECTS: Mapping[str, str] = {
    "activity": "мероприятия «{}»",
    "section": "раздела плана «{}»",
    "task": "задачи «{}»",
    "subprogram": "подпрограммы «{}»",
    "program": "всей программы",
    "row": "строки «{}»",
}
"""Level of an object → whose money it is."""


def sum_differs(case: Case) -> Iterator[Fault]:
    money, tree = case.program.finance, tree_of(case.program)
    if money is None or tree is None or not case.dangling.isdisjoint(("source", "finance-row")):
        return
    ledger = Ledger(money, case.periods)
    for node in tree.walk():
        for path, source, period, typed in _typed(node.row):
            beneath = _beneath(ledger, node, period, source)
            if typed.number is not None and beneath is not None and typed.number != beneath.amount:
                yield Fault(
                    path,
                    f"Сумма, указанная для {_name(node)}{_when(period)}, расходится с тем, из чего она складывается: "
                    f"{_printed(typed.number)} против {_printed(beneath.amount)}",
                    f"Разница {_printed(abs(typed.number - beneath.amount))}. Печатается указанная сумма: "
                    "поправьте её или её части либо уберите, и она посчитается.",
                )


def _typed(row: FinanceRow | None) -> Iterator[tuple[KeyPath, str, str, Value]]:
    """Path, source (empty for all), period and figure of everything that is given for a row itself."""
    if row is None:
        return
    for period, figure in row.totals.items():
        yield (*row.path, "totals", period), "", period, figure
    for source, figures in row.amounts.items():
        for period, figure in figures.items():
            yield (*row.path, "amounts", source, period), source, period, figure


def _beneath(ledger: Ledger, node: Node, period: str, source: str) -> Value | None:
    """The sum of what a typed figure consists of; None where it consists of nothing or another rule compares it."""
    row, periods = node.row, ledger.periods if period == TOTAL else (period,)
    if row is None or (period == TOTAL and not periods):
        return None
    if node.leaves != (node,):
        return ledger.money.figure(node.rows, periods, source or None)
    if not source:
        return ledger.money.figure((row,), periods) if row.parts and node.level != "activity" else None
    if row.allocations:
        return ledger.spent(node.parts, period, source)
    return Value.total(figure for one in periods for figure in row.figures(source, one)) if period == TOTAL else None


def several_objects(case: Case) -> Iterator[Fault]:
    for row in case.program.finance.rows if case.program.finance else ():
        given = [one for one in ("activity", "section", "task", "subprogram", "whole") if getattr(row, one)]
        if len(given) > 1:
            yield Fault(
                (*row.path, given[1]),
                f"Строка относится сразу к нескольким объектам: {', '.join(given)}",
                "Оставьте один из этих ключей, для другого объекта заведите свою строку.",
                key=True,
            )


def within_itself(case: Case) -> Iterator[Fault]:
    rows = case.program.finance.rows if case.program.finance else ()
    above = {row.id: row.within for row in rows if row.id}
    for row in rows:
        seen, at = [row.id], row.within
        while at in above and at not in seen:
            seen.append(at)
            at = above[at]
        if at and at == row.id:
            yield Fault(
                (*row.path, "within"),
                f"Строка «{row.id}» стоит внутри самой себя",
                "Поправьте within: по нему строки складываются снизу вверх, а здесь получается круг.",
            )


def rounding_shows(case: Case) -> Iterator[Fault]:
    """Sums are of exact figures: printed with fewer digits, they may not be those of the figures above them."""
    money, tree = case.program.finance, tree_of(case.program)
    if (
        money is None
        or tree is None
        or money.decimals is None
        or not case.dangling.isdisjoint(("source", "finance-row"))
    ):
        return
    for period in case.periods:
        printed = [_rounded(money.figure((row,), (period,)).amount, money.decimals) for row in tree.rows]
        whole = _rounded(money.figure(tree.rows, (period,)).amount, money.decimals)
        if exact_sum(printed) != whole:
            yield Fault(
                ("finance", "decimals"),
                f"Суммы за {of_period(period)}, напечатанные с округлением, не складываются в напечатанный итог: "
                f"{_printed(exact_sum(printed))} вместо {_printed(whole)}",
                "Поставьте decimals больше или уберите этот ключ: тогда суммы печатаются так, как набраны.",
            )
            return


def _rounded(number: Decimal, decimals: int) -> Decimal:
    return parse_number(format_number(number, decimals=decimals)) or Decimal(0)


def weights_differ(case: Case) -> Iterator[Fault]:
    found = case.program.mechanisms.evaluation if case.program.mechanisms else None
    weighed = [one.weight.number for one in found.criteria if one.weight.number is not None] if found else []
    if found is None or not weighed:
        return
    unweighed = next((one for one in found.criteria if one.weight.number is None), None)
    whole = exact_sum(weighed)
    if unweighed:
        yield Fault(
            unweighed.path, f"У критерия «{unweighed.title}» нет веса, а у других он есть", "Добавьте вес (weight)."
        )
    elif whole not in (1, 100):
        meant = 100 if whole > 2 else 1
        yield Fault(
            (*found.path, "criteria"),
            f"Веса критериев вместе дают {format_number(whole)} вместо {meant}",
            f"Поправьте weight: разница {_printed(abs(whole - meant))}.",
            key=True,
        )


def grades_apart(case: Case) -> Iterator[Fault]:
    found = case.program.mechanisms.evaluation if case.program.mechanisms else None
    above: Value | None = None
    higher = ""
    for grade in found.grades if found else ():
        low, high = grade.min.number, grade.max.number
        if low is not None and high is not None and low >= high:
            message = f"Нижняя граница оценки «{grade.title}» не меньше верхней: {grade.min.text} и {grade.max.text}"
            yield Fault((*grade.path, "min"), message, "Поменяйте min и max местами или поправьте число.")
        elif above and above.number is not None and high is not None and high != above.number:
            word = "разрыв" if high < above.number else "наложение"
            yield Fault(
                (*grade.path, "max"),
                f"Между оценками «{higher}» и «{grade.title}» {word}: первая начинается с {above.text}, "
                f"вторая доходит до {grade.max.text}",
                "Верхняя граница ступени равна нижней границе той, что стоит над ней; ступени идут от высшей к низшей.",
            )
        above, higher = (grade.min if low is not None else None), grade.title


def _name(node: Node) -> str:
    row = node.row
    return _OBJECTS[node.level].format(row.title if row and node.level == "row" else node.id)


def _when(period: str) -> str:
    return " за все годы" if period == TOTAL else f" за {of_period(period)}"


def _printed(number: Decimal) -> str:
    return format_number(number, grouped=True)


_LAW = "ст. 179 БК РФ, методика местных порядков"
_TABLE = "МР-2023, табл. 3"
_NEEDS = ("finance", "plan", "goals")

RULES = (
    Rule("FIN020", "sum-differs", Severity.WARNING, sum_differs, "R-FIN-3", _TABLE, ("II.27",), _NEEDS),
    Rule("FIN021", "several-objects", Severity.ERROR, several_objects, "R-FIN-1", _TABLE, (), ("finance",)),
    Rule("FIN022", "row-within-itself", Severity.ERROR, within_itself, "R-FIN-1", _TABLE, (), ("finance",)),
    Rule("FIN023", "rounding-shows", Severity.WARNING, rounding_shows, "R-FIN-3", _TABLE, (), ("finance",)),
    Rule("FIN024", "weights-differ", Severity.ERROR, weights_differ, "R-EXP-1", _LAW, (), ("mechanisms",)),
    Rule("FIN025", "grades-apart", Severity.WARNING, grades_apart, "R-EXP-1", _LAW, (), ("mechanisms",)),
)
