"""Periods in words: «2024 г.», «к 2024 году», «к концу 2024/2025 учебного года»."""

from __future__ import annotations

from munprog.model.numbers import NBSP


def is_school_year(period: str) -> bool:
    return "/" in period


def period_short(period: str) -> str:
    """«2024 г.», «2024/2025 уч. г.»: before a dash and a value."""
    return f"{period}{NBSP}уч.{NBSP}г." if is_school_year(period) else f"{period}{NBSP}г."


def by_period(by: str) -> str:
    """«к 2024 году», «к концу 2024/2025 учебного года», «к 15.09.2024»; empty for nothing."""
    if not by:
        return ""
    if is_school_year(by):
        return f"к концу {by} учебного года"
    return f"к {by} году" if by.isdigit() else f"к {by}"
