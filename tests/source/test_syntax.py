"""A syntax fault gives one finding, in Russian, at the place to mend."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from munprog.diagnostics import Finding
from munprog.source import read_text

Expect = Callable[..., Finding]

TAB = "В отступе стоит знак табуляции"
QUOTE = "Кавычка {} открыта здесь и не закрыта в этой строке"
AFTER_QUOTE = "После закрывающей кавычки {} стоит ещё текст"
AFTER_BRACKET = "После закрывающей скобки {} стоит ещё текст"
COLON = "Двоеточие с пробелом внутри текста без кавычек"
NO_COLON = "В строке нет двоеточия: нужно «ключ: значение»"
NO_SPACE = "После двоеточия нет пробела"
TOO_FAR = "Строка читается как продолжение текста выше: у неё лишний отступ"
DASH = "Дефис пункта стоит не на уровне своего списка"
ITEM = "Здесь ожидается следующий пункт списка с дефисом"
INDENT = "Отступ строки не совпадает ни с одной строкой её уровня"
OPEN = "Скобка «{}» открыта здесь, а парная «{}» не найдена"
COMMA = "Лишний знак или пропущенная запятая внутри «{}»"
STRAY = "Знак «{}» не на месте"
START = "Текст не может начинаться со знака «{}»"
ESCAPE = "Неизвестная запись {} в двойных кавычках"
BLOCK = "После знака «{}» в начале значения текст начинают с новой строки"
BLANK = "Возле ключа стоит неразрывный или невидимый пробел ({})"


@pytest.mark.parametrize(
    ("marked", "message", "hint"),
    [
        # Tabs.
        ("a:\n⟦\t⟧- x\n", TAB, "Замените его пробелами"),
        ("a: b\n⟦\t⟧c: d\n", TAB, "по два на уровень"),
        ("a:\n  b: c\n ⟦\t⟧d: e\n", TAB, ""),
        ("a: x\n  ⟦\t⟧b: c\n", TAB, ""),
        ("a: |\n⟦\t⟧x\n", TAB, ""),
        ("- a\n-⟦\t⟧b\n", "Здесь стоит знак табуляции", "Замените его пробелом"),
        # Quotes.
        ("a: ⟦'⟧xx\nb: c\n", QUOTE.format("'"), "Закройте её"),
        ('a: 1\nb:\n  - ⟦"⟧xx\nb: c\n', QUOTE.format('"'), "кавычки другого вида"),
        ('a: ⟦"⟧xx\nb: "c"\n', QUOTE.format('"'), ""),
        ("a: ⟦'⟧x\n---\nb: 1'\n", QUOTE.format("'"), ""),
        ("a: ⟦'⟧x\n  y': 1\n", QUOTE.format("'"), ""),
        ('a: "Школа" ⟦№ 5⟧\nb: 1\n', AFTER_QUOTE.format('"'), "'…'"),
        ("a: 'x'⟦y⟧\n", AFTER_QUOTE.format("'"), '"…"'),
        ('a: "x"⟦: y⟧\n', AFTER_QUOTE.format('"'), ""),
        ('a: "C:⟦\\d⟧ocs"\n', ESCAPE.format("\\d"), "\\\\"),
        ('a: "⟦\\x⟧4"\n', ESCAPE.format("\\x"), ""),
        ('a: "⟦\\u⟧d83d\\ude00"\n', ESCAPE.format("\\u"), ""),
        # Texts that need quotes.
        ("a: б⟦:⟧ в\n", COLON, '"часть: продолжение"'),
        ("- title: Цель⟦:⟧ рост\n", COLON, ""),
        ("a: ⟦@⟧почта\n", START.format("@"), "Возьмите весь текст в кавычки"),
        ("a: ⟦`⟧x\n", START.format("`"), ""),
        ("unit: ⟦%⟧\n", START.format("%"), ""),
        ("a: ⟦> 50⟧\n", BLOCK.format(">"), "Если «>» часть текста"),
        ("a: ⟦|x⟧\n x\n", BLOCK.format("|"), ""),
        ("a: ⟦|0⟧\n x\n", BLOCK.format("|"), ""),
        ("a: ⟦?⟧ б\n", "Текст не может начинаться с «? »", "в кавычки"),
        ("a: [[таблица:показатели]] ⟦показывает⟧\n", AFTER_BRACKET.format("]"), "целиком в кавычки"),
        ("a: {x} ⟦y⟧\n", AFTER_BRACKET.format("}"), ""),
        ("a: ⟦-⟧ б\n", "Список не может начинаться в строке ключа", "на новую строку"),
        ("a: ⟦-⟧\n", "Одиночный дефис читается как пустой пункт списка", "–"),
        # Brackets.
        ("a: ⟦[⟧1, 2\n", OPEN.format("[", "]"), "Закройте скобку «]»"),
        ("a: ⟦[⟧1, 2", OPEN.format("[", "]"), ""),
        ("a: ⟦{⟧x: 1\n", OPEN.format("{", "}"), ""),
        ("a: ⟦[⟧", OPEN.format("[", "]"), ""),
        ("a: ⟦{⟧\n", OPEN.format("{", "}"), ""),
        ("a: ⟦[⟧1, 2\nb: c\n", OPEN.format("[", "]"), ""),
        ("a: [1,⟦,⟧2]\n", COMMA.format("[…]"), "одну запятую"),
        ("a: {x: 1 y⟦:⟧ 2}\n", COMMA.format("{…}"), ""),
        ("a: [1⟦}⟧\n", COMMA.format("[…]"), ""),
        ("a: ⟦]⟧\n", STRAY.format("]"), ""),
        ("⟦}⟧\n", STRAY.format("}"), ""),
        ("a: [x]⟦,⟧\n", STRAY.format(","), ""),
        # Colons.
        ("a: b\n⟦слово⟧\nd: e\n", NO_COLON, "Добавьте двоеточие"),
        ("⟦title Программа⟧\nid: x\n", NO_COLON, ""),
        ("a:\n  ⟦title Программа⟧   # так\n  id: x\n", NO_COLON, ""),
        ("a: 1\nтема⟦:м⟧ой район\nc: 2\n", NO_SPACE, "обычным пробелом"),
        ("a⟦:\xa0⟧б\nc: d\n", "После двоеточия стоит неразрывный пробел", "обычным пробелом"),
        ("a:\n  - б\n  ⟦-⟧в\n", "После дефиса нет пробела", "Поставьте пробел"),
        ("a: 1\n⟦:⟧ 2\n", "Перед двоеточием нет ключа", "Впишите ключ"),
        (f"⟦{'я' * 1100}: 1⟧\n", "Ключ длиннее 1024 знаков", "Сократите"),
        # Indents.
        ("a: b\n ⟦c:⟧ d\n", TOO_FAR, "вровень с соседними"),
        ("- a\n  ⟦b:⟧ c\n", TOO_FAR, ""),
        ("a:\n  - x\n ⟦-⟧ y\n", DASH, "с одного столбца"),
        ("a: x\n⟦-⟧ b\n", DASH, ""),
        ("a:\n  - x\n  ⟦y: 1⟧\n", ITEM, "«- »"),
        ("a: x # в\n  ⟦y: z⟧\n", INDENT, "вложенные сдвигают"),
        ("a:\n    b: 1\n  ⟦c: 2⟧\n", INDENT, ""),
        (" a: 1\n⟦b: 2⟧\n", "Строка стоит левее первого ключа файла", "с первого столбца"),
        ("a: 1\n⟦...⟧\nb: 2\n", "Строка «...» кончает документ, а после неё есть текст", "Уберите"),
        # Blanks that are no spaces.
        ("a:\n⟦\xa0\xa0⟧b: 1\n", BLANK.format("U+00A0"), "обычными пробелами"),
        ("a:\n  ⟦\u200b⟧b: 1\n", BLANK.format("U+200B"), ""),
        ("ключ⟦\u202f⟧: 1\n", BLANK.format("U+202F"), ""),
        ("a:\n⟦\xa0⟧ b:\n    - c\n  d: 1\n", BLANK.format("U+00A0"), ""),
        # Version control.
        (
            "a: 1\n⟦<<<<<<< HEAD⟧\nb: 2\n=======\nb: 3\n>>>>>>> ветка\n",
            "В файле остались следы слияния git",
            "Оставьте нужный вариант",
        ),
    ],
)
def test_fault(expect: Expect, marked: str, message: str, hint: str) -> None:
    expect(marked, "SRC003", message, hint)


def test_open_bracket_names_where_reading_stopped(expect: Expect) -> None:
    finding = expect("a: ⟦[⟧1, 2\nb: c\n", "SRC003", OPEN.format("[", "]"))
    (related,) = finding.related
    assert (related.place.line, related.place.column, related.message) == (2, 2, "здесь чтение остановилось")


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_shift_nothing(expect: Expect, ending: str) -> None:
    expect(f"# 😀{ending}a:{ending}  б: 😀 в⟦:⟧ г{ending}", "SRC003", COLON)


def test_data_are_unknown_and_what_was_found_before_stays() -> None:
    source = read_text("a: 1\na: 2\nb: 010\nc: &x 1\nd: 'x\n", name="a.yaml")
    assert source.data is None
    assert [(finding.code, finding.place.line) for finding in source.findings] == [
        ("SRC004", 2),
        ("SRC010", 3),
        ("SRC005", 4),
        ("SRC003", 5),
    ]


MESSAGES = [
    *("a: ]", "a: [", "a: '", 'a: "', "a: @", "a: - b", "a: ? b", "a: b: c", "- a\nb: c", "a\nb: c", "a: |x"),
    *("a:\n\t- b", "%", "a: *", "a: !<", 'a: "\\q"', "a: {b: c d: e}", " a: b\nc: d", "a: 'b' c", "a: [b]]"),
    *(
        '"\\UFFFFFFFF": 1',
        'a: "\\U00110000"',
        "a: b\n c: d",
        "a: !x!y z",
        "%YAML 9.9\n---\na: 1",
        "a: > b",
        ": b",
    ),
]


@pytest.mark.parametrize("text", MESSAGES)
def test_no_english_leaks_from_the_parser(text: str) -> None:
    (finding,) = read_text(text, name="a.yaml").findings
    allowed = re.compile(r"YAML|git|\\[a-zA-Z]|U\+[0-9A-F]{4}|[«»].[«»]")
    for words in (finding.message, finding.hint):
        assert words
        assert not re.search("[A-Za-z]", allowed.sub("", words))


@pytest.mark.parametrize("text", MESSAGES)
def test_the_reader_in_pure_python_agrees_on_there_being_one_fault(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read_text(text, name="a.yaml")
    monkeypatch.setattr("munprog.source.builder.parser", __import__("yaml").SafeLoader)
    source = read_text(text, name="a.yaml")
    assert source.data is None
    assert [finding.code for finding in source.findings] == [finding.code for finding in expected.findings]
    assert not re.search("expected|found|cannot", source.findings[0].message)
