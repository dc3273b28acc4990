"""One full-size section: our reader and schema check against ruamel.yaml round trip and jsonschema."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from jsonschema import Draft202012Validator
from measure import compare, report
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from ruamel.yaml import YAML

from munprog import resources, source
from munprog.validation.schema import SectionSchemas

GOAL = 10.0
NEWLINE = b"\n"


def main() -> None:
    path = Path(__file__).parents[1] / "programs" / "priozerye-2024" / "plan.yaml"
    text = path.read_bytes()
    ours = SectionSchemas(resources.SCHEMAS)
    validator = _validator("plan")

    def munprog() -> None:
        read = source.read_bytes(text, name="plan.yaml")
        if read.data is None or ours.check("plan", read):
            raise SystemExit("the example's plan.yaml should be valid")

    def plain() -> None:
        data = YAML().load(text.decode())
        # Years are numbers to YAML and dates are dates: json makes of them what the schema speaks of.
        if list(validator.iter_errors(json.loads(json.dumps(data, default=str), parse_float=Decimal))):
            raise SystemExit("the example's plan.yaml should be valid")

    title = f"Load and schema check, {len(text) / 1024:.0f} KB, {text.count(NEWLINE)} lines"
    report(title, compare({"munprog": munprog, "ruamel.yaml + jsonschema": plain}), goal=GOAL)


def _validator(section: str) -> Draft202012Validator:
    schemas = {path.name: json.loads(path.read_text("utf-8")) for path in resources.SCHEMAS.glob("*.schema.json")}
    registry: Registry = Registry().with_resources(
        (name, Resource.from_contents(schema, default_specification=DRAFT202012)) for name, schema in schemas.items()
    )
    return Draft202012Validator({"$ref": f"{section}.schema.json"}, registry=registry)


if __name__ == "__main__":
    main()
