"""docs/programme.md, every key of every file of a programme, from the schemas: `python tools/key_page.py [--check]`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "programme.md"
SCHEMAS = ROOT / "schemas"
_FOLDERS = {"section": "sections/*.yaml", "minutes": "minutes/*.yaml", "monitoring": "monitoring/<год>.yaml"}
FILES = (
    "program",
    "passport",
    "analysis",
    "goals",
    "indicators",
    "plan",
    "finance",
    "mechanisms",
    "order",
    "section",
    "minutes",
    "monitoring",
    "expertise",
    "signoff",
)
COMMON = "common.schema.json"

Schema = dict[str, Any]

_HEAD = """# Ключи программы

<!-- Составлено tools/key_page.py по schemas/*.schema.json: править нужно там. -->

Все ключи по файлам. Тот же текст показывает редактор, когда курсор стоит на ключе. `[]` после ключа – список, `…` –
ключ, который вы называете сами: год, обозначение. **Полужирным** выделены ключи, без которых файл не принимается;
остальные требует или не требует профиль региона (`requires`). Рядом с любыми ключами может стоять `waivers` –
[исключения](waivers.md).
"""
_COMMON_HEAD = """## Общие формы

Значения одного вида устроены одинаково во всех файлах.
"""


class Key(NamedTuple):
    path: str
    required: bool
    node: Schema


class Schemas:
    def __init__(self) -> None:
        self._files = {path.name: json.loads(path.read_text("utf-8")) for path in SCHEMAS.glob("*.schema.json")}

    def file(self, name: str) -> Schema:
        return {**self._files[f"{name}.schema.json"], "x-file": f"{name}.schema.json"}

    def target(self, reference: str, home: str) -> Schema:
        """What a `$ref` leads to, with the name of its file and its own name beside it."""
        file, _, pointer = reference.partition("#/")
        found: Any = self._files[file or home]
        for step in pointer.split("/"):
            found = found[step]
        return {**found, "x-file": file or home, "x-name": pointer.split("/")[-1]}

    def keys(self, node: Schema, home: str, path: str, seen: tuple[str, ...] = ()) -> Iterator[Key]:
        """The keys below a node in every form it may take. Common forms are named, not unfolded."""
        if "$ref" in node:
            found = self.target(node["$ref"], home)
            if found["x-file"] == COMMON != home or found["x-name"] in seen:
                return
            yield from self.keys(found, found["x-file"], path, (*seen, found["x-name"]))
        for name, inner in node.get("properties", {}).items():
            if name != "waivers":
                yield Key(f"{path}{name}", name in node.get("required", ()), inner)
                yield from self.keys(inner, home, f"{path}{name}.", seen)
        for inner in node.get("patternProperties", {}).values():
            yield from self.keys(inner, home, f"{path}….", seen)
        if "items" in node:
            yield from self.keys(node["items"], home, f"{path.removesuffix('.')}[].", seen)
        for word in ("then", "else"):
            if word in node and "required" not in node[word]:
                yield from self.keys(node[word], home, path, seen)

    def form(self, node: Schema, home: str) -> str:
        """The name of the common form of a value, where it has keys of its own; else the words it may be."""
        choices: list[str] = []
        while True:
            choices = choices or [str(one) for one in node.get("enum", ())]
            if node.get("type") == "array" and "items" in node:
                node = node["items"]
            elif "$ref" in node:
                node = self.target(node["$ref"], home)
                home = node["x-file"]
                if home == COMMON and any(self.keys(node, home, "")):
                    return f"форма «{node['title']}»"
            else:
                return ", ".join(f"`{one}`" for one in choices)


def page() -> str:
    schemas = Schemas()
    parts = [_HEAD, *(_file(schemas, name) for name in FILES), _COMMON_HEAD, *_common(schemas)]
    return "\n".join(parts).rstrip() + "\n"


def _file(schemas: Schemas, name: str) -> str:
    schema = schemas.file(name)
    file = _FOLDERS.get(name, f"{name}.yaml")
    title = f"## {file} – {schema['title'][:1].lower()}{schema['title'][1:]}\n\n{schema['description']}\n"
    return f"{title}\n{_table(schemas, schemas.keys(schema, schema['x-file'], ''), schema['x-file'])}"


def _common(schemas: Schemas) -> Iterator[str]:
    for name, node in schemas.file("common")["$defs"].items():
        keys = [key for key in schemas.keys(node, COMMON, "", (name,)) if "." not in key.path and "[]" not in key.path]
        if keys and not name.startswith("waiver") and name != "row_text_detail":
            yield f"### {node['title']}\n\n{node['description']}\n\n{_table(schemas, keys, COMMON)}"


def _table(schemas: Schemas, keys: Iterator[Key] | list[Key], home: str) -> str:
    rows = ["| ключ | что это |", "|---|---|"]
    told: set[str] = set()
    for key in keys:
        if key.path not in told:
            told.add(key.path)
            path = f"**`{key.path}`**" if key.required else f"`{key.path}`"
            title, what, form = key.node.get("title", ""), key.node.get("description", ""), schemas.form(key.node, home)
            text = f"{title}. {what}" if title else what
            rows.append(f"| {path} | {text}{f' – {form}' if form else ''} |".replace("\n", " "))
    return "\n".join(rows) + "\n"


def main() -> None:
    if "--check" in sys.argv[1:]:
        if not PAGE.exists() or PAGE.read_text("utf-8") != page():
            sys.exit("docs/programme.md is stale: python tools/key_page.py")
    else:
        PAGE.write_text(page(), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
