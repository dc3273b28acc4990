"""One canonical form, by edits in place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from munprog.diagnostics import KeyPath
from munprog.source import Data, read_text
from munprog.source.canonical import UnreadableError, canonical

MESSY = """\
\ufeff# Файл\x20\x20
---
a:    1   # один
b :  'два'


c:
- x
-   y: "1"
    z:
    - 'p: q'
    # к z
    -  - 1
       -  2
      # к списку z
- |
    текст\x20\x20
      глубже

    конец

-    # пусто
  k: >-
    x
# к d
d: {a: 1,
    "b":2,   # внутри


  c: [x,
  'y']
  }
e:
    f: длинный
      текст

       дальше
    g: "кавычки\x20\x20
  и дальше \\
      слитно"
    h:
        'на своей строке'
'i':
     - {a: b}
     -
       - c
...
# конец\x20\x20

"""
CANONICAL = """\
# Файл
a: 1   # один
b: два

c:
  - x
  - y: "1"
    z:
      - "p: q"
      # к z
      - - 1
        - 2
      # к списку z
  - |
    текст\x20\x20
      глубже

    конец

  -    # пусто
    k: >-
      x
# к d
d: {a: 1,
    b: 2,   # внутри

  c: [x,
  y]
  }
e:
  f: длинный
    текст

    дальше
  g: "кавычки
    и дальше \\
    слитно"
  h:
    на своей строке
i:
  - {a: b}
  -
    - c
