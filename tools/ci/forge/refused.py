"""Data that are not what the check writes."""

from __future__ import annotations


class Refused(Exception):
    """Says what is wrong in words of ours: nothing of the data, which would come into the log."""
