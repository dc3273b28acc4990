"""Validation of programmes: reading, schemas, profile, rules – all findings at once, nothing stops at the first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from munprog import resources
from munprog.diagnostics import Finding, KeyPath, Place, Related, Severity
from munprog.model.build import Unreadable, build
from munprog.model.profile import Profile
from munprog.model.program import Program
from munprog.source import Data, Source
from munprog.validation.parameters import settings
from munprog.validation.profile import ProfileCheck, check_profile
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules import RULES
from munprog.validation.rules.links import dangling_kinds
from munprog.validation.schema import SectionSchemas
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
    """One programme after validation. `program` and `profile` are None where they could not be made."""

    folder: ProgramFolder
    findings: tuple[Finding, ...]
    program: Program | None
    profile: Profile | None

    @property
    def valid(self) -> bool:
        return self.program is not None and not any(one.severity is Severity.ERROR for one in self.findings)


@dataclass(frozen=True, slots=True)
class Validated:
    """What validation of a workspace found; findings in order of file, line, column, code."""

    checked: tuple[Checked, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Each finding once: two programmes under one faulty profile share its findings."""
        found = dict.fromkeys(finding for one in self.checked for finding in one.findings)
        return tuple(sorted(found, key=_order))

    @property
    def programs(self) -> int:
        return len(self.checked)

    @property
    def files(self) -> int:
        return sum(len(one.folder.sources) for one in self.checked)


def validate(workspace: Workspace) -> Validated:
    """Check every programme of the workspace."""
    validation = _Validation(SectionSchemas(resources.SCHEMAS), workspace.profile)
    return Validated(tuple(validation.check(read_folder(folder)) for folder in workspace.folders))


@dataclass(frozen=True, slots=True)
class _Validation:
    """One run over several programmes: each schema is read once, each profile checked once.

    `profile` is the one to check by, whatever the programmes name.
    """

    schemas: SectionSchemas
    profile: str | None
    checks: dict[tuple[str, Path], ProfileCheck] = field(default_factory=dict)

    def check(self, folder: ProgramFolder) -> Checked:
        findings, valid = self._sections(folder)
        if "program" not in folder.sources:
            return _checked(folder, [*findings, _no_main(folder)])
        program, unreadable = build(valid, frozenset(folder.sources) - valid.keys())
        findings += (_unreadable(folder, fault) for fault in unreadable)
        name = self.profile or _named_profile(folder)
        if program is None or not name:
            return _checked(folder, findings)
        checked = self._profile(name, folder)
        findings += checked.located(folder.sources["program"].place(("profile",)))
        if checked.profile:
            readable = {name: data for name, data in valid.items() if name not in program.unknown}
            findings += _rules(folder, Case(program, checked.profile, folder.id, readable))
        return _checked(folder, findings, program, checked.profile)

    def _sections(self, folder: ProgramFolder) -> tuple[list[Finding], dict[str, Data]]:
        """What is wrong with the files of a programme, and the data of the sections that are in order."""
        findings = [*(finding for source in folder.sources.values() for finding in source.findings), *_strays(folder)]
        valid: dict[str, Data] = {}
        for section, source in folder.sources.items():
            faults = self.schemas.check(section, source)
            findings += faults
            if source.data is not None and not faults and not source.refused:
                valid[section] = source.data
        return findings, valid

    def _profile(self, name: str, folder: ProgramFolder) -> ProfileCheck:
        key = name, workspace_of(folder.folder)
        if key not in self.checks:
            self.checks[key] = check_profile(*key, self.schemas)
        return self.checks[key]


def _checked(
    folder: ProgramFolder, findings: list[Finding], program: Program | None = None, profile: Profile | None = None
) -> Checked:
    return Checked(folder, tuple(sorted(_without_echoes(findings), key=_order)), program, profile)


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


def _rules(folder: ProgramFolder, case: Case) -> Iterator[Finding]:
    case = replace(case, dangling=dangling_kinds(case))
    for rule in RULES:
        setting = case.profile.rules.get(rule.code)
        if (setting and setting.severity == "off") or case.program.unknown.intersection(rule.needs):
            continue
        severity = Severity(setting.severity) if setting and setting.severity else rule.severity
        if rule.parameters:
            case = replace(case, settings=settings(rule.parameters, setting.parameters if setting else {}))
        for fault in rule.check(case):
            yield _finding(folder, rule, severity, fault)


def _finding(folder: ProgramFolder, rule: Rule, severity: Severity, fault: Fault) -> Finding:
    return Finding(
        rule.code,
        severity,
        fault.message,
        place_of(folder.sources, fault.path, key=fault.key),
        fault.hint,
        rule.basis,
        tuple(Related(place_of(folder.sources, path), message) for path, message in fault.related),
    )


def place_of(sources: Mapping[str, Source], path: KeyPath, *, key: bool = False) -> Place:
    """The place of an item: its path begins with the section's name."""
    return sources[str(path[0])].place(path[1:], key=key)


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
