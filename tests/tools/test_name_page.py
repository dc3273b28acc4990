"""The page of names says what the contract of templates says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_page_is_fresh() -> None:
    spec = importlib.util.spec_from_file_location("name_page", ROOT / "tools" / "name_page.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.PAGE.read_text("utf-8") == tool.page(), "python tools/name_page.py"
    assert set(tool._TITLES) == set(tool.OFFERED), "a kind of document without a heading on the page"
