"""Profiles: found by name, merged with what they extend."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from munprog import resources
from munprog.workspace.profiles import find_profile, load_profile, merge, profile_names

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Put a profile into the workspace `tmp_path`."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / "schemas/profiles" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_profiles_of_the_tool_are_found_in_any_workspace(tmp_path: Path) -> None:
    assert find_profile("base", tmp_path) == resources.SCHEMAS / "profiles/base.yaml"
    assert set(profile_names(tmp_path)) >= {"base", "komi-2023"}


def test_profile_of_the_workspace_goes_before_that_of_the_tool(tmp_path: Path, write: Write) -> None:
    own = write("base", "id: base\ntitle: Своя\n")
    assert find_profile("base", tmp_path) == own
    assert load_profile("base", tmp_path).merged() == {"id": "base", "title": "Своя"}
    assert profile_names(tmp_path) == tuple(sorted(set(profile_names(tmp_path))))


def test_profile_of_the_tool_extends_that_of_the_workspace(tmp_path: Path, write: Write) -> None:
    own = write("base", "id: base\ntitle: Своя\nunits: [шт.]\n")
    chain = load_profile("komi-2023", tmp_path)
    assert chain.readable
    assert chain.merged()["units"] == ["шт."]
    assert chain.merged()["title"] == "Республика Коми, методические рекомендации 2023 года"
    assert [one.name for one in chain.sources][1] == own.as_posix()


def test_chain_is_merged_from_the_farthest_to_the_nearest(tmp_path: Path, write: Write) -> None:
    write("a", "id: a\ntitle: А\nextends: b\nrequires: {keys: [а]}\n")
    write("b", "id: b\ntitle: Б\nextends: c\nunits: [б]\nrequires: {sections: [goals]}\n")
    write("c", "id: c\ntitle: В\nunits: [в, г]\nrequires: {sections: [plan], keys: [в]}\n")
    chain = load_profile("a", tmp_path)
    assert (chain.missing, chain.cycle, chain.readable) == ("", "", True)
    assert chain.merged() == {
        "id": "a",
        "title": "А",
        "extends": "b",
        "units": ["б"],
        "requires": {"keys": ["а"], "sections": ["goals"]},
    }


def test_items_of_lists_are_merged_by_id(tmp_path: Path, write: Write) -> None:
    write("a", "id: a\nextends: b\ntables: [{id: новая, rows: risks}, {id: первая, title: Своя}]\n")
    write("b", "id: b\ntables: [{id: первая, title: А, rows: measures}, {id: вторая, title: Б}]\n")
    assert load_profile("a", tmp_path).merged()["tables"] == [
        {"id": "первая", "title": "Своя", "rows": "measures"},
        {"id": "вторая", "title": "Б"},
        {"id": "новая", "rows": "risks"},
    ]


def test_item_of_a_list_may_be_left_out(tmp_path: Path, write: Write) -> None:
    write("a", "id: a\nextends: b\n")
    write("b", "id: b\nextends: c\ntables: [{id: первая, removed: true}, {id: третья, title: В}]\n")
    write("c", "id: c\ntables: [{id: первая, title: А}, {id: вторая, title: Б}]\n")
    assert load_profile("a", tmp_path).merged()["tables"] == [
        {"id": "вторая", "title": "Б"},
        {"id": "третья", "title": "В"},
    ]


@pytest.mark.parametrize(
    ("name", "text", "missing"),
    [("нет", "", "нет"), ("a", "extends: b", "b"), ("a", "extends: 5", "5"), ("a", "extends: [base]", "['base']")],
)
def test_profile_that_was_not_found(tmp_path: Path, write: Write, name: str, text: str, missing: str) -> None:
    if text:
        write(name, f"id: a\n{text}\n")
    chain = load_profile(name, tmp_path)
    assert (chain.missing, chain.readable) == (missing, False)
    assert len(chain.sources) == bool(text)


@pytest.mark.parametrize("own", ["a", "b", "c"])
def test_cycle_ends(tmp_path: Path, write: Write, own: str) -> None:
    write("a", "id: a\nextends: b\n")
    write("b", "id: b\nextends: c\n")
    write("c", f"id: c\nextends: {own}\n")
    chain = load_profile("a", tmp_path)
    assert (chain.cycle, chain.missing, chain.readable) == (own, "", False)
    assert len(chain.sources) == 3


@pytest.mark.parametrize("text", ["id: [", "- id: a\n", "просто текст\n", ""])
def test_profile_that_is_no_mapping_is_not_readable(tmp_path: Path, write: Write, text: str) -> None:
    write("a", text)
    assert not load_profile("a", tmp_path).readable


@pytest.mark.parametrize(
    "name", ["../secret", "..", ".", "", "/etc/passwd", "a/b", "a\\b", "a.b", "A", "-a", "a\n", "base.yaml", "é"]
)
def test_name_cannot_lead_out_of_the_folder(tmp_path: Path, write: Write, name: str) -> None:
    write("../secret", "id: secret\n")
    write("a/b", "id: b\n")
    write("a.b", "id: b\n")
    assert find_profile(name, tmp_path) is None
    write("own", f"id: own\nextends: {json.dumps(name)}\n")
    assert load_profile("own", tmp_path).missing == name


IDS = st.sampled_from(["а", "б", "в"])
SCALARS = st.one_of(st.integers(), st.text(max_size=3), st.booleans())
ITEMS = st.lists(IDS, unique=True).flatmap(
    lambda ids: st.tuples(*(st.dictionaries(st.sampled_from(["x", "y"]), SCALARS) for _ in ids)).map(
        lambda rest: [{"id": id, **own} for id, own in zip(ids, rest, strict=True)]
    )
)
PROFILES = st.fixed_dictionaries(
    {},
    optional={
        "title": SCALARS,
        "units": st.lists(SCALARS, min_size=1, max_size=3),
        "tables": ITEMS,
        "requires": st.dictionaries(st.sampled_from(["x", "y"]), SCALARS),
    },
)


@given(PROFILES)
def test_nothing_changes_nothing(profile: dict[str, Any]) -> None:
    assert merge(profile, {}) == profile
    assert merge({}, profile) == profile
    assert merge(profile, profile) == profile


@given(PROFILES, PROFILES, PROFILES)
def test_order_of_merging_does_not_matter(far: dict[str, Any], middle: dict[str, Any], near: dict[str, Any]) -> None:
    assert merge(merge(far, middle), near) == merge(far, merge(middle, near))


@given(PROFILES, PROFILES)
def test_own_words_win_and_nothing_else_is_lost(base: dict[str, Any], own: dict[str, Any]) -> None:
    merged = merge(base, own)
    assert set(merged) == {*base, *own}
    for key in ("title", "units"):
        if key in merged:
            assert merged[key] == own.get(key, base.get(key))
    assert merged.get("requires", {}) == {**base.get("requires", {}), **own.get("requires", {})}
    tables = {item["id"]: item for item in merged.get("tables", ())}
    ours, theirs = ({item["id"]: item for item in one.get("tables", ())} for one in (own, base))
    assert list(tables) == [*theirs, *(id for id in ours if id not in theirs)]
    assert all(tables[id] == {**theirs.get(id, {}), **ours.get(id, {})} for id in tables)


def test_what_is_merged_stays_as_it_was() -> None:
    base, own = {"tables": [{"id": "а", "x": {"y": 1}}]}, {"tables": [{"id": "а", "x": {"z": 2}}]}
    assert merge(base, own) == {"tables": [{"id": "а", "x": {"y": 1, "z": 2}}]}
    assert (base, own) == ({"tables": [{"id": "а", "x": {"y": 1}}]}, {"tables": [{"id": "а", "x": {"z": 2}}]})


def test_lists_without_ids_and_values_of_other_kinds_are_replaced() -> None:
    assert merge({"a": [{"x": 1}]}, {"a": [{"id": "а"}]}) == {"a": [{"id": "а"}]}
    assert merge({"a": {"x": 1}}, {"a": "текст"}) == {"a": "текст"}
    assert merge({"a": ["раз"]}, {"a": []}) == {"a": []}
