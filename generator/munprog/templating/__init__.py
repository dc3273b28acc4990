"""Templates against the context that their documents offer: all faults at once, down to a cell."""

from munprog.templating.check import check_template
from munprog.templating.contract import Contract

__all__ = ["Contract", "check_template"]
