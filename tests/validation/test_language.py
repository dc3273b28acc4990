"""Stems, lists of words and running texts: what the rules on language rest on."""

from __future__ import annotations

import re

import pytest

from munprog.validation.prose import passage, prose, sentences
from munprog.validation.stems import same_stem, stem
from munprog.validation.wordlists import met, phrases, without, words

LISTS = ("ambiguous", "evasive", "heavy", "light")


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ("важный важная важного важными", "важн"),
        ("семинар семинары семинаров семинарами", "семинар"),
        ("школа школы школ школам школами", "школ"),
        ("проведены проведено проведена", "провед"),
        ("проведение проведения проведению", "проведен"),
        ("отчёт отчеты отчётов", "отчет"),
        ("возможность возможностью", "возможн"),
        ("сверхважнейший", "сверхважн"),
        ("читавшими читавший", "чита"),
        ("впр", "впр"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str, expected: str) -> None:
    found = {stem(one) for one in forms.split()}
    assert expected in found
    assert all(same_stem(expected, one) for one in found)


def test_words_that_only_look_alike_have_not() -> None:
    assert not same_stem(stem("план"), stem("планета"))
    assert not same_stem(stem("школа"), stem("ученик"))
    assert same_stem(stem("обучены"), stem("обучение"))


@pytest.mark.parametrize("name", LISTS)
def test_every_phrase_is_found_and_has_its_advice(name: str) -> None:
    for phrase in phrases(name):
        text = phrase.words.replace("*", "ая")
        assert [one.phrase for one in met(f"вот {text}, и всё", (phrase,))] == [phrase], phrase.words
        assert phrase.advice[:1].isupper()
        assert not phrase.advice.endswith(".")


def test_a_phrase_is_found_as_whole_words() -> None:
    assert not list(met("и драмы, поряд мероприятий, по возможностям", phrases("ambiguous")))
    assert [one.words for one in met("школы и др. учителя и т.д.", phrases("ambiguous"))] == ["и т.д.", "и др."]


def test_a_profile_adds_words_and_allows_others() -> None:
    found = phrases("evasive", ("тщательно = Скажите, как проверено.",), ("По возможности",))
    assert (found[-1].words, found[-1].advice) == ("тщательно", "Скажите, как проверено")
    assert "по возможности" not in [one.words for one in found]


def test_lists_of_single_words() -> None:
    for name in ("processes", "done", "things", "bounds"):
        assert all(re.fullmatch("[а-яё]+", one) for one in words(name))
    assert all(one.upper() == one or one[0].isupper() for one in words("abbreviations"))


def test_a_formula_counts_as_one_word() -> None:
    text = "поддержка школ с низкими результатами обучения и школ функционирующих в неблагоприятных социальных условиях"
    assert without("formulas", text) == "поддержка …"


def test_only_what_is_read_is_running_text() -> None:
    long = "Учителей в школах района не хватает"
    found = prose(
        [
            (("analysis", "introduction", 0), f"{long} по «Закону «Об образовании» и его нормам» [[таблица:вакансии]]"),
            (("program", "bodies", 0, "name"), long),
            (("program", "terms", 0, "definition"), long),
            (("analysis", "staff", "attestation", "rows", 0, 1), long),
            (("order", "preamble"), long),
            (("minutes/1", "heard", 0, "text"), long),
            (("analysis", "introduction", 1), "Не хватает учителей"),
        ]
    )
    assert [(one.path[-1], one.text) for one in found.passages] == [(0, f"{long} по «»")]


def test_sentences_end_where_they_end() -> None:
    text = "Живёт в г. Озёрске, ул. Лесная. Работает с 2020 г. Учит И. И. Петров; ему 30 лет! Всё."
    assert list(sentences(text)) == [
        "Живёт в г. Озёрске, ул. Лесная.", "Работает с 2020 г. Учит И. И. Петров;", "ему 30 лет!", "Всё.",
    ]  # fmt: skip
    assert passage((), "Ещё  раз").plain == "еще раз"
