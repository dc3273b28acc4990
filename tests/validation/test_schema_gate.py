"""The gate and the explainer agree on what is valid, whatever stands in the data."""

from __future__ import annotations

import copy
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from munprog.diagnostics import KeyPath, Place
from munprog.validation.schema import NAMES, SectionSchemas
from munprog.validation.schema.gate import open_gate

pytest.importorskip("jsonschema_rs")

SCHEMAS = SectionSchemas()
GATES = {name: open_gate(SCHEMAS.documents, f"{name}.schema.json") for name in NAMES}


def whole(name: str) -> dict[str, Any]:
    """A section with every key that its schema knows, made of the examples."""
    nodes = SCHEMAS.top(name, {})
    return {
        key: node["examples"][0]
        for one in nodes
        for key, node in one.schema.get("properties", {}).items()
        if "examples" in node
    }


SECTIONS = {name: whole(name) for name in NAMES}

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-10, 3000),
    st.decimals(-100, 3000, places=2),
    st.sampled_from([Decimal("70.0"), Decimal("1E+3"), Decimal("0.0"), 10**30]),
    st.sampled_from(
        ["", " ", "\u00a0", "кадры", "кадры 2", "2024", "2024\n", "01.06.2024", "31 июня 2024 г.", "осень", "–", "−5",
         "1 234,5", "да", "приказ", "список", "таблица", "рост", "доля", "событие", "ежегодно, май", "Об акте"]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
)  # fmt: skip
words = st.sampled_from(
    ["id", "title", "text", "kind", "items", "rows", "when", "note", "2024", "2024/2025", "2024\n", "total", "clauses",
     "task", "direction", "values", "base", "местный", "5", ""]
)  # fmt: skip
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3), max_leaves=6
)


def paths(data: Any, path: KeyPath = ()) -> list[KeyPath]:
    steps: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(one for key, inner in steps for one in paths(inner, (*path, key)))]


Harm = Callable[[Any, Any, Any, str], None]


def _replace(holder: Any, key: Any, value: Any, _word: str) -> None:
    holder[key] = value


def _remove(holder: Any, key: Any, _value: Any, _word: str) -> None:
    if isinstance(holder, list) or key in holder:
        del holder[key]


def _repeat(holder: Any, key: Any, _value: Any, _word: str) -> None:
    holder.append(copy.deepcopy(holder[key]))


def _rename(holder: Any, key: Any, value: Any, word: str) -> None:
    holder[word] = holder.pop(key, value)


ON_LISTS: list[Harm] = [_replace, _remove, _repeat]
ON_KEYS: list[Harm] = [_replace, _remove, _rename]


@st.composite
def broken(draw: st.DrawFn) -> tuple[str, Any]:
    name = draw(st.sampled_from(NAMES))
    data = copy.deepcopy(SECTIONS[name])
    for _ in range(draw(st.integers(0, 3))):
        *above, last = draw(st.sampled_from(paths(data)[1:] or [("id",)]))
        holder: Any = data
        for key in above:
            holder = holder[key]
        harm = draw(st.sampled_from(ON_LISTS if isinstance(holder, list) else ON_KEYS))
        harm(holder, last, draw(values), draw(words))
    return name, data


class Nowhere:
    """A section whose places do not matter."""

    refused: tuple[KeyPath, ...] = ()

    def __init__(self, data: Any) -> None:
        self.data = data

    def place(self, path: KeyPath, *, key: bool = False) -> Place:  # noqa: ARG002
        return Place("section.yaml")


@pytest.mark.parametrize("name", NAMES)
def test_whole_sections_are_valid(name: str) -> None:
    assert SCHEMAS.explain(name, SECTIONS[name]) == []
    assert SCHEMAS.is_valid(name, SECTIONS[name])


@settings(max_examples=400)
@given(broken())
def test_gate_and_explainer_agree(case: tuple[str, Any]) -> None:
    name, data = case
    gate = GATES[name]
    assert gate is not None
    assert gate(data) == (not SCHEMAS.explain(name, data))


@settings(max_examples=200)
@given(broken())
def test_every_fault_is_told_in_words(case: tuple[str, Any]) -> None:
    name, data = case
    for finding in SCHEMAS.check(name, Nowhere(data)):
        assert finding.code.startswith("STR00")
        assert finding.message
        assert finding.hint
        assert "None" not in finding.message + finding.hint


@settings(max_examples=100)
@given(broken())
def test_without_the_gate_the_explainer_serves_alone(case: tuple[str, Any]) -> None:
    name, data = case
    with pytest.MonkeyPatch.context() as without:
        without.setitem(sys.modules, "jsonschema_rs", None)
        alone = SectionSchemas().check(name, Nowhere(data))
    assert alone == SCHEMAS.check(name, Nowhere(data))


def test_valid_sections_never_load_jsonschema() -> None:
    script = (
        "import sys\n"
        "from munprog.validation.schema import SectionSchemas\n"
        "loaded = lambda: sorted({'jsonschema', 'jsonschema_rs', 'referencing'} & set(sys.modules))\n"
        "assert loaded() == [], loaded()\n"
        "data = {'id': 'а', 'title': 'Т', 'blocks': ['текст']}\n"
        "assert SectionSchemas().is_valid('section', data)\n"
        "assert loaded() == ['jsonschema_rs'], loaded()\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
