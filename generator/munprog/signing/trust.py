"""Whose word counts: keys, their roles and the needed roles, read from a place that no change under review reaches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from munprog import source
from munprog.model.build import construct
from munprog.model.trust import Roles
from munprog.review.revisions import NoRevision, is_ambiguous, is_tracked, lay_out
from munprog.validation.schema import SectionSchemas

FOLDER = "trust"
"""Where a revision of the workspace holds its trust."""
_SIGNERS, _ROLES, _REVOKED = "allowed_signers", "roles.yaml", "revoked_keys"


class NoTrust(Exception):
    """The trust cannot be had; the message says why, in Russian."""


@dataclass(frozen=True, slots=True)
class Trust:
    """`signers` is the text of `allowed_signers` of OpenSSH, `revoked` that of `revoked_keys`, if there is one."""

    roles: Roles
    signers: bytes
    revoked: bytes = b""

    def holds(self, principal: str, role: str, program: str) -> bool:
        grant = self.roles.principals.get(principal)
        return grant is not None and role in grant.roles and (not grant.programs or program in grant.programs)


def read_trust(folder: Path, programs: Iterable[Path] = ()) -> Trust:
    """The trust in a folder. It may not be part of the repository of the programmes it is to judge.

    Raises `NoTrust`.
    """
    if any(is_tracked(folder, program) for program in programs):
        raise NoTrust(
            f"Папка доверия «{folder}» – часть проверяемого репозитория: правка могла изменить и её. "
            "Возьмите доверие из защищённой ветки (--trust-ref origin/main) или из папки вне репозитория."
        )
    return _read(folder)


def trust_of_revision(workspace: Path, revision: str) -> Trust:
    """The trust that a revision of the workspace's repository holds in `trust/`. Raises `NoTrust`."""
    with TemporaryDirectory(prefix="munprog-", ignore_cleanup_errors=True) as target:
        try:
            if is_ambiguous(workspace, revision):
                raise NoTrust(
                    f"Имя «{revision}» носят и ветка, и тег или другая ветка. Назовите ветку полностью: "
                    f"refs/remotes/origin/main."
                )
            lay_out(workspace, revision, Path(target), (FOLDER,))
        except NoRevision as error:
            raise NoTrust(str(error)) from None
        if not Path(target, FOLDER).is_dir():
            raise NoTrust(f"Нет папки {FOLDER} с файлами {_SIGNERS} и {_ROLES} в ревизии «{revision}».")
        return _read(Path(target, FOLDER))


def _read(folder: Path) -> Trust:
    for name in (_SIGNERS, _ROLES):
        if not (folder / name).is_file():
            raise NoTrust(f"Нет файла {name} в папке доверия «{folder.name}».")
    revoked = folder / _REVOKED
    roles = _roles(folder / _ROLES)
    return Trust(roles, (folder / _SIGNERS).read_bytes(), revoked.read_bytes() if revoked.is_file() else b"")


def _roles(path: Path) -> Roles:
    read = source.read(path, name=f"{path.parent.name}/{path.name}")
    found = (*read.findings, *SectionSchemas().check("roles", read))
    if found or read.data is None:
        first = next(iter(found), None)
        where = f"{first.place.file}:{first.place.line}: {first.message}" if first else f"{read.name}: файл пуст"
        raise NoTrust(f"Список доверия повреждён – {where}.")
    return construct(Roles, read.data)
