"""The rules, in one explicit registry: a code that is not here does not exist."""

from __future__ import annotations

from munprog.validation.registry import Rule
from munprog.validation.rules import (
    acts,
    analysis,
    answered,
    calendar,
    details,
    document,
    expertise,
    finance,
    goals,
    indicators,
    links,
    passport,
    plan,
    scale,
    served,
    structure,
    targets,
    tension,
    term,
)

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *term.RULES,
    *calendar.RULES,
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
    *scale.RULES,
    *tension.RULES,
    *served.RULES,
    *answered.RULES,
    *expertise.RULES,
)
