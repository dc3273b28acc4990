"""One programme to build, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from munprog.build.content import digest, digest_of, tool_digest
from munprog.diagnostics import Finding
from munprog.model.build import FOLDERS
from munprog.model.profile import Profile
from munprog.model.program import Program
from munprog.model.signoff import SignOff
from munprog.workspace import template_path

_NO_CONTENT = ("folder", "output", "force")


@dataclass(frozen=True, slots=True)
class Task:
    """One programme to build: what a worker needs, and no more. `force` renders what is fresh, too.
    `agreed` are the sign-offs that make its documents final; without any they are drafts.

    Every field but the places and `force` is content: documents are rendered anew where it has changed.
    """

    folder: Path
    output: Path
    program: Program
    profile: Profile
    force: bool = False
    agreed: tuple[SignOff, ...] = ()

    @property
    def draft(self) -> bool:
        return not self.agreed

    def content(self) -> str:
        """The digest of all that the documents are made of."""
        own = [getattr(self, one.name) for one in fields(self) if one.name not in _NO_CONTENT]
        return digest_of(tool_digest(), own, self._templates())

    def inputs(self) -> dict[str, str]:
        """The files of the programme, relative to it → their SHA-256."""
        found = (
            *self.folder.glob("*.yaml"),
            *(path for inner in FOLDERS for path in self.folder.glob(f"{inner}/*.yaml")),
        )
        return {path.relative_to(self.folder).as_posix(): digest(path.read_bytes()) for path in found}

    def _templates(self) -> dict[str, str]:
        named = {
            one.template: template_path(one.template, self.profile.id, self.folder) for one in self.profile.documents
        }
        return {name: digest(path.read_bytes()) for name, path in sorted(named.items()) if path}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: the files of its output folder and which of them are new; no files where it failed."""

    program: str
    output: Path
    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def built(self) -> bool:
        return bool(self.written or self.unchanged)
