"""The manifest: JSON whatever the files are called."""

from __future__ import annotations

import json

from munprog.build.manifest import manifest


def test_a_file_name_that_is_no_utf8() -> None:
    name = b"sections/\xff.yaml".decode("utf-8", "surrogateescape")
    written = manifest("primer", (), {name: "0"}, draft=True, content="", signed={})
    assert json.loads(written)["inputs"] == {name: "0"}
