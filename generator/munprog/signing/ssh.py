"""Signatures by SSH keys, made and checked by `ssh-keygen`: the keys that people sign commits with."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap

NAMESPACE = "munprog-signoff"
"""A signature made for anything else, a commit for one, is none here."""
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"


class NoSignature(Exception):
    """A signature could not be made or checked; the message says why, in Russian."""


def sign(statement: bytes, key: Path) -> str:
    """The signature in base64, on one line. The key may be a public one whose private half an agent holds.

    Raises `NoSignature`.
    """
    done = _run("sign", "-f", str(key), "-n", NAMESPACE, input=statement)
    lines = done.stdout.decode("ascii", "replace").split()
    armoured = done.stdout.decode("ascii", "replace").strip().splitlines()
    if done.returncode or not lines or armoured[0] != _BEGIN or armoured[-1] != _END:
        raise NoSignature(f"Ключом «{key}» подписать не удалось: {_reason(done)}")
    return "".join(armoured[1:-1])


def principals(signature: str, signers: bytes, day: date) -> tuple[str, ...]:
    """Who may sign with this key on that day: names of `allowed_signers`; none for a stranger's key."""
    with _files(signature, signers) as (signed, allowed, _):
        done = _run("find-principals", "-s", signed, "-f", allowed, _at(day))
    return tuple(done.stdout.decode("utf-8", "replace").splitlines()) if done.returncode == 0 else ()


def is_signed(
    statement: bytes, signature: str, principal: str, signers: bytes, day: date, revoked: bytes = b""
) -> bool:
    """Whether the principal has signed this very statement with a key that was allowed on that day."""
    with _files(signature, signers, revoked) as (signed, allowed, keys):
        barred = ("-r", keys) if revoked else ()
        arguments = ("-f", allowed, "-I", principal, "-n", NAMESPACE, "-s", signed, *barred, _at(day))
        return _run("verify", *arguments, input=statement).returncode == 0


def _at(day: date) -> str:
    return f"-Overify-time={day:%Y%m%d}120000"


@contextmanager
def _files(signature: str, signers: bytes, revoked: bytes = b"") -> Iterator[Sequence[str]]:
    """What ssh-keygen reads from files alone: the signature, the allowed signers, the revoked keys."""
    armoured = "\n".join([_BEGIN, *wrap(signature, 70), _END, ""])
    with TemporaryDirectory(prefix="munprog-") as folder:
        paths = [Path(folder, name) for name in ("signature", "allowed_signers", "revoked_keys")]
        for path, data in zip(paths, (armoured.encode(), signers, revoked), strict=True):
            path.write_bytes(data)
        yield [str(path) for path in paths]


def _run(action: str, *arguments: str, input: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["ssh-keygen", "-Y", action, *arguments],
            input=input,
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C", "TZ": "UTC"},
        )
    except FileNotFoundError:
        raise NoSignature(
            "Не найдена программа ssh-keygen (OpenSSH 8.9 или новее): без неё подписи не поставить и не проверить."
        ) from None


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return said[-1] if said else f"ssh-keygen завершился с кодом {done.returncode}"
