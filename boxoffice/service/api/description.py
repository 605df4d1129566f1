"""The service described as OpenAPI 3.1, made from the table of operations and nothing else.

The parameters have the published names. A result is described as an object in its envelope; what
the object holds is documented by the API's entities, not here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from boxoffice.service.api.call import Operation
from boxoffice.service.lists.customers import MOST_SEARCHED
from boxoffice.service.paths import ROOT

Json = dict[str, Any]

_SCHEMAS = "#/components/schemas/"
_ID: Json = {"type": "integer", "minimum": 0, "maximum": 2**63 - 1}
_PATH_ID: Json = _ID | {"maximum": 10**18 - 1}
_AMOUNT = r"^-?[0-9]{1,12}(\.[0-9]{1,4})?$"
_PUBLISHED = {
    "order_id": "orderID",
    "seat_id": "seatID",
    "operator_id": "operatorID",
    "sales_condition_id": "salesConditionID",
}
_QUESTIONS: Mapping[str, Json] = {
    "page": {"type": "integer", "minimum": 1, "maximum": 1_000_000, "default": 1},
    "pageSize": {"type": "integer", "minimum": 1, "maximum": 20_000, "default": 100},
    "getExternalIDs": {"type": "boolean", "default": False},
    "search": {"type": "string", "maxLength": MOST_SEARCHED},
    "systemAreaTypeID": {"type": "integer", "enum": [1, 2]},
    "externalIDs": {"type": "array", "items": {"type": "string", "minLength": 1}},
    "IDs": {"type": "array", "items": _ID},
}
_REFUSALS = {
    400: "The request is not understood.",
    401: "The credential is missing, not valid, or has expired.",
    403: "The role of the credential does not allow it.",
    404: "There is no such object.",
    405: "This verb is not for this path.",
    409: "A conflict: a seat is taken, an order is completed already, a hold is lost.",
    413: "The body is too large.",
    422: "The input is not valid: see field_errors and errors.",
    429: "Too many requests: see Retry-After.",
    503: "The data cannot be written now: see Retry-After.",
}
_TYPES: Json = {"type": "integer", "enum": [0, 1, 2]}
_KEY: Json = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "One key for one intent: a request repeated with it gets the same answer.",
    "schema": {"type": "string", "maxLength": 200},
}


def describe(operations: Sequence[Operation]) -> bytes:
    """The description as JSON."""
    bodies = [operation.body for operation in operations if operation.body is not None]
    template = _SCHEMAS + "{name}"
    references, components = msgspec.json.schema_components(bodies, ref_template=template)
    by_body = dict(zip(bodies, references, strict=True))
    paths: dict[str, Json] = {}
    for operation in operations:
        verbs = paths.setdefault(_path(operation), {})
        verbs[operation.verb.lower()] = _operation(operation, by_body)
    refusal = {"$ref": _SCHEMAS + "Refusal"}
    return msgspec.json.encode(
        {
            "openapi": "3.1.0",
            "info": {"title": "Boxoffice service", "version": "1"},
            "servers": [{"url": ROOT}],
            "security": [{"credential": []}],
            "paths": paths,
            "components": {
                "securitySchemes": {"credential": _credential()},
                "schemas": {**_with_numbers(components), "Refusal": _refusal(), **_errors()},
                "responses": {"Refusal": _answer("The request is not done.", refusal)},
            },
        }
    )


def _operation(operation: Operation, by_body: Mapping[Any, Json]) -> Json:
    described: Json = {
        "operationId": operation.name + operation.verb.capitalize(),
        "parameters": _parameters(operation),
        "responses": _responses(operation),
    }
    if operation.form:
        described["requestBody"] = _form(operation.form)
    elif operation.body is not None:
        schema = by_body[operation.body]
        content = {"application/json": {"schema": schema}}
        described["requestBody"] = {"required": True, "content": content}
    return described


def _path(operation: Operation) -> str:
    return re.sub(r"{(\w+)}", lambda found: f"{{{_name(operation, found[1])}}}", operation.path)


def _name(operation: Operation, name: str) -> str:
    """The published name of a path parameter; only the lists of an event's seats have event_id."""
    if name == "event_id" and operation.path.startswith("/v1/orders/"):
        return "eventID"
    return _PUBLISHED.get(name, name)


