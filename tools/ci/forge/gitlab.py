"""One note on a merge request of GitLab, kept up to date."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from forge import artifact, markdown
from forge.api import Api
from forge.refused import Refused
from forge.review import review


def note(folder: Path) -> str:
    """What was done, for the log. Raises ApiError."""
    api = Api(os.environ["CI_API_V4_URL"], {"PRIVATE-TOKEN": os.environ["MUNPROG_NOTE_TOKEN"]})
    try:
        said = review(*artifact.from_folder(folder, artifact.FINDINGS, artifact.DIFFERENCES))
    except Refused as refused:
        print(refused)
        said = None
    body = markdown.comment(said, os.environ["CI_COMMIT_SHA"], os.environ["CI_PIPELINE_URL"])
    return _put(api, body, silent=said is not None and said.silent)


def _put(api: Api, body: str, *, silent: bool) -> str:
    path = (
        f"/projects/{int(os.environ['CI_PROJECT_ID'])}/merge_requests/{int(os.environ['CI_MERGE_REQUEST_IID'])}/notes"
    )
    me = api.read("/user")["id"]
    ours = next((one for one in api.every(f"{path}?sort=asc&order_by=created_at") if _is_of(one, me)), None)
    if ours is None:
        if silent:
            return "Nothing to say"
        api.write("POST", path, {"body": body})
        return "The note is written"
    if ours["body"] != body:
        api.write("PUT", f"{path}/{int(ours['id'])}", {"body": body})
    return "The note is up to date"


def _is_of(note: Any, author: int) -> bool:
    return note["author"]["id"] == author and not note["system"] and note["body"].startswith(markdown.MARKER)
