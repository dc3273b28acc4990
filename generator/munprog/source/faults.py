"""The codes of this room and the words for whatever is no matter of syntax."""

from __future__ import annotations

from munprog.diagnostics import Finding, Place, Related, Severity

CODES = (
    "SRC001",  # not in UTF-8
    "SRC002",  # control character
    "SRC003",  # syntax
    "SRC004",  # key given twice
    "SRC005",  # anchor, alias, merge, tag, directive, second document, key that is no word
    "SRC006",  # nested too deep
    "SRC007",  # too large
    "SRC008",  # nothing in it
    "SRC009",  # not a text
    "SRC010",  # form of number that is not accepted
    "SRC011",  # cannot be opened
    "SRC012",  # top level is not keys with values
)

MAX_DEPTH = 64
MAX_BYTES = 4 * 1024 * 1024
MAX_EVENTS = 500_000
MAX_FINDINGS = 500


def error(code: str, message: str, place: Place, hint: str, related: tuple[Related, ...] = ()) -> Finding:
    return Finding(code, Severity.ERROR, message, place, hint, related=related)


def unreadable(name: str, problem: OSError) -> Finding:
    if isinstance(problem, FileNotFoundError):
        reason, hint = "файла нет", "Проверьте имя и папку файла."
    elif isinstance(problem, IsADirectoryError):
        reason, hint = "это папка", "Укажите файл."
    elif isinstance(problem, PermissionError):
        reason, hint = "нет права на чтение", "Проверьте права на файл и не открыт ли он в другой программе."
    else:
        reason, hint = f"ошибка системы {problem.errno or ''}".rstrip(), "Проверьте, доступны ли диск и файл."
    return error("SRC011", f"Файл не открывается: {reason}", Place(name), hint)


def not_a_file(name: str) -> Finding:
    return error("SRC011", "Файл не открывается: это не обычный файл", Place(name), "Укажите файл с текстом YAML.")


def too_large(name: str) -> Finding:
    return error(
        "SRC007",
        f"Файл больше {MAX_BYTES // 1024 // 1024} МБ",
        Place(name),
        "Раздел программы столько не занимает: проверьте, тот ли это файл.",
    )


def too_many(place: Place) -> Finding:
    return error("SRC007", f"В файле больше {MAX_EVENTS} значений", place, "Разделите данные на несколько файлов.")


def too_faulty(place: Place) -> Finding:
    return error(
        "SRC007",
        f"Ошибок уже {MAX_FINDINGS}: дальше файл не читался",
        place,
        "Исправьте найденные ошибки и проверьте, тот ли это файл.",
    )


def too_deep(place: Place) -> Finding:
    return error(
        "SRC006",
        f"Вложенность больше {MAX_DEPTH} уровней",
        place,
        "Проверьте отступы и скобки: так глубоко данные программы не вкладывают.",
    )


def empty(place: Place, *, comments: bool) -> Finding:
    message = "В файле одни комментарии" if comments else "Файл пуст"
    return error("SRC008", message, place, "Заполните файл; если раздел не нужен, удалите файл.")


def duplicate(key: str, place: Place, first: Place) -> Finding:
    return error(
        "SRC004",
        f"Ключ «{shorten(key)}» повторяется: он уже есть в строке {first.line}",
        place,
        "Оставьте один из двух или объедините их содержимое.",
        (Related(first, "здесь он встретился впервые"),),
    )


def not_a_mapping(place: Place, *, hint: str, kind: str) -> Finding:
    return error("SRC012", f"На верхнем уровне файла стоит {kind}, а нужны ключи со значениями", place, hint)


def shorten(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
