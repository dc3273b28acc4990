"""How the programme itself is judged: collectively and by oneself, by weighted criteria, formulas, grades (R-EXP-1)."""

from __future__ import annotations

from munprog.model.blocks import Blocks
from munprog.model.item import Item
from munprog.model.numbers import Value


class Criterion(Item):
    """What is judged, with its share in the whole (the weights make 1 or 100), its formula and points."""

    title: str
    weight: Value = Value("", None)
    formula: str = ""
    source: str = ""
    points: tuple[str, ...] = ()


class Formula(Item):
    """A formula as text with the meaning of its letters."""

    formula: str
    title: str = ""
    where: tuple[str, ...] = ()


class Grade(Item):
    """A step of the scale: from `min`, which belongs to it, up to `max`, which does not."""

    title: str
    min: Value = Value("", None)
    max: Value = Value("", None)
    meaning: str = ""

    @property
    def bounds(self) -> str:
        """«не менее 0,9», «от 0,8 до 0,9», «менее 0,7»."""
        if self.min.text and self.max.text:
            return f"от {self.min.text} до {self.max.text}"
        return f"не менее {self.min.text}" if self.min.text else f"менее {self.max.text}" if self.max.text else ""


class Evaluation(Item):
    """Assessment of the programme."""

    collective: str = ""
    self: str = ""
    text: Blocks = ()
    criteria: tuple[Criterion, ...] = ()
    formulas: tuple[Formula, ...] = ()
    grades: tuple[Grade, ...] = ()
