"""Settings of the whole test run."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("munprog", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("munprog")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that open documents skip where LibreOffice is missing, unless the run demands it."""
    if shutil.which("soffice") or os.environ.get("MUNPROG_REQUIRE_LIBREOFFICE"):
        return
    skip = pytest.mark.skip(reason="LibreOffice (soffice) is not installed")
    for item in items:
        if item.get_closest_marker("libreoffice"):
            item.add_marker(skip)


ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "programs" / "priozerye-2024"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example programme in a workspace of its own."""
    folder = tmp_path / "programs" / EXAMPLE.name
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns(".munprog"))
    return folder
