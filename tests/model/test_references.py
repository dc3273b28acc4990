"""References inside texts: the word stays in its case, the number comes from the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from munprog.model.references import WORDS, Reference, dangling, references, resolve

CASES = {
    "table": "таблица таблицы таблице таблицу таблицей таблицам таблицами таблицах таблиц",
    "appendix": "приложение приложения приложению приложением приложении приложений приложениям приложениями",
    "clause": "пункт пункта пункту пунктом пункте пункты пунктов пунктам пунктами пунктах",
    "part": "раздел раздела разделу разделом разделе разделы разделов разделам разделами разделах",
    "task": "задача задачи задаче задачу задачей задач задачам задачами задачах",
    "indicator": "показатель показателя показателю показателем показателе показатели показателей показателям",
    "activity": "мероприятие мероприятия мероприятию мероприятием мероприятии мероприятий мероприятиям мероприятиями",
}
FORMS = [(kind, word) for kind, words in CASES.items() for word in words.split()]


def number(kind: str, id: str) -> str | None:
    return {("table", "показатели"): "2", ("appendix", "program"): "", ("task", "кадры"): "1"}.get((kind, id))


@pytest.mark.parametrize(("kind", "word"), FORMS)
def test_each_word_in_each_case(kind: str, word: str) -> None:
    assert list(references(f"см. [[{word}:а-1]].")) == [Reference(f"[[{word}:а-1]]", word, "а-1", kind)]
    assert resolve(f"[[{word}:а-1]]", lambda found, id: f"{found}/{id}") == f"{word}\u00a0{kind}/а-1"


def test_nominatives_are_among_the_words() -> None:
    assert set(WORDS) == {words.split()[0] for words in CASES.values()}


def test_capital_letter_is_kept() -> None:
    assert resolve("[[Таблица:показатели]] ниже", number) == "Таблица\u00a02 ниже"


def test_spaces_inside_the_brackets_do_not_matter() -> None:
    assert resolve("[[ таблице : показатели ]]", number) == "таблице\u00a02"


def test_item_without_number_leaves_the_word_alone() -> None:
    assert resolve("в [[приложении:program]] к приказу", number) == "в приложении к приказу"


def test_every_reference_of_a_text_is_resolved() -> None:
    assert resolve("[[таблица:показатели]] и [[задача:кадры]]", number) == "таблица\u00a02 и задача\u00a01"


@pytest.mark.parametrize("word", ["рисунок", "табличка", "разделение", "задачник", "пунктир", ""])
def test_unknown_word_stays_as_it_was_written(word: str) -> None:
    text = f"см. [[{word}:показатели]]"
    assert [one.kind for one in references(text)] == [None]
    assert resolve(text, lambda _kind, _id: "9") == text


def test_unknown_id_stays_as_it_was_written() -> None:
    assert resolve("см. [[таблица:нет]] и [[таблица]]", number) == "см. [[таблица:нет]] и [[таблица]]"


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("[[[таблица:показатели]]]", "[таблица\u00a02]"),
        ("[[а [[таблица:показатели]] б]]", "[[а таблица\u00a02 б]]"),
        ("[[таблица:показатели]", "[[таблица:показатели]"),
        ("[таблица:показатели]]", "[таблица:показатели]]"),
        ("[[таблица:[показатели]]]", "[[таблица:[показатели]]]"),
        ("[[]] [[:]]", "[[]] [[:]]"),
    ],
)
def test_nested_and_broken_brackets(text: str, resolved: str) -> None:
    assert resolve(text, number) == resolved


@pytest.mark.parametrize("text", ["{{ таблица }} {% if %} {# #}", "a[0][1] ]] и [ [", "таблица:показатели", ""])
def test_plain_text_is_untouched(text: str) -> None:
    assert list(references(text)) == []
    assert resolve(text, lambda _kind, _id: "9") == text


@given(st.text("[]: таблицзд", max_size=30))
def test_what_leads_nowhere_changes_nothing(text: str) -> None:
    assert resolve(text, lambda _kind, _id: None) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("см. [[таблица:нет]] и [[рисунок:а]].", ("[[таблица:нет]]", "[[рисунок:а]]")),
        ("см. [[таблица:показатели] и", ("[[таблица:показатели",)),
        ("«[[задача:кадры»", ("[[задача:кадры",)),
        ("[[а [[б]]", ("[[а", "[[б]]")),
        ("[[", ("[[",)),
        ("a[0] ]] [ [", ()),
    ],
)
def test_what_is_left_of_references(text: str, left: tuple[str, ...]) -> None:
    assert dangling(text) == left
