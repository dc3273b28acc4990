"""A sign-off written into signoff.yaml: in its place, all else as it was."""

from __future__ import annotations

import json
from typing import Any

from munprog import source
from munprog.model.dates import format_date
from munprog.model.signoff import SignOff
from munprog.source import Source
from munprog.validation.forms import formatted
from munprog.validation.schema import SectionSchemas

_HEAD = "# Согласования: файл ведёт команда «munprog sign», вручную его не правят.\nsignoffs:\n"


class NotByLines(Exception):
    """The file is written in braces, so that nothing can be put into it line by line."""

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file}: согласования записаны в скобках. Запишите каждое с новой строки после дефиса и повторите команду."
        )


def written(file: Source | None, name: str, entry: SignOff) -> str:
    """The text of signoff.yaml (None where there is none yet) with the entry in place of that of the same role and
    name, or at the end.

    Raises `NotByLines`.
    """
    before: Any = file.data if file else {"signoffs": []}
    entries = list(before["signoffs"])
    at = next((at for at, one in enumerate(entries) if _identity(one) == (entry.role, entry.name)), len(entries))
    text = _edited(file, at, _block(entry, _indent(file))) if file else _HEAD + _block(entry, "  ")
    entries[at : at + 1] = [_data(entry)]
    read = source.read_text(text, name=name)
    if read.findings or read.data != {**before, "signoffs": entries}:
        raise NotByLines(name)
    text = formatted(read, "signoff", SectionSchemas())
    assert source.read_text(text, name=name).data == read.data  # what is signed is what will be read
    return text


def _edited(file: Source, at: int, block: str) -> str:
    lines = file.text.content.rstrip("\n").split("\n")
    data: Any = file.data
    if at < len(data["signoffs"]):
        place = file.place(("signoffs", at))
        lines[place.line - 1 : place.end_line] = [block.rstrip("\n")]
    else:
        end = file.place(("signoffs", at - 1)).end_line
        lines[end:end] = [block.rstrip("\n")]
    return "\n".join([*lines, ""])


def _indent(file: Source | None) -> str:
    """What stands before the dash."""
    column = file.place(("signoffs", 0, "role"), key=True).column if file else 5
    return " " * max(column - 3, 0)


def _identity(one: dict[str, Any]) -> tuple[str, str]:
    return str(one["role"]), str(one["name"])


def _data(entry: SignOff) -> dict[str, Any]:
    data: dict[str, Any] = {
        "role": entry.role,
        "position": entry.position,
        "name": entry.name,
        "date": format_date(entry.date),
        "scheme": entry.scheme,
        "digest": entry.digest,
        "parts": dict(entry.parts),
        "signature": entry.signature,
    }
    return {key: value for key, value in data.items() if value}


def _block(entry: SignOff, indent: str) -> str:
    lines: list[str] = []
    for key, value in _data(entry).items():
        if isinstance(value, dict):
            lines += [f"{key}:", *(f"  {_quoted(name)}: {_quoted(one)}" for name, one in value.items())]
        else:
            lines.append(f"{key}: {_quoted(value)}")
    return "".join(f"{indent}{'  ' if at else '- '}{line}\n" for at, line in enumerate(lines))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
