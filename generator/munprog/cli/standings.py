"""Which of several programmes may have final documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from munprog.diagnostics import Finding, Severity

if TYPE_CHECKING:
    from munprog.model.signoff import SignOff
    from munprog.signing.standing import Standing
    from munprog.signing.trust import Trust
    from munprog.validation import Checked


@dataclass(frozen=True, slots=True)
class Standings:
    """The standing of each valid programme, by its folder as shown; `faults` are those of templates."""

    checked: tuple[Checked, ...]
    of_programs: Mapping[str, Standing]
    faults: tuple[Finding, ...]

    @classmethod
    def of(cls, checked: Iterable[Checked], trust: Trust | None, *, all_of_them: bool = True) -> Standings:
        """Of the programmes that somebody has signed, unless all are asked for. What cannot be checked for want of
        ssh-keygen is one clear line."""
        valid = tuple(one for one in checked if one.valid and one.profile and (all_of_them or _is_signed(one)))
        if not valid:
            return cls((), {}, ())
        # Imported here: a build of drafts has no need of it.
        from munprog.rendering import TemplateFault
        from munprog.signing.ssh import NoSignature
        from munprog.signing.standing import standing_of

        found: dict[str, Standing] = {}
        faults: list[Finding] = []
        for one in valid:
            try:
                found[one.folder.name] = standing_of(one, trust)
            except TemplateFault as error:
                faults += error.findings
            except NoSignature as error:
                raise click.ClickException(str(error)) from None
        return cls(valid, found, tuple(faults))

    def agreed(self, checked: Checked) -> tuple[SignOff, ...]:
        """The sign-offs that make documents final; none where any is missing."""
        standing = self.of_programs.get(checked.folder.name)
        return standing.agreed if standing and standing.final else ()

    def refusals(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Why not all documents can be final: errors of the programmes, then what is not signed."""
        from munprog.signing.faults import missing

        errors = (one for one in findings if one.severity is Severity.ERROR)
        lacking = (
            fault
            for one in self.checked
            if one.folder.name in self.of_programs
            for fault in missing(one, self.of_programs[one.folder.name])
        )
        return (*errors, *self.faults, *lacking)


def _is_signed(checked: Checked) -> bool:
    return bool(checked.program and checked.program.signoffs)
