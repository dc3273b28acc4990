"""Tables for a spreadsheet: rows ↔ pandas ↔ XLSX. pandas and openpyxl are imported when a workbook is made."""

from __future__ import annotations

from munprog.exchange.workbook import Cell, Column, Sheet, workbook

__all__ = ["Cell", "Column", "Sheet", "workbook"]
