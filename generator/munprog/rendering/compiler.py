"""Jinja source → compiled template: what may not be there is refused, every tag gets its writer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateSyntaxError, UndefinedError, nodes

from munprog.diagnostics import Finding
from munprog.rendering.faults import (
    FORBIDDEN_TAG,
    SYNTAX,
    TOO_LARGE,
    UNKNOWN_NAME,
    WRONG_SPOT,
    WRONG_VALUE,
    Spot,
    TemplateFault,
)
from munprog.rendering.flows import Slot
from munprog.rendering.markup import Markup
from munprog.rendering.sandbox import FILTERS, STATE, Sandbox, State, TooLong, WrongValue
from munprog.rendering.sections import Section

MAX_OUTPUT = 64 << 20
"""Characters of one rendered part."""

_ALLOWED = (nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.For, nodes.If)
_ALLOWED_LOGIC = (nodes.And, nodes.Or, nodes.Not)
_KINDS: Mapping[type[nodes.Node], str] = {
    nodes.Call: "вызов",
    nodes.Const: "число, строка или true/false",
    nodes.TemplateData: "текст",
    nodes.Assign: "присваивание set",
    nodes.AssignBlock: "присваивание set",
    nodes.Macro: "макрос macro",
    nodes.Import: "подключение import",
    nodes.FromImport: "подключение import",
    nodes.Include: "подключение include",
    nodes.Extends: "наследование extends",
    nodes.Block: "блок block",
    nodes.Getitem: "обращение по индексу […]",
    nodes.CondExpr: "условие внутри выражения",
    nodes.Compare: "сравнение",
    nodes.Test: "проверка is",
    nodes.Concat: "склейка строк",
    nodes.Filter: "фильтр",
    nodes.With: "блок with",
    nodes.CallBlock: "блок call",
    nodes.FilterBlock: "блок filter",
}
_SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_NARROW = re.compile(r"<(/?)w:(?:tc|txbxContent)[ >]")
_BEFORE_BLOCK = ("</w:p>", "</w:tbl>", "<w:body>", "</w:tcPr>", "<w:tc>", "<w:hdr", "<w:ftr", "</w:sectPr>", "<w:tc ")


@dataclass(frozen=True, slots=True)
class Compiled:
    """A part ready to be rendered. `slot_pages` holds the number of each slot's section, None where it has none."""

    markup: Markup
    template: JinjaTemplate
    slots: tuple[Slot, ...]
    slot_pages: tuple[int | None, ...]
    sections: tuple[Section, ...]
    names: frozenset[str]

    def render(self, context: Mapping[str, object], state: State) -> str:
        """The part's text; TemplateFault where the template does not suit the context."""
        chunks: list[str] = []
        size = 0
        names = self.template.new_context({**context, STATE: state})
        try:
            for chunk in self.template.root_render_func(names):
                chunks.append(chunk)
                size += len(chunk)
                if size > MAX_OUTPUT:
                    raise TooLong
        except UndefinedError as error:
            raise self._spot(error).fault(
                UNKNOWN_NAME,
                f"шаблону не дано значение «{error.message}»",
                "Проверьте имя в теге: список имён этого документа есть в документации.",
            ) from error
        except WrongValue as error:
            raise self._spot(error).fault(WRONG_VALUE, str(error)) from error
        except TooLong as error:
            raise self._spot(error).fault(TOO_LARGE, "документ по этому шаблону получается слишком большим") from error
        return "".join(chunks)

    def _spot(self, error: Exception) -> Spot:
        trace, line = error.__traceback__, 1
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self.template.filename:
                line = self.template.get_corresponding_lineno(trace.tb_lineno)
            trace = trace.tb_next
        return self.markup.spot(line)


@cache
def _sandbox() -> Sandbox:
    return Sandbox()


