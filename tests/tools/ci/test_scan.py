"""Results for code scanning: made anew, under our tool's name, for the commit that the forge names."""

from __future__ import annotations

import base64
import gzip
import json
from typing import Any

import pytest

from munprog.diagnostics import Finding, Place, Severity
from munprog.reporting import FORMATS, Extent, Report

from .conftest import HEAD, Forge, Program, packed

FOUND = Finding("IND004", Severity.ERROR, "Доля 130 %", Place("programs/primer/indicators.yaml", 23, 17, 23, 20), "Нет")


def sarif(*findings: Finding) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(FORMATS["sarif"](Report(findings, Extent(1, 1), "0.1.0")))
    return written


def uploaded(forge: Forge) -> tuple[dict[str, Any], Any]:
    ((method, path, body),) = forge.written
    assert (method, path) == ("POST", "/repos/office/school/code-scanning/sarifs")
    return body, json.loads(gzip.decompress(base64.b64decode(body["sarif"])))


def left(forge: Forge, content: object) -> None:
    forge.archive = packed({"findings.sarif": json.dumps(content)})


def test_what_munprog_writes_comes_through(forge: Forge, ci: Program) -> None:
    written = sarif(FOUND)
    left(forge, written)
    assert ci("scan").strip() == "Results are uploaded"
    body, sent = uploaded(forge)
    assert (body["commit_sha"], body["ref"], body["tool_name"]) == (HEAD, "refs/pull/5/head", "munprog")
    (given,), (result,) = written["runs"][0]["results"], sent["runs"][0]["results"]
    assert result == {key: given[key] for key in result}
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 23
    assert [one["id"] for one in sent["runs"][0]["tool"]["driver"]["rules"]] == ["IND004"]


def test_another_tool_cannot_be_named(forge: Forge, ci: Program) -> None:
    forged = sarif(FOUND)
    forged["runs"][0]["tool"]["driver"]["name"] = "CodeQL"
    forged["runs"][0]["automationDetails"] = {"id": ".github/workflows/codeql.yml:analyze/"}
    forged["runs"][0]["versionControlProvenance"] = [{"repositoryUri": "https://evil.example"}]
    left(forge, forged)
    ci("scan")
    _, sent = uploaded(forge)
    assert sent["runs"][0]["tool"]["driver"]["name"] == "munprog"
    assert sent["runs"][0]["automationDetails"] == {"id": "munprog/"}
    assert "evil" not in json.dumps(sent)


@pytest.mark.parametrize(
    "uri", ["../../etc/passwd", "%2e%2e/x", "/etc/passwd", "file:///etc", "https://x/y", "a\\..\\b"]
)
def test_a_result_outside_the_repository_is_left_out(forge: Forge, ci: Program, uri: str) -> None:
    forged = sarif(FOUND)
    forged["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = uri
    left(forge, forged)
    ci("scan")
    assert uploaded(forge)[1]["runs"][0]["results"] == []


def test_what_is_waived_is_no_result(forge: Forge, ci: Program) -> None:
    written = sarif(FOUND)
    written["runs"][0]["results"][0]["suppressions"] = [{"kind": "inSource"}]
    left(forge, written)
    ci("scan")
    assert uploaded(forge)[1]["runs"][0]["results"] == []


@pytest.mark.parametrize("content", [{}, {"runs": []}, {"runs": [{}]}, {"runs": [{}, {}]}, []], ids=str)
def test_another_form_is_refused(forge: Forge, ci: Program, content: object) -> None:
    left(forge, content)
    assert "::error::" in ci("scan")
    assert (ci.status, forge.written) == (1, [])


def test_a_repository_without_code_scanning(forge: Forge, ci: Program) -> None:
    left(forge, sarif(FOUND))
    forge.scanning = 403
    assert "::notice::Code scanning is off" in ci("scan")
    assert ci.status == 0


def test_a_branch_names_itself(forge: Forge, ci: Program) -> None:
    (ci.folder / "findings.sarif").write_text(json.dumps(sarif()), encoding="utf-8")
    ci("scan", str(ci.folder), GITHUB_SHA="d" * 40, GITHUB_REF="refs/heads/main")
    body, sent = uploaded(forge)
    assert (body["commit_sha"], body["ref"]) == ("d" * 40, "refs/heads/main")
    assert sent["runs"][0]["results"] == []
