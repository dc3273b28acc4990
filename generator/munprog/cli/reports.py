"""Showing findings, as every command does that has some."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from munprog import __version__
from munprog.cli import output
from munprog.cli.options import XLSX
from munprog.diagnostics import Finding, Waived
from munprog.reporting import FORMATS, WIDTH, Counts, Explanation, Extent, ProgramCounts, Report, as_table, as_text

if TYPE_CHECKING:
    from munprog.validation import Checked, Validated


def show(
    findings: tuple[Finding, ...],
    *,
    programs: int,
    files: int,
    format_: str,
    waived: tuple[Waived, ...] = (),
) -> None:
    say(Report(findings, Extent(programs, files), __version__, waived), format_)


def report_of(validated: Validated) -> Report:
    return Report(
        validated.findings,
        Extent(validated.programs, validated.files),
        __version__,
        validated.waived,
        validated.known,
        tuple(map(_counted, validated.checked)),
    )


def say(report: Report, format_: str, *, show_waived: bool = False, summary: bool = False) -> None:
    """Print a report of a printable format."""
    if format_ != "text":
        output.say(written(report, format_))
        return
    colour = output.wants_colour()
    if summary:
        output.say(as_table(report, colour=colour), colour=colour)
    else:
        width = output.terminal_width() if output.is_terminal() else WIDTH
        output.say(as_text(report, colour=colour, width=width, show_waived=show_waived), colour=colour)


def save(report: Report, format_: str, path: Path, *, show_waived: bool = False, summary: bool = False) -> None:
    """Write a report to a file; a spreadsheet can only be written."""
    from munprog.workspace.writing import write_atomically

    if format_ == XLSX:
        from munprog.cli.sheets import workbook_of

        data = workbook_of(report, summary=summary)
    elif format_ == "text":
        text = as_table(report) if summary else as_text(report, show_waived=show_waived)
        data = text.encode("utf-8", "backslashreplace")
    else:
        data = written(report, format_).encode("utf-8", "backslashreplace")
    write_atomically(path, data)
    output.note(f"Отчёт: {path}\n")


def written(report: Report, format_: str) -> str:
    if format_ == "sarif":  # its rules carry their help
        report = replace(report, explanations=_explanations())
    return FORMATS[format_](report)


def _explanations() -> Mapping[str, Explanation]:
    from munprog.validation.catalogue import entries

    return {one.code: Explanation(one.name, one.severity, one.title, one.what, one.why) for one in entries()}


def _counted(one: Checked) -> ProgramCounts:
    counts = Counts.of(one.findings, waived=len(one.waived), known=len(one.known))
    return ProgramCounts(one.folder.name, one.program.general.title if one.program else "", counts)
