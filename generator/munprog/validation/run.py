"""Validation of programmes: reading, schemas, profile, rules – all findings at once, nothing stops at the first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from munprog import resources
from munprog.diagnostics import Finding, Place, Severity, Waived
from munprog.model.build import Unreadable, build
from munprog.model.profile import Profile
from munprog.model.program import Program
from munprog.source import Data
from munprog.validation.checklists import ChecklistCheck, check_checklists
from munprog.validation.profile import ProfileCheck, check_profile
from munprog.validation.registry import Case
from munprog.validation.rules import RULES
from munprog.validation.ruling import is_asked, place_of, ruled
from munprog.validation.schema import SectionSchemas
from munprog.validation.waivers import KEY, Waiver, impossible_days, judged, taken_out
from munprog.workspace import ProgramFolder, Workspace, read_folder
from munprog.workspace.folder import shown
from munprog.workspace.locate import workspace_of

_FORMS: Mapping[str, tuple[str, str]] = {
    "date": ("Такой даты нет: «{}»", "Проверьте день и месяц; дата пишется как 01.09.2024."),
    "when": (
        "Срок «{}» не удалось понять",
        "Начало срока стоит раньше конца. Например: 15.09.2024; сентябрь 2024; III квартал 2024; ежегодно, май.",
    ),
    "number": ("«{}» – не число", "Число пишется цифрами: 1 234,5."),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """One programme after validation. `program` and `profile` are None where they could not be made; findings that the
    programme asks to put up with are `waived`, those of a list of old ones `known`; neither among `findings`."""

    folder: ProgramFolder
    findings: tuple[Finding, ...]
    program: Program | None
    profile: Profile | None
    waived: tuple[Waived, ...] = ()
    known: tuple[Finding, ...] = ()

    @property
    def valid(self) -> bool:
        return self.program is not None and not any(one.severity is Severity.ERROR for one in self.findings)


@dataclass(frozen=True, slots=True)
class Validated:
    """What validation of a workspace found; findings in order of file, line, column, code.

    `extra` are those of no programme.
    """

    checked: tuple[Checked, ...]
    extra: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Each finding once: two programmes under one faulty profile share its findings."""
        found = dict.fromkeys((*(finding for one in self.checked for finding in one.findings), *self.extra))
        return tuple(sorted(found, key=_order))

    @property
    def known(self) -> tuple[Finding, ...]:
        return tuple(sorted((finding for one in self.checked for finding in one.known), key=_order))

    @property
    def waived(self) -> tuple[Waived, ...]:
        return tuple(sorted((one for each in self.checked for one in each.waived), key=lambda one: _order(one.finding)))

    @property
    def programs(self) -> int:
        return len(self.checked)

    @property
    def files(self) -> int:
        return sum(len(one.folder.sources) for one in self.checked)


def validate(workspace: Workspace, *, as_of: date | None = None) -> Validated:
    """Check every programme of the workspace. `as_of` is the day by which waivers expire; without it none does."""
    validation = _Validation(SectionSchemas(resources.SCHEMAS), workspace.profile, as_of)
    return Validated(tuple(validation.check(read_folder(folder)) for folder in workspace.folders))


