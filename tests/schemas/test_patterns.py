"""Patterns mean the same in the editor (JavaScript), the gate (Rust) and Python; forms are those the model reads."""

from __future__ import annotations

import re
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from munprog.model.dates import parse_date
from munprog.model.numbers import parse_number
from munprog.model.when import parse_moment
from munprog.validation.schema.nodes import compiled
from tests.schemas.schema_files import FILES, everything

regress = pytest.importorskip("regress")

DEFINITIONS: dict[str, Any] = FILES["common.schema.json"]["$defs"]
MOMENTS = [name for name in DEFINITIONS if name.startswith("moment_")]
PATTERNS = sorted(
    {found.schema["pattern"] for found in everything() if "pattern" in found.schema}
    | {pattern for found in everything() for pattern in found.schema.get("patternProperties", ())}
)
WRITTEN = st.characters(exclude_categories=("C", "Zl", "Zp"))
"""What the reader lets through: control characters and odd line breaks never get here."""

TEXTS = (
    "кадры", "task-2", "Ёлка", "школа–заречье", "12", "-", "два слова", "Ӧшинь", "მზე", "學校", "й", "а_б",
    "2024", "2024/2025", "2024\n", "1924", "2124", "24", "01.06.2024", "31.12.2024 ", "1 июня 2024 г.", "1 июнь 2024",
    "2024-06-01", "сентябрь 2024\u00a0года", "сентябрь 2024 – май 2025", "до 15.09.2024", "III квартал 2024",
    "ежегодно, май", "осень", "70,5", "1 234,5", "−5", "1,2,3", "–", "", " ", "\u00a0", "\ufeff", "Об утверждении",
    "О мерах.", "Утверждение",
)  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
def test_three_dialects_agree(pattern: str) -> None:
    python, javascript = compiled(pattern), regress.Regex(pattern, "u")
    rust = jsonschema_rs.Draft202012Validator({"pattern": pattern}, pattern_options=jsonschema_rs.RegexOptions())
    for text in TEXTS:
        answers = {bool(python.search(text)), javascript.find(text) is not None, rust.is_valid(text)}
        assert len(answers) == 1, (pattern, text)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_dollar_stands_only_at_the_end(pattern: str) -> None:
    assert "$" not in pattern[:-1]


@pytest.mark.parametrize("id", ["кадры", "task-2", "Ёлка", "Ӧшинь", "მზე", "學校", "и\u0306", "2-а", "1а"])
def test_an_id_has_letters_of_any_script(id: str) -> None:
    assert compiled(DEFINITIONS["id"]["pattern"]).search(id)


@pytest.mark.parametrize("id", ["12", "-", "2-3", "два слова", "а_б", "а.б", "а–б", "№1", "а/б", "", "а\n", "а«"])
def test_an_id_is_one_word_with_a_letter(id: str) -> None:
    assert not compiled(DEFINITIONS["id"]["pattern"]).search(id)


@given(st.from_regex(DEFINITIONS["number"]["pattern"], fullmatch=True))
def test_whatever_looks_like_a_number_is_one(text: str) -> None:
    assert parse_number(text) is not None


@given(st.from_regex(DEFINITIONS["date"]["pattern"], fullmatch=True, alphabet=WRITTEN))
def test_whatever_looks_like_a_date_is_one_but_for_the_calendar(text: str) -> None:
    days = ("29", "30", "31", "-29", "-30", "-31")
    assert parse_date(text) is not None or text.startswith(days) or text.endswith(days)


@pytest.mark.parametrize("name", MOMENTS)
def test_whatever_looks_like_a_moment_is_one(name: str) -> None:
    @given(st.from_regex(DEFINITIONS[name]["pattern"], fullmatch=True, alphabet=WRITTEN))
    def check(text: str) -> None:
        if not any(day in text for day in ("29", "30", "31")):
            assert parse_moment(text) is not None or has_two_ends(text)

    check()


def has_two_ends(text: str) -> bool:
    """Whether a text may run backwards, which no pattern can see."""
    return len(re.findall("(?:19|20)[0-9]{2}", text)) > 1 or bool(re.search("[IV][ \u00a0]?[–—-][ \u00a0]?[IV]", text))


def test_contract_forms_of_when() -> None:
    forms = (
        "15.09.2024", "сентябрь 2024", "сентябрь", "сентябрь – декабрь 2024", "сентябрь 2024 – май 2025",
        "01.09.2024 – 31.12.2024", "2024", "2024–2026", "III квартал 2024", "до 15.09.2024", "до декабря 2024",
        "ежегодно", "ежегодно, май", "ежемесячно", "ежеквартально", "постоянно", "в течение года", "в течение срока",
        "до III квартала 2024", "до 2025 года", "до 2024/2025 учебного года", "IV – I кварталы",
        "Сентябрь 2024 г.", "2024-2026 гг.", "2024/2025 учебный год", "не позднее 1 июня 2025 года", "2 раза в год",
    )  # fmt: skip
    for form in forms:
        assert any(compiled(DEFINITIONS[name]["pattern"]).search(form) for name in MOMENTS), form
        assert parse_moment(form), form
