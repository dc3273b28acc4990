"""What of YAML is refused, what keys may be, and what a file has to be on the whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from munprog.diagnostics import Finding
from munprog.source import read_text

Expect = Callable[..., Finding]

ANCHOR = "Якоря YAML не поддерживаются: &{}"
TAG = "Теги YAML не поддерживаются: {}"
ALIAS = "Ссылки YAML на якорь не поддерживаются"
MERGE = "Слияние ключей «<<» не поддерживается"
DIRECTIVE = "Директивы YAML не поддерживаются"
SECOND = "В файле начинается второй документ YAML"
COMPLEX = "Ключом может быть только слово, а не список и не набор ключей"
SIGN = "Знак «{}» в начале значения означает {} YAML, а это не поддерживается"


@pytest.mark.parametrize(
    ("marked", "message", "hint"),
    [
        ("a: ⟦&x⟧ 1\n", ANCHOR.format("x"), "Уберите якорь"),
        ("a: ⟦&x⟧\n  b: 1\n", ANCHOR.format("x"), ""),
        ("a: ⟦&x⟧ [1]\n", ANCHOR.format("x"), ""),
        ("⟦&x⟧ a: 1\n", ANCHOR.format("x"), ""),
        ("a: ⟦!!str⟧ 1\n", TAG.format("!!str"), "Уберите тег"),
        ("a: ⟦!⟧ 1\n", TAG.format("!"), ""),
        ("a: ⟦!local⟧ {b: 1}\n", TAG.format("!local"), ""),
        ("a: ⟦!!int⟧ &x 1\n", TAG.format("!!int"), ""),
        ("a: ⟦&x⟧ !!int 1\n", ANCHOR.format("x"), ""),
        ("a: ⟦*x⟧\n", ALIAS, "само значение"),
        ("a: [1, ⟦*x⟧]\n", ALIAS, ""),
        ("⟦*x⟧ : 1\n", ALIAS, ""),
        ("⟦<<⟧: *x\n", MERGE, "прямо сюда"),
        ("⟦<<⟧: {b: 1}\n", MERGE, ""),
        ("⟦%YAML 1.2⟧\n---\na: 1\n", DIRECTIVE, "«%»"),
        ("# я\n⟦%TAG ! tag:x,2024:⟧\n---\na: 1\n", DIRECTIVE, ""),
        ("⟦%YAML 3.0⟧\n---\na: 1\n", DIRECTIVE, ""),
        ("⟦%что-то⟧\n---\na: 1\n", DIRECTIVE, ""),
        ("a: 1\n⟦---⟧\nb: 2\n", SECOND, "Уберите строку «---»"),
        ("a: 1\n⟦---⟧", SECOND, ""),
        ("⟦[⟧a]: b\n", COMPLEX, "в кавычки"),
        ("? ⟦a⟧: b\n: c\n", COMPLEX, ""),
        ("? ⟦[⟧a, [b, {c: d}]]\n: c\n", COMPLEX, ""),
        (
            "a: ⟦{{⟧ title }}\n",
            "Текст в двойных фигурных скобках читается как ключи со значениями",
            "весь текст",
        ),
        # Texts that look like one of these to YAML.
        ("a: ⟦*⟧важно*\n", SIGN.format("*", "ссылку на якорь"), "в кавычки"),
        ("a: ⟦*⟧bold* x\n", SIGN.format("*", "ссылку на якорь"), ""),
        ("a: ⟦&⟧Ко\n", SIGN.format("&", "якорь"), ""),
        ("a: ⟦!⟧важно\n", SIGN.format("!", "тег"), ""),
        ("a: ⟦!⟧foo!bar x\n", SIGN.format("!", "тег"), ""),
        # What follows from them is no second fault.
        ("a: ⟦*x⟧ : b\n", ALIAS, ""),
        ("a: ⟦{{⟧ x }} y\n", "Текст в двойных фигурных скобках читается как ключи со значениями", ""),
    ],
)
def test_refused_feature(expect: Expect, marked: str, message: str, hint: str) -> None:
    expect(marked, "SRC005", message, hint)


def test_each_is_reported_and_the_rest_is_read() -> None:
    source = read_text("a: &x 1\nb: *x\n<<: *x\nc: !!str d\ne: f\n", name="a.yaml")
    assert [(finding.code, finding.place.line, finding.place.column) for finding in source.findings] == [
        ("SRC005", 1, 4),
        ("SRC005", 2, 4),
        ("SRC005", 3, 1),
        ("SRC005", 4, 4),
    ]
    assert source.data == {"a": 1, "b": None, "c": "d", "e": "f"}


def test_refused_values_are_named_so_that_nothing_reports_them_anew() -> None:
    source = read_text("a: &x 1\nb: [0, {c: 010, d: *x}]\n&y e: 1\nf: {g: !t {h: 1}}\n", name="a.yaml")
    assert set(source.refused) == {("a",), ("b", 1, "c"), ("b", 1, "d"), ("f", "g")}


def test_of_a_mapping_with_a_key_twice_nothing_is_known() -> None:
    source = read_text("a: 1\nb:\n  - c: 1\n    c: 2\n  - d: 1\n", name="a.yaml")
    assert source.refused == (("b", 0),)
    assert read_text("a: 1\na: 2\n", name="a.yaml").refused == ((),)


@pytest.mark.parametrize(
    ("marked", "key", "line"),
    [
        ("a: 1\n⟦a⟧: 2\n", "a", 1),
        ("a: 1\nb:\n  c: 1\n  d: 2\n  ⟦'c'⟧: 3\n", "c", 3),
        ("a: {x: 1, ⟦x⟧: 2}\n", "x", 1),
        ('2024: 1\n⟦"2024"⟧: 2\n', "2024", 1),
        ("й: 1\n⟦и\u0306⟧: 2\n", "и\u0306", 1),
        ("и\u0306: 1\n⟦й⟧: 2\n", "й", 1),
    ],
)
def test_duplicate_key(expect: Expect, marked: str, key: str, line: int) -> None:
    finding = expect(marked, "SRC004", f"Ключ «{key}» повторяется: он уже есть в строке {line}", "Оставьте один")
    (related,) = finding.related
    assert related.place.line == line
    assert related.message == "здесь он встретился впервые"


def test_every_duplicate_is_reported_and_the_first_value_wins() -> None:
    source = read_text("a: 1\nb: {c: 1, c: 2}\na: {d: 1, d: 2}\na: 3\n", name="a.yaml")
    assert [(finding.place.line, finding.place.column) for finding in source.findings] == [
        (2, 11),
        (3, 1),
        (3, 11),
        (4, 1),
    ]
    assert {related.place.line for finding in source.findings[1::2] for related in finding.related} == {1}
    assert source.data == {"a": 1, "b": {"c": 1}}
    assert source.place(("a",)).line == 1


def test_keys_that_differ_are_no_duplicates() -> None:
    assert read_text("a: 1\nA: 2\nа: 3\n'1': 4\n'1.0': 5\nb:\n  a: 1\n", name="a.yaml").findings == ()


ZERO = "Число начинается с нуля: {}"


@pytest.mark.parametrize(
    ("marked", "message", "hint"),
    [
        ("a: ⟦010⟧\n", ZERO.format("010"), 'возьмите в кавычки: "010"'),
        ("a: ⟦01⟧\n", ZERO.format("01"), '"01"'),
        ("a: ⟦00⟧\n", ZERO.format("00"), ""),
        ("a: ⟦-07⟧\n", ZERO.format("-07"), ""),
        ("a: ⟦01.06⟧\n", ZERO.format("01.06"), "дата"),
        ("a: [1, ⟦007.5⟧]\n", ZERO.format("007.5"), ""),
        ("a: ⟦0x1F⟧\n", "Шестнадцатеричная запись числа не принимается: 0x1F", '"0x1F"'),
        ("a: ⟦0o17⟧\n", "Восьмеричная запись числа не принимается: 0o17", '"0o17"'),
        ("a: ⟦.inf⟧\n", "Бесконечность здесь не число: .inf", '".inf"'),
        ("a: ⟦-.Inf⟧\n", "Бесконечность здесь не число: -.Inf", ""),
        ("a: ⟦+.INF⟧\n", "Бесконечность здесь не число: +.INF", ""),
        ("a: ⟦.nan⟧\n", "«не число» здесь не значение: .nan", "«–»"),
        ("a: ⟦.NaN⟧\n", "«не число» здесь не значение: .NaN", ""),
        (f"a: ⟦{'9' * 41}⟧\n", f"Слишком длинное число: {'9' * 40}…", "номер или код"),
        (f"a: ⟦{'9' * 5000}⟧\n", f"Слишком длинное число: {'9' * 40}…", ""),
        ("a: ⟦1e999999999⟧\n", "Слишком длинное число: 1e999999999", ""),
        ("a: ⟦1e-50⟧\n", "Слишком длинное число: 1e-50", ""),
        ("a: ⟦0e99999999999999999999⟧\n", "Слишком длинное число: 0e99999999999999999999", ""),
    ],
)
def test_refused_number(expect: Expect, marked: str, message: str, hint: str) -> None:
    expect(marked, "SRC010", message, hint)


LIST = "На верхнем уровне файла стоит список, а нужны ключи со значениями"
SINGLE = "На верхнем уровне файла стоит одно значение, а нужны ключи со значениями"


@pytest.mark.parametrize(
    ("marked", "message", "hint"),
    [
        ("# я\n⟦- a: 1⟧\n- b\n", LIST, "Начните файл с ключа"),
        ("⟦[a]⟧\n", LIST, ""),
        ("⟦просто текст⟧\n", SINGLE, "каждый ключ с новой строки"),
        ("⟦title:Программа⟧\n", SINGLE, "После двоеточия нужен пробел"),
        ("--- ⟦70.5⟧\n", SINGLE, ""),
        ("⟦''⟧\n", SINGLE, ""),
        ("⟦строка⟧\nи ещё\n", SINGLE, ""),
    ],
)
def test_top_level_is_keys(expect: Expect, marked: str, message: str, hint: str) -> None:
    expect(marked, "SRC012", message, hint)


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("⟦⟧", "Файл пуст"),
        ("⟦⟧\n\n", "Файл пуст"),
        ("⟦⟧---\n", "Файл пуст"),
        ("# я\n⟦null⟧\n", "Файл пуст"),
        ("⟦~⟧", "Файл пуст"),
        ("⟦⟧# Показатели\n# потом\n", "В файле одни комментарии"),
    ],
)
def test_empty_file(expect: Expect, marked: str, message: str) -> None:
    expect(marked, "SRC008", message, "Заполните файл")


def test_empty_mapping_is_no_empty_file() -> None:
    source = read_text("{}\n", name="a.yaml")
    assert source.findings == ()
    assert source.data == {}
