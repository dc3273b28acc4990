"""Sums of money in running text against table 3 (R-FIN-3).

A list of years is judged only where some of its years are right: what disagrees throughout speaks of other money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from munprog.diagnostics import KeyPath, Severity
from munprog.model.finance import TOTAL, Finance
from munprog.model.finance_tree import counted_rows
from munprog.model.money import UNITS
from munprog.model.numbers import format_number, parse_number
from munprog.source import texts
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules.finance import estimate_differs
from munprog.validation.rules.tension import money_years

_AMOUNT = r"(?P<sum>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)\s*(?P<unit>тыс|млн|млрд|руб)"
_YEAR = re.compile(rf"\b(?P<year>20\d\d)\s*(?:год\w*|г\.)?\s*[–—:-]\s*{_AMOUNT}")
_ALL = re.compile(rf"\bобщий\s+объ[её]м[^.;:]{{0,80}}?{_AMOUNT}", re.IGNORECASE)
_POWERS = {"руб": 0, "тыс": 3, "млн": 6, "млрд": 9}
_PRINTED = {"руб": "руб.", "тыс": "тыс. руб.", "млн": "млн руб.", "млрд": "млрд руб."}


class _Sum(NamedTuple):
    """A sum of a text: which year it is of (empty for all), in roubles, and what the table gives."""

    path: KeyPath
    year: str
    text: str
    roubles: Decimal
    table: Decimal
    agrees: bool


def text_total_differs(case: Case) -> Iterator[Fault]:
    """What follows from a faulty year is not told of the whole, nor what the estimate or a missing year tells."""
    if any(money_years(case)):
        return
    money = case.program.finance
    estimated = str(money.estimate.year) if money and money.estimate and any(estimate_differs(case)) else ""
    found = list(_sums(case))
    trusted = {one.path[:-1] for one in found if one.year and one.agrees}
    power = _power(case)
    wrong = [one for one in found if not one.agrees and one.table / 2 <= one.roubles <= one.table * 2]
    years = [one for one in wrong if one.year and one.path[:-1] in trusted]
    for one in years or [one for one in wrong if not one.year]:
        if not estimated or one.year not in (estimated, ""):
            yield Fault(
                one.path,
                f"В тексте {one.text}, а таблица финансирования даёт {_shown(one.table.scaleb(-power))}",
                f"Разница {_shown(abs(one.roubles - one.table).scaleb(-power))}: поправьте текст или таблицу.",
            )


def text_unit_differs(case: Case) -> Iterator[Fault]:
    """The figures of the table in another unit: ten, a hundred, a thousand times too much or too little."""
    for one in _sums(case):
        scaled = [one.table.scaleb(power) for power in (-6, -3, 3, 6)]
        if not one.agrees and one.roubles in scaled:
            yield Fault(
                one.path,
                f"В тексте {one.text} – те же цифры, что в таблице финансирования, но в другой единице",
                "Проверьте единицу суммы: таблица дана в единице, названной в unit.",
                related=((("finance", "unit"), "единица таблицы"),),
            )
            return


def _sums(case: Case) -> Iterator[_Sum]:
    money, data = case.program.finance, case.data.get("finance")
    if money is None or not isinstance(data, dict) or money.unit not in UNITS or "source" in case.dangling:
        return
    for path, text in texts(data.get("text"), ("finance", "text")):
        for found in _YEAR.finditer(text):
            if found["year"] in case.periods:
                yield _sum(case, money, path, found["year"], found["sum"], found["unit"])
        whole = _ALL.search(text)
        if whole and case.periods:
            yield _sum(case, money, path, "", whole["sum"], whole["unit"])


def _sum(case: Case, money: Finance, path: KeyPath, year: str, written: str, unit: str) -> _Sum:
    number = parse_number(written) or Decimal(0)
    power = _POWERS[unit.lower()]
    table = money.amount(counted_rows(case.program), (year,) if year else case.periods).scaleb(_power(case))
    typed = money.totals.get(year or TOTAL)
    given = [table] if typed is None or typed.number is None else [table, typed.number.scaleb(_power(case))]
    half = Decimal(5).scaleb(int(number.as_tuple().exponent) - 1 + power)
    roubles = number.scaleb(power)
    return _Sum(
        path,
        year,
        f"{written} {_PRINTED[unit.lower()]}",
        roubles,
        table,
        any(abs(roubles - one) <= half for one in given),
    )


def _power(case: Case) -> int:
    return UNITS[case.program.finance.unit] if case.program.finance else 0


def _shown(amount: Decimal) -> str:
    return format_number(amount, grouped=True)


_TABLE = "МР-2023, табл. 3"
_NEEDS = ("finance", "plan")

RULES = (
    Rule("FIN009", "text-total-differs", Severity.WARNING, text_total_differs, "R-FIN-3", _TABLE, ("II.27",), _NEEDS),
    Rule("FIN014", "text-unit-differs", Severity.WARNING, text_unit_differs, "R-FIN-3", _TABLE, ("II.27",), _NEEDS),
)
