"""Approval blocks: by a person, an act, a collegial body; how they stand beside each other."""

from __future__ import annotations

from typing import Any

import pytest

from munprog.documents.approval import Face, approval_rows
from munprog.model.build import construct
from munprog.model.details import ApprovalBlock
from tests.builders import ORDER, program, view

PERSON = {"word": "УТВЕРЖДАЮ", "position": "Глава района", "name": "В. П. Берегова"}


def rows(*blocks: dict[str, Any], kind: str = "программа") -> list[dict[str, Face]]:
    made = tuple(construct(ApprovalBlock, one) for one in blocks)
    return approval_rows(view(program(order=ORDER)), made, kind)


def face(kind: str = "программа", /, **block: Any) -> tuple[str, object]:
    (row,) = rows(block, kind=kind)
    found = row["right"] if str(block["word"]).startswith("УТВЕРЖД") else row["left"]
    assert not any(row["left"].values()) or not any(row["right"].values())
    return str(found["word"]), found["lines"]


def test_a_person_signs_and_dates() -> None:
    (row,) = rows(PERSON)
    assert row["right"] == {
        "word": "УТВЕРЖДАЮ",
        "lines": ["Глава района"],
        "signature": "\t В. П. Берегова",
        "date": "«____» __________ 20___ г.",
    }
    assert not any(row["left"].values())
    assert rows({**PERSON, "date": "05.06.2024"})[0]["right"]["date"] == "05.06.2024"


@pytest.mark.parametrize(
    ("kind", "word"),
    [("программа", "УТВЕРЖДЕНА"), ("положение", "УТВЕРЖДЕНО"), ("План-график («дорожная карта»)", "УТВЕРЖДЕН")],
)
def test_the_word_agrees_with_the_document_and_means_the_own_act(kind: str, word: str) -> None:
    assert face(kind, word="УТВЕРЖДЕНО") == (word, ["приказом Управления образования", "от ____________ № ______"])


def test_another_act() -> None:
    act = {"kind": "письмо", "issuer": "Министерства образования", "date": "01.02.2024", "number": "12/1674"}
    assert face(word="СОГЛАСОВАНО", act=act) == (
        "СОГЛАСОВАНО",
        ["письмом Министерства образования", "от 01.02.2024 № 12/1674"],
    )


def test_collegial_body() -> None:
    minutes = {"date": "18.01.2024", "number": "01"}
    council = "совета по образованию"
    assert face(word="ПРИНЯТО", body=council, minutes=minutes)[1] == [
        "решением совета по образованию",
        "(протокол от 18.01.2024 № 01)",
    ]
    assert face(word="РАССМОТРЕНО", body=council, minutes={})[1] == [
        "на заседании совета по образованию",
        "(протокол от ____________ № ______)",
    ]
    assert face(word="СОГЛАСОВАНО", text="Управляющим советом школы")[1] == ["Управляющим советом школы"]


@pytest.mark.parametrize(("count", "words"), [(2, [(1, 1)]), (3, [(1, 1), (1, 0)]), (4, [(1, 1), (1, 1)])])
def test_more_than_one_stand_side_by_side(count: int, words: list[tuple[int, int]]) -> None:
    found = rows(*[PERSON] * count)
    assert [(bool(row["left"]["word"]), bool(row["right"]["word"])) for row in found] == [
        (bool(left), bool(right)) for left, right in words
    ]
