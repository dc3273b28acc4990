"""Building: which documents, from which templates, written so that none is ever half there."""

from munprog.build.run import Outcome, Task, build_all

__all__ = ["Outcome", "Task", "build_all"]
