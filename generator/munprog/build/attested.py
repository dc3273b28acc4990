"""What sign-offs cover, as the manifest tells it to those who have the documents alone."""

from __future__ import annotations

from typing import Any

from munprog.build.task import Task
from munprog.model.signoff import REGISTRAR, SCHEME
from munprog.review.digests import digests_of, template_digests


def attested(task: Task) -> dict[str, Any]:
    """Digests of the content, with and without date and number of the act, and of its parts; who has signed it.

    Raises `TemplateFault`.
    """
    digests = digests_of(task.program, task.profile, template_digests(task.profile, task.folder))
    return {
        "scheme": SCHEME,
        "content": digests.content,
        "registered": digests.registered,
        "parts": dict(digests.parts_for(REGISTRAR)),
        "signoffs": [
            {
                "role": one.role,
                "position": one.position,
                "name": one.name,
                "date": one.date.isoformat(),
                "digest": one.digest,
                "signature": one.signature,
            }
            for one in task.agreed
        ],
    }
