"""One comment on a pull request of GitHub, kept up to date."""

from __future__ import annotations

from typing import Any

from forge import artifact, event, markdown
from forge.api import Api, ApiError
from forge.refused import Refused
from forge.review import Review, review

DATA = "review"
"""The artefact that pull-request.yml uploads."""
_BOT = "github-actions[bot]"


def comment() -> str:
    """What was done, for the log. Raises ApiError; a stranger's data cannot make it fail."""
    api, run = event.api(), event.run()
    number = event.pull_request(api, run)
    if number is None:
        return "No single open pull request stands at this commit"
    try:
        said = review(*_data(api, run, artifact.FINDINGS, artifact.DIFFERENCES))
    except Refused as refused:
        print(f"::warning::{refused}")
        said = None
    return _put(api, number, said, markdown.comment(said, run.sha, event.address(run)))


def _data(api: Api, run: event.Run, *names: str) -> tuple[bytes, ...]:
    return artifact.from_archive(archive(api, run), *names)


def archive(api: Api, run: event.Run) -> bytes:
    """The artefact of the run, packed. Raises Refused, ApiError."""
    path = f"/repos/{event.repository()}/actions"
    kept = api.every(f"{path}/runs/{run.number}/artifacts?name={DATA}", "artifacts")
    found = [one for one in kept if one["name"] == DATA and not one["expired"]]
    if not found:
        raise Refused("The check has left no data")
    latest = max(found, key=lambda one: int(one["id"]))
    if int(latest["size_in_bytes"]) > artifact.PACKED:
        raise Refused("The data of the check are too large")
    try:
        return api.download(f"{path}/artifacts/{int(latest['id'])}/zip", artifact.PACKED)
    except ApiError as error:
        if error.status in {404, 410, 413}:
            raise Refused("The data of the check cannot be fetched") from None
        raise


def _put(api: Api, number: int, said: Review | None, body: str) -> str:
    path = f"/repos/{event.repository()}/issues"
    ours = next((one for one in api.every(f"{path}/{number}/comments") if _is_ours(one)), None)
    if ours is None:
        if said is not None and said.silent:
            return f"Nothing to say on pull request {number}"
        api.write("POST", f"{path}/{number}/comments", {"body": body})
        return f"Commented on pull request {number}"
    if ours["body"] != body:
        api.write("PATCH", f"{path}/comments/{int(ours['id'])}", {"body": body})
    return f"The comment on pull request {number} is up to date"


def _is_ours(comment: Any) -> bool:
    """Anybody can write the marker; nobody but the bot can be its author."""
    author = comment["user"] or {}
    return author.get("login") == _BOT and author.get("type") == "Bot" and comment["body"].startswith(markdown.MARKER)
