"""Any DOCX against the formatting standard. Knows findings and XML, nothing of programmes and templates."""

from munprog.inspection.run import inspect
from munprog.inspection.standard import Standard

__all__ = ["Standard", "inspect"]
