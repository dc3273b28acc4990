"""jsonschema in the dialect of the gate: exact decimals are numbers, patterns end where they say.

The two must agree on what is valid; where jsonschema follows Python rather than JSON Schema, it is put right here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from munprog.validation.schema.nodes import COMMON, Documents, compiled


def make_validator(documents: Documents, file: str) -> Any:
    """Prepare the slow check of one section. Imported here: a valid section never needs jsonschema."""
    import jsonschema
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    kind = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
        jsonschema.Draft202012Validator,
        _keywords(jsonschema.ValidationError),
        type_checker=jsonschema.Draft202012Validator.TYPE_CHECKER.redefine_many(
            {"number": lambda _, value: is_number(value), "integer": lambda _, value: is_integer(value)}
        ),
    )
    common = DRAFT202012.create_resource(documents.document(COMMON))
    registry: Registry[Any] = Registry().with_resource(COMMON, common)
    return kind(documents.document(file), registry=registry)


def extras(instance: Mapping[str, Any], schema: Mapping[str, Any]) -> list[str]:
    """The keys for which a schema has neither a property nor a pattern."""
    patterns = [compiled(pattern) for pattern in schema.get("patternProperties", ())]
    known = schema.get("properties", ())
    return [key for key in instance if key not in known and not any(pattern.search(key) for pattern in patterns)]


def is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def is_integer(value: Any) -> bool:
    """`70.0` is an integer to JSON Schema."""
    if isinstance(value, Decimal):
        return value == value.to_integral_value()
    return is_number(value)


def _keywords(fail: Any) -> dict[str, Any]:
    def pattern(_: Any, asked: str, instance: Any, _schema: Any) -> Iterator[Any]:
        if isinstance(instance, str) and not compiled(asked).search(instance):
            yield fail("")

    def pattern_properties(validator: Any, asked: Any, instance: Any, _schema: Any) -> Iterator[Any]:
        for form, inner in asked.items() if isinstance(instance, dict) else ():
            for key, value in instance.items():
                if compiled(form).search(key):
                    yield from validator.descend(value, inner, path=key, schema_path=form)

    def additional(validator: Any, asked: Any, instance: Any, schema: Any) -> Iterator[Any]:
        found = extras(instance, schema) if isinstance(instance, dict) else []
        if asked is False and found:
            yield fail("")
        elif isinstance(asked, dict):
            for key in found:
                yield from validator.descend(instance[key], asked, path=key)

    return {"pattern": pattern, "patternProperties": pattern_properties, "additionalProperties": additional}
