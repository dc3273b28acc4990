"""Validation of programmes: reading, schemas, profile, rules – all findings at once, nothing stops at the first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from munprog import resources
from munprog.diagnostics import Finding, KeyPath, Place, Related, Severity
from munprog.model.build import Unreadable, build
from munprog.model.profile import Profile
from munprog.model.program import Program
from munprog.source import Source
from munprog.validation.profile import ProfileCheck, check_profile
from munprog.validation.registry import Case, Fault, Rule
from munprog.validation.rules import RULES
from munprog.validation.rules.links import dangling_kinds
from munprog.validation.schema import SectionSchemas
from munprog.workspace import ProgramFolder, Workspace, read_folder
from munprog.workspace.folder import shown
from munprog.workspace.locate import workspace_of

_FORMS: Mapping[str, tuple[str, str]] = {
    "date": ("Такой даты нет: «{}»", "Дата пишется как 01.09.2024."),
    "when": ("Срок «{}» не удалось понять", "Например: 15.09.2024; сентябрь 2024; III квартал 2024; ежегодно, май."),
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
class Report:
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


def validate(workspace: Workspace) -> Report:
    """Check every programme of the workspace."""
    schemas = SectionSchemas(resources.SCHEMAS)
    profiles: dict[tuple[object, Path], ProfileCheck] = {}

    def profile_of(name: str, folder: Path) -> ProfileCheck:
        key = name, workspace_of(folder)
        if key not in profiles:
            profiles[key] = check_profile(name, key[1], schemas)
        return profiles[key]

    return Report(
        tuple(_check(read_folder(folder), workspace.profile, schemas, profile_of) for folder in workspace.folders)
    )


def _check(folder: ProgramFolder, wanted: str | None, schemas: SectionSchemas, profile_of: Any) -> Checked:
    findings = [finding for source in folder.sources.values() for finding in source.findings]
    findings += _strays(folder)
    if "program" not in folder.sources:
        return Checked(folder, (*findings, _no_main(folder)), None, None)
    data: dict[str, Any] = {}
    for section, source in folder.sources.items():
        faults = schemas.check(section, source)
        findings += faults
        if source.data is not None and not faults and not source.refused:
            data[section] = source.data
    program, unreadable = build(data, frozenset(folder.sources) - data.keys())
    findings += (_unreadable(folder, fault) for fault in unreadable)
    main = folder.sources["program"].data
    name = wanted or (main.get("profile") if isinstance(main, dict) else None)
    if program is None or not isinstance(name, str):
        return Checked(folder, tuple(findings), None, None)
    checked = profile_of(name, folder.folder)
    findings += checked.located(folder.sources["program"].place(("profile",)))
    if checked.profile is None:
        return Checked(folder, tuple(findings), program, None)
    readable = {name: value for name, value in data.items() if name not in program.unknown}
    findings += _run(folder, Case(program, checked.profile, folder.id, readable))
    return Checked(folder, tuple(sorted(findings, key=_order)), program, checked.profile)


def _run(folder: ProgramFolder, case: Case) -> Iterator[Finding]:
    case = replace(case, dangling=dangling_kinds(case))
    for rule in RULES:
        setting = case.profile.rules.get(rule.code)
        if (setting and setting.severity == "off") or case.program.unknown.intersection(rule.needs):
            continue
        severity = Severity(setting.severity) if setting and setting.severity else rule.severity
        own = replace(case, thresholds=setting.thresholds) if setting else case
        for fault in rule.check(own):
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
