"""A forge's REST interface over HTTPS."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

_ANSWER = 8 << 20
"""Bytes of an answer."""
_SECONDS = 30
_PAGE = 100
_PAGES = 50
_REDIRECTS = {301, 302, 303, 307, 308}


class ApiError(Exception):
    """Method, path without its query and status; `status` is 0 where there was no answer."""

    def __init__(self, method: str, path: str, status: int) -> None:
        super().__init__(f"{method} {path.partition('?')[0]}: {status or 'no answer'}")
        self.status = status


class Api:
    """`root` without a slash at the end; `headers` hold the token and go to `root` alone."""

    def __init__(self, root: str, headers: Mapping[str, str]) -> None:
        self._root = root
        self._headers = headers
        self._opener = _opener()

    def read(self, path: str) -> Any:
        return self._call("GET", path)

    def write(self, method: str, path: str, body: Mapping[str, object]) -> Any:
        return self._call(method, path, json.dumps(body).encode())

    def every(self, path: str, inside: str = "") -> Iterator[Any]:
        """The items of all pages of a list, or of the list `inside` an answer."""
        for page in range(1, _PAGES + 1):
            answer = self.read(f"{path}{'&' if '?' in path else '?'}per_page={_PAGE}&page={page}")
            items = answer[inside] if inside else answer
            yield from items
            if len(items) < _PAGE:
                return

    def download(self, path: str, limit: int) -> bytes:
        """At most `limit` bytes. A store to which the forge sends us on is not shown the token.

        Raises ApiError, also for more than that (status 413).
        """
        status, content, onward = self._open("GET", path, None, limit)
        if status in _REDIRECTS:
            if urlsplit(onward).scheme != urlsplit(self._root).scheme:
                raise ApiError("GET", path, status)
            status, content, _ = self._send("GET", path, urllib.request.Request(onward), limit)
        if status != 200:
            raise ApiError("GET", path, status)
        return content

    def _call(self, method: str, path: str, body: bytes | None = None) -> Any:
        status, content, _ = self._open(method, path, body, _ANSWER)
        if not 200 <= status < 300:
            raise ApiError(method, path, status)
        try:
            return json.loads(content) if content else None
        except ValueError:
            raise ApiError(method, path, status) from None

    def _open(self, method: str, path: str, body: bytes | None, limit: int) -> tuple[int, bytes, str]:
        headers = {**self._headers, **({"Content-Type": "application/json"} if body else {})}
        request = urllib.request.Request(f"{self._root}{path}", body, headers, method=method)
        return self._send(method, path, request, limit)

    def _send(self, method: str, path: str, request: urllib.request.Request, limit: int) -> tuple[int, bytes, str]:
        """Status, content, and where a redirect leads."""
        try:
            with self._opener.open(request, timeout=_SECONDS) as answer:
                content = answer.read(limit + 1)
                status = answer.status
        except urllib.error.HTTPError as error:
            with error:
                return error.code, b"", error.headers.get("Location", "")
        except (OSError, HTTPException, ValueError):
            raise ApiError(method, path, 0) from None
        if len(content) > limit:
            raise ApiError(method, path, 413)
        return status, content, ""


def _opener() -> urllib.request.OpenerDirector:
    """HTTP and HTTPS, and no redirects: urllib would follow them with all headers, the token among them."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener
