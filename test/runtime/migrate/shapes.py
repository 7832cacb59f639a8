"""Checks JSON against the service's own model: {"name": [shape of the SDK, value]} -> {"name": [problems]}."""
import json
import re
import sys

import botocore.session
from botocore.validate import ParamValidator

model = botocore.session.get_session().get_service_model("sagemaker")


def values(shape, value, path, skipped):
    """Choices and patterns, which the SDK leaves to the server."""
    if shape.type_name == "structure":
        for key, inner in shape.members.items():
            if value.get(key) is not None:
                yield from values(inner, value[key], f"{path}.{key}", skipped)
    elif shape.type_name == "list":
        for item in value:
            yield from values(shape.member, item, path, skipped)
    elif shape.type_name == "string":
        pattern = shape.metadata.get("pattern")
        if shape.enum and value not in shape.enum:
            yield f"{path}: {value} is none of the choices"
        if pattern and shape.name not in skipped and not re.fullmatch(pattern, value):
            yield f"{path}: {value} does not match {pattern}"


found = {}
for name, (operation, direction, value) in json.load(sys.stdin).items():
    shape = getattr(model.operation_model(operation), f"{direction}_shape")
    # Requests for this machine name paths where the service takes URIs.
    skipped = {"S3Uri"} if direction == "input" else set()
    report = ParamValidator().validate(value, shape)
    problems = report.generate_report().split("\n") if report.has_errors() else []
    found[name] = problems or list(values(shape, value, name, skipped))
print(json.dumps(found))