# конец
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_all_at_once(ending: str) -> None:
    assert canonical(MESSY.replace("\n", ending)) == CANONICAL


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Ends of lines, blank lines, marks.
        ("a: 1", "a: 1\n"),
        ("\n\na: 1\n\n\n", "a: 1\n"),
        ("a: 1\n\n\n\nb: 2\n", "a: 1\n\nb: 2\n"),
        ("a: 1\n  \n \nb: 2\n", "a: 1\n\nb: 2\n"),
        ("a: 1 \t\nb: 2  # в \n", "a: 1\nb: 2  # в\n"),
        ("--- # я\na: 1\n", "# я\na: 1\n"),
        ("# я\n\n---\n\na: 1\n", "# я\n\na: 1\n"),
        ("--- {a: 1}\n", "{a: 1}\n"),
        ("a: 1\n... # конец\n...\n", "a: 1\n# конец\n"),
        # Indents.
        ("  a: 1\n  b: 2\n", "a: 1\nb: 2\n"),
        ("a:\n    b:\n        c: 1\n", "a:\n  b:\n    c: 1\n"),
        ("a:\n b:\n  c: 1\n", "a:\n  b:\n    c: 1\n"),
        ("a:\n- 1\n- 2\nb: 3\n", "a:\n  - 1\n  - 2\nb: 3\n"),
        ("a:\n-   b: 1\n    c:\n    - 2\n", "a:\n  - b: 1\n    c:\n      - 2\n"),
        ("a:\n  -\n    b: 1\n    c: 2\n", "a:\n  -\n    b: 1\n    c: 2\n"),
        ("a:\n- - - 1\n    - 2\n  - 3\n-\n", "a:\n  - - - 1\n      - 2\n    - 3\n  -\n"),
        ("a:\n- # б\n  b: 1\n", "a:\n  - # б\n    b: 1\n"),
        # Comments go with what they stand by.
        ("a:\n# к б\n- б\n# к в\n- в\n# к d\nd: 1\n", "a:\n  # к б\n  - б\n  # к в\n  - в\n# к d\nd: 1\n"),
        ("a:\n    b: 1\n    # к b\nc: 2\n", "a:\n  b: 1\n  # к b\nc: 2\n"),
        ("a:\n    b: 1\n# к a\n    c: 2\n", "a:\n  b: 1\n# к a\n  c: 2\n"),
        ("a:\n    b:\n        c: 1\n      # между\nd: 2\n", "a:\n  b:\n    c: 1\n  # между\nd: 2\n"),
        ("a:\n    # к b\n  b: 1\n", "a:\n  # к b\n  b: 1\n"),
        ("a: 1\n    # в конце\n", "a: 1\n# в конце\n"),
        (
            "a:\n    b: |\n        текст\n       # не текст\n    c: 1\n",
            "a:\n  b: |\n    текст\n  # не текст\n  c: 1\n",
        ),
        # Blanks.
        ("a:   1\nb : 2\n'c'  :  3\n", "a: 1\nb: 2\nc: 3\n"),
        ("a:\n  -   1\n", "a:\n  - 1\n"),
        ("a:\tб\n", "a: б\n"),
        ("a: 'б'# в\n", "a: б # в\n"),
        ("a:\n    >\n  б\n", "a:\n  >\n  б\n"),
        ("a:      # пусто\nb:   |\n  x\n", "a:      # пусто\nb: |\n  x\n"),
        # Quotes.
        ("a: 'б'\nb: \"в\"\n", "a: б\nb: в\n"),
        (
            "a: '2024'\nb: 'true'\nc: ''\nd: '010'\ne: '.inf'\n",
            'a: "2024"\nb: "true"\nc: ""\nd: "010"\ne: ".inf"\n',
        ),
        ("a: 'yes'\nb: '2024-06-01'\nc: '70,5'\n", "a: yes\nb: 2024-06-01\nc: 70,5\n"),
        ("a: 'б: в'\nb: 'б #в'\nc: 'б:'\nd: '%'\n", 'a: "б: в"\nb: "б #в"\nc: "б:"\nd: "%"\n'),
        ("a: '[[таблица:x]]'\nb: 'см. [[таблица:x]]'\n", 'a: "[[таблица:x]]"\nb: см. [[таблица:x]]\n'),
        ("a: 'Школа \"Луч\"'\nb: '\"Луч\": 5'\n", 'a: Школа "Луч"\nb: \'"Луч": 5\'\n'),
        ('a: "\\"Луч\\""\nb: "C:\\\\x"\nc: "\\"\'"\n', 'a: \'"Луч"\'\nb: C:\\x\nc: "\\"\'"\n'),
        ("a: 'it''s: x'\n", 'a: "it\'s: x"\n'),
        ('a: "\\u00a0x"\nb: "x\\ty"\nc: "\xa0x"\n', 'a: "\\u00a0x"\nb: "x\\ty"\nc: "\xa0x"\n'),
        (
            "'2024': 1\n\"true\": 2\n'<<': 3\n'': 4\n'a: b': 5\n",
            '2024: 1\ntrue: 2\n"<<": 3\n"": 4\n"a: b": 5\n',
        ),
        ("a: ['б', 'в, г', 'д:е', '1']\n", 'a: [б, "в, г", "д:е", "1"]\n'),
        ("a: {'b':1, 'c': 'd', \"e\":'f'}\n", "a: {b: 1, c: d, e: f}\n"),
        ("a: {'b', \"c\"}\n", "a: {b, c}\n"),
        ("'---': 1\n'...': 2\n", '"---": 1\n"...": 2\n'),
        # Blocks of text are not touched, but move with their level.
        ("a:\n    b: |2\n          два\n      ноль\n", "a:\n  b: |2\n        два\n    ноль\n"),
        ("a:\n- >\n  x\n\n\n\n   y  \n\n\n\n- 1\n", "a:\n  - >\n    x\n\n\n\n     y  \n\n  - 1\n"),
        ("a: |+\n x\n\n\n\nb: 1\n", "a: |+\n  x\n\n\n\nb: 1\n"),
        ("a: |+\n x\n\n\n", "a: |+\n  x\n\n\n"),
        ("a: |\n x", "a: |-\n  x\n"),
        ("a: >+\n x", "a: >-\n  x\n"),
        ("a: |\n x\n  \n   \n y\n", "a: |\n  x\n   \n    \n  y\n"),
        ("a: |\n\n\nb: 1\n", "a: |\n\nb: 1\n"),
        ("a: |\n x\n  \n\n\nb: 1\n", "a: |\n  x\n   \n\nb: 1\n"),
        ("a: |   # в\n  x # не комментарий\n", "a: |   # в\n  x # не комментарий\n"),
        # Long texts are not wrapped anew.
        (f"a: {'слово ' * 60}\n", f"a: {' '.join(['слово'] * 60)}\n"),
        ("a:\n  текст\n  дальше\n", "a:\n  текст\n  дальше\n"),
        # Constructs that are left alone.
        ("? a\n:   1\n", "? a\n:   1\n"),
        ("{a: 1,\n  b: 2}\n", "{a: 1,\n  b: 2}\n"),
        ("a:\n    [1,\n     2]\n", "a:\n  [1,\n   2]\n"),
    ],
)
def test_form(before: str, after: str) -> None:
    assert canonical(before) == after
    assert canonical(after) == after
    assert repr(read_text(before, name="a").data) == repr(read_text(after, name="a").data)


