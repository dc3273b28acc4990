"""tools/ci at work: a forge of ours in a thread, and the program as the workflows start it."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

CI = Path(__file__).parents[3] / "tools" / "ci"
HEAD = "c0ffee" + "0" * 34
RUN = 7001
TOKEN = "token-of-the-workflow"
BOT = {"login": "github-actions[bot]", "type": "Bot"}


def finding(**changed: Any) -> dict[str, Any]:
    return {
        "code": "IND004",
        "severity": "error",
        "message": "Доля лежит в пределах от 0 до 100 %, а здесь 130 %",
        "basis": "МР-2023, табл. 2",
        "hint": "Проверьте значение.",
        "item": "",
        "file": "programs/primer/indicators.yaml",
        "start": {"line": 23, "column": 17},
        "end": {"line": 23, "column": 20},
        "related": [],
        **changed,
    }


def difference(text: str, section: str = "Показатели") -> dict[str, Any]:
    return {"section_title": section, "text": text}


def program(*texts: str, **changed: Any) -> dict[str, Any]:
    differences = [difference(text) for text in texts]
    return {
        "program": "primer",
        "title": "Программа",
        "change": None,
        "unread": [],
        "differences": differences,
        **changed,
    }


def packed(files: Mapping[str, bytes | str]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def pull(
    number: int = 5, sha: str = HEAD, fork: str = "stranger/school", base: str = "office/school"
) -> dict[str, Any]:
    return {
        "number": number,
        "state": "open",
        "head": {"sha": sha, "repo": {"full_name": fork}},
        "base": {"repo": {"full_name": base}},
    }


@dataclass
class Forge:
    """What it holds, and what it was asked to write: method, path, body."""

    root: str = ""
    pulls: list[dict[str, Any]] = field(default_factory=lambda: [pull()])
    comments: list[dict[str, Any]] = field(default_factory=list)
    archive: bytes = b""
    size: int | None = None
    scanning: int = 202
    written: list[tuple[str, str, Any]] = field(default_factory=list)
    asked: list[tuple[str, dict[str, list[str]]]] = field(default_factory=list)
    store_saw: dict[str, str] = field(default_factory=dict)

    def leave(self, findings: object = (), programs: object = (), **more: bytes | str) -> None:
        files = {
            "findings.json": json.dumps({"findings": findings}),
            "differences.json": json.dumps({"version": 1, "programs": programs}),
        }
        self.archive = packed({**files, **{name.replace("_", "."): content for name, content in more.items()}})

    @property
    def said(self) -> str:
        """The body of the one thing that was written."""
        ((_, _, body),) = self.written
        return str(body["body"])

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: Any) -> tuple[int, object]:
        if method != "GET":
            self.written.append((method, path, body))
            return (self.scanning if path.endswith("/sarifs") else 201), {"id": 1}
        self.asked.append((path, query))
        page = int(query.get("page", ["1"])[0])
        part = slice(100 * (page - 1), 100 * page)
        if path == "/repos/office/school/pulls":
            return 200, self.pulls[part]
        if re.fullmatch(r"/repos/office/school/issues/\d+/comments", path):
            return 200, self.comments[part]
        if path == f"/repos/office/school/actions/runs/{RUN}/artifacts":
            size = len(self.archive) if self.size is None else self.size
            kept = [{"id": 9, "name": "review", "expired": False, "size_in_bytes": size}] if self.archive else []
            return 200, {"artifacts": kept}
        if path == "/user":
            return 200, {"id": 77}
        if re.fullmatch(r"/projects/3/merge_requests/8/notes", path):
            return 200, self.comments[part]
        return 404, {}


@pytest.fixture
def forge() -> Iterator[Forge]:
    held = Forge()

    class Handler(BaseHTTPRequestHandler):
        def do(self) -> None:
            asked = urlsplit(self.path)
            if asked.path == "/store":
                held.store_saw = dict(self.headers)
                return self.reply(200, held.archive)
            if asked.path.endswith("/artifacts/9/zip"):
                return self.reply(302, b"", {"Location": f"{held.root}/store?signed=1"})
            if TOKEN not in (self.headers.get("Authorization", "") + self.headers.get("PRIVATE-TOKEN", "")):
                return self.reply(401, b"{}")
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length)) if length else None
            status, content = held.answer(self.command, asked.path, parse_qs(asked.query), body)
            return self.reply(status, json.dumps(content).encode())

        do_GET = do_POST = do_PATCH = do_PUT = do

        def reply(self, status: int, content: bytes, headers: Mapping[str, str] | None = None) -> None:
            self.send_response(status)
            for name, value in {**(headers or {}), "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing on the terminal of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    held.root = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield held
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class Program:
    """Starts tools/ci as a step of a workflow does, and returns what it said in the log."""

    forge: Forge
    folder: Path
    event: dict[str, Any]
    status: int = 0

    def __call__(self, *arguments: str, **environment: str) -> str:
        event = self.folder / "event.json"
        event.write_text(json.dumps({"workflow_run": self.event}), encoding="utf-8")
        github = {
            "GITHUB_API_URL": self.forge.root,
            "GITHUB_SERVER_URL": "https://forge.example",
            "GITHUB_REPOSITORY": "office/school",
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_TOKEN": TOKEN,
        }
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        done = subprocess.run(
            [sys.executable, "-I", "-B", "-X", "utf8", str(CI), *arguments],
            env={**kept, **github, **environment},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )
        self.status = done.returncode
        assert "Traceback" not in done.stderr, done.stderr
        return done.stdout + done.stderr


@pytest.fixture
def ci(forge: Forge, tmp_path: Path) -> Program:
    fork = {"full_name": "stranger/school", "owner": {"login": "stranger"}}
    event = {"id": RUN, "event": "pull_request", "head_sha": HEAD, "head_branch": "main", "head_repository": fork}
    return Program(forge, tmp_path, event)
