"""The comment on a pull request: whose, on which, and what a stranger's data can make it say."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from .conftest import BOT, HEAD, RUN, TOKEN, Forge, Program, finding, packed, program, pull

MARKER = "<!-- munprog: review -->"
COMMENTS = "/repos/office/school/issues/5/comments"
REFUSED = "Проверка не оставила сведений, которые можно показать."


def test_differences_and_findings_are_said_once(forge: Forge, ci: Program) -> None:
    forge.leave(
        [finding(severity="note", code="GOA001", hint=None), finding()],
        [
            program(
                "Показатель 2.1, 2025 год: 70 % → 75 %", "добавлено: мероприятие 3.4", unread=["plan.yaml не прочитан"]
            )
        ],
    )
    assert ci("comment").strip() == "Commented on pull request 5"
    assert forge.written[0][:2] == ("POST", COMMENTS)
    assert forge.said.replace("\\", "").splitlines() == [
        MARKER,
        "## Муниципальные программы",
        "",
        "Ошибок: 1, предупреждений: 0, замечаний: 1.",
        "",
        "### Что изменилось",
        "",
        "#### Программа",
        "",
        "- *plan.yaml не прочитан; это не сравнивалось*",
        "**Показатели**",
        "",
        "- Показатель 2.1, 2025 год: 70 % → 75 %",
        "- добавлено: мероприятие 3.4",
        "",
        "",
        "### Находки",
        "",
        "- **IND004** ошибка – programs/primer/indicators.yaml, строка 23: Доля лежит в пределах от 0 до 100 %, "
        "а здесь 130 % Подсказка: Проверьте значение.",
        "- **GOA001** замечание – programs/primer/indicators.yaml, строка 23: Доля лежит в пределах от 0 до 100 %, "
        "а здесь 130 %",
        "",
        f"<sub>Правка {HEAD[:12]} · [ход проверки и черновики документов]"
        f"(https://forge.example/office/school/actions/runs/{RUN})<br>"
        "Составлено по данным самой правки: решает проверка на основной ветви, а не эта запись.</sub>",
    ]


def test_the_token_goes_to_the_forge_alone(forge: Forge, ci: Program) -> None:
    forge.leave([finding()])
    ci("comment")
    assert forge.store_saw
    assert TOKEN not in str(forge.store_saw)


def test_its_own_comment_is_edited_and_nobody_elses(forge: Forge, ci: Program) -> None:
    forge.leave([finding()])
    other = [{"id": number, "user": BOT, "body": "Другая запись"} for number in range(100)]
    forged = {"id": 200, "user": {"login": "stranger", "type": "User"}, "body": f"{MARKER} моё"}
    named = {"id": 201, "user": {"login": "github-actions[bot]", "type": "User"}, "body": MARKER}
    gone = {"id": 202, "user": None, "body": MARKER}
    forge.comments = [*other, forged, named, gone, {"id": 300, "user": BOT, "body": f"{MARKER} прежняя"}]
    ci("comment")
    assert [one[:2] for one in forge.written] == [("PATCH", "/repos/office/school/issues/comments/300")]
    forge.comments[-1]["body"] = forge.said
    forge.written.clear()
    ci("comment")
    assert forge.written == []


def test_a_change_that_touches_nothing_is_not_spoken_of_until_it_was(forge: Forge, ci: Program) -> None:
    forge.leave([finding(severity="warning")])
    assert "Nothing to say" in ci("comment")
    assert forge.written == []
    forge.comments = [{"id": 300, "user": BOT, "body": f"{MARKER} прежняя"}]
    ci("comment")
    assert "Содержание программ не изменилось." in forge.said


@pytest.mark.parametrize(
    "pulls",
    [
        [],
        [pull(sha="b" * 40)],
        [pull(fork="another/school")],
        [pull(base="another/school")],
        [pull() | {"state": "closed"}],
        [pull() | {"head": {"sha": HEAD, "repo": None}}],
        [pull(5), pull(6)],
    ],
    ids=["none", "moved on", "another fork", "another base", "closed", "fork gone", "two"],
)
def test_only_the_one_pull_request_whose_head_was_checked(
    forge: Forge, ci: Program, pulls: list[dict[str, Any]]
) -> None:
    forge.leave([finding()], number="6")
    forge.pulls = pulls
    assert "No single open pull request" in ci("comment")
    assert (ci.status, forge.written) == (0, [])


def test_a_branch_name_stays_a_value(forge: Forge, ci: Program) -> None:
    ci.event["head_branch"] = "x&head=office:main#'\"$(id)"
    ci("comment")
    assert forge.asked[0][1]["head"] == ["stranger:x&head=office:main#'\"$(id)"]


def test_a_run_that_checked_no_pull_request_is_refused(forge: Forge, ci: Program) -> None:
    ci.event["event"] = "push"
    assert "::error::The run is no check of a pull request" in ci("comment")
    assert (ci.status, forge.written) == (1, [])


HOSTILE: dict[str, bytes] = {
    "no archive": b"PK\x03\x04 and nothing",
    "files missing": packed({"readme.txt": "привет"}),
    "another form": packed({"findings.json": "[]", "differences.json": "{}"}),
    "deep": packed({"findings.json": "[" * 200_000, "differences.json": "{}"}),
    "not a number": packed({"findings.json": '{"findings": NaN}', "differences.json": '{"programs": []}'}),
    "bytes": packed({"findings.json": b"\xff\xfe{", "differences.json": "{}"}),
    "bomb": packed({"findings.json": b"0" * (40 << 20), "differences.json": "{}"}),
    "paths": packed({"../findings.json": "{}", "/differences.json": "{}"}),
}


@pytest.mark.parametrize("archive", HOSTILE.values(), ids=HOSTILE.keys())
def test_data_that_are_no_review_are_refused_whole(forge: Forge, ci: Program, archive: bytes) -> None:
    forge.archive = archive
    assert "::warning::" in ci("comment")
    assert REFUSED in forge.said
    assert not {"findings.json", "differences.json"} & {path.name for path in ci.folder.rglob("*")}


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": "IND004](http://x)"},
        {"severity": "fatal"},
        {"start": {"line": "23"}},
        {"start": {"line": True}},
        {"start": {"line": 10**30}},
        {"message": ["текст"]},
        {"hint": {"a": 1}},
        {"file": None},
    ],
    ids=str,
)
def test_one_wrong_value_and_all_is_refused(forge: Forge, ci: Program, wrong: dict[str, Any]) -> None:
    forge.leave([finding(**wrong)])
    ci("comment")
    assert REFUSED in forge.said


def test_no_data_at_all_replaces_what_was_said_before(forge: Forge, ci: Program) -> None:
    forge.comments = [{"id": 300, "user": BOT, "body": f"{MARKER} прежняя"}]
    ci("comment")
    assert forge.written[0][:2] == ("PATCH", "/repos/office/school/issues/comments/300")
    assert REFUSED in forge.said


def test_what_says_to_be_too_large_is_not_fetched(forge: Forge, ci: Program) -> None:
    forge.leave([finding()])
    forge.size = 9 << 20
    ci("comment")
    assert REFUSED in forge.said
    assert forge.store_saw == {}


def test_a_stranger_gives_no_commands(forge: Forge, ci: Program) -> None:
    text = (
        "@office/all @octocat #12 GH-7 office/school#3 https://evil.example www.evil.example a@b.ru "
        "<img src=x onerror=alert(1)> [щёлкни](https://evil.example) ![](https://evil.example/x.png) "
        '<!-- munprog --> `код` **жирно** ~label ~"two words" !5 $9 %2 &4 [vulnerability:1] ```\n/close\n# Заголовок\n'
        "\r\n/merge \u202eзадом\u2066 \x1b[31m \u2028/assign \ud800 ::error::x"
    )
    forge.leave([finding(message=text, file=text, hint=text)], [program(text, title=text, unread=[text])])
    log = ci("comment")
    assert "evil" not in log
    body = forge.said
    shown = re.sub(r"\\(.)", r"\1", body)
    lines = [line for line in body.splitlines() if "evil" in line]
    assert len(lines) == 4
    assert all(re.match(r"(#### |- \*|- |- \*\*IND004\*\* )\S", line) for line in lines)
    for line in lines:
        bare = re.sub(r"\\.", "", re.sub(r"^- \*\*IND004\*\* |^- \*(?!\*)|\*$|^#### |^- ", "", line))
        assert not re.search(r"[<>\[\]()`*_~|#@!]", re.sub(r"; это не сравнивалось.*", "", bare)), line
    said = "\n".join(line for line in shown.splitlines() if "evil" in line)
    assert not re.search(r"[@#!$%~&\[][\w\"']|(?i:gh-\d)|://|(?i:www\.)", said)
    assert not re.search(r"^\s*/", body, re.MULTILINE)
    assert body.count("<!--") == 1
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u2028\u202a-\u202e\u2066-\u2069\ud800-\udfff]", body)


def test_a_long_review_is_cut_with_a_word_of_it(forge: Forge, ci: Program) -> None:
    forge.leave([finding(message="*" * 3000) for _ in range(300)], [program(*["@" * 3000] * 300)])
    ci("comment")
    assert len(forge.said) < 65_000
    assert "*Остальное не поместилось: см. ход проверки.*" in forge.said
    assert "actions/runs/7001" in forge.said


def test_a_list_without_end_is_refused(forge: Forge, ci: Program) -> None:
    forge.archive = packed(
        {"findings.json": json.dumps({"findings": [{}] * 20_001}), "differences.json": '{"programs": []}'}
    )
    ci("comment")
    assert REFUSED in forge.said


def test_a_forge_that_fails_is_told_in_one_line(forge: Forge, ci: Program) -> None:
    forge.leave([finding()])
    ci.event["head_repository"]["full_name"] = "stranger/school"
    told = ci("comment", GITHUB_TOKEN="another")
    assert told.strip() == "::error::GET /repos/office/school/pulls: 401"
    assert ci.status == 1


def test_what_is_asked_for_is_one_of_three(ci: Program) -> None:
    assert "tools/ci comment | scan [FOLDER] | note FOLDER" in ci("publish")
    assert ci.status == 2
