"""Where the schemas, profiles and templates that travel with the tool are."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "_data"
_ROOT = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parents[1]
"""An installed wheel carries the data inside the package; a checkout keeps them at its top level."""

SCHEMAS = _ROOT / "schemas"
TEMPLATES = _ROOT / "templates"
EDITOR = _ROOT / "vscode" if _ROOT == _BUNDLED else _ROOT / ".vscode"
"""Settings of the editor: those of this repository, which are those of every workspace."""
CI = _ROOT / "ci" if _ROOT == _BUNDLED else _ROOT / "tools" / "ci"
"""What workflows run: here and in every workspace."""
