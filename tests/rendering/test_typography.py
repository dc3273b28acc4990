"""Non-breaking spaces: where they come, where they do not, and that nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from munprog.rendering.typography import NBSP, bind

PIECES = st.sampled_from(
    [" ", NBSP, "№", "5", "1 234", "%", "г.", "руб.", "тыс.", "июня", "2026", "А.", "Озерова", "п.", "т.", "е."]
)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("приказ № 5 от 5 июня 2026 г. Программа", "приказ №_5 от 5_июня_2026_г. Программа"),
        ("А. В. Озерова и Озерова А. В.", "А._В._Озерова и Озерова_А._В."),
        ("приказ Озеровой А.В. принят", "приказ Озеровой_А.В. принят"),
        ("с. Приозерье, г. Сыктывкар", "с._Приозерье, г._Сыктывкар"),
        ("в 2024 г. Сыктывкар", "в 2024_г. Сыктывкар"),
        ("70 % и 1 234,5 тыс. руб.", "70_% и 1_234,5_тыс._руб."),
        ("пункт 5 части 1 ст. 28", "пункт 5 части 1 ст._28"),
        ("2024–2026 годы", "2024–2026_годы"),
        ("2024 2025", "2024 2025"),
        ("и т. д.", "и т._д."),
        ("ИНН/КПП 7006000225/700601001", "ИНН/КПП_7006000225/700601001"),
        ("в срок до 15 октября", "в срок до 15_октября"),
        ("слово к слову", "слово к слову"),
    ],
)
def test_spaces_inside_one_notion_do_not_break(text: str, bound: str) -> None:
    assert bind(text) == bound.replace("_", NBSP)


@given(st.lists(PIECES).map("".join) | st.text())
def test_only_spaces_change_and_only_once(text: str) -> None:
    assert bind(bind(text)) == bind(text)
    assert bind(text).replace(NBSP, " ") == text.replace(NBSP, " ")
