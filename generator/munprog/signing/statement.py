"""What exactly a key signs: a sign-off in one canonical form.

Role and programme are part of it, so that a signature fits no other role and no other programme.
"""

from __future__ import annotations

import json

from munprog.model.signoff import SCHEME, SignOff


def statement(program: str, entry: SignOff, digest: str) -> bytes:
    """`digest` is that of the content in hand: what the entry itself says of it proves nothing."""
    content = {
        "scheme": SCHEME,
        "program": program,
        "role": entry.role,
        "position": entry.position,
        "name": entry.name,
        "date": entry.date.isoformat(),
        "digest": digest,
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{text}\n".encode("utf-8", "surrogatepass")
