"""A workspace as a revision of git holds it, laid out in a folder of its own.

Only regular files of programmes and profiles are taken, by their objects: no filter, hook or attribute of the
repository has a say, and no link leads out.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

_TAKEN = ("programs", "schemas", "templates")
_SHALLOW = " Копия репозитория неполная: скачайте историю командой git fetch --unshallow."
_REGULAR = {"100644", "100755"}


class NoRevision(Exception):
    """A revision cannot be had; the message says why, in Russian."""


def is_repository(folder: Path) -> bool:
    return _git(folder, "rev-parse", "--is-inside-work-tree").returncode == 0


def resolve(folder: Path, revision: str) -> str:
    """The full id of the commit that a revision names. Raises `NoRevision`."""
    if not is_repository(folder):
        raise NoRevision(f"Здесь нет репозитория git, поэтому ревизию «{revision}» взять неоткуда.")
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode:
        hint = _SHALLOW if is_shallow(folder) else ""
        raise NoRevision(f"Ревизии «{revision}» в репозитории нет.{hint}")
    return found.stdout.decode().strip()


def is_ambiguous(folder: Path, revision: str) -> bool:
    """Whether several branches or tags bear the name. git takes the tag, which anybody who may push may put."""
    asked = ("rev-parse", "--verify", "--end-of-options", revision)
    return b"is ambiguous" in _git(folder, "-c", "core.warnAmbiguousRefs=true", *asked).stderr


def lay_out(workspace: Path, revision: str, target: Path, folders: Sequence[str] = _TAKEN) -> None:
    """Write programmes, profiles and templates of the workspace (or other folders) at a revision into an empty folder.

    Raises `NoRevision`.
    """
    commit = resolve(workspace, revision)
    prefix = _checked(workspace, "rev-parse", "--show-prefix").decode().strip()
    listed = list(_listed(workspace, commit, prefix, folders))
    contents = _contents(workspace, [object_id for _, object_id in listed])
    for (name, _), data in zip(listed, contents, strict=True):
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def is_tracked(folder: Path, other: Path) -> bool:
    """Whether the folder (or the link or submodule that stands for it) is kept by the repository of the other one."""
    paths = {str(folder.absolute()), str(folder.resolve())}
    try:
        found = (_git(other, "ls-files", "-z", "--", f":(literal){path}") for path in paths)
        return any(one.returncode == 0 and one.stdout for one in found)
    except NoRevision:  # no git: nothing is known of revisions
        return False


def commits(folder: Path, *options: str, limit: int) -> tuple[str, ...]:
    """Ids of the commits that changed the folder, the latest first; none outside a repository."""
    chosen = ("--no-textconv", "--no-ext-diff", "--format=%H", f"--max-count={limit}", *options)
    done = _git(folder, "log", *chosen, "--", ".")
    return tuple(done.stdout.decode().split()) if done.returncode == 0 else ()


def _listed(workspace: Path, commit: str, prefix: str, folders: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names (relative to the workspace) and object ids of the files to take."""
    paths = [f"{prefix}{name}/" for name in folders]
    listing = _checked(workspace, "ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit, "--", *paths)
    for entry in listing.decode("utf-8", "surrogateescape").split("\0"):
        head, _, name = entry.partition("\t")
        if not name:
            continue
        mode, kind, object_id = head.split()
        inner = name.removeprefix(prefix)
        if mode in _REGULAR and kind == "blob" and ".." not in PurePosixPath(inner).parts:
            yield inner, object_id


def _contents(workspace: Path, ids: Sequence[str]) -> Iterator[bytes]:
    """The contents of objects, in order, by one process of git."""
    answer = _checked(workspace, "cat-file", "--batch", input="".join(f"{one}\n" for one in ids).encode())
    at = 0
    for _ in ids:
        end = answer.index(b"\n", at)
        head = answer[at:end].split()
        if len(head) != 3:  # «… missing»
            raise NoRevision("Копия репозитория неполная: в ней нет части файлов этой ревизии.")
        size = int(head[2])
        yield answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def is_shallow(folder: Path) -> bool:
    return _git(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _checked(folder: Path, *arguments: str, input: bytes = b"") -> bytes:
    done = _git(folder, *arguments, input=input)
    if done.returncode:
        raise NoRevision(f"git не смог прочитать историю: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout


def _git(folder: Path, *arguments: str, input: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "--no-replace-objects", "-C", str(folder), *arguments],
            input=input,
            capture_output=True,
            check=False,
            env={**os.environ, "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"},
        )
    except FileNotFoundError:
        raise NoRevision("Не найдена программа git: без неё можно сравнить только две папки.") from None
