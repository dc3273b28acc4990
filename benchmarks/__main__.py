"""`python benchmarks`: every benchmark, one after another."""

from __future__ import annotations

import loading
import processes
import rendering

for one in (rendering, loading, processes):
    one.main()
