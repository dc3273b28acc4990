"""The rules, in one explicit registry: a code that is not here does not exist."""

from __future__ import annotations

from munprog.validation.registry import Rule
from munprog.validation.rules import document, finance, goals, indicators, links, passport, plan, structure

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *links.RULES,
    *passport.RULES,
    *goals.RULES,
    *indicators.RULES,
    *plan.RULES,
    *finance.RULES,
    *document.RULES,
)
