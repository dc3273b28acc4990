"""What the documents of one act share: words that agree, dates and numbers or blanks for the hand."""

from __future__ import annotations

from typing import Any

import pytest

from munprog.documents.act import appendix_label, appendix_numbers
from tests.builders import GENERAL, ORDER, program, view

PROGRAM = ORDER["attachments"][0]
ROADMAP = {"document": "roadmap", "kind": "план-график", "title": "План"}


def label(document: str, *attachments: dict[str, Any], **own: Any) -> list[str]:
    order = {**ORDER, "attachments": list(attachments or (PROGRAM,)), **own}
    (found,) = appendix_label(view(program(order=order)), document)
    return found.split("\n")


def test_label_of_a_single_appendix_has_no_number() -> None:
    registration = {"date": "05.06.2024", "number": "05-П"}
    assert label("program", registration=registration) == [
        "Приложение",
        "УТВЕРЖДЕНА",
        "приказом Управления образования",
        "от 05.06.2024 № 05-П",
    ]


def test_each_of_several_appendices_is_numbered_and_agrees() -> None:
    assert label("program", PROGRAM, ROADMAP)[:2] == ["Приложение 1", "УТВЕРЖДЕНА"]
    assert label("roadmap", PROGRAM, ROADMAP)[:2] == ["Приложение 2", "УТВЕРЖДЕН"]


@pytest.mark.parametrize(
    ("kind", "instrumental"),
    [("приказ", "приказом"), ("постановление", "постановлением"), ("распоряжение", "распоряжением")],
)
def test_act_is_named_in_the_instrumental(kind: str, instrumental: str) -> None:
    assert label("program", kind=kind)[2] == f"{instrumental} Управления образования"


def test_an_approval_block_takes_the_place_of_the_word_appendix() -> None:
    order = {**ORDER, "attachments": [PROGRAM, ROADMAP]}
    found = appendix_label(view(program(order=order), appendices={"form": "гриф"}), "roadmap")
    assert found == ["УТВЕРЖДЕН\nприказом Управления образования\nот ____________ № ______"]


def test_blanks_stand_where_the_act_is_not_registered() -> None:
    assert label("program")[3] == "от ____________ № ______"
    assert label("program", registration={"date": "05.06.2024"})[3] == "от 05.06.2024 № _______"


def test_name_of_several_words_agrees() -> None:
    assert label("roadmap", PROGRAM, {**ROADMAP, "kind": "План-график («дорожная карта»)"})[:2] == [
        "Приложение 2",
        "УТВЕРЖДЕН",
    ]


def test_kind_without_approval_word_has_no_such_line() -> None:
    assert label("program", {**PROGRAM, "kind": "протокол"})[:2] == ["Приложение", "приказом Управления образования"]


def test_document_that_is_no_appendix_has_no_label() -> None:
    assert appendix_label(view(program(order={**ORDER, "attachments": [PROGRAM]})), "roadmap") == []
    assert appendix_label(view(program()), "program") == []


def test_references_to_appendices() -> None:
    one, two = ORDER, {**ORDER, "attachments": [PROGRAM, ROADMAP]}
    assert appendix_numbers(view(program(order=one))) == {("appendix", "program"): ""}
    assert appendix_numbers(view(program(order=two))) == {("appendix", "program"): "1", ("appendix", "roadmap"): "2"}
    assert appendix_numbers(view(program())) == {}


def labels(*given: dict[str, Any], **profile: Any) -> list[str]:
    made = program(program={**GENERAL, "documents": {"program": {"labels": list(given)}}}, order=ORDER)
    return appendix_label(view(made, **profile), "program")


def test_label_to_the_act_in_the_dative() -> None:
    style = {"form": "к акту", "number_sign": True}
    assert labels({"number": "2"}, appendices=style) == [
        "Приложение № 2\nк приказу Управления образования\nот ____________ № ______"
    ]
    assert labels({"form": "утверждено"}, appendices=style)[0].startswith("Приложение\nУТВЕРЖДЕНА\nприказом")


def test_labels_make_a_chain() -> None:
    act = {"kind": "постановление", "issuer": "Администрации района", "date": "25.12.2023", "number": "381"}
    assert labels({"number": "1", "form": "к акту", "act": act}, {"to": "программа"}) == [
        "Приложение 1\nк постановлению Администрации района\nот 25.12.2023 № 381",
        "Приложение\nк муниципальной программе «Поддержка школ»",
    ]
