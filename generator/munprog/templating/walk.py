"""A template's tags against its contract: names, loops, what is printed how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from munprog.diagnostics import Finding, Place, Severity
from munprog.documents.offered import Shape
from munprog.inspection.document import Paragraph
from munprog.templating.contract import Contract
from munprog.templating.tags import Tag, tags

UNKNOWN_NAME = "TPL014"
WRONG_USE = "TPL015"
UNBALANCED = "TPL016"
OUTSIDE_LOOP = "TPL017"
UNKNOWN_FILTER = "TPL018"

_NAME = r"[^\W\d]\w*"
_EXPRESSION = re.compile(rf"({_NAME}(?:\.{_NAME})*)((?:\s*\|\s*{_NAME}\s*)*)")
_PLAIN = re.compile(rf"({_NAME}(?:\.{_NAME})*)")
_FOR = re.compile(rf"for\s+({_NAME})\s+in\s+({_NAME}(?:\.{_NAME})*)")
_FILTERS = frozenset({"upper"})
_LOGIC = frozenset({"and", "or", "not"})
_LOOP = frozenset({"first", "last", "index"})
_MANY = 100
"""Faults after which none is worth a suggestion."""
_ENDS = {"endfor": "for", "endif": "if"}
_SHOWN = {
    Shape.FLOW: "абзацы и таблицы: нужен тег {{p …}} на отдельной строке",
    Shape.FLAG: "признак «да/нет»: его спрашивают в {% if … %}",
    Shape.LIST: "список: его проходят тегом for",
    Shape.GROUP: "группа значений: печатают её части через точку",
}


@dataclass(slots=True)
class Walk:
    """One part of a template. `printed` are the paths that it prints, `found` what is wrong."""

    file: str
    contract: Contract
    found: list[Finding] = field(default_factory=list)
    printed: set[str] = field(default_factory=set)
    _open: list[tuple[str, Tag, str, str]] = field(default_factory=list)
    """Loops and conditions that are open: word, tag, loop variable, path of its items."""
    _variables: frozenset[str] = frozenset()

    def read(self, paragraphs: tuple[Paragraph, ...]) -> None:
        every = tuple(tags(paragraphs))
        self._variables = frozenset(found[1] for one in every if (found := _FOR.fullmatch(one.text)))
        for tag in every:
            {"print": self._print, "do": self._do, "open": self._broken}[tag.kind](tag)
        for word, tag, _, _ in self._open:
            self._fault(UNBALANCED, tag, f"Тег {word} не закрыт", f"Поставьте {{% end{word} %}} там, где он кончается.")
        self._open = []

    def _broken(self, tag: Tag) -> None:
        pair = {"{{": "}}", "{%": "%}", "{#": "#}"}.get(tag.text)
        what = f"Скобка {tag.text} не закрыта в своём абзаце" if pair else f"Скобка {tag.text} ничего не закрывает"
        self._fault(UNBALANCED, tag, what, "Тег пишут целиком в одном абзаце: {{ имя }}.")

    def _print(self, tag: Tag) -> None:
        found = _EXPRESSION.fullmatch(tag.text)
        if not found:
            self._fault(WRONG_USE, tag, "В теге не имя", "Печатают только имена: {{ title }}, {{ signatory.name }}.")
            return
        for name in re.findall(_NAME, found[2]):
            if name not in _FILTERS:
                self._fault(UNKNOWN_FILTER, tag, f"Фильтра «{name}» нет", "Есть только upper – прописные буквы.")
        path, shape = self._resolve(tag, found[1])
        if shape is None:
            return
        self.printed.add(path)
        wanted = Shape.FLOW if tag.prefix == "p" else Shape.TEXT
        if shape is not wanted and path != "loop":
            what = _SHOWN.get(shape, "строка: она печатается тегом {{ … }} без буквы p")
            self._fault(WRONG_USE, tag, f"«{found[1]}» – {what}")

    def _do(self, tag: Tag) -> None:
        word = tag.text.split(maxsplit=1)[0] if tag.text else ""
        if word == "for":
            self._for(tag)
        elif word in ("if", "elif"):
            self._if(tag, word)
        elif word in _ENDS:
            self._end(tag, word)
        elif word == "else":
            if not self._open:
                self._fault(UNBALANCED, tag, "Тег else стоит вне if и for", "Удалите его или поставьте внутрь if.")
        else:
            self._fault(WRONG_USE, tag, f"Тега «{word}» в шаблонах нет", "Есть for, if, elif, else, endfor и endif.")

    def _for(self, tag: Tag) -> None:
        found = _FOR.fullmatch(tag.text)
        if not found:
            self._fault(WRONG_USE, tag, "Цикл записан не по форме", "Нужно: {%p for строка in список %}.")
            self._open.append(("for", tag, "", ""))
            return
        path, shape = self._resolve(tag, found[2])
        if shape not in (None, Shape.LIST):
            self._fault(WRONG_USE, tag, f"«{found[2]}» – не список: цикл for проходит только по спискам")
        self._open.append(("for", tag, found[1], f"{path}[]" if shape is Shape.LIST else ""))

    def _if(self, tag: Tag, word: str) -> None:
        condition = tag.text[len(word) :]
        if not re.fullmatch(r"[\w.\s()]+", condition):
            self._fault(WRONG_USE, tag, "В условии не только имена", "В if пишут имена, and, or и not.")
        for name in _PLAIN.findall(condition):
            if name not in _LOGIC:
                self._resolve(tag, name)
        if word == "if":
            self._open.append(("if", tag, "", ""))

    def _end(self, tag: Tag, word: str) -> None:
        wanted = _ENDS[word]
        at = next((at for at in range(len(self._open) - 1, -1, -1) if self._open[at][0] == wanted), None)
        if at is None:
            self._fault(UNBALANCED, tag, f"Тегу {word} не предшествует {wanted}", "Удалите его или допишите начало.")
            return
        for other, opened, _, _ in self._open[at + 1 :]:
            self._fault(UNBALANCED, opened, f"Тег {other} не закрыт до {word}", f"Поставьте {{% end{other} %}} раньше.")
        del self._open[at:]

    def _resolve(self, tag: Tag, name: str) -> tuple[str, Shape | None]:
        """The path and the shape of a name; None where it is not known, which is told at once."""
        first, *rest = name.split(".")
        scope = {variable: path for word, _, variable, path in self._open if word == "for" and variable}
        if first == "loop" and len(rest) == 1 and rest[0] in _LOOP and any(one[0] == "for" for one in self._open):
            return "loop", Shape.TEXT
        if first in scope and not scope[first]:
            return "", None  # of a loop that is wrong itself
        path = scope.get(first, first)
        for attribute in ("", *rest):
            owner = path
            path = f"{path}.{attribute}" if attribute else path
            if path not in self.contract.shapes:
                self._unknown(tag, name, first, attribute, owner)
                return "", None
        return path, self.contract.shapes[path]

    def _unknown(self, tag: Tag, name: str, first: str, attribute: str, owner: str) -> None:
        if not attribute and first in self._variables:
            self._fault(
                OUTSIDE_LOOP,
                tag,
                f"«{first}» есть только внутри своего цикла for",
                "Перенесите тег между for и endfor.",
            )
            return
        known = self.contract.inside(owner if attribute else "")
        close = get_close_matches(attribute or first, known, 1, 0.6) if len(self.found) < _MANY else []
        hint = f"Возможно, вы имели в виду «{close[0]}»." if close else ""
        if attribute and not known:
            hint = f"У «{name.rpartition('.')[0]}» нет частей."
        listed = f"Список имён: munprog templates check --context {self.contract.kind}"
        self._fault(UNKNOWN_NAME, tag, f"Документ не даёт значения «{name}»", f"{hint} {listed}".strip())

    def _fault(self, code: str, tag: Tag, message: str, hint: str = "") -> None:
        self.found.append(
            Finding(code, Severity.ERROR, message, place_of(self.file, tag), hint, "соглашение о шаблонах")
        )


def place_of(file: str, tag: Tag) -> Place:
    text = tag.at.text.replace("\n", " ")
    return Place(file, tag.at.number, tag.start + 1, tag.at.number, tag.end + 1, text, tag.at.where)


def unprinted(contract: Contract, printed: set[str]) -> Iterator[str]:
    """Outermost paths of which nothing is printed and something could be."""
    leaves = {path for path, shape in contract.shapes.items() if shape in (Shape.TEXT, Shape.FLOW)}
    left = {path for path in leaves - printed if not contract.may_leave_out(path)}
    told: set[str] = set()
    for path in sorted(left):
        steps = re.split(r"(?=\.)|(?=\[\])", path)
        owners = ["".join(steps[:count]) for count in range(1, len(steps) + 1)]
        whole = next((one for one in owners if not any(leaf in printed for leaf in leaves if _under(leaf, one))), path)
        if whole not in told:
            told.add(whole)
            yield whole


def _under(path: str, owner: str) -> bool:
    return path == owner or path.startswith((f"{owner}.", f"{owner}["))