def compile_part(markup: Markup, *, document_text: bool = True) -> Compiled:
    """A part of WordprocessingML, or with `document_text` off any other XML; TemplateFault with every fault found."""
    sandbox = _sandbox()
    try:
        tree = sandbox.parse(markup.source)
    except RecursionError as error:
        raise _too_deep(markup) from error
    except TemplateSyntaxError as error:
        raise markup.spot(error.lineno).fault(
            SYNTAX,
            "тег шаблона записан с ошибкой",
            "Проверьте, что каждая скобка {{ }} или {% %} закрыта, а у каждого for и if есть endfor и endif.",
        ) from error
    found = list(_forbidden(tree, markup))
    if found:
        raise TemplateFault(found)
    names = frozenset(_names(tree))
    builder = _Builder(markup, document_text)
    builder.visit(tree)
    if builder.found:
        raise TemplateFault(builder.found)
    tree.set_environment(sandbox)
    filename = f"<{markup.file} {markup.part}>"
    try:
        code = sandbox.compile(tree, markup.part, filename)
    except (SyntaxError, RecursionError) as error:
        raise _too_deep(markup) from error
    template = JinjaTemplate.from_code(sandbox, code, {}, None)
    return Compiled(markup, template, tuple(builder.slots), tuple(builder.slot_pages), tuple(builder.sections), names)


def _too_deep(markup: Markup) -> TemplateFault:
    """Python's own limits on nesting, met by no template that a person would write."""
    return markup.spot(1).fault(
        TOO_LARGE, "теги for и if вложены друг в друга слишком глубоко", "Упростите шаблон: хватает двух-трёх уровней."
    )


def _forbidden(tree: nodes.Template, markup: Markup) -> Iterator[Finding]:
    for node in _descendants(tree):
        spot = markup.spot(_line(node))
        if isinstance(node, nodes.Filter):
            if node.name not in FILTERS or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
                yield spot.finding(
                    FORBIDDEN_TAG,
                    f"фильтр «{node.name}» в шаблонах не действует",
                    f"Разрешены фильтры без параметров: {', '.join(sorted(FILTERS))}.",
                )
        elif isinstance(node, nodes.For) and (node.recursive or not isinstance(node.target, nodes.Name)):
            yield spot.finding(FORBIDDEN_TAG, "цикл for может называть только одно имя: {% for строка in строки %}")
        elif not isinstance(node, _ALLOWED + _ALLOWED_LOGIC):
            kind = _KINDS.get(type(node), "вычисление")
            yield spot.finding(
                FORBIDDEN_TAG,
                f"{kind} в шаблоне не допускается",
                "В тегах пишут только имена значений, for, if, and, or и not: всё остальное готовит программа.",
            )


def _line(node: nodes.Node) -> int:
    """The line of a node; Jinja gives none to those that it wraps around others."""
    lines: Iterator[int | None] = (one.lineno for one in (node, *node.find_all(nodes.Node)))
    return next((line for line in lines if line is not None), 1)


def _descendants(node: nodes.Node) -> Iterator[nodes.Node]:
    """Nodes under `node`, but not under a forbidden one: one construct gives one finding."""
    for child in node.iter_child_nodes():
        yield child
        if isinstance(child, _ALLOWED + _ALLOWED_LOGIC + (nodes.Filter,)):
            yield from _descendants(child)


def _names(node: nodes.Node, scope: Mapping[str, str] | None = None) -> Iterator[str]:
    """What the template asks of its context, as `title` or `signatories[].name`."""
    scope = scope or {}
    if isinstance(node, nodes.For):
        path = _path(node.iter, scope)
        yield from _names(node.iter, scope)
        assert isinstance(node.target, nodes.Name)
        inner = {**scope, node.target.name: f"{path}[]", "loop": ""}
        for child in (*node.body, *([node.test] if node.test else [])):
            yield from _names(child, inner)
        for child in node.else_:
            yield from _names(child, scope)
    elif isinstance(node, nodes.Name | nodes.Getattr):
        path = _path(node, scope)
        if path:
            yield path
    else:
        for child in node.iter_child_nodes():
            yield from _names(child, scope)


