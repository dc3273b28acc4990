"""Codes of the findings that schemas give, and what each says."""

from __future__ import annotations

from collections.abc import Mapping

MISSING = "STR001"
UNKNOWN = "STR002"
TYPE = "STR003"
CHOICE = "STR004"
FORM = "STR005"
SIZE = "STR006"

CODES: Mapping[str, str] = {
    MISSING: "не указан обязательный ключ",
    UNKNOWN: "неизвестный ключ",
    TYPE: "значение другого рода: текст вместо списка, список вместо текста",
    CHOICE: "значения нет в списке допустимых",
    FORM: "значение записано не по форме: дата, срок, число, обозначение",
    SIZE: "пусто, слишком мало или слишком много",
}