def _parameters(operation: Operation) -> list[Json]:
    found: list[Json] = [
        {
            "name": _name(operation, name),
            "in": "path",
            "required": True,
            "schema": _TYPES if name == "mapping_type" else _PATH_ID,
        }
        for name in re.findall(r"{(\w+)}", operation.path)
    ]
    found += [_question(name) for name in operation.query]
    return [*found, _KEY] if operation.writes else found


def _question(name: str) -> Json:
    schema = _QUESTIONS.get(name, _ID)
    lists = {"style": "form", "explode": False} if schema["type"] == "array" else {}
    return {"name": name, "in": "query", "required": False, "schema": schema, **lists}


def _form(fields: Sequence[str]) -> Json:
    kinds: Mapping[str, Json] = {"file": {"type": "string", "format": "binary"}}
    schema = {
        "type": "object",
        "required": list(fields),
        "properties": {name: kinds.get(name, _ID) for name in fields},
    }
    return {"required": True, "content": {"multipart/form-data": {"schema": schema}}}


def _responses(operation: Operation) -> Json:
    refusals = {
        str(status): {"$ref": "#/components/responses/Refusal", "description": text}
        for status, text in _REFUSALS.items()
    }
    return {"200": _success(operation), **refusals}


def _success(operation: Operation) -> Json:
    if not operation.result:
        kinds = ("image/png", "image/jpeg", "image/svg+xml")
        return {"description": "The file itself.", "content": {kind: {} for kind in kinds}}
    return _answer(
        f"{operation.result} in its envelope.",
        {
            "type": "object",
            "required": [operation.result, "TIsSuccessful"],
            "properties": {
                operation.result: {"type": "object"},
                "TIsSuccessful": {"const": True},
                "TCreatedFileURL": {"type": "string"},
            },
        },
    )


def _answer(text: str, schema: Json) -> Json:
    return {"description": text, "content": {"application/json": {"schema": schema}}}


def _refusal() -> Json:
    lists = {
        "errors": {"type": "array", "items": {"$ref": _SCHEMAS + "ErrorItem"}},
        "warnings": {"type": "array", "items": {"$ref": _SCHEMAS + "ErrorItem"}},
        "field_errors": {"type": "array", "items": {"$ref": _SCHEMAS + "FieldError"}},
    }
    return {
        "type": "object",
        "required": ["TIsSuccessful", "error_type", "error_number", "error_message", *lists],
        "properties": {
            "TIsSuccessful": {"const": False},
            "error_type": {"type": "integer", "minimum": 1, "maximum": 8},
            "error_number": {"type": "integer"},
            "error_message": {"type": "string"},
            "error_stack_trance": {"type": "string"},
            **lists,
        },
    }


def _errors() -> dict[str, Json]:
    item = {
        "error_index": {"type": "integer"},
        "error_number": {"type": "integer"},
        "error_message": {"type": "string"},
    }
    field = item | {"field": {"type": "string"}}
    return {
        "ErrorItem": {"type": "object", "required": [*item], "properties": item},
        "FieldError": {"type": "object", "required": [*field], "properties": field},
    }


def _credential() -> Json:
    return {
        "type": "apiKey",
        "in": "header",
        "name": "Authorization",
        "description": 'AUTHTOKEN auth_token="TOKEN" or APPSECRET app_secret="SECRET"',
    }


def _with_numbers(schema: Any) -> Any:
    """The schema, with amounts of money that may be numbers as well as texts."""
    if isinstance(schema, list):
        return [_with_numbers(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "decimal":
        return {"anyOf": [{"type": "number"}, {"type": "string", "pattern": _AMOUNT}]}
    return {key: _with_numbers(part) for key, part in schema.items()}
