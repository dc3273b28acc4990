"""What has changed since a sign-off: in words where git has the revision that was signed, else by section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from munprog.diagnostics import KeyPath
from munprog.model.signoff import REGISTRAR, SignOff
from munprog.rendering import TemplateFault
from munprog.resources import SCHEMAS
from munprog.review.comparing import compare
from munprog.review.digests import PROFILE, REGISTRATION, TEMPLATE, covered, digests_of, template_digests
from munprog.review.formats import line
from munprog.review.revisions import NoRevision, commits, is_shallow, lay_out
from munprog.validation import Checked, Validated, validate
from munprog.validation.schema import SectionSchemas
from munprog.validation.schema.nodes import first
from munprog.workspace import NoPrograms, find
from munprog.workspace.locate import PROGRAMS, workspace_of

_TRIED = 10
"""Revisions that are laid out in search of the signed one, beside those that brought the sign-off."""


@dataclass(frozen=True, slots=True)
class Since:
    """`parts` names what differs, for people; `lines` are the differences in words where `revision` was found."""

    parts: tuple[str, ...]
    revision: str = ""
    lines: tuple[str, ...] = ()
    shallow: bool = False


def since(checked: Checked, entry: SignOff) -> Since:
    """What differs between the content that was signed and that in hand."""
    assert checked.program is not None
    assert checked.profile is not None
    folder = checked.folder.folder
    now = digests_of(checked.program, checked.profile, template_digests(checked.profile, folder))
    present = now.parts_for(entry.role)
    differing = [name for name in dict.fromkeys((*present, *entry.parts)) if present.get(name) != entry.parts.get(name)]
    parts = tuple(_title(name, checked) for name in differing)
    for revision in _candidates(folder, entry):
        lines = _lines(checked, entry, revision)
        if lines is not None:
            return Since(parts, revision, lines)
    return Since(parts, shallow=is_shallow(folder) if _in_repository(folder) else False)


def _in_repository(folder: Path) -> bool:
    try:
        return bool(commits(folder, limit=1))
    except NoRevision:
        return False


def _candidates(folder: Path, entry: SignOff) -> Iterator[str]:
    """The commits that brought this digest, those before them, then the latest ones of the programme."""
    try:
        brought = commits(folder, f"-S{entry.digest}", limit=_TRIED)
        yield from dict.fromkeys(
            (*reversed(brought), *(f"{one}^" for one in reversed(brought)), *commits(folder, limit=_TRIED))
        )
    except NoRevision:
        return


def _lines(checked: Checked, entry: SignOff, revision: str) -> tuple[str, ...] | None:
    """The differences since a revision; None where it does not hold what was signed."""
    folder = checked.folder.folder
    with TemporaryDirectory(prefix="munprog-", ignore_cleanup_errors=True) as target:
        try:
            lay_out(workspace_of(folder), revision, Path(target))
            (then,) = validate(find([Path(target, PROGRAMS, checked.folder.id)])).checked
            if not then.program or not then.profile:
                return None
            digests = digests_of(then.program, then.profile, template_digests(then.profile, then.folder.folder))
        except (NoRevision, NoPrograms, TemplateFault, OSError):
            return None
        if digests.for_role(entry.role) != entry.digest:
            return None
        (compared,) = compare(Validated((then,)), Validated((checked,)))
        return tuple(line(one) for one in compared.differences if _is_signed(one.path, entry.role))


def _is_signed(path: KeyPath, role: str) -> bool:
    """Whether somebody in this role signs the value: date and number of the act are the registrar's alone."""
    registered = path[:2] == ("order", REGISTRATION)
    return covered(str(path[0])) and (role == REGISTRAR or not registered)


def _title(name: str, checked: Checked) -> str:
    if name == PROFILE:
        return "профиль"
    if name == REGISTRATION:
        return "дата и номер акта"
    if name.startswith(TEMPLATE):
        return f"шаблон {name.removeprefix(TEMPLATE)}"
    source = checked.folder.sources.get(name)
    own = source.data.get("title") if source and isinstance(source.data, dict) and "/" in name else None
    if isinstance(own, str):
        return f"«{own}»"
    known = name.partition("/")[0] in ("sections", "minutes") or name in checked.folder.sources
    title = first(SectionSchemas(SCHEMAS).top(name, None), "title") if known else None
    return f"раздел «{title}»" if title else name
