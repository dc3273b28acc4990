"""The table of words that agree: УТВЕРЖДЕНА программа, к программе, программой."""

from __future__ import annotations

import pytest

from munprog.model.agreement import FORMS, Forms, forms_of, verb

STANDARD = {
    "УТВЕРЖДЕНА": "программа, концепция, дорожная карта, методика, смета, инструкция, форма",
    "УТВЕРЖДЕН": "план, план-график, порядок, регламент, перечень, состав, график, комплекс мер, проект, устав",
    "УТВЕРЖДЕНО": "положение, заключение, соглашение",
    "УТВЕРЖДЕНЫ": "правила, показатели, рекомендации, мероприятия, требования",
    "": "приказ, постановление, распоряжение, решение, протокол, письмо",
}
"""The reference on ГОСТ Р 7.0.97-2025: the approval word by kind; acts are not approved by another act."""
PRACTICE = {
    "УТВЕРЖДЕНА": "стратегия, модель, площадка, карта, схема, структура",
    "УТВЕРЖДЕН": "алгоритм, список, паспорт, отчёт",
    "УТВЕРЖДЕНО": "описание",
    "УТВЕРЖДЕНЫ": "критерии",
}
"""Others that acts of districts approve."""
DATIVES = {
    "программа": "программе",
    "план": "плану",
    "положение": "положению",
    "правила": "правилам",
    "приказ": "приказу",
    "постановление": "постановлению",
    "распоряжение": "распоряжению",
    "решение": "решению",
    "протокол": "протоколу",
}
INSTRUMENTALS = {
    "программа": "программой",
    "план": "планом",
    "положение": "положением",
    "правила": "правилами",
    "приказ": "приказом",
    "постановление": "постановлением",
    "распоряжение": "распоряжением",
    "решение": "решением",
    "протокол": "протоколом",
}
VOWELS = "аеёиоуыэюяйь"


def test_approval_word_of_each_kind() -> None:
    assert {kind: forms.approved for kind, forms in FORMS.items()} == {
        kind: word for table in (STANDARD, PRACTICE) for word, kinds in table.items() for kind in kinds.split(", ")
    }


def test_forms_that_the_standard_shows() -> None:
    assert {kind: FORMS[kind].dative for kind in DATIVES} == DATIVES
    assert {kind: FORMS[kind].instrumental for kind in INSTRUMENTALS} == INSTRUMENTALS


@pytest.mark.parametrize("kind", FORMS)
def test_every_form_is_made_of_the_same_words(kind: str) -> None:
    """Each word keeps its stem in every case, so that no form belongs to another kind."""
    for form in FORMS[kind][1:]:
        pairs = list(zip(kind.replace("-", " ").split(), form.replace("-", " ").split(), strict=True))
        assert all(declined.startswith(stem(word)) for word, declined in pairs), form


@pytest.mark.parametrize("kind", FORMS)
def test_endings_are_those_of_the_case(kind: str) -> None:
    """The noun's gender shows in its approval word; the case in its ending."""
    approved, genitive, dative, instrumental = FORMS[kind]
    if approved == "УТВЕРЖДЕНА":
        assert genitive.endswith(("ы", "и"))
        assert dative.endswith(("е", "и"))
        assert instrumental.endswith(("ой", "ей", "ью"))
    elif approved == "УТВЕРЖДЕНЫ":
        assert dative.endswith(("ам", "ям"))
        assert instrumental.endswith(("ами", "ями"))
    else:
        heads = [form.split()[0] for form in FORMS[kind][1:]]
        assert heads[0].endswith(("а", "я"))
        assert heads[1].endswith(("у", "ю"))
        assert heads[2].endswith(("ом", "ем"))


def test_capital_letters_do_not_matter() -> None:
    assert forms_of("Программа") == FORMS["программа"]


@pytest.mark.parametrize(
    ("kind", "forms"),
    [
        (
            "План-график («дорожная карта»)",
            (
                "УТВЕРЖДЕН",
                "плана-графика («дорожная карта»)",
                "плану-графику («дорожная карта»)",
                "планом-графиком («дорожная карта»)",
            ),
        ),
        (
            "Программа развития",
            ("УТВЕРЖДЕНА", "программы развития", "программе развития", "программой развития"),
        ),
        (
            "Муниципальная программа",
            ("УТВЕРЖДЕНА", "муниципальной программы", "муниципальной программе", "муниципальной программой"),
        ),
        (
            "Методический и целевой план",
            ("", "Методический и целевой план", "Методический и целевой план", "Методический и целевой план"),
        ),
        (
            "краткие целевые показатели",
            (
                "УТВЕРЖДЕНЫ",
                "кратких целевых показателей",
                "кратким целевым показателям",
                "краткими целевыми показателями",
            ),
        ),
        ("краткое описание", ("УТВЕРЖДЕНО", "краткого описания", "краткому описанию", "кратким описанием")),
        (
            "Дорожная карта 2024",
            FORMS["дорожная карта"][:1] + tuple(f"{one} 2024" for one in FORMS["дорожная карта"][1:]),
        ),
    ],
)
def test_several_words_agree_with_the_longest_that_is_known(kind: str, forms: tuple[str, ...]) -> None:
    assert forms_of(kind) == forms


@pytest.mark.parametrize("kind", ["Планёрка", "план-карта", "формат", "Новая редакция"])
def test_a_beginning_is_whole_words(kind: str) -> None:
    assert forms_of(kind) == Forms("", kind, kind, kind)


def test_unknown_kind_is_printed_undeclined() -> None:
    assert forms_of("Справка") == Forms("", "Справка", "Справка", "Справка")


@pytest.mark.parametrize(
    ("kind", "body", "collegial", "word"),
    [
        ("приказ", "Управление образования", None, "ПРИКАЗЫВАЮ"),
        ("постановление", "Администрация района", None, "ПОСТАНОВЛЯЮ"),
        ("постановление", "Администрация района", True, "ПОСТАНОВЛЯЕТ"),
        ("распоряжение", "Администрация района", False, "ОБЯЗЫВАЮ"),
        ("решение", "Совет депутатов", None, "РЕШИЛ"),
        ("решение", "Городская Дума", True, "РЕШИЛА"),
        ("решение", "Районное Собрание", None, "РЕШИЛО"),
    ],
)
def test_word_before_the_clauses(kind: str, body: str, collegial: bool | None, word: str) -> None:
    assert verb(kind, body, collegial) == word


def stem(word: str) -> str:
    """The word without its ending; «порядок» and «перечень» also lose a vowel before the last consonant."""
    return word.rstrip(VOWELS)[: -2 if word in ("порядок", "перечень", "список") else None]
