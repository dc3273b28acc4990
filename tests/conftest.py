"""Settings of the whole test run."""

from __future__ import annotations

import os
import shutil

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
