"""One report that every format prints: two programmes, each kind of finding, texts that want escaping."""

from __future__ import annotations

from datetime import date

from munprog.diagnostics import Finding, Place, Related, Severity, Waived
from munprog.reporting import Counts, Explanation, Extent, ProgramCounts, Report

ERROR = Finding(
    "IND004",
    Severity.ERROR,
    "Доля больше 100 %: 130",
    Place("programs/primer/indicators.yaml", 41, 13, 41, 16, "      2025: 130"),
    hint="Проверьте значение.",
    basis="МР-2023, табл. 2; R-IND-5",
    related=(Related(Place("programs/primer/goals.yaml", 7, 3, 7, 9), "здесь – 90"),),
    item="indicators/кадры/measures/доля/values/2025",
)
WARNING = Finding(
    "ANA001",
    Severity.WARNING,
    'Запись «a:b, [c](d) {0} <x> & "y"\n::error::»',
    Place("programs/заречье, 2/analysis.yaml", 3, 1, 5, 2),
)
NOTE = Finding("CFG005", Severity.NOTE, "Профиль настраивает правило", Place("schemas/profiles/p.yaml", 2, 3, 2, 4))
WAIVED = Waived(
    Finding(
        "PLA004",
        Severity.WARNING,
        "Не назначен исполнитель",
        Place("programs/primer/plan.yaml", 9, 5, 9, 10),
        item="plan/дорожная-карта/кадры",
    ),
    "Назначат приказом",
    date(2026, 12, 31),
    Place("programs/primer/plan.yaml", 8, 7, 8, 40),
)
KNOWN = Finding("FIN001", Severity.WARNING, "Сумма расходится", Place("programs/primer/finance.yaml", 4, 1, 4, 2))
EXPLANATION = Explanation(
    "share-above-whole", Severity.ERROR, "Доля больше 100 %", "Доля – от 0 до 100.", "Доля – часть целого."
)

REPORT = Report(
    (ERROR, WARNING, NOTE),
    Extent(programs=2, files=20),
    "0.1.0",
    (WAIVED,),
    (KNOWN,),
    (
        ProgramCounts("programs/primer", "Программа «Пример»", Counts(1, 0, 0, 1, 1)),
        ProgramCounts("programs/заречье, 2", "", Counts(0, 1)),
    ),
    {"IND004": EXPLANATION},
)
EMPTY = Report((), Extent(programs=1, files=11), "0.1.0")
