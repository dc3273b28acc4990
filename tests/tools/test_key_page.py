"""The page of keys says what the schemas say."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("key_page", ROOT / "tools" / "key_page.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_page_is_fresh(tool: ModuleType) -> None:
    assert tool.PAGE.read_text("utf-8") == tool.page(), "python tools/key_page.py"


@pytest.mark.parametrize(
    "row",
    [
        "| **`goal.text`** | формулировка цели.",
        "| **`schedules[].stages[].components[].spans[].items[].schools`** |",
        "| `schedules[].sections[].activities[].calendar` |",
        "| `results[].criteria[].base` | исходное значение.",
        "| `lead` | вводная фраза.",
        "| `counted` | что считают.",
    ],
)
def test_keys_are_listed_by_their_paths(tool: ModuleType, row: str) -> None:
    assert row.removesuffix(" |") in tool.page()
