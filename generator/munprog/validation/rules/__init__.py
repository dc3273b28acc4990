"""The rules, in one explicit registry: a code that is not here does not exist."""

from __future__ import annotations

from munprog.validation.registry import Rule
from munprog.validation.rules import (
    acts,
    analysis,
    details,
    document,
    finance,
    goals,
    indicators,
    links,
    passport,
    plan,
    structure,
    targets,
    term,
)

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *term.RULES,
    *links.RULES,
    *passport.RULES,
    *analysis.RULES,
    *goals.RULES,
    *indicators.RULES,
    *targets.RULES,
    *plan.RULES,
    *finance.RULES,
    *document.RULES,
    *details.RULES,
    *acts.RULES,
)
