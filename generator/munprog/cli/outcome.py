"""How a run ends: with an exit code and, where it went wrong, one line that says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import TYPE_CHECKING

import click

from munprog.cli import output

if TYPE_CHECKING:
    from munprog.diagnostics import Finding


class ExitCode(IntEnum):
    OK = 0
    FINDINGS = 1
    USAGE = 2
    """Wrong usage, a missing path, an error of the operating system."""
    DEFECT = 3
    INTERRUPTED = 130


def for_findings(findings: Iterable[Finding], *, strict: bool = False) -> ExitCode:
    """`strict` counts warnings as errors."""
    fatal = {"error", "warning"} if strict else {"error"}
    return ExitCode.FINDINGS if any(finding.severity in fatal for finding in findings) else ExitCode.OK


def of(run: Callable[[], object]) -> int:
    """The exit code of a run; what it returns is the code unless it is no number."""
    try:
        returned = run()
    except click.ClickException as error:
        from munprog.cli.usage import explained

        output.note(explained(error))
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        output.note("Прервано.\n")
        return ExitCode.INTERRUPTED
    except OSError as error:
        from munprog.cli.system import reason

        output.note(f"Ошибка: {reason(error)}\n")
        return ExitCode.USAGE
    except Exception as error:
        from munprog.cli.defect import recorded

        output.note(f"{recorded(error)}\n")
        return ExitCode.DEFECT
    return returned if isinstance(returned, int) else ExitCode.OK