@pytest.mark.parametrize(
    "text", ["", "# я\n", "- a\n", "a: 1\na: 2\n", "a: 'x\n", "a: 010\n", "a: \x01\n", "a: &x 1\n"]
)
def test_a_text_with_faults_has_no_form(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        canonical(text, name="раздел.yaml")
    assert caught.value.findings == read_text(text, name="раздел.yaml").findings
    assert caught.value.source.name == "раздел.yaml"


def _respell(path: KeyPath, value: Data) -> str | None:
    if path[-1] == "date" and value == "2024-06-01":
        return "01.06.2024"
    if value == "70,5":
        return "70.5"
    if isinstance(value, Decimal):
        return str(value).rstrip("0")
    return {"к коду": "010", "к тексту": "б: в", "к пустому": "", "к минусу": "-5", "к числу": "7"}.get(str(value))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("date: 2024-06-01   # день\nother: 2024-06-01\n", "date: 01.06.2024   # день\nother: 2024-06-01\n"),
        ("date: '2024-06-01'\n", "date: 01.06.2024\n"),
        ("a:\n- b: {date: 2024-06-01, x: '70,5'}\n", "a:\n  - b: {date: 01.06.2024, x: 70.5}\n"),
        ("a: 70.50\nb: [1.10, 2]\n", "a: 70.5\nb: [1.1, 2]\n"),
        ("a: к коду\nb: к тексту\nc: к пустому\n", 'a: "010"\nb: "б: в"\nc: ""\n'),
        ("a: к минусу\nb: [к минусу, к числу]\n", "a: -5\nb: [-5, 7]\n"),
        ("a: >-\n  70,5\nb: 70,5\n", "a: >-\n  70,5\nb: 70.5\n"),
        ("70,5: 70,5\n", "70,5: 70.5\n"),
        ("a:\nb:\n  - 70,5\n", "a:\nb:\n  - 70.5\n"),
    ],
)
def test_values_are_spelled_anew(before: str, after: str) -> None:
    assert canonical(before, rewrite=_respell) == after
    assert canonical(after, rewrite=_respell) == after


def test_rewrite_is_offered_paths_and_values() -> None:
    offered: list[tuple[KeyPath, Data]] = []

    def note(path: KeyPath, value: Data) -> None:
        offered.append((path, value))

    canonical("a: 1\nb:\n- c: {2024: 70.50, d: [x, 'y']}\n- true\n-\n- ~\n'e': |\n  z\n", rewrite=note)
    assert offered == [
        (("a",), 1),
        (("b", 0, "c", "2024"), Decimal("70.50")),
        (("b", 0, "c", "d", 0), "x"),
        (("b", 0, "c", "d", 1), "y"),
        (("b", 1), True),
        (("b", 3), None),
    ]


