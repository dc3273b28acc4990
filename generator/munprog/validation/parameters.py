"""What a profile can set of a rule: thresholds and lists of words, each with its default, unit and meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from munprog.model.numbers import as_written, parse_number

T = TypeVar("T", int, Decimal, tuple[str, ...])
Setting = int | Decimal | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter(Generic[T]):
    """One setting of a rule. The type of `default` is its type: a whole number, a number, a list of words.

    `name` is its key in `rules` of a profile; `meaning` says in Russian what it does, `unit` in what it is counted.
    Numbers are never less than `least`.
    """

    name: str
    default: T
    meaning: str
    unit: str = ""
    least: int = 0

    @property
    def is_list(self) -> bool:
        return isinstance(self.default, tuple)

    @property
    def is_whole(self) -> bool:
        return isinstance(self.default, int)

    @property
    def asked(self) -> str:
        """What a value has to be, in words for a finding."""
        if self.is_list:
            return "список слов"
        kind = "целое число" if self.is_whole else "число"
        return f"{kind} не меньше {self.least}"

    def read(self, written: object) -> T | None:
        """The value that a profile gives, None where it is none of this parameter's type."""
        found: Any = self._words(written) if self.is_list else self._number(written)
        return found  # type: ignore[no-any-return]

    def _number(self, written: object) -> int | Decimal | None:
        number = parse_number(written)
        if number is None or number < self.least:
            return None
        if self.is_whole:
            return int(number) if number == number.to_integral_value() else None
        return number

    def _words(self, written: object) -> tuple[str, ...] | None:
        words = written if isinstance(written, list | tuple) else [written]
        told = all(isinstance(one, str) and one.strip() for one in words)
        return tuple(str(one) for one in words) if told else None


def settings(parameters: tuple[Parameter[Any], ...], written: Mapping[str, Any]) -> dict[str, Setting]:
    """The value of each parameter: what the profile gives and can be read, else the default."""
    given = {one.name: one.read(written[one.name]) for one in parameters if one.name in written}
    return {one.name: one.default if (value := given.get(one.name)) is None else value for one in parameters}


def default_shown(parameter: Parameter[Any]) -> str:
    """«3 раза», «и т. д.; и др.»"""
    if parameter.is_list:
        return "; ".join(parameter.default) or "нет"
    return f"{as_written(parameter.default)} {parameter.unit}".rstrip()
