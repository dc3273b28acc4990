"""The contract of templates is what the contexts really hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from munprog.documents import KINDS, prepare
from munprog.documents.offered import OFFERED
from munprog.layout.view import View
from munprog.templating.contract import leaves, shape_of
from munprog.validation import validate
from munprog.workspace import find

ROOT = Path(__file__).resolve().parents[2]


def test_every_kind_has_its_names() -> None:
    assert KINDS.keys() <= OFFERED.keys()
    for names in OFFERED.values():
        assert len({one.name for one in names}) == len(names)
        owners = {one.name for one in names}
        assert all(one.name.rpartition(".")[0] in owners | {""} for one in names)
        assert all(one.name.removesuffix("[]") in owners for one in names)


def test_contexts_hold_what_is_told_of_them() -> None:
    """Each key of each document of the programmes here, with its shape; and each name at the top is offered."""
    folders = (ROOT / "programs", Path(__file__).parent / "samples")
    unlike = set()
    for one in validate(find(folders), as_of=date(2026, 1, 1)).checked:
        for document in prepare(View.of(one.program, one.profile)) if one.program and one.profile else ():
            told = {name.name: name.shape for name in OFFERED[document.layout.kind]}
            context = document.context(draft=True)
            unlike |= {
                (document.layout.kind, path)
                for path, value in leaves(context)
                if path not in told or (value and told[path] is not shape_of(value))
            }
            unlike |= {(document.layout.kind, name) for name in told if "." not in name and "[" not in name} - {
                (document.layout.kind, name) for name in context
            }
    assert unlike == set(), "say it in documents/offered.py"
