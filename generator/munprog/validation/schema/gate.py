"""Valid or not, at once: jsonschema-rs where it is installed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from munprog.validation.schema.nodes import COMMON, Documents

Gate = Callable[[Any], bool]


def open_gate(documents: Documents, file: str) -> Gate | None:
    """Compile one section's schema; None where there is no jsonschema-rs for it.

    References are resolved from the documents alone: retrieval is switched off.
    """
    try:
        import jsonschema_rs
    except ImportError:
        return None
    try:
        is_valid = jsonschema_rs.Draft202012Validator(
            documents.document(file),
            registry=jsonschema_rs.Registry([(f"json-schema:///{COMMON}", documents.document(COMMON))]),
            offline=True,
            # Linear in the length of the text, whatever the pattern.
            pattern_options=jsonschema_rs.RegexOptions(),
        ).is_valid
    except (AttributeError, TypeError):  # A version too old to be kept off the network is no gate at all.
        return None

    def gate(data: Any) -> bool:
        try:
            return is_valid(data)
        except ValueError:  # What it cannot take over (a lone surrogate, say) is left to the explainer.
            return False

    return gate
