"""Dates, moments and numbers in their one form: other spellings of one value end alike, and nothing else moves."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from munprog.diagnostics import KeyPath
from munprog.model.build import build
from munprog.model.dates import parse_date
from munprog.model.numbers import Value, parse_number
from munprog.model.when import parse_moment
from munprog.months import MONTHS, MONTHS_GENITIVE
from munprog.source import Source, read, read_text
from munprog.source.canonical import canonical
from munprog.source.scalars import resolve
from munprog.validation.forms import canonical_values, formatted
from munprog.validation.schema import SectionSchemas
from munprog.validation.schema.nodes import first

EXAMPLE = Path(__file__).resolve().parents[2] / "programs" / "priozerye-2024"
SECTIONS = ("program", "analysis", "goals", "indicators", "plan", "finance", "mechanisms")
SCHEMAS = SectionSchemas()


def due(written: object) -> object:
    data = {"goal": {"text": "Т", "due": written}, "tasks": [], "results": []}
    return canonical_values(data, "goals", SCHEMAS).get(("goal", "due"), written)


def when(written: object) -> object:
    data = {"development": [{"title": "Т", "when": written, "content": ["Т"]}]}
    return canonical_values(data, "mechanisms", SCHEMAS).get(("development", 0, "when"), written)


def amount(written: object) -> object:
    data = {"rows": [{"activity": "а", "amounts": {"местный": {"2024/2025": written}}}]}
    return canonical_values(data, "finance", SCHEMAS).get(("rows", 0, "amounts", "местный", "2024/2025"), written)


def figure(written: object) -> object:
    data = {"results": {"tables": [{"id": "а", "municipality": {"2024": written}}]}}
    return canonical_values(data, "analysis", SCHEMAS).get(("results", "tables", 0, "municipality", "2024"), written)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("31.12.2024", "31.12.2024"),
        ("2024-12-31", "31.12.2024"),
        ("1 июня 2024 г.", "01.06.2024"),
        ("01\u00a0июня\u00a02024\u00a0года", "01.06.2024"),
        ("31.02.2024", "31.02.2024"),
        ("скоро", "скоро"),
        (None, None),
        (2024, 2024),
    ],
)
def test_dates(written: object, form: object) -> None:
    assert due(written) == form


@pytest.mark.parametrize(
    ("written", "form"),
    [
        (2024, "2024 год"),
        ("2024-2026", "2024–2026 годы"),
        ("Сентябрь 2024 года - май 2025", "Сентябрь 2024 – май 2025"),
        ("III квартал 2024", "III квартал 2024 года"),
        ("до 2024-06-01", "до 01.06.2024"),
        ("Не позднее декабря 2024 г.", "Не позднее декабря 2024"),
        ("До 2025 года", "До 2025 года"),
        ("2024/2025", "2024/2025 учебный год"),
        ("Ежегодно, май", "Ежегодно, май"),
        ("в  течение   года", "в течение года"),
        ("когда-нибудь", "когда-нибудь"),
        (True, True),
        (None, None),
    ],
)
def test_moments(written: object, form: object) -> None:
    assert when(written) == form


def test_moments_in_lists_and_with_notes() -> None:
    data = {"development": [{"title": "Т", "when": [2024, {"when": "2025-06-01", "note": "2025-06-01"}]}]}
    assert canonical_values(data, "mechanisms", SCHEMAS) == {
        ("development", 0, "when", 0): "2024 год",
        ("development", 0, "when", 1, "when"): "01.06.2025",
    }


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("70,5", "70.5"),
        ("1 234,50", "1234.50"),
        ("1\u00a0234\u202f567", "1234567"),
        ("0", "0"),
        ("007,5", "7.5"),
        (Decimal("70.50"), Decimal("70.50")),
        (70, 70),
        ("много", "много"),
        ("1" * 41, "1" * 41),
        (None, None),
    ],
)
def test_numbers(written: object, form: object) -> None:
    assert amount(written) == form


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("34,50", "34.50"),
        ("–", "–"),
        ("1 234,5", "1 234,5"),
        ("34.5", "34.5"),
        ("007", "007"),
        ("−5,5", "-5.5"),
        ("−5", "−5"),
    ],
)
def test_a_figure_is_respelled_only_where_it_prints_the_same(written: object, form: object) -> None:
    assert figure(written) == form


def test_other_values_are_left_alone() -> None:
    text = 'id: а\ntitle: "2024-12-31"\nblocks:\n  - 70,5\n'
    source = read_text(text, name="")
    assert formatted(source, "sections/a", SCHEMAS) == "id: а\ntitle: 2024-12-31\nblocks:\n  - 70,5\n"


def test_a_file_of_no_section_gets_the_layout_alone() -> None:
    source = read_text("goal:\n    due:   2024-12-31\n", name="")
    assert formatted(source, "", SCHEMAS) == "goal:\n  due: 2024-12-31\n"
    assert formatted(source, "goals", SCHEMAS) == "goal:\n  due: 31.12.2024\n"


days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def spelt_date(day: date, way: int) -> str:
    month = MONTHS_GENITIVE[day.month - 1]
    return (
        f"{day:%d.%m.%Y}",
        day.isoformat(),
        f"{day.day} {month} {day.year} г.",
        f"{day.day}\u00a0{month} {day.year} года",
    )[way]


@given(days, st.integers(0, 3))
def test_every_spelling_of_a_date_ends_alike(day: date, way: int) -> None:
    assert due(spelt_date(day, way)) == f"{day:%d.%m.%Y}"


@st.composite
def moments(draw: st.DrawFn) -> str:
    day, other = draw(days), draw(days)
    dash = draw(st.sampled_from([" – ", "–", "-", " - ", "—"]))
    names = draw(st.sampled_from([MONTHS, MONTHS_GENITIVE]))
    month, last = names[day.month - 1], names[other.month - 1]
    tail = draw(st.sampled_from(["", f" {day.year}", f" {day.year} года", f" {day.year} г."]))
    quarter = draw(st.sampled_from(["I", "II", "III", "IV"]))
    span = draw(
        st.sampled_from(
            [
                spelt_date(day, draw(st.integers(0, 3))),
                f"{spelt_date(day, draw(st.integers(0, 3)))} – {spelt_date(other, draw(st.integers(0, 3)))}",
                f"{month}{tail}",
                f"{month}{tail}{dash}{last}",
                f"{month}{tail}{dash}{last} {other.year}",
                f"{quarter} квартал{tail}",
                f"{quarter}{dash}IV кварталы{tail}",
                f"{day.year}",
                f"{day.year}{dash}{other.year} гг.",
                f"{day.year}/{day.year + 1} учебный год",
            ]
        )
    )
    recurring = draw(
        st.sampled_from(["ежегодно", "Ежегодно,  май", "2 раза в год", "в течение срока реализации программы"])
    )
    return draw(st.sampled_from([span, f"до {span}", f"Не позднее {span}", recurring]))


@given(moments())
def test_a_moment_means_the_same_in_its_form(written: str) -> None:
    form = when(written)
    assert isinstance(form, str)
    assert parse_moment(form) == parse_moment(written)
    assert when(form) == form


numbers = st.decimals(0, 10**9, allow_nan=False, places=None).map(lambda one: one.quantize(Decimal("0.001")))


@given(numbers, st.sampled_from([" ", "\u00a0", "\u202f", ""]), st.sampled_from(".,"), st.sampled_from(["", "-", "−"]))
def test_a_number_means_the_same_in_its_form(number: Decimal, blank: str, point: str, sign: str) -> None:
    whole, _, part = f"{number:,f}".partition(".")
    written = f"{sign}{whole.replace(',', blank)}{point}{part}"
    form = amount(written)
    assert isinstance(form, str)
    assert re.fullmatch(r"-?\d+\.\d{3}", form)
    assert parse_number(form) == parse_number(written)
    assert amount(form) == form
    spelt = figure(written)
    assert spelt == written or Value.of(resolve(str(spelt))) == Value.of(written)


@cache
def section(name: str) -> Source:
    return read(EXAMPLE / f"{name}.yaml", name=name)


@cache
def forms(name: str) -> Mapping[KeyPath, str]:
    """The form of every value of a section that has one, found from the top anew for each."""
    return {
        path: form
        for path, value in scalars(section(name).data)
        if (form := first(SCHEMAS.along(name, section(name).data, path)[-1], "x-form"))
        in ("date", "when", "number", "amount")
    }


def scalars(data: Any, path: KeyPath = ()) -> list[tuple[KeyPath, Any]]:
    if isinstance(data, dict | list):
        members = data.items() if isinstance(data, dict) else enumerate(data)
        return [found for key, inner in members for found in scalars(inner, (*path, key))]
    return [(path, data)]


def test_the_example_has_values_of_every_form() -> None:
    assert {form for name in SECTIONS for form in forms(name).values()} == {"date", "when", "number", "amount"}
    assert len(forms("finance")) > 200


def otherwise(value: Any, form: str, luck: random.Random) -> str | None:
    """Another spelling of a value."""
    if form == "number":
        return str(value).replace(".", ",") if isinstance(value, Decimal) else None
    day = parse_date(str(value))
    if day:
        return spelt_date(day, luck.randrange(4))
    return str(value).replace(" – ", luck.choice([" – ", "-", " - "])).replace(" года", luck.choice([" года", ""]))


@settings(max_examples=5)
@given(st.randoms(use_true_random=False))
@pytest.mark.parametrize("name", SECTIONS)
def test_the_example_spelt_by_another_hand_comes_back(name: str, luck: random.Random) -> None:
    def spell(path: KeyPath, value: Any) -> str | None:
        form = forms(name).get(path)
        return otherwise(value, form, luck) if form else None

    text = section(name).text.content
    spoilt = read_text(canonical(text, rewrite=spell), name=name)
    again = formatted(spoilt, name, SCHEMAS)
    assert again == text
    assert formatted(read_text(again, name=name), name, SCHEMAS) == again


@pytest.mark.parametrize("name", SECTIONS)
def test_the_model_of_the_example_is_the_same_from_either_spelling(name: str) -> None:
    luck = random.Random(name)
    text = section(name).text.content
    spoilt = canonical(
        text, rewrite=lambda path, value: otherwise(value, forms(name)[path], luck) if path in forms(name) else None
    )
    rest = {one: section(one).data for one in SECTIONS if one != name}
    models = [build({**rest, name: read_text(one, name=name).data}) for one in (spoilt, text)]
    assert spoilt != text or name in ("indicators", "mechanisms")
    assert models[0] == models[1]
    assert models[0][0] is not None
