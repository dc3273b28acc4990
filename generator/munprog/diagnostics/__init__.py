"""What a finding is: a value that travels unchanged from the YAML reader to the report.

Lines and columns count from 1, in Unicode code points; the end of a place is exclusive.
"""

from munprog.diagnostics.finding import Finding, KeyPath, Place, Related, Severity, Waived

__all__ = ["Finding", "KeyPath", "Place", "Related", "Severity", "Waived"]
