"""Words that rules share: names of kinds of items, nearest matches, short lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

_KINDS: Mapping[str, str] = {
    "body": "исполнитель",
    "stakeholder": "заинтересованная сторона",
    "school": "школа",
    "risk": "риск",
    "problem": "проблема",
    "task": "задача",
    "result": "ожидаемый результат",
    "indicator": "показатель",
    "measure": "индикатор",
    "direction": "направление",
    "activity": "мероприятие",
    "subprogram": "подпрограмма",
    "source": "источник финансирования",
    "finance-row": "строка финансирования",
    "topic": "тема",
    "document": "документ",
    "expert": "эксперт",
    "stage": "этап",
    "schedule": "план",
    "plan-section": "раздел плана",
    "clause": "пункт акта",
    "section": "свободный раздел",
    "table": "таблица",
}


def kind_name(kind: str) -> str:
    return _KINDS[kind]


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like the given one, or an empty string."""
    words = list(known)
    longer = [one for one in words if one.startswith(f"{word}-")]
    return longer[0] if len(longer) == 1 else next(iter(get_close_matches(word, words, n=1, cutoff=0.6)), "")


def among(known: Iterable[str], *, most: int = 8) -> str:
    """«Есть: а, б, в и ещё 5.»"""
    words = list(known)
    if not words:
        return "Пока здесь нет ни одного такого элемента."
    rest = f" и ещё {len(words) - most}" if len(words) > most else ""
    return f"Есть: {', '.join(words[:most])}{rest}."


def suggestion(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The hint for a word that is not known: the nearest one, else `otherwise`, else what there is."""
    words = list(known)
    close = nearest(word, words)
    return f"Возможно, имелось в виду «{close}»." if close else otherwise or among(words)


def joined(words: Iterable[str]) -> str:
    """«2024, 2025 и 2026»"""
    *head, last = words
    return f"{', '.join(head)} и {last}" if head else last


def of_period(period: str) -> str:
    """«2024 год», «2024/2025 учебный год»"""
    return f"{period} учебный год" if "/" in period else f"{period} год"
