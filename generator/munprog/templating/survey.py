"""Which templates a workspace uses, for which kinds of documents, with the contexts that its programmes give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from munprog.diagnostics import Finding, Place, Severity
from munprog.documents import prepare
from munprog.documents.references import DanglingReferences
from munprog.inspection import Standard
from munprog.layout.view import View
from munprog.model.profile import DocumentLayout, Profile
from munprog.model.program import Program
from munprog.templating.check import check_template
from munprog.templating.contract import Contract
from munprog.workspace import template_path
from munprog.workspace.folder import shown


@dataclass(slots=True)
class Use:
    """A template as documents of one kind use it."""

    kind: str
    optional: set[str]
    contexts: list[Mapping[str, object]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Survey:
    """Templates by path with their uses, and documents that have none."""

    uses: Mapping[Path, tuple[Use, ...]]
    missing: tuple[Finding, ...] = ()

    def findings(self, standards: tuple[Standard, ...], only: Iterable[Path] = ()) -> Iterator[Finding]:
        """Each fault once, however many documents share the template."""
        wanted = {one.resolve() for one in only}
        told = dict.fromkeys(
            finding
            for path, uses in self.uses.items()
            if not wanted or path.resolve() in wanted
            for use in uses
            for finding in check_template(
                path.read_bytes(),
                file=shown(path),
                contract=Contract.of(use.kind, use.contexts, use.optional),
                standards=standards,
            )
        )
        yield from (self.missing if not wanted else ())
        yield from told


def survey(profiles: Iterable[tuple[Profile, Path]], programs: Iterable[tuple[Program, Profile, Path]]) -> Survey:
    """`profiles` with a folder of a programme in their workspace, real or not; `programs` give contexts."""
    uses: dict[Path, dict[str, Use]] = {}
    missing: dict[Finding, None] = {}
    for profile, folder in profiles:
        for layout in profile.documents:
            _use(uses, missing, profile, folder, layout)
    for program, profile, folder in programs:
        for document in prepare(View.of(program, profile)):
            use = _use(uses, missing, profile, folder, document.layout)
            try:
                context = document.context(draft=True)
            except DanglingReferences:
                continue  # the build tells of it
            if use:
                use.contexts.append(context)
    return Survey({path: tuple(kinds.values()) for path, kinds in uses.items()}, tuple(missing))


def _use(
    uses: dict[Path, dict[str, Use]],
    missing: dict[Finding, None],
    profile: Profile,
    folder: Path,
    layout: DocumentLayout,
) -> Use | None:
    path = template_path(layout.template, profile.id, folder)
    if path is None:
        missing[
            Finding(
                "BLD001",
                Severity.ERROR,
                f"Для документа «{layout.title}» нет шаблона {layout.template}",
                Place(f"templates/{layout.template}", where="файл"),
                "Положите шаблон в папку templates или поправьте ключ template в профиле.",
            )
        ] = None
        return None
    use = uses.setdefault(path, {}).setdefault(layout.kind, Use(layout.kind, set(layout.optional)))
    use.optional &= set(layout.optional)
    return use
