"""Validation: schemas and rules over programmes. Findings are values; nothing here prints or stops."""

from __future__ import annotations

from munprog.validation.run import Checked, Validated, validate

__all__ = ["Checked", "Validated", "validate"]
