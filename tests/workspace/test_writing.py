"""Files are old or new, never half."""

from __future__ import annotations

from pathlib import Path

import pytest

from munprog.workspace.writing import write_atomically


def test_a_new_file_and_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "order.docx"
    assert write_atomically(path, b"one") is True
    assert path.read_bytes() == b"one"


def test_equal_bytes_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "order.docx"
    write_atomically(path, b"one")
    before = path.stat().st_mtime_ns
    assert write_atomically(path, b"one") is False
    assert path.stat().st_mtime_ns == before


def test_an_interrupted_write_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "order.docx"
    write_atomically(path, b"one")

    def interrupted(*_: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]
