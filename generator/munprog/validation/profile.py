"""A profile as checked: found, readable, valid against its schema, whole after inheritance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from munprog.diagnostics import Finding, KeyPath, Place, Severity
from munprog.model.build import construct
from munprog.model.numbers import as_written
from munprog.model.profile import Profile
from munprog.validation.layouts import check_layouts
from munprog.validation.parameters import default_shown
from munprog.validation.rules import RULES
from munprog.validation.schema import SectionSchemas
from munprog.validation.words import suggestion
from munprog.workspace.profiles import ProfileChain, load_profile, profile_names

_WHOLE = {
    "tables": ("title", "rows", "columns"),
    "documents": ("kind", "title", "template"),
    "passport": ("title",),
    "subprogram_passport": ("title",),
    "topics": ("title",),
}
"""What an item of these lists must have once inheritance is done."""


@dataclass(frozen=True, slots=True)
class ProfileCheck:
    """`profile` is None where it cannot be used; findings without a place of their own point at program.yaml."""

    profile: Profile | None
    findings: tuple[Finding, ...]

    def located(self, named: Place) -> tuple[Finding, ...]:
        """The findings, those without a file of their own placed where the programme names its profile."""
        return tuple(one if one.place.file else replace(one, place=named) for one in self.findings)


def check_profile(name: str, workspace: Path, schemas: SectionSchemas) -> ProfileCheck:
    """Load a profile with what it extends and check it. Nothing raises: what is wrong becomes findings."""
    chain = load_profile(name, workspace)
    findings = [finding for source in chain.sources for finding in source.findings]
    for source in chain.sources:
        if source.data is not None:
            findings += schemas.check("profile", source)
    # What extends no name at all has been told already: in the line of that key nothing else stands.
    told = {(finding.place.file, finding.place.line) for finding in findings}
    findings += (one for one in _unfound(chain, workspace) if (one.place.file, one.place.line) not in told)
    if not findings:
        findings += (*_unfinished(chain), *_unknown_tables(chain), *_unknown_rules(chain), *_wrong_parameters(chain))
        findings += check_layouts(chain, schemas)
    if findings:
        return ProfileCheck(None, tuple(findings))
    return ProfileCheck(construct(Profile, chain.merged(), ("profile",)), ())


def _unfound(chain: ProfileChain, workspace: Path) -> Iterator[Finding]:
    place = chain.sources[-1].place(("extends",)) if chain.sources else Place("")
    if chain.missing:
        names = profile_names(workspace)
        yield Finding(
            "CFG001",
            Severity.ERROR,
            f"Профиль «{chain.missing}» не найден",
            place,
            suggestion(chain.missing, names),
        )
    if chain.cycle:
        yield Finding(
            "CFG002",
            Severity.ERROR,
            f"Профиль «{chain.cycle}» в конце концов расширяет сам себя",
            place,
            "Уберите ключ extends у одного из профилей.",
        )


def _unfinished(chain: ProfileChain) -> Iterator[Finding]:
    data: dict[str, Any] = chain.merged()
    for key, wanted in _WHOLE.items():
        for item in data.get(key, ()):
            missing = [name for name in wanted if not item.get(name)]
            if missing:
                yield Finding(
                    "CFG003",
                    Severity.ERROR,
                    f"В профиле не дописан элемент «{item['id']}» списка {key}: нет {', '.join(missing)}",
                    _place(chain, key, item["id"]),
                    "Допишите ключи или проверьте id: возможно, он должен совпасть с id расширяемого профиля.",
                )


def _unknown_tables(chain: ProfileChain) -> Iterator[Finding]:
    """Tables that documents print without there being any. A profile without tables leaves them to those that extend
    it, and what these leave unmended is told where they extend it."""
    merged = chain.merged()
    known = [item["id"] for item in merged.get("tables", ())]
    own: Any = chain.sources[0].data
    written = {name: path for path, name in _printed_tables(own)}
    for at, row in enumerate(own.get("passport", ()) if known else ()):
        if row.get("table", known[0]) not in known:
            message, hint = f"В профиле нет таблицы «{row['table']}»", suggestion(row["table"], known)
            yield Finding("CFG004", Severity.ERROR, message, chain.sources[0].place(("passport", at, "table")), hint)
    for document in merged.get("documents", ()) if known else ():
        for name in dict.fromkeys(name for _, name in _printed_tables({"documents": [document]})):
            if name in known:
                continue
            if name in written:
                message, hint = f"В профиле нет таблицы «{name}»", suggestion(name, known)
            else:
                message = (
                    f"Документ «{document['id']}» расширяемого профиля печатает таблицу «{name}», а её в профиле нет"
                )
                hint = f"Опишите таблицу в tables или уберите документ: {{id: {document['id']}, removed: true}}."
            place = chain.sources[0].place(written.get(name, ("extends",)))
            yield Finding("CFG004", Severity.ERROR, message, place, hint)


def _printed_tables(data: Any) -> Iterator[tuple[KeyPath, str]]:
    for at, document in enumerate(data.get("documents", ())):
        yield from ((("documents", at, "tables", of), name) for of, name in enumerate(document.get("tables", ())))
        yield from _parts_with_tables(document, ("documents", at))


def _unknown_rules(chain: ProfileChain) -> Iterator[Finding]:
    """Settings of rules that do not exist: they would set nothing."""
    known = [rule.code for rule in RULES]
    for source in chain.sources:
        settings: Any = source.data
        for code in settings.get("rules", ()):
            if code not in known:
                yield Finding(
                    "CFG005",
                    Severity.ERROR,
                    f"Профиль настраивает правило {code}, которого нет",
                    source.place(("rules", code), key=True),
                    suggestion(code, known, "Все правила показывает «munprog explain»."),
                )


def _wrong_parameters(chain: ProfileChain) -> Iterator[Finding]:
    """Parameters that a rule does not have, or of another type than it can use."""
    rules = {rule.code: rule for rule in RULES}
    for source in chain.sources:
        data: Any = source.data
        for code, written in data.get("rules", {}).items():
            known = {one.name: one for one in rules[code].parameters} if code in rules else {}
            for name in written if code in rules else ():
                if name != "severity" and name not in known:
                    yield Finding(
                        "CFG010",
                        Severity.ERROR,
                        f"У правила {code} нет настройки «{name}»",
                        source.place(("rules", code, name), key=True),
                        suggestion(name, ("severity", *known)),
                    )
                elif name in known and known[name].read(written[name]) is None:
                    yield Finding(
                        "CFG011",
                        Severity.ERROR,
                        f"Настройка «{name}» правила {code} – {known[name].asked}, а здесь {_shown(written[name])}",
                        source.place(("rules", code, name)),
                        f"Она значит: {known[name].meaning}; обычно {default_shown(known[name]).rstrip('.')}.",
                    )


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return "список" if isinstance(value, list) else "набор ключей"
    return f"«{as_written(value)}»" if as_written(value).strip() else "пусто"


def _parts_with_tables(holder: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    for at, part in enumerate(holder.get("parts", ())):
        inner = (*path, "parts", at)
        if part.get("content") == "table":
            yield (*inner, "of"), part["of"]
        yield from _parts_with_tables(part, inner)


def _place(chain: ProfileChain, key: str, id: str) -> Place:
    for source in chain.sources:
        items = source.data.get(key) if isinstance(source.data, dict) else None
        for at, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict) and item.get("id") == id:
                return source.place((key, at, "id"))
    return chain.sources[0].place(())
