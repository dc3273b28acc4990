"""Kinds of evidence by name. A new one is a short pure function in one of the modules here and its line there."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from munprog.checklist.collectors import analysis, goals, indicators, means, plan, structure, texts
from munprog.checklist.facts import Collector

_MODULES = (structure, analysis, goals, indicators, plan, means, texts)

COLLECTORS: Mapping[str, Collector] = MappingProxyType(
    {name: one for module in _MODULES for name, one in module.COLLECTORS.items()}
)
