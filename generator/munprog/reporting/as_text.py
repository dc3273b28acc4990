"""Findings for a person to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from munprog.diagnostics import Finding, Place, Related, Severity, Waived
from munprog.reporting.characters import visible
from munprog.reporting.excerpt import excerpt
from munprog.reporting.places import where
from munprog.reporting.report import Report

WIDTH = 110
_NARROWEST = 20

SEVERITIES = {Severity.ERROR: "ошибка", Severity.WARNING: "предупреждение", Severity.NOTE: "замечание"}
_COUNTED = {Severity.ERROR: "ошибок", Severity.WARNING: "предупреждений", Severity.NOTE: "замечаний"}
_COLUMNS = {
    "errors": "ошибок",
    "warnings": "предупреждений",
    "notes": "замечаний",
    "waived": "исключений",
    "known": "прежних",
}
_PROGRAM = "программа"
_ALWAYS = ("errors", "warnings", "notes")
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_BOLD, _FAINT = "1", "2"
_WAIVED = "1;35"

_Paint = Callable[[str, str], str]


def as_text(report: Report, *, colour: bool = False, width: int = WIDTH, show_waived: bool = False) -> str:
    paint = _coloured if colour else _plain
    blocks = ["\n".join(_lines(finding, paint, width)) for finding in report.findings]
    blocks += ("\n".join(_waived(one, paint, width)) for one in report.waived if show_waived)
    if len(report.programs) > 1:
        blocks.append("\n".join(_table(report, paint)))
    return "\n\n".join([*blocks, summary(report)]) + "\n"


def as_table(report: Report, *, colour: bool = False) -> str:
    """The programmes with their counts alone, for who looks after many of them."""
    table = _table(report, _coloured if colour else _plain)
    return "\n".join((*table, "", summary(report))) + "\n"


def _table(report: Report, paint: _Paint) -> Iterator[str]:
    """Columns in which nobody has a figure are left out, but for the three weights."""
    whole = report.counts
    shown = [(title, name) for name, title in _COLUMNS.items() if name in _ALWAYS or getattr(whole, name)]
    first = max(len(_PROGRAM), *(len(visible(one.name)) for one in report.programs))
    yield paint("  ".join((f"{_PROGRAM:{first}}", *(title for title, _ in shown))), _BOLD)
    for one in report.programs:
        figures = (f"{getattr(one.counts, name):{len(title)}}" for title, name in shown)
        yield "  ".join((f"{visible(one.name):{first}}", *figures))


def _coloured(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _plain(text: str, _: str) -> str:
    return text


def _lines(finding: Finding, paint: _Paint, width: int) -> Iterator[str]:
    yield from _head(finding, SEVERITIES[finding.severity], _COLOURS[finding.severity], paint, width)
    if finding.hint:
        yield f"  {paint('Подсказка:', _BOLD)} {visible(finding.hint)}"
    yield from (_also(related, paint) for related in finding.related)


def _waived(waived: Waived, paint: _Paint, width: int) -> Iterator[str]:
    yield from _head(waived.finding, f"исключение до {waived.until:%d.%m.%Y}", _WAIVED, paint, width)
    yield f"  {paint('Причина:', _BOLD)} {visible(waived.reason)}"
    yield f"  записано: {paint(where(waived.place), _BOLD)}"


def _head(finding: Finding, weight: str, colour: str, paint: _Paint, width: int) -> Iterator[str]:
    basis = f" ({visible(finding.basis)})" if finding.basis else ""
    weight = paint(f"{finding.code} {weight}:", colour)
    yield f"{paint(where(finding.place), _BOLD)}: {weight} {visible(finding.message)}{basis}"
    yield from _quoted(finding.place, paint, colour, width)


def _quoted(place: Place, paint: _Paint, colour: str, width: int) -> Iterator[str]:
    """Nothing for a place that has no text: a missing file, an empty one."""
    if not place.excerpt.strip():
        return
    number = "" if place.where else str(place.line)
    gutter, blank = f"  {number} | ", f"  {' ' * len(number)} | "
    line, carets = excerpt(place, max(width - len(gutter), _NARROWEST))
    yield f"{paint(gutter, _FAINT)}{line}"
    yield f"{paint(blank, _FAINT)}{paint(carets, colour)}"


def _also(related: Related, paint: _Paint) -> str:
    return f"  см. также: {paint(where(related.place), _BOLD)}: {visible(related.message)}"


def summary(report: Report) -> str:
    """What was checked and how much was found, in one line."""
    programs = f"программ: {report.extent.programs}, " if report.extent.programs else ""
    checked = f"Проверено {programs}файлов: {report.extent.files}."
    counts = [f"{name}: {count}" for severity, name in _COUNTED.items() if (count := report.count(severity))]
    found = f"{', '.join(counts).capitalize()}." if counts else "Замечаний нет."
    waived = f" Исключений: {len(report.waived)}." if report.waived else ""
    known = f" Прежних находок: {len(report.known)}." if report.known else ""
    return f"{checked} {found}{waived}{known}"
