"""YAML files → data with the place of every key and value; every fault is a finding, nothing raises."""

from munprog.source.contents import texts, values
from munprog.source.faults import CODES, MAX_BYTES, MAX_DEPTH
from munprog.source.reader import read, read_bytes, read_text
from munprog.source.scalars import Data, Scalar
from munprog.source.source import Source

__all__ = [
    "CODES",
    "MAX_BYTES",
    "MAX_DEPTH",
    "Data",
    "Scalar",
    "Source",
    "read",
    "read_bytes",
    "read_text",
    "texts",
    "values",
]
