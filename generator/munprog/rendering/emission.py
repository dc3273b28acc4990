"""What a rendering printed, set against what it was offered and what stands in the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeGuard
from xml.parsers import expat

from munprog.diagnostics import Finding
from munprog.layout.flow import Code, Contents, Flow, Paragraph, Signatures, Table
from munprog.layout.grid import Grid
from munprog.rendering.faults import BAD_CHARACTER, LOST, NOT_PRINTED, Spot, TemplateFault
from munprog.rendering.fitting import Fitted

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHOWN = 60
_BUFFER = 1 << 20


def is_flow(value: object) -> TypeGuard[Flow]:
    return (
        isinstance(value, tuple)
        and bool(value)
        and isinstance(value[0], Paragraph | Table | Signatures | Contents | Code)
    )


class Emission:
    """Notes of one rendering. Texts are noted as offered, and as they must stand in the document."""

    __slots__ = ("flows", "offered_texts", "pictures", "printed", "tables")

    def __init__(self) -> None:
        self.offered_texts: list[str] = []
        self.flows: set[int] = set()
        """Flows and grids by identity: the context keeps them alive."""
        self.printed: list[str] = []
        self.tables: list[tuple[str, Fitted]] = []
        """The caption of each table, and the way it is set."""
        self.pictures: list[bytes] = []
        """Images in PNG, in the order of their relations."""


def unprinted(context: Mapping[str, object], emission: Emission, optional: frozenset[str], file: str) -> list[Finding]:
    """A finding for each value of `context` that the template has not printed, but for `optional` names."""
    missing = {text: count for text, count in _counts(context, emission, optional).items() if count > 0}
    found = []
    for path, leaf in _leaves(context, "", optional):
        if isinstance(leaf, str):
            if missing.get(leaf, 0) <= 0:
                continue
            missing[leaf] -= 1
        elif id(leaf) in emission.flows:
            continue
        what = f"«{_short(leaf)}» " if isinstance(leaf, str) else ""
        found.append(
            Spot(file).finding(
                NOT_PRINTED,
                f"шаблон не напечатал значение {what}({path})",
                f"Добавьте в шаблон {{{{ {path.split('[')[0]} }}}} или проверьте условия вокруг этого тега.",
            )
        )
    return found


def _counts(context: Mapping[str, object], emission: Emission, optional: frozenset[str]) -> Counter[str]:
    offered = Counter(leaf for _, leaf in _leaves(context, "", optional) if isinstance(leaf, str))
    offered.subtract(emission.offered_texts)
    return offered


def _leaves(value: object, path: str, optional: frozenset[str], name: str = "") -> Iterator[tuple[str, object]]:
    """Texts, flows and grids under `value`, with paths such as `signatories[0].name`; `name` is one without numbers.

    TypeError for a value that no template can print.
    """
    if isinstance(value, str):
        if value:
            yield path, value
    elif is_flow(value) or isinstance(value, Grid):
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            inner = f"{name}.{key}" if name else str(key)
            if inner not in optional:
                yield from _leaves(item, f"{path}.{key}" if path else inner, optional, inner)
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from _leaves(item, f"{path}[{number}]", optional, name)
    elif value is not None and not isinstance(value, bool):
        raise TypeError(f"{path}: a template cannot print {type(value).__name__}")


def lost(printed: Iterable[str], parts: Mapping[str, bytes], file: str) -> list[Finding]:
    """A finding for each printed text that does not stand in the character data of the `parts`.

    TemplateFault where a part is not XML at all.
    """
    data = "\n".join(_character_data(part, xml, printed, file) for part, xml in parts.items())
    lines = set(data.split("\n"))
    return [
        Spot(file).finding(LOST, f"текст «{_short(text)}» напечатан шаблоном, но в документ не попал")
        for text in dict.fromkeys(printed)
        if text not in lines and text not in data
    ]


def _character_data(part: str, xml: bytes, printed: Iterable[str], file: str) -> str:
    """The text of a part. Paragraphs stand on lines of their own: the writers put a line feed after each."""
    collected: list[str] = []
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.buffer_size = _BUFFER
    parser.CharacterDataHandler = collected.append
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise TemplateFault([*unprintable(printed, file), _broken(part, error, file)]) from error
    return "".join(collected)


def unprintable(texts: Iterable[str], file: str) -> Iterator[Finding]:
    """A finding for each text with a character that XML cannot hold."""
    for text in texts:
        found = _FORBIDDEN.search(text)
        if found:
            yield Spot(file).finding(
                BAD_CHARACTER,
                f"в тексте «{_short(_FORBIDDEN.sub('□', text))}» есть недопустимый знак U+{ord(found.group()):04X}",
                "Удалите этот знак: обычно он попадает в текст при копировании из другой программы.",
            )


def _broken(part: str, error: expat.ExpatError, file: str) -> Finding:
    return Spot(file, part).finding(
        LOST,
        f"документ получился повреждённым (строка {error.lineno}, знак {error.offset + 1})",
        "Сохраните шаблон в Word заново; если не поможет, сообщите разработчикам.",
    )


def _short(leaf: object) -> str:
    text = " ".join(str(leaf).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