_words = st.sampled_from(["слово", "два слова", "x", "2024-06-01", "№ 5 «Луч»", "a:b", "don't", 'Школа "Луч"'])
_odd = st.sampled_from(["", "1", "true", "010", "б: в", "б #в", "- б", "[x]", "%", "'", '"', "\\", "\xa0", " x", "x:"])
_values = st.integers(-99, 99) | st.none() | st.booleans() | _words | _odd
_keys = st.sampled_from(["a", "b", "ключ", "2024", "true", "a b", "é"]) | st.sampled_from(["", "x: y", "-", "?", "<<"])
_trees: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    _keys,
    st.recursive(
        _values,
        lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(_keys, inner, min_size=1, max_size=3),
        max_leaves=10,
    ),
    min_size=1,
    max_size=4,
)


class _Scribe:
    """Writes data as no tidy person would, and remembers the comments."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self._draw = draw
        self.lines: list[str] = []
        self.comments: list[str] = []

    def _blanks(self, least: int = 0, most: int = 3) -> str:
        return " " * int(self._draw(st.integers(least, most)))

    def _comment(self) -> str:
        self.comments.append(f"# примечание {len(self.comments)}")
        return self.comments[-1]

    def _end(self) -> str:
        kind = self._draw(st.sampled_from(["nothing", "nothing", "blanks", "comment"]))
        if kind == "comment":
            return f"  {self._comment()} "
        return self._blanks(1) if kind == "blanks" else ""

    def _between(self, indent: int) -> None:
        for _ in range(self._draw(st.sampled_from([0, 0, 0, 1, 2]))):
            kind = self._draw(st.sampled_from(["blank", "comment", "aligned"]))
            if kind == "blank":
                self.lines.append(self._blanks(0, 1))
            else:
                column = " " * indent if kind == "aligned" else self._blanks(0, 6)
                self.lines.append(column + self._comment())

    def quoted(self, value: Any) -> str:
        text = str(value)
        if self._draw(st.booleans()):
            return "'" + text.replace("'", "''") + "'"
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def _scalar(self, value: Any) -> str:
        if value is None:
            return str(self._draw(st.sampled_from(["", "~", "null"])))
        if isinstance(value, bool):
            return str(value).lower()
        return self.quoted(value) if isinstance(value, str) else str(value)

    def _flow(self, value: Any, indent: int) -> str:
        gap = self._draw(st.sampled_from(["", " ", "\n" + " " * (indent + 1), "  \n" + " " * 9]))
        if isinstance(value, dict):
            inner = f",{gap or ' '}".join(
                f"{self.quoted(key)}: {self._flow(one, indent)}" for key, one in value.items()
            )
            return f"{{{gap}{inner}{gap}}}"
        if isinstance(value, list):
            return f"[{gap}{f', {gap}'.join(self._flow(one, indent) for one in value)}{gap}]"
        return self._scalar(value) or "~"

    def value(self, head: str, value: Any, indent: int, *, dash: bool) -> None:
        """Write a value after a key or dash that stands in a column."""
        if isinstance(value, dict | list) and self._draw(st.integers(0, 3)):
            self._nested(head, value, indent, dash=dash)
        elif isinstance(value, dict | list):
            written = head + self._blanks(1) + self._flow(value, indent) + self._end()
            self.lines += written.split("\n")
        elif isinstance(value, str) and value in ("слово", "два слова", "x") and self._draw(st.booleans()):
            self._text(head, value, indent)
        else:
            written = self._scalar(value)
            self.lines.append(head + (self._blanks(1) + written if written else "") + self._end())

    def _text(self, head: str, value: str, indent: int) -> None:
        kind = self._draw(st.sampled_from(["|-", ">-", "own", "quoted"]))
        deeper = " " * (indent + 1) + self._blanks()
        if kind in ("|-", ">-"):
            self.lines += [
                head + self._blanks(1) + kind,
                deeper + value,
                *([""] * self._draw(st.integers(0, 2))),
            ]
        elif kind == "own":
            self.lines += [head + self._end(), deeper + value]
        else:
            self.lines += (head + " '" + value.replace(" ", "\n" + self._blanks(indent + 1, indent + 4)) + "'").split(
                "\n"
            )

    def _nested(self, head: str, value: Any, indent: int, *, dash: bool) -> None:
        if dash and self._draw(st.booleans()):
            lead = head + self._blanks(1)
            column = len(lead)
        else:
            self.lines.append(head + self._end())
            flat = isinstance(value, list) and not dash and self._draw(st.booleans())
            column, lead = (indent if flat else indent + 1 + len(self._blanks())), ""
        self.collection(value, column, lead)

    def collection(self, value: Any, indent: int, lead: str = "") -> None:
        mapping = isinstance(value, dict)
        for key, one in value.items() if mapping else enumerate(value):
            if not lead:
                self._between(indent)
            head = lead or " " * indent
            lead = ""
            mark = f"{self.quoted(key)}{self._blanks(0, 1)}:" if mapping else "-"
            self.value(head + mark, one, indent, dash=not mapping)


@st.composite
def _messy(draw: Callable[[st.SearchStrategy[Any]], Any]) -> tuple[dict[str, Any], str, list[str]]:
    tree = draw(_trees)
    scribe = _Scribe(draw)
    scribe.collection(tree, draw(st.integers(0, 3)))
    return tree, "\n".join(scribe.lines) + draw(st.sampled_from(["", "\n", "\n\n\n"])), scribe.comments


def _blocks(data: Data, text: str, depth: int, path: KeyPath = ()) -> Iterator[tuple[KeyPath, int]]:
    """Yield the members of block collections and the columns where they are to begin."""
    source = read_text(text, name="a")
    start = source.place(path)
    if not isinstance(data, dict | list) or source.lines[start.line - 1][start.column - 1] in "[{":
        return
    if isinstance(data, dict):
        for key in data:
            yield (*path, key), 2 * depth + 1
    for step, one in data.items() if isinstance(data, dict) else enumerate(data):
        yield from _blocks(one, text, depth + 1, (*path, step))


@settings(deadline=None)
@given(messy=_messy())
def test_any_data_however_written(messy: tuple[dict[str, Any], str, list[str]]) -> None:
    _, text, comments = messy
    source = read_text(text, name="a")
    assert source.findings == ()
    form = canonical(text)

    assert repr(read_text(form, name="a").data) == repr(source.data)
    assert canonical(form) == form
    assert re.findall(r"# примечание \d+", form) == comments
    assert form.endswith("\n")
    assert not form.startswith("\n")
    assert "\n\n\n" not in form
    assert not re.search(r"[ \t]$", form, re.MULTILINE)
    after = read_text(form, name="a")
    for path, column in _blocks(source.data, form, 0):
        assert after.place(path, key=True).column == column


_pieces = [
    *(
        "a",
        "б",
        "1",
        ": ",
        ":",
        "- ",
        "-",
        "? ",
        "\n",
        "\n",
        "\n  ",
        "\n    ",
        " ",
        "\t",
        "  ",
        "# в",
        " # в",
        "'",
        '"',
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        ", ",
        "|",
        ">",
        "|-\n  ",
        ">+\n",
        "|2",
        "---\n",
        "...\n",
        "'б'",
        '"в"',
        "a: ",
        "\nb: ",
        "\n\n",
    ),
    *(
        "\\",
        "\\\n",
        "\r\n",
        "\ufeff",
        "\xa0",
        "010",
        "true",
        "~",
        "<<",
        "\n- ",
        "\n  - ",
        "\n    c: ",
        "\nd:\n  ",
    ),
]


@settings(deadline=None)
@given(text=st.lists(st.sampled_from(_pieces), max_size=25).map("".join))
def test_any_text_that_can_be_read(text: str) -> None:
    source = read_text("a: " + text, name="a")
    assume(not source.findings)
    form = canonical("a: " + text)
    assert repr(read_text(form, name="a").data) == repr(source.data)
    assert canonical(form) == form