def _path(node: nodes.Node, scope: Mapping[str, str]) -> str:
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        owner = _path(node.node, scope)
        return f"{owner}.{node.attr}" if owner else ""
    return ""


class _Builder:
    """Goes through a tree in the order of the document and gives each tag the writer that its place asks for."""

    def __init__(self, markup: Markup, document_text: bool) -> None:
        self.markup = markup
        self.document_text = document_text
        self.found: list[Finding] = []
        self.slots: list[Slot] = []
        self.slot_pages: list[int | None] = []
        self.sections: list[Section] = []
        self.total = len(_SECTION.findall(markup.source))
        self.tag = ""
        """The last piece of markup before the tag at hand: from its opening bracket on."""
        self.filled = False
        """Whether anything stands before the tag at hand in its section."""
        self.narrow = 0
        """Cells and text boxes that the tag at hand stands in."""

    def visit(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Output):
            self._output(node)
            return
        if isinstance(node, nodes.For):
            assert isinstance(node.iter, nodes.Expr)
            node.iter = self._filter(" each", node.iter)
        for child in node.iter_child_nodes(exclude=("iter", "target", "test")):
            self.visit(child)

    def _output(self, node: nodes.Output) -> None:
        written: list[nodes.Expr] = []
        for at, child in enumerate(node.nodes):
            if isinstance(child, nodes.TemplateData):
                written += self._data(child)
            else:
                after = node.nodes[at + 1] if at + 1 < len(node.nodes) else None
                written.append(self._tag(child, after))
        node.nodes = written

    def _data(self, node: nodes.TemplateData) -> Iterator[nodes.Expr]:
        """The text, with a tag in the place of each section's properties."""
        end = 0
        if self.markup.paged:
            for section in _SECTION.finditer(node.data):
                yield nodes.TemplateData(node.data[end : section.start()], lineno=node.lineno)
                yield self._filter(" section", nodes.Const(None, lineno=node.lineno), len(self.sections))
                self.sections.append(Section.read(section.group()))
                end = section.end()
                self.filled = False
        yield nodes.TemplateData(node.data[end:], lineno=node.lineno)
        rest = node.data[end:]
        self.tag = rest[rest.rfind("<") :] if "<" in rest else self.tag + rest
        self.filled |= "</w:p>" in rest
        self.narrow += sum(-1 if closing else 1 for closing in _NARROW.findall(node.data))

    def _tag(self, node: nodes.Expr, after: nodes.Expr | None) -> nodes.Expr:
        if not self.document_text:
            return self._filter(" plain", node)
        last = self.tag
        if re.match(r"<w:t[ >]", last) and ">" in last:
            return self._filter(" inline", node)
        if ">" in last and last.startswith(_BEFORE_BLOCK) and not last[last.rfind(">") + 1 :].strip():
            return self._filter(" block", node, self._slot(after))
        spot = self.markup.spot(node.lineno)
        self.found.append(
            spot.finding(
                WRONG_SPOT,
                "тег стоит там, где значение напечатать нельзя: в коде поля, свойстве рисунка или вместо части строки",
                "Поставьте тег в обычный текст абзаца; тег {{p …}} должен занимать абзац целиком.",
            )
        )
        return node

    def _slot(self, after: nodes.Expr | None) -> int:
        paged = self.markup.paged and self.narrow == 0 and len(self.sections) < self.total
        following = after.data.lstrip() if isinstance(after, nodes.TemplateData) else ""
        self.slots.append(
            Slot(
                page_text=paged,
                opens=not self.filled,
                closes=following.startswith("<w:sectPr"),
                after_table=self.tag.startswith("</w:tbl>"),
            )
        )
        self.slot_pages.append(len(self.sections) if paged else None)
        self.filled, self.tag = True, "</w:p>"
        return len(self.slots) - 1

    def _filter(self, name: str, node: nodes.Expr, number: int | None = None) -> nodes.Filter:
        args: list[nodes.Expr] = [] if number is None else [nodes.Const(number, lineno=node.lineno)]
        return nodes.Filter(node, name, args, [], None, None, lineno=node.lineno)
