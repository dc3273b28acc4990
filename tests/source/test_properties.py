"""What holds for any data, any text and any bytes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from munprog.diagnostics import KeyPath, Place
from munprog.source import CODES, Data, Source, read_bytes, read_text
from tests.wording import assert_well_told

# What a document can carry: no control characters, no line breaks that only Unicode knows.
_texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
    | st.sampled_from("\n\t")
)
_keys = st.text(st.characters(categories=("Lu", "Ll", "Nd"), max_codepoint=0x4FF), min_size=1, max_size=12)
_numbers = st.integers(-(10**30), 10**30) | st.decimals(-(10**9), 10**9, allow_nan=False, places=2)
_scalars = st.none() | st.booleans() | _numbers | _texts
_data: st.SearchStrategy[dict[str, Data]] = st.dictionaries(
    _keys,
    st.recursive(
        _scalars,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_keys, inner, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=5,
)
# Texts made of what YAML is made of reach further than random ones.
_yamlish = st.lists(
    st.sampled_from(
        [
            *(
                "a",
                "б",
                "1",
                "01",
                ":",
                ": ",
                "- ",
                "-",
                "? ",
                "\n",
                "\n  ",
                "\n    ",
                "\t",
                " ",
                "#",
                " # ",
                "'",
                '"',
            ),
            *(
                "[",
                "]",
                "{",
                "}",
                ",",
                "&a ",
                "*a",
                "!t ",
                "|",
                ">",
                "|-\n",
                ">+\n",
                "%",
                "%YAML 1.2\n",
                "---\n",
                "...",
            ),
            *(
                "<<",
                "<<: ",
                "@",
                "`",
                "\\",
                "\\x",
                "\\u00",
                "\r\n",
                "\r",
                "\ufeff",
                "\x00",
                "\x85",
                "\u2028",
                "\xa0",
            ),
            *(
                "😀",
                "é",
                "и\u0306",
                ".inf",
                "0x1",
                "1e9",
                "1e99999999999999999999",
                "~",
                "null",
                "true",
                "=",
                "\ud800",
            ),
        ]
    ),
    max_size=40,
).map("".join)


class _Dumper(yaml.SafeDumper):
    """Writes texts and keys in quotes and decimals as they are."""

    def ignore_aliases(self, _: object) -> bool:
        return True


_Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
_Dumper.add_representer(
    Decimal, lambda dumper, number: dumper.represent_scalar("tag:yaml.org,2002:float", format(number, "f"))
)


_unhurried = settings(deadline=None)


def _paths(data: Data, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Data]]:
    yield path, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _paths(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _paths(value, (*path, index))


def _cut(source: Source, place: Place) -> str:
    lines = source.lines[place.line - 1 : place.end_line]
    last = lines[-1][: place.end_column - 1]
    return "\n".join([*lines[:-1], last])[place.column - 1 :]


@pytest.mark.parametrize("flow", [True, False])
@_unhurried
@given(data=_data)
def test_what_is_written_is_read(flow: bool, data: dict[str, Data]) -> None:
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, default_flow_style=flow, width=10_000, sort_keys=False)
    source = read_text(text, name="a.yaml")
    assert source.findings == ()
    assert source.data == data
    assert repr(source.data) == repr(data)


@pytest.mark.parametrize("flow", [True, False])
@_unhurried
@given(data=_data)
def test_the_place_of_each_value_is_its_text(flow: bool, data: dict[str, Data]) -> None:
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, default_flow_style=flow, width=10_000, sort_keys=False)
    source = read_bytes(("# 😀\r\n" + text).encode(), name="a.yaml")
    for path, value in _paths(data):
        cut = _cut(source, source.place(path))
        if not isinstance(value, dict | list):
            assert yaml.safe_load(cut) == (float(value) if isinstance(value, Decimal) else value)
        if path and isinstance(path[-1], str):
            assert yaml.safe_load(_cut(source, source.place(path, key=True))) == path[-1]


def _check(source: Source) -> None:
    assert source.data is None or isinstance(source.data, dict)
    assert source.data is not None or source.findings
    assert list(source.findings) == sorted(source.findings, key=lambda one: (one.place.line, one.place.column))
    for finding in source.findings:
        place = finding.place
        assert finding.code in CODES
        assert_well_told(finding)
        assert 1 <= place.line <= max(len(source.lines) + 1, 1) or not source.lines
        assert (place.line, place.column) <= (place.end_line, place.end_column)
        assert place.column >= 1
        place.excerpt.encode()
    for path, _ in _paths(source.data):
        source.place(path)
        source.place((*path, "нет"), key=True)


@_unhurried
@given(data=st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    _check(read_bytes(data, name="a.yaml"))


@_unhurried
@given(text=st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    _check(read_text(text, name="a.yaml"))


@_unhurried
@given(text=_yamlish)
def test_nothing_that_resembles_yaml_raises(text: str) -> None:
    _check(read_text(text, name="a.yaml"))


@_unhurried
@given(text=_yamlish)
def test_nothing_raises_in_pure_python(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("munprog.source.builder.parser", yaml.SafeLoader)
        _check(read_text(text, name="a.yaml"))


@_unhurried
@given(data=_data)
def test_the_reader_in_pure_python_agrees(data: dict[str, Data]) -> None:
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    fast = read_text(text, name="a.yaml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("munprog.source.builder.parser", yaml.SafeLoader)
        slow = read_text(text, name="a.yaml")
    assert slow == fast
    for path, _ in _paths(data):
        assert slow.place(path) == fast.place(path)
