"""What a programme knows of its own parts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from munprog.model.build import construct
from munprog.model.general import Ground, Term
from tests.builders import FULL, program


def test_everything_that_a_link_may_lead_to() -> None:
    found = {kind: list(items) for kind, items in program(FULL).items.items()}
    assert found == {
        "body": ["управление", "центр"],
        "school": ["заречье"],
        "stakeholder": ["родители"],
        "problem": ["итоги"],
        "risk": ["дефицит"],
        "subprogram": [],
        "task": ["кадры", "уроки"],
        "result": ["итог"],
        "indicator": ["успех"],
        "measure": ["доля"],
        "direction": [],
        "activity": ["курсы", "набор"],
    }


def test_bodies_are_named_in_full_or_shortly_and_unknown_ones_by_id() -> None:
    assert program().names_of_bodies(("управление", "чужой")) == ("Управление образования", "чужой")
    assert program().labels_of_bodies(("центр", "управление", "чужой")) == ("Методический центр", "УО", "чужой")


@pytest.mark.parametrize(
    ("term", "first", "last", "periods"),
    [
        ({"years": [2026, 2024, 2025]}, date(2024, 1, 1), date(2026, 12, 31), ("2026", "2024", "2025")),
        (
            {"school_years": ["2024/2025", "2025/2026"]},
            date(2024, 9, 1),
            date(2026, 8, 31),
            ("2024/2025", "2025/2026"),
        ),
        (
            {"start": "15.10.2024", "end": "31.05.2026"},
            date(2024, 10, 15),
            date(2026, 5, 31),
            ("2024", "2025", "2026"),
        ),
        ({"start": "15.10.2024", "years": [2024, 2025]}, date(2024, 10, 15), date(2025, 12, 31), ("2024", "2025")),
        ({"duration": "три года"}, None, None, ()),
    ],
)
def test_days_and_periods_of_a_term(
    term: dict[str, Any], first: date | None, last: date | None, periods: tuple[str, ...]
) -> None:
    found = construct(Term, term)
    assert (found.first, found.last, found.periods) == (first, last, periods)


@pytest.mark.parametrize(
    ("ground", "printed"),
    [
        (
            {"kind": "федеральный закон", "date": "29.12.2012", "number": "273-ФЗ", "title": "Об образовании"},
            "Федеральный закон от 29\u00a0декабря\u00a02012\u00a0г. № 273-ФЗ «Об образовании»",
        ),
        ({"kind": "письмо", "issuer": "Минпросвещения", "title": "О мерах"}, "Письмо Минпросвещения «О мерах»"),
        ({"kind": "устав", "title": "Устав района"}, "Устав района"),
        ({"kind": "иное", "title": "Решение совета", "edition": "ред. 2"}, "Решение совета (ред. 2)"),
    ],
)
def test_act_is_cited(ground: dict[str, Any], printed: str) -> None:
    assert construct(Ground, ground).printed == printed
