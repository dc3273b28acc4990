"""What every item of a programme has in common.

Sixty generated `dataclass` constructors cost more at import than reading a whole programme, so the items share
one instead; `dataclass_transform` lets a type checker see each class as a frozen, keyword-only dataclass.
"""

from __future__ import annotations

import copyreg
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, NoReturn, dataclass_transform

from munprog.diagnostics import KeyPath

REQUIRED: Any = object()
"""Stands for the default of a field that has none."""


def frozen(mapping: Mapping[str, Any]) -> Mapping[str, Any]:
    """The mapping, and those inside it, as they will stay."""
    return MappingProxyType({key: frozen(one) if isinstance(one, dict) else one for key, one in mapping.items()})


def _reduced(mapping: Mapping[str, Any]) -> tuple[Any, tuple[dict[str, Any]]]:
    return frozen, (dict(mapping),)


copyreg.pickle(MappingProxyType, _reduced)  # a programme travels to the workers of a build


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record:
    """An immutable value with named fields; its subclasses only declare them."""

    fields: ClassVar[Mapping[str, Any]] = MappingProxyType({})
    """Name of each field → its default."""
    shorthand = "text"
    """The field that a value stands for which is written without keys."""

    def __init_subclass__(cls) -> None:
        annotations = cls.__dict__.get("__annotations__", {})  # noqa: RUF063 - inspect takes longer to import than all items
        own = {name: cls.__dict__.get(name, REQUIRED) for name in annotations}
        cls.fields = MappingProxyType({**cls.fields, **own})

    def __init__(self, /, **values: Any) -> None:
        wrong = [name for name in values if name not in self.fields]
        wrong += [name for name, default in self.fields.items() if default is REQUIRED and name not in values]
        if wrong:
            raise TypeError(f"{type(self).__name__}: missing or unknown fields: {', '.join(wrong)}")
        self.__dict__.update(self.fields)
        self.__dict__.update(values)
        for name, value in values.items():
            if isinstance(value, dict):
                self.__dict__[name] = frozen(value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({given})"


class Item(Record):
    """A piece of a programme that knows where it is written: the section's name, then its keys."""

    path: KeyPath = ()

    def __hash__(self) -> int:
        return hash((type(self), self.path))
