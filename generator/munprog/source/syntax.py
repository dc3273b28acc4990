"""What libyaml's complaint means, in Russian, and where the fault is to be mended."""

from __future__ import annotations

import re
from collections.abc import Callable

from munprog.diagnostics import Finding
from munprog.source import lines, quoting
from munprog.source.stop import Stop, fault, fault_at
from munprog.source.text import Text

Rule = Callable[[Text, Stop], Finding | None]

_CONFLICT = re.compile(r"^<{7} .*", re.MULTILINE)

_RULES: tuple[Rule, ...] = (
    lines.tab,
    quoting.sign_of_feature,
    quoting.open_quote,
    quoting.after_closing,
    quoting.unknown_escape,
    quoting.block_text,
    quoting.forbidden_start,
    lines.dash_in_line,
    quoting.question_mark,
    lines.colon_in_text,
    lines.missing_colon,
    quoting.open_bracket,
    quoting.stray_bracket,
    lines.after_document,
    lines.indentation,
)
"""The first that knows the fault explains it; the more telling stand before the more general."""


def explain(text: Text, stop: Stop) -> Finding:
    """Return the one finding for a syntax fault."""
    conflict = _CONFLICT.search(text.content)
    if conflict is not None:
        return fault(
            text,
            *conflict.span(),
            "В файле остались следы слияния git",
            "Оставьте нужный вариант, уберите строки с «<<<<<<<», «=======» и «>>>>>>>».",
        )
    return next((finding for rule in _RULES if (finding := rule(text, stop)) is not None), _other(text, stop))


def _other(text: Text, stop: Stop) -> Finding:
    return fault_at(
        text,
        min(stop.at, max(len(text.content.rstrip()) - 1, 0)),
        "Здесь нарушен синтаксис YAML",
        "Проверьте отступы, двоеточия, кавычки и скобки в этой строке и строке выше.",
    )
