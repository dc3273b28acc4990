"""sections/*.yaml: free sections made of blocks."""

from __future__ import annotations

from munprog.model.blocks import Blocks
from munprog.model.item import Item


class FreeSection(Item):
    id: str
    title: str = ""
    blocks: Blocks
