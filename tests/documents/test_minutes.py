"""Minutes of a meeting as a region words them."""

from __future__ import annotations

from typing import Any

import pytest

from munprog.documents.minutes import all_minutes, minutes_context
from munprog.documents.pieces import RunningText
from munprog.layout.flow import Paragraph
from tests.builders import program, view

MINUTES = {
    "title": "заседания",
    "date": "18.01.2024",
    "present": ["Озерова А. В."],
    "agenda": ["Итоги"],
    "heard": [{"speakers": ["Озерову А. В."]}],
    "decided": {"clauses": ["Принять сведения."]},
}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({}, ["Присутствовали:", "Повестка дня:", "Слушали:", "Решили:"]),
        ({"agenda": "Повестка.", "decided": "Решение:"}, ["Присутствовали:", "Повестка.", "Слушали:", "Решение:"]),
    ],
)
def test_parts_begin_with_the_words_of_the_profile(words: dict[str, str], expected: list[str]) -> None:
    layout: dict[str, Any] = {"id": "minutes", "kind": "minutes", "title": "Протокол", "template": "m.docx"}
    found = view(program({"minutes/а": MINUTES}), documents=[{**layout, "words": words}])
    (document,) = all_minutes(found, found.profile.documents[0])
    body = minutes_context(found, document)["body"]
    assert isinstance(body, RunningText)
    heads = [one.lead or one.text for one in body.pieces if isinstance(one, Paragraph)]
    assert [text for text in heads if text in expected] == expected
