"""The environment in which templates run: data in, XML out, nothing else within reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import StrictUndefined, Undefined, UndefinedError, pass_context
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from munprog.layout.flow import Table
from munprog.layout.grid import Grid
from munprog.rendering.emission import Emission, is_flow
from munprog.rendering.flows import FlowWriter, Slot
from munprog.rendering.sections import Pages
from munprog.rendering.text import character_data, escape, run_text
from munprog.rendering.typography import bind

MAX_ROUNDS = 1_000_000
"""Rounds of all loops of one part together."""

STATE = "\0state"
"""The state of a rendering among the names of its context: no template can spell it."""

_LOOP_ATTRIBUTES: Mapping[str, Callable[[LoopContext], object]] = {
    "first": lambda loop: loop.first,
    "last": lambda loop: loop.last,
    "index": lambda loop: str(loop.index),
}


class WrongValue(Exception):
    """A value that cannot stand where the template puts it; the text is for the template's author, in Russian."""


class TooLong(Exception):
    """A template that goes round its loops more often than any document needs."""


@dataclass(slots=True)
class State:
    """What one rendering of one part has at hand. `slots` and `pages` are numbered as in the compiled template."""

    emission: Emission
    writer: FlowWriter
    slots: tuple[Slot, ...] = ()
    slot_pages: tuple[int | None, ...] = ()
    pages: list[Pages] = field(default_factory=list)
    rounds: int = 0


class _Unknown(StrictUndefined):
    """An unknown name; the error's message is the name itself."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[UndefinedError] = UndefinedError,
    ) -> None:
        super().__init__(name or hint, obj, name, exc)


class Sandbox(SandboxedEnvironment):
    """Attribute access reaches items of mappings and three facts of a loop; there are no globals and no tests."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=_Unknown, finalize=_refuse_raw)
        self.globals = {}
        self.tests = {}
        self.filters = {**FILTERS, **_WRITERS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(name=attribute)
        if isinstance(obj, LoopContext) and attribute in _LOOP_ATTRIBUTES:
            return _LOOP_ATTRIBUTES[attribute](obj)
        if isinstance(obj, Undefined):
            return obj
        return self.undefined(name=attribute)


def _refuse_raw(value: object) -> object:
    """Every tag prints through a writer; whatever comes another way is no text of ours."""
    if isinstance(value, Markup):
        return value
    raise WrongValue(f"значение вида «{type(value).__name__}» нельзя напечатать")


def _known(value: object) -> object:
    if isinstance(value, Undefined):
        bool(value)
    return value


def _state(context: Context) -> State:
    state = context.vars.get(STATE, context.parent.get(STATE))
    assert isinstance(state, State)
    return state


@pass_context
def _upper(context: Context, value: object) -> str:
    text = _text(value)
    _state(context).emission.offered_texts.append(text)
    return text.upper()


def _text(value: object) -> str:
    if isinstance(_known(value), str):
        return str(value)
    if is_flow(value) or isinstance(value, Grid | Table):
        raise WrongValue("здесь стоят таблицы или абзацы, а тег напечатан внутри строки")
    kinds = {bool: "признак «да/нет»", type(None): "пустое значение"}
    what = kinds.get(type(value), "список" if isinstance(value, Iterable) else "не текст")
    raise WrongValue(f"здесь {what}: напечатать можно только текст")


@pass_context
def _inline(context: Context, value: object) -> Markup:
    """Text inside a w:t."""
    text = _text(value)
    emission = _state(context).emission
    emission.offered_texts.append(text)
    bound = bind(text)
    emission.printed.append(character_data(bound))
    return Markup(run_text(bound))


def _plain(value: object) -> Markup:
    """Text outside the document's own text, as in its properties: it does not count as printed."""
    return Markup(escape(_text(value)))


@pass_context
def _block(context: Context, value: object, number: int) -> Markup:
    """A flow or a grid in the place of a paragraph; `number` is that of its slot."""
    state = _state(context)
    flow = (Table(value),) if isinstance(value, Grid) else _known(value)
    if flow != () and not is_flow(flow):
        raise WrongValue("тег {{p …}} печатает абзацы и таблицы, а здесь другое значение; уберите букву p")
    state.emission.flows.add(id(value))
    place = state.slot_pages[number]
    pages = None if place is None else state.pages[place]
    try:
        return Markup(state.writer.write(flow, state.slots[number], pages))
    except ValueError as error:
        if pages is None:
            raise WrongValue("таблица не может стоять в ячейке или колонтитуле") from error
        raise


@pass_context
def _section(context: Context, _: object, number: int) -> Markup:
    """The properties of the template's section `number`."""
    return Markup(_state(context).pages[number].finish())


@pass_context
def _each(context: Context, value: object) -> Iterable[object]:
    """The items of a list; the rounds of all loops are counted."""
    if not isinstance(_known(value), list | tuple) or is_flow(value):
        raise WrongValue("цикл for проходит только по спискам")
    assert isinstance(value, list | tuple)
    state = _state(context)
    state.rounds += len(value) + 1
    if state.rounds > MAX_ROUNDS:
        raise TooLong
    return value


FILTERS: dict[str, Callable[..., Any]] = {"upper": _upper}
"""Filters that a template may name."""

_WRITERS: dict[str, Callable[..., Any]] = {
    " inline": _inline,
    " plain": _plain,
    " block": _block,
    " section": _section,
    " each": _each,
}
"""Filters that the compiler puts in; a leading space keeps them out of a template's reach."""
