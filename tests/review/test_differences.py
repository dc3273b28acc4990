"""Differences between two states of the example, by what was edited and what is said of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from munprog.model.build import build
from munprog.model.profile import Profile
from munprog.review.comparing import compare
from munprog.review.differences import differences
from munprog.review.digests import covered, digests_of
from munprog.review.formats import as_markdown, escaped, line
from munprog.validation import Validated, validate
from munprog.workspace import find

EXAMPLE = Path(__file__).resolve().parents[2] / "programs" / "priozerye-2024"
EXAMPLES = sorted(path for path in EXAMPLE.parent.iterdir() if path.is_dir())
Edit = tuple[str, str, str]


@pytest.fixture(scope="module")
def original() -> Validated:
    return validate(find([EXAMPLE]))


def edited(tmp_path: Path, *edits: Edit) -> Validated:
    folder = tmp_path / "programs" / EXAMPLE.name
    shutil.copytree(EXAMPLE, folder)
    for file, old, new in edits:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return validate(find([folder]))


def said(before: Validated, after: Validated) -> list[str]:
    return [line(one) for program in compare(before, after) for one in program.differences]


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param(
            [("indicators.yaml", "2025: 86.0", "2025: 87.0")],
            [
                "Показатель 1.1, индикатор «Доля управленческих решений по итогам оценочных процедур, исполненных в "
                "установленный…», 2025 год: 86,0\xa0% → 87,0\xa0%"
            ],
            id="value of a measure",
        ),
        pytest.param(
            [("goals.yaml", "due: 31.12.2026", "due: 30.12.2026")],
            ["Цель, срок: 31.12.2026 → 30.12.2026"],
            id="date",
        ),
        pytest.param(
            [("order.yaml", "Разместить настоящий", "Опубликовать настоящий")],
            [
                "Пункт 10 «Опубликовать настоящий приказ на официальном сайте Управления образования в течение 10…», "
                "текст пункта: «Разместить настоящий приказ на официальном…» → "
                "«Опубликовать настоящий приказ на официальном…»"
            ],
            id="a few words of a long text",
        ),
        pytest.param(
            [("order.yaml", "  phone: +7 (00000) 2-10-14\n", "")],
            ["удалено: исполнитель акта, телефон – «+7 (00000) 2-10-14»"],
            id="removed value",
        ),
        pytest.param(
            [("analysis.yaml", "[Берёзовская СОШ, 0, 0, 1, 0, 1", "[Берёзовская СОШ, 0, 0, 1, 1, 1")],
            ["Кадровый потенциал, нехватка кадров, строки, строка 1, столбец 5: 0 → 1"],
            id="cell of a table",
        ),
        pytest.param(
            [("program.yaml", "  - id: родители\n", "  - id: семьи\n")],
            [
                "Заинтересованная сторона «Родители (законные представители) учеников», краткое обозначение: "
                "«родители» → «семьи»"
            ],
            id="renamed id",
        ),
    ],
)
def test_says_in_the_words_of_the_document(
    tmp_path: Path, original: Validated, edits: list[Edit], expected: list[str]
) -> None:
    assert said(original, edited(tmp_path, *edits)) == expected


def test_layout_comments_and_order_of_keys_say_nothing(tmp_path: Path, original: Validated) -> None:
    after = edited(
        tmp_path,
        ("order.yaml", "kind: приказ\nplace: с. Приозерье\n", "place: с. Приозерье   # село\n\nkind: 'приказ'\n"),
    )
    assert said(original, after) == []


def test_years_are_printed_in_their_order_whatever_the_order_of_keys() -> None:
    general = {"id": "a", "profile": "komi-2023", "title": "А", "kind": "программа"}
    values = {"2025": "2", "2024": "1"}
    program, _ = build({"program": general, "goals": {"results": [{"id": "р", "text": "Р", "values": values}]}})
    assert program
    assert program.goals
    assert list(program.goals.results[0].values) == ["2024", "2025"]


def test_an_activity_that_changes_places_is_moved_and_not_removed(tmp_path: Path, original: Validated) -> None:
    text = (EXAMPLE / "plan.yaml").read_text(encoding="utf-8")
    starts = [at for at in range(len(text)) if text.startswith("\n          - id: ", at)]
    first, second = text[starts[0] : starts[1]], text[starts[1] : starts[2]]
    after = edited(tmp_path, ("plan.yaml", first + second, second + first))
    assert len(said(original, after)) == 1
    assert said(original, after)[0].startswith("перенесено: мероприятие 1.")


def test_a_programme_that_cannot_be_read_is_named_and_the_others_compared(tmp_path: Path, original: Validated) -> None:
    after = edited(tmp_path, ("goals.yaml", "goal:", "goal: ["))
    (only,) = compare(original, after)
    assert only.unread == ("стало: не прочитан раздел goals",)
    assert [one for one in only.differences if one.section == "goals"] == []


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda one: one.name)
def test_a_value_of_every_kind_undoes_the_digest_and_is_named(folder: Path) -> None:
    """Of each kind of value – a path without its positions and periods – the first and the last, in a programme of
    that section alone."""
    (checked,) = validate(find([folder])).checked
    profile = Profile(id="x", title="x", rules={})
    sections = {name: source.data for name, source in checked.folder.sources.items() if covered(name)}
    seen = 0
    for name in sections:
        alone = {"program": sections["program"], name: sections[name]}
        before, _ = build(alone)
        assert before
        whole = digests_of(before, profile, {})
        for path in _of_every_kind(sections[name]):
            program, faults = build({**alone, name: _replaced(sections[name], path)})
            if program is None or faults:  # a date or a `when` that the change made unreadable
                continue
            changed = digests_of(program, profile, {})
            assert changed.registered != whole.registered, (name, path)
            assert changed.content != whole.content or path[0] == "registration", (name, path)
            found = differences(before, program)
            assert {str((one.after_path or one.before_path)[0]) for one in found} == {name}, (name, path)
            seen += 1
    assert seen > 40


def test_markdown_mentions_nobody_and_links_nowhere() -> None:
    text = escaped("@все <b>[x](javascript:1)</b> https://example.org www.example.org `a`\n# b")
    assert text.startswith("\\@\u200cвсе \\<b\\>\\[x\\]\\(javascript:1\\)")
    assert "https:" not in text
    assert "www." not in text
    assert "\n" not in text


def test_nothing_to_say(original: Validated) -> None:
    assert as_markdown(compare(original, original)) == "Содержание программ не изменилось.\n"


def _scalars(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _scalars(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _scalars(value, (*path, at))
    elif data is not None:
        yield path


def _of_every_kind(data: Any) -> set[tuple[str | int, ...]]:
    kinds: dict[tuple[str, ...], list[tuple[str | int, ...]]] = {}
    for path in _scalars(data):
        if path[-1] != "kind":  # a block of another kind is another block
            kind = tuple("*" if isinstance(key, int) or key[:1].isdigit() else key for key in path)
            kinds.setdefault(kind, []).append(path)
    return {path for paths in kinds.values() for path in (paths[0], paths[-1])}


def _replaced(data: Any, path: tuple[str | int, ...]) -> Any:
    if not path:
        return not data if isinstance(data, bool) else data + 1 if isinstance(data, int) else f"{data}9"
    if isinstance(data, Mapping):
        return {key: _replaced(one, path[1:]) if key == path[0] else one for key, one in data.items()}
    return [_replaced(one, path[1:]) if at == path[0] else one for at, one in enumerate(data)]