@dataclass(frozen=True, slots=True)
class _Validation:
    """One run over several programmes: each schema is read once, each profile checked once.

    `profile` is the one to check by, whatever the programmes name.
    """

    schemas: SectionSchemas
    profile: str | None
    as_of: date | None
    checks: dict[tuple[str, Path], ProfileCheck] = field(default_factory=dict)
    checklists: dict[Path, ChecklistCheck] = field(default_factory=dict)

    def check(self, folder: ProgramFolder) -> Checked:
        findings, valid, waivers = self._sections(folder)
        if "program" not in folder.sources:
            return _checked(folder, [*findings, _no_main(folder)])
        program, unreadable = build(valid, frozenset(folder.sources) - valid.keys())
        findings += (_unreadable(folder, fault) for fault in unreadable)
        case = None
        if program is not None and (name := self.profile or _named_profile(folder)):
            checked = self._profile(name, folder)
            findings += checked.located(folder.sources["program"].place(("profile",)))
            if checked.profile:
                readable = {name: data for name, data in valid.items() if name not in program.unknown}
                questions = self._checklists(folder) if program.expertise else ChecklistCheck()
                findings += questions.findings
                case = Case(program, checked.profile, folder.id, readable, questions=questions.questions)
        locate = partial(place_of, folder.sources)
        found = ruled(folder.sources, case) if case else ()
        asked = {rule.code: is_asked(rule, case) for rule in RULES}
        stands = judged(found, waivers, asked=asked, as_of=self.as_of, locate=locate)
        return _checked(folder, [*findings, *stands.standing], program, case.profile if case else None, stands.waived)

    def _sections(self, folder: ProgramFolder) -> tuple[list[Finding], dict[str, Data], list[Waiver]]:
        """What is wrong with the files of a programme; the data of the sections in order, and their waivers."""
        findings = [*(finding for source in folder.sources.values() for finding in source.findings), *_strays(folder)]
        valid: dict[str, Data] = {}
        waivers: list[Waiver] = []
        for section, source in folder.sources.items():
            faults = self.schemas.check(section, source)
            findings += faults
            if source.data is not None and not faults and not source.refused:
                here: list[Waiver] = []
                valid[section] = taken_out(source.data, (section,), here) if KEY in source.text.content else source.data
                findings += (
                    _unreadable(folder, Unreadable((*one.path, "until"), "date", one.until))
                    for one in impossible_days(here)
                )
                waivers += here
        return findings, valid, waivers

    def _profile(self, name: str, folder: ProgramFolder) -> ProfileCheck:
        key = name, workspace_of(folder.folder)
        if key not in self.checks:
            self.checks[key] = check_profile(*key, self.schemas)
        return self.checks[key]

    def _checklists(self, folder: ProgramFolder) -> ChecklistCheck:
        workspace = workspace_of(folder.folder)
        if workspace not in self.checklists:
            self.checklists[workspace] = check_checklists(workspace, self.schemas)
        return self.checklists[workspace]


def _checked(
    folder: ProgramFolder,
    findings: list[Finding],
    program: Program | None = None,
    profile: Profile | None = None,
    waived: tuple[Waived, ...] = (),
) -> Checked:
    return Checked(folder, tuple(sorted(_without_echoes(findings), key=_order)), program, profile, waived)


_OF_FORM = ("STR004", "STR005")
"""What is said of a value that is not one of a list, or not written as it should be."""


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """Leave out what is said of the form of a value in which a character was refused already: it follows from that."""
    refused = [one.place for one in findings if one.code == "SRC002"]
    return [one for one in findings if not (one.code in _OF_FORM and any(_within(at, one.place) for at in refused))]


def _within(inner: Place, outer: Place) -> bool:
    start, end = (inner.line, inner.column), (inner.end_line, inner.end_column)
    return (
        inner.file == outer.file and (outer.line, outer.column) <= start and end <= (outer.end_line, outer.end_column)
    )


def _named_profile(folder: ProgramFolder) -> str:
    data = folder.sources["program"].data
    name = data.get("profile") if isinstance(data, dict) else None
    return name if isinstance(name, str) else ""


def _unreadable(folder: ProgramFolder, fault: Unreadable) -> Finding:
    message, hint = _FORMS[fault.form]
    place = place_of(folder.sources, fault.path)
    return Finding("STR005", Severity.ERROR, message.format(fault.text), place, hint)


def _strays(folder: ProgramFolder) -> Iterator[Finding]:
    for path in folder.strays:
        yield Finding(
            "STR014",
            Severity.WARNING,
            f"Файл {path.name} не относится ни к одному разделу программы: он не читается",
            Place(shown(path)),
            "Переименуйте его по разделу (например plan.yaml) или перенесите свободный раздел в папку sections.",
        )


def _no_main(folder: ProgramFolder) -> Finding:
    return Finding(
        "STR015",
        Severity.ERROR,
        "В папке программы нет файла program.yaml",
        Place(f"{folder.name}/program.yaml"),
        "Создайте его: без него не видно, что это за программа и по какому профилю она написана.",
    )


def _order(finding: Finding) -> tuple[str, int, int, str]:
    return finding.place.file, finding.place.line, finding.place.column, finding.code
