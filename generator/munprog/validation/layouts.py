"""Layouts of a profile's tables: headers that can be read, fields and axes that their rows have, totals that sum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from munprog.diagnostics import Finding, KeyPath, Place, Severity
from munprog.validation.schema import SectionSchemas
from munprog.validation.words import among, nearest, suggestion
from munprog.workspace.profiles import ProfileChain

MOST_LEVELS = 4
"""Levels of a header that a reader can still follow."""

_OF_LABEL = ("period", "first", "last", "years", "id")
_OF_HEAD = ("number", "title")
_PLACE = re.compile(r"\{[^\w{}]*([^\W\d_][\w]*)[^\w{}]*\}")
_LISTS = {
    "tables": "таблица",
    "documents": "документ",
    "passport": "строка паспорта",
    "subprogram_passport": "строка паспорта подпрограммы",
    "topics": "тема",
}
_SUMS = ("finance", "finance_tree", "finance_sources", "finance_years", "volumes", "estimate")
"""Row sources that make totals of their own."""
_OWNED = ("task", "direction")
_LEVELS: Mapping[str, tuple[str, ...]] = {
    "measures": ("subprogram", *_OWNED),
    "activities": ("subprogram", *_OWNED, "section"),
    "activity_measures": ("subprogram", *_OWNED, "section"),
    "staged": ("stage",),
    "finance": _OWNED,
}
"""The heads over rows that a source has; the others have none."""
_PROGRAM = "program"
_OWN_TOTALS: Mapping[str, tuple[str, ...]] = {
    "finance": ("task", _PROGRAM),
    "finance_tree": (_PROGRAM,),
    "estimate": (_PROGRAM,),
}
"""The totals that money sums up without a column that says so."""
_BY_EXECUTOR = ("finance", "finance_tree")
"""The tables of money whose total is shown once more by executor."""


def check_layouts(chain: ProfileChain, schemas: SectionSchemas) -> Iterator[Finding]:
    """What is wrong with the tables of a whole profile; the chain is readable and valid against the schema."""
    yield from _repeated(chain)
    definitions: Mapping[str, Any] = schemas.documents.document("profile.schema.json")["$defs"]
    for table in chain.merged().get("tables", ()):
        if table.get("rows") and table.get("columns"):
            yield from _Check(_Place(chain, table["id"]), table, _Offer.of(_listed(table["rows"]), definitions)).all()


@dataclass(frozen=True, slots=True)
class _Offer:
    """What the rows of a table have: fields, and axes over which they run."""

    rows: tuple[str, ...]
    fields: tuple[str, ...]
    axes: tuple[str, ...]

    @classmethod
    def of(cls, rows: tuple[str, ...], definitions: Mapping[str, Any]) -> _Offer:
        found = [definitions[f"column_{one}"]["properties"] for one in rows]
        fields = dict.fromkeys(name for one in found for name in one["field"]["enum"])
        axes = dict.fromkeys(name for one in found for name in one.get("periods", {}).get("enum", ()))
        return cls(rows, tuple(fields), tuple(axes))


@dataclass(frozen=True, slots=True)
class _Place:
    """Finds the key of a table in the nearest profile of the chain that writes it."""

    chain: ProfileChain
    id: str

    def __call__(self, *path: str | int, key: bool = False) -> Place:
        for source in self.chain.sources:
            data: Any = source.data
            for at, table in enumerate(data.get("tables", ())):
                if table.get("id") == self.id and path[0] in table:
                    return source.place(("tables", at, *path), key=key)
        return self.chain.sources[0].place(())


@dataclass(frozen=True, slots=True)
class _Check:
    place: _Place
    table: Mapping[str, Any]
    offer: _Offer

    def all(self) -> Iterator[Finding]:
        deepest = max((_depth(column), at) for at, column in enumerate(self.table["columns"]))
        if deepest[0] > MOST_LEVELS:
            yield _error(
                "CFG020",
                f"Шапка таблицы «{self.table['id']}» в {deepest[0]} уровней, а читается не больше {MOST_LEVELS}",
                self.place("columns", deepest[1]),
                "Уберите один из общих заголовков: он может стать началом названий граф под ним.",
            )
        for path, column in _columns(self.table["columns"], ("columns",)):
            yield from self._column(path, column)
        yield from self._dividers()
        yield from self._totals()

    def _column(self, path: KeyPath, column: Mapping[str, Any]) -> Iterator[Finding]:
        name = column.get("field")
        if name and name not in self.offer.fields:
            yield self._unknown("CFG021", "поля", name, self.offer.fields, (*path, "field"))
        yield from self._pattern(column.get("text", ""), self.offer.fields, (*path, "text"))
        axis = column.get("periods")
        if axis and axis not in self.offer.axes:
            yield self._unknown("CFG022", "периодов", axis, self.offer.axes, (*path, "periods"))
        yield from self._pattern(column.get("stacked", ""), (*_OF_LABEL, "value"), (*path, "stacked"))
        label = column.get("label", "")
        for key, pattern in label.items() if isinstance(label, dict) else ((None, label),):
            yield from self._pattern(pattern, _OF_LABEL, (*path, "label", *((key,) if key else ())))

    def _dividers(self) -> Iterator[Finding]:
        apart = self.table.get("apart")
        if apart:
            yield from self._level("apart", apart, ("apart",), self._levels)
        if isinstance(apart, dict):
            yield from self._pattern(apart.get("text", ""), _OF_HEAD, ("apart", "text"))
        dividers = self.table.get("dividers")
        for at, one in enumerate(dividers if isinstance(dividers, list) else ()):
            yield from self._level("dividers", one, ("dividers", at), self._levels)
            if isinstance(one, dict):
                yield from self._pattern(one.get("text", ""), _OF_HEAD, ("dividers", at, "text"))

    def _totals(self) -> Iterator[Finding]:
        summed = any(column.get("total") for _, column in _columns(self.table["columns"], ()))
        totals = self.table.get("totals", ())
        if totals and not summed and not set(self.offer.rows) & set(_SUMS):
            yield _error(
                "CFG024",
                f"Итоги таблицы «{self.table['id']}» не из чего посчитать: ни у одной графы нет total",
                self.place("totals", key=True),
                "Скажите total: sum у тех граф, которые складываются, или уберите totals.",
            )
        for at, one in enumerate(totals):
            if summed or set(self.offer.rows) & set(_SUMS):
                yield from self._level("totals", one, ("totals", at), self._summed(summed))
            if isinstance(one, dict):
                yield from self._pattern(one.get("text", ""), _OF_HEAD, ("totals", at, "text"))
                if one.get("by") and one["by"] not in self.offer.fields:
                    yield self._unknown("CFG021", "поля", one["by"], self.offer.fields, ("totals", at, "by"))
                elif one.get("by") and not summed:
                    yield from self._by_part(one, at)

    @property
    def _levels(self) -> tuple[str, ...]:
        """The heads that some of its rows have."""
        return tuple(dict.fromkeys(level for row in self.offer.rows for level in _LEVELS.get(row, ())))

    def _summed(self, summed: bool) -> tuple[str, ...]:
        """What its totals may be of."""
        own = tuple(dict.fromkeys(level for row in self.offer.rows for level in _OWN_TOTALS.get(row, ())))
        return (*self._levels, _PROGRAM) if summed else own

    def _level(self, key: str, one: Any, path: KeyPath, known: tuple[str, ...]) -> Iterator[Finding]:
        """A head or a total of groups that its rows are not in."""
        level = one.get("of") if isinstance(one, dict) else one
        if level not in known:
            rows = ", ".join(self.offer.rows)
            where = (*path, "of") if isinstance(one, dict) else path
            hint = among(known) if known else f"Уберите {key}: эти строки идут подряд."
            yield _error(
                "CFG027", f"У строк {rows} таблицы «{self.table['id']}» нет уровня «{level}»", self.place(*where), hint
            )

    def _by_part(self, total: Mapping[str, Any], at: int) -> Iterator[Finding]:
        """Money is shown by executor below the total of the programme, and in no other way."""
        if set(self.offer.rows) & set(_BY_EXECUTOR) and (total["of"], total["by"]) == (_PROGRAM, "executor"):
            return
        shown = any(row in _BY_EXECUTOR for row in self.offer.rows)
        yield _error(
            "CFG028",
            f"Итог таблицы «{self.table['id']}» не раскладывается по полю «{total['by']}»",
            self.place("totals", at, "by"),
            "Деньги раскладываются по исполнителям под общим итогом: {of: program, by: executor}."
            if shown
            else "Уберите by: итог этой таблицы – одной строкой.",
        )

    def _pattern(self, pattern: str, known: Iterable[str], path: KeyPath) -> Iterator[Finding]:
        names = tuple(known)
        for name in dict.fromkeys(_PLACE.findall(pattern)):
            if name not in names:
                yield _error(
                    "CFG023",
                    f"В тексте таблицы «{self.table['id']}» нечего поставить на место {{{name}}}",
                    self.place(*path),
                    _hint(name, names),
                )

    def _unknown(self, code: str, what: str, name: str, known: tuple[str, ...], path: KeyPath) -> Finding:
        rows = ", ".join(self.offer.rows)
        message = f"У строк {rows} таблицы «{self.table['id']}» нет {what} «{name}»"
        return _error(code, message, self.place(*path), suggestion(name, known, among(known, most=20)))


def _repeated(chain: ProfileChain) -> Iterator[Finding]:
    """Items of one list with the same id: inheritance finds only one of them."""
    for source in chain.sources:
        data: Any = source.data
        for key, word in _LISTS.items():
            seen: set[str] = set()
            for at, item in enumerate(data.get(key, ())):
                if item["id"] in seen:
                    yield _error(
                        "CFG025",
                        f"В профиле две записи списка {key} с обозначением «{item['id']}» ({word})",
                        source.place((key, at, "id")),
                        "Дайте второй записи своё обозначение или уберите её.",
                    )
                seen.add(item["id"])


def _columns(columns: Iterable[Mapping[str, Any]], path: KeyPath) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
    for at, column in enumerate(columns):
        yield (*path, at), column
        yield from _columns(column.get("columns", ()), (*path, at, "columns"))


def _depth(column: Mapping[str, Any]) -> int:
    """Levels that a column takes in the header; the quarters of an axis stand under their years."""
    inner = max((_depth(one) for one in column.get("columns", ())), default=0)
    title = 1 if column.get("title") else 0
    if column.get("periods") and not column.get("stacked"):
        return title + (2 if column["periods"] == "quarters" else 1) + inner
    return title + inner if inner else 1


def _hint(name: str, known: tuple[str, ...]) -> str:
    close = nearest(name, known)
    if close:
        return f"Возможно, имелось в виду {{{close}}}."
    return f"Здесь понимается {', '.join(f'{{{one}}}' for one in known)}."


def _listed(rows: str | list[str]) -> tuple[str, ...]:
    return (rows,) if isinstance(rows, str) else tuple(rows)


def _error(code: str, message: str, place: Place, hint: str) -> Finding:
    return Finding(code, Severity.ERROR, message, place, hint)
