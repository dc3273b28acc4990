"""Building: which documents, from which templates, written so that none is ever half there."""

from munprog.build.run import build_all, cores
from munprog.build.sharding import Shard
from munprog.build.task import Outcome, Task

__all__ = ["Outcome", "Shard", "Task", "build_all", "cores"]
