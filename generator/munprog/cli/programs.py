"""The programmes that a command was called for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from munprog.workspace import NoPrograms, PathMissing, Workspace, find


def wanted(paths: Sequence[Path], *, profile: str | None = None) -> Workspace:
    """What the paths name; a path that is missing or holds no programme is a wrong call."""
    try:
        return find(paths, profile=profile)
    except (PathMissing, NoPrograms) as error:
        raise click.UsageError(str(error)) from None
