"""The body of an import: its head, and a list of items that are checked one by one.

It is parsed by the standard library, which accepts NaN, infinite numbers and lone surrogates. They
are then refused with the index of their item, and not as a body that is no JSON.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Generic, TypeVar, get_args, get_origin

import msgspec
from msgspec import Struct

from boxoffice.service.errors import Refusal

E = TypeVar("E", bound=Struct)


class InvalidItem(Exception):
    """An item or a field is not valid; the text says why."""


@dataclass(slots=True)
class Batch(Generic[E]):
    """The body of an import.

    Attributes:
        head: the fields beside the list.
        size: how many items were sent.
        items: the items that are valid by themselves, by their index.
        problems: what is wrong with the others, by their index.
    """

    head: Mapping[str, Any]
    size: int
    items: dict[int, E] = field(default_factory=dict)
    problems: dict[int, str] = field(default_factory=dict)

    def refuse_problems(self) -> None:
        """Raises: Refusal: 422 with all problems, if there are any."""
        if self.problems:
            reason = f"{len(self.problems)} of {self.size} items are not valid"
            raise Refusal(422, reason, items=self.problems)


def invalid_field(name: str, reason: str) -> Refusal:
    return Refusal(422, f"{name}: {reason}", fields=[(name, reason)])


def read(body: bytes, request: type[Struct], item: type[E]) -> Batch[E]:
    """Reads a body.

    Args:
        request: the structure of the body, which has one list, of `item`.

    Raises:
        Refusal: 422 names the fields of the head that are missing or wrong. What is wrong with an
            item goes to the batch's problems.
    """
    content = _loaded(body)
    head: dict[str, Any] = {}
    listed: list[Any] = []
    wrong: list[tuple[str, str]] = []
    for known in msgspec.structs.fields(request):
        value = content.get(known.name)
        if value is None and known.required:
            wrong.append((known.name, "missing"))
        elif get_origin(known.type) is list and get_args(known.type) == (item,):
            if isinstance(value, list):
                listed = value
            else:
                wrong.append((known.name, "is no list"))
        else:
            try:
                head[known.name] = _checked(value, known.type)
            except InvalidItem as error:
                wrong.append((known.name, str(error)))
    if wrong:
        raise Refusal(422, f"{wrong[0][0]}: {wrong[0][1]}", fields=wrong)
    batch: Batch[E] = Batch(head, len(listed))
    for index, value in enumerate(listed):
        try:
            batch.items[index] = _checked(value, item)
        except InvalidItem as error:
            batch.problems[index] = str(error)
    return batch


def _loaded(body: bytes) -> dict[str, Any]:
    try:
        # As Decimals prices stay exact, and a field of floats still gets floats.
        content = json.loads(body, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise Refusal(422, f"the body is no JSON: {str(error)[:200]}") from error
    return content if isinstance(content, dict) else {}


def _checked(value: Any, kind: Any) -> Any:
    try:
        found = msgspec.convert(value, kind)
        msgspec.json.encode(found)  # a lone surrogate cannot be stored
    except UnicodeEncodeError as error:
        raise InvalidItem("there are letters that are none") from error
    except (msgspec.ValidationError, OverflowError) as error:
        raise InvalidItem(str(error)[:300]) from error
    return found
