"""Findings for code scanning of GitHub.

Not by the ready-made action: results of a change are a stranger's, and a run that named another tool than ours would
close that tool's alerts. So the file is made anew from the parts that we know.
"""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from forge import artifact, event, github, strict
from forge.api import Api, ApiError
from forge.refused import Refused
from forge.review import SEVERITIES, code

_MARK = "munprogItem/v1"
_DIGEST = re.compile(r"[0-9a-f:]{8,128}")
_REGION = ("startLine", "startColumn", "endLine", "endColumn")


def scan_change() -> str:
    """Results of a pull request, from the run that has checked it. Raises ApiError, Refused."""
    api, run = event.api(), event.run()
    number = event.pull_request(api, run)
    if number is None:
        return "No single open pull request stands at this commit"
    (sarif,) = artifact.from_archive(github.archive(api, run), artifact.SARIF)
    return _upload(api, rebuilt(sarif), run.sha, f"refs/pull/{number}/head")


def scan_branch(folder: Path) -> str:
    """Results of the branch that was pushed, with which those of pull requests are compared."""
    (sarif,) = artifact.from_folder(folder, artifact.SARIF)
    return _upload(event.api(), rebuilt(sarif), os.environ["GITHUB_SHA"], os.environ["GITHUB_REF"])


def rebuilt(content: bytes) -> bytes:
    """SARIF with the results that are not suppressed, by our tool. Raises Refused."""
    runs = strict.objects(strict.loaded(content, artifact.SARIF), "runs")
    if len(runs) != 1:
        raise Refused("SARIF of the check holds not one run")
    driver = strict.member(strict.member(runs[0], "tool"), "driver")
    found = (_result(one) for one in strict.objects(runs[0], "results") if not one.get("suppressions"))
    results = [one for one in found if one is not None]
    used = {one["ruleId"] for one in results}
    rules = [_rule(one) for one in strict.objects(driver, "rules")]
    run = {
        "tool": {"driver": {"name": "munprog", "rules": [one for one in rules if one["id"] in used]}},
        "automationDetails": {"id": "munprog/"},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    sarif = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(sarif).encode()


def _rule(data: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {"id": code(data, "id")}
    for key in ("shortDescription", "fullDescription", "help"):
        if key in data:
            found[key] = {"text": strict.text(strict.member(data, key), "text")}
    return found


def _result(data: Mapping[str, Any]) -> dict[str, Any] | None:
    """Nothing for a result outside the repository, where code scanning has no line to show."""
    mark = strict.text(strict.member(data, "partialFingerprints"), _MARK)
    places = strict.objects(data, "locations")
    if len(places) != 1 or not _DIGEST.fullmatch(mark):
        raise Refused("A result of the check is not of its form")
    place = _place(strict.member(places[0], "physicalLocation"))
    return place and {
        "ruleId": code(data, "ruleId"),
        "level": strict.one_of(data, "level", SEVERITIES),
        "message": {"text": strict.text(strict.member(data, "message"), "text")},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {_MARK: mark},
    }


def _place(data: Mapping[str, Any]) -> dict[str, Any] | None:
    uri = strict.text(strict.member(data, "artifactLocation"), "uri")
    path = PurePosixPath(unquote(uri))
    if ":" in uri.partition("/")[0] or path.is_absolute() or ".." in path.parts or "\\" in uri:
        return None
    place: dict[str, Any] = {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}}
    if "region" in data:
        region = strict.member(data, "region")
        place["region"] = {key: strict.natural(region, key) for key in _REGION}
    return place


def _upload(api: Api, sarif: bytes, sha: str, ref: str) -> str:
    packed = base64.b64encode(gzip.compress(sarif, mtime=0)).decode()
    body = {"commit_sha": sha, "ref": ref, "sarif": packed, "tool_name": "munprog"}
    try:
        api.write("POST", f"/repos/{event.repository()}/code-scanning/sarifs", body)
    except ApiError as error:
        if error.status in {403, 404}:
            return "::notice::Code scanning is off in this repository: nothing was uploaded"
        raise
    return "Results are uploaded"
