"""What the forge is told about a change: `python -I tools/ci comment | scan [FOLDER] | note FOLDER`.

Runs with rights that the change under review does not have, so: the standard library alone, from the default branch,
and everything that the check of the change has produced is taken for a stranger's.
"""

from __future__ import annotations

import sys
from pathlib import Path

from forge import github, gitlab, scanning
from forge.api import ApiError
from forge.refused import Refused


def main(arguments: list[str]) -> int:
    try:
        match arguments:
            case ["comment"]:
                print(github.comment())
            case ["scan"]:
                print(scanning.scan_change())
            case ["scan", folder]:
                print(scanning.scan_branch(Path(folder)))
            case ["note", folder]:
                print(gitlab.note(Path(folder)))
            case _:
                print(__doc__, file=sys.stderr)
                return 2
    except (ApiError, Refused) as error:
        print(f"::error::{error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
