"""The trust that commands are given: a folder, or a revision of the repository."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from munprog.cli import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from munprog.signing.trust import Trust

trust_option = wording.option(
    "--trust",
    metavar="ПАПКА",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Чьим ключам доверять: папка с allowed_signers и roles.yaml вне проверяемого репозитория.",
)
trust_ref_option = wording.option(
    "--trust-ref",
    metavar="РЕВИЗИЯ",
    help="Взять доверие из папки trust этой ревизии git: origin/main.",
)


def trust_for(folder: Path | None, revision: str | None, programs: Iterable[Path]) -> Trust | None:
    """What was named on the command line; what cannot be had is one clear line."""
    if folder and revision:
        raise click.UsageError("--trust и --trust-ref вместе не пишут: доверие берётся из одного места.")
    if not folder and not revision:
        return None
    from munprog.signing.trust import NoTrust, read_trust, trust_of_revision
    from munprog.workspace.locate import workspace_of

    listed = tuple(programs)
    try:
        if folder:
            return read_trust(folder, listed)
        assert revision
        return trust_of_revision(workspace_of(listed[0]) if listed else Path(), revision)
    except NoTrust as error:
        raise click.ClickException(str(error)) from None
