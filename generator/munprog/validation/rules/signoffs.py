"""Sign-offs as they are written down: by roles that exist, once each, whole (R-DOC-9)."""

from __future__ import annotations

from collections.abc import Iterator

from munprog.diagnostics import KeyPath, Severity
from munprog.model.signoff import REGISTRAR, SCHEME, total
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.words import suggestion


def unknown_role(case: Case) -> Iterator[Fault]:
    known = [*(one.role for one in case.profile.signoffs), REGISTRAR]
    for one in case.program.signoffs:
        if one.role not in known:
            yield Fault(
                (*one.path, "role"),
                f"Роли «{one.role}» в профиле нет",
                suggestion(one.role, known, f"Согласуют в ролях: {', '.join(known)}."),
            )


def signed_twice(case: Case) -> Iterator[Fault]:
    seen: dict[tuple[str, str], KeyPath] = {}
    for one in case.program.signoffs:
        key = (one.role, one.name)
        if key in seen:
            yield Fault(
                one.path,
                f"«{one.name}» в роли «{one.role}» согласует дважды",
                "Оставьте последнее согласование: команда «munprog sign» заменяет прежнее сама.",
                related=((seen[key], "первое согласование"),),
            )
        seen.setdefault(key, one.path)


def damaged(case: Case) -> Iterator[Fault]:
    for one in case.program.signoffs:
        if one.scheme == SCHEME and total(one.parts) != one.digest:
            yield Fault(
                (*one.path, "digest"),
                f"Согласование «{one.name}» повреждено: отпечаток не складывается из отпечатков частей",
                "Верните файл, каким его записала команда «munprog sign», или согласуйте заново.",
            )


def other_scheme(case: Case) -> Iterator[Fault]:
    for one in case.program.signoffs:
        if one.scheme != SCHEME:
            yield Fault(
                (*one.path, "scheme"),
                f"Отпечатки согласования «{one.name}» посчитаны способом «{one.scheme}», а не «{SCHEME}»",
                "Согласуйте заново командой «munprog sign».",
            )


_SOURCE = "соглашение о согласованиях"
_NEEDS = ("signoff",)

RULES = (
    Rule("SGN001", "unknown-role", Severity.ERROR, unknown_role, "R-DOC-9", _SOURCE, (), _NEEDS),
    Rule("SGN002", "signed-twice", Severity.ERROR, signed_twice, "R-DOC-9", _SOURCE, (), _NEEDS),
    Rule("SGN003", "damaged-signoff", Severity.ERROR, damaged, "R-DOC-9", _SOURCE, (), _NEEDS),
    Rule("SGN004", "other-scheme", Severity.WARNING, other_scheme, "R-DOC-9", _SOURCE, (), _NEEDS),
)
