"""A site that says the API otherwise: a proxy before our own service that translates both ways.

It knows the contract's text alone. Between the two it passes a request from the wire inwards,
`hear` of each turn, and the answer outwards, `say` of each: values first, then the envelope, then
names, then the wire.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode

from tests.dialects import published
from tests.dialects.published import ENVELOPE, Row
from tests.faults.wire import Backstage, Request, answer, read_answer, read_request, reset


@dataclass
class Asked:
    """A request of the client, by the operation of the contract that it means."""

    row: Row
    values: dict[str, str]
    query: dict[str, str]
    body: Any
    headers: dict[str, str]
    memory: dict[str, Any]
    told: Told | None = None
    """Set where the site answers without the service."""


@dataclass
class Told:
    """An answer on its way to the client.

    Attributes:
        content: its body before it is written; None for an empty one.
        raw: the body as it is, in place of the content.
        is_lost: the client meets the end of the connection instead.
    """

    status: int
    content: Any
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    media_type: str = "application/json"
    is_lost: bool = False

    @property
    def is_good(self) -> bool:
        return self.status < 300


class Layer(IntEnum):
    """From the service outwards."""

    VALUES = 0
    ENVELOPE = 1
    NAMES = 2
    WIRE = 3


def _nothing(*_: object) -> None:
    pass


@dataclass(frozen=True)
class Turn:
    """One thing that a site says otherwise: what it does to answers, and to requests."""

    layer: Layer = Layer.VALUES
    say: Callable[[Asked, Told], None] = _nothing
    hear: Callable[[Asked], None] = _nothing


@dataclass(frozen=True)
class Naming:
    """How a site spells; by the contract's names. `only` is of bodies alone, by their operation."""

    style: str = "snake"
    acronyms: tuple[str, ...] = ()
    results: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    only: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)
    operations: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def over(self, other: Naming) -> Naming:
        """Both; they say different things."""
        own_style = self.style != "snake"
        return Naming(
            self.style if own_style else other.style,
            self.acronyms if own_style else other.acronyms,
            {**other.results, **self.results},
            _joined(other.fields, self.fields),
            _joined(other.only, self.only),
            {**other.parameters, **self.parameters},
            {**other.operations, **self.operations},
        )

    def said(self) -> dict[str, Any]:
        """The part of a dialect's file that says it."""
        names = {"style": self.style, "acronyms": list(self.acronyms)}
        ways = {title: {"path": p, "verb": v} for title, (v, p) in self.operations.items()}
        return {
            "names": names if self.style != "snake" else {},
            "results": dict(self.results),
            "fields": {entity: dict(names) for entity, names in self.fields.items()},
            "write": {entity: dict(names) for entity, names in self.only.items()},
            "parameters": dict(self.parameters),
            "operations": ways,
        }

    def spelled(self, entity: str, name: str) -> str:
        for owner in (entity, published.ALSO.get(entity, ""), "*"):
            for table in (self.only, self.fields):
                if (found := table.get(owner, {}).get(name)) is not None:
                    return found
        if entity == ENVELOPE and name in self.results:
            return self.results[name]
        return self.styled(name)

    def styled(self, name: str) -> str:
        if self.style == "snake":
            return name
        if name[:1].isupper():
            return _camel(name) if self.style == "camel" else name
        parts = [self._capital(part) for part in name.split("_")]
        if self.style == "camel":
            parts[0] = parts[0].lower()
        return "".join(parts)

    def _capital(self, word: str) -> str:
        if word in self.acronyms:
            return word.upper()
        if word.endswith("s") and word[:-1] in self.acronyms:
            return word[:-1].upper() + "s"
        return word[:1].upper() + word[1:]

    def say(self, entity: str, value: Any, row: Row) -> Any:
        """A value of the contract in this spelling."""
        if isinstance(value, list):
            return [self.say(entity, each, row) for each in value]
        if not isinstance(value, dict):
            return value
        return {
            self.spelled(entity, name): self.say(_under(entity, name, row), inside, row)
            for name, inside in value.items()
        }

    def hear(self, entity: str, value: Any, row: Row) -> Any:
        """What is in this spelling, in the contract's; what is not known is left out."""
        if isinstance(value, list):
            return [self.hear(entity, each, row) for each in value]
        if not isinstance(value, dict):
            return value
        known = {self.spelled(entity, name): name for name in published.words_of(entity)}
        told = {known[name]: inside for name, inside in value.items() if name in known}
        return {
            name: self.hear(published.held(entity, name), inside, row)
            for name, inside in told.items()
        }


def _under(entity: str, name: str, row: Row) -> str:
    if entity == ENVELOPE and name == row.result:
        return row.result
    return published.held(entity, name)


def _joined(
    below: Mapping[str, Mapping[str, str]], above: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, str]]:
    owners = {*below, *above}
    return {owner: {**below.get(owner, {}), **above.get(owner, {})} for owner in owners}


def _camel(name: str) -> str:
    """As serialisers do it: the capitals at the beginning become small, but the one that begins
    the next word."""
    letters = list(name)
    for at, letter in enumerate(letters):
        is_last = at + 1 == len(letters) or letters[at + 1].islower()
        if not letter.isupper() or (at and is_last):
            break
        letters[at] = letter.lower()
    return "".join(letters)


class Site:
    """The proxy.

    Attributes:
        asked: the titles of all operations that came, in their order.
        before: done with a request, in the contract's form, before the service has it.
    """

    def __init__(
        self, backstage: Backstage, upstream: int, naming: Naming, turns: Sequence[Turn]
    ) -> None:
        self.asked: list[str] = []
        self.before: Callable[[Asked], Any] = _nothing
        self._upstream = upstream
        self._naming = naming
        self._turns = sorted(turns, key=lambda turn: turn.layer)
        self._memory: dict[str, Any] = {}
        self._ways = [
            (row, *naming.operations.get(row.title, (row.verb, row.path)))
            for row in published.rows()
        ]
        _, port = backstage.run(backstage.listen(self._serve))
        self.address = f"http://127.0.0.1:{port}/connect"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while (request := await read_request(reader)) is not None:
            told = await self._answer(request)
            if told.is_lost:
                reset(writer)
                return
            body = told.raw
            if body is None:
                body = b"" if told.content is None else json.dumps(told.content).encode()
            writer.write(answer(told.status, body, told.media_type, **told.headers))
            await writer.drain()

    async def _answer(self, request: Request) -> Told:
        asked = self._understood(request)
        if asked is None:
            words = {"error_number": 404, "error_message": "There is nothing here."}
            return Told(404, self._naming.say(ENVELOPE, words, _NO_ROW))
        self.asked.append(asked.row.title)
        self._hear(asked, lambda layer: layer is not Layer.VALUES)
        asked.body = self._naming.hear(asked.row.title, asked.body, asked.row)
        self._hear(asked, lambda layer: layer is Layer.VALUES)
        told = asked.told
        if told is None:
            await asyncio.to_thread(self.before, asked)
            told = await self._ask(asked)
        for turn in self._turns:
            if turn.layer < Layer.NAMES:
                turn.say(asked, told)
        told.content = self._naming.say(ENVELOPE, told.content, asked.row)
        for turn in self._turns:
            if turn.layer >= Layer.NAMES:
                turn.say(asked, told)
        return told

    def _hear(self, asked: Asked, is_meant: Callable[[Layer], bool]) -> None:
        for turn in reversed(self._turns):
            if is_meant(turn.layer) and asked.told is None:
                turn.hear(asked)

    def _understood(self, request: Request) -> Asked | None:
        path = request.path.removeprefix("/connect")
        for row, verb, template in self._ways:
            if verb != request.verb:
                continue
            pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(template))
            if (met := re.fullmatch(pattern, path)) is not None:
                values = {name: unquote(value) for name, value in met.groupdict().items()}
                body = json.loads(request.body) if request.body else None
                headers = dict(request.headers)
                query = self._query(row, request.query)
                return Asked(row, values, query, body, headers, self._memory)
        return None

    def _query(self, row: Row, text: str) -> dict[str, str]:
        """What is not known in a query is left out, as servers do."""
        known = {self._naming.parameters.get(name, name): name for name in row.query}
        return {known[n]: v for n, v in parse_qsl(text, keep_blank_values=True) if n in known}

    async def _ask(self, asked: Asked) -> Told:
        """The service's answer."""
        path = asked.row.path.format(**{n: quote(v, safe="") for n, v in asked.values.items()})
        target = f"/connect{path}" + (f"?{urlencode(asked.query)}" if asked.query else "")
        body = b"" if asked.body is None else json.dumps(asked.body).encode()
        kept = ("authorization", "idempotency-key", "accept-language", "x-app-version")
        lines = [f"{name}: {asked.headers[name]}" for name in kept if name in asked.headers]
        lines += [f"Content-Length: {len(body)}", "Content-Type: application/json"]
        head = f"{asked.row.verb} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n" + "".join(
            f"{line}\r\n" for line in [*lines, "Connection: close"]
        )
        reader, writer = await asyncio.open_connection("127.0.0.1", self._upstream, limit=1 << 26)
        try:
            writer.write(head.encode() + b"\r\n" + body)
            whole = await read_answer(reader)
        finally:
            writer.close()
        top, _, content = whole.partition(b"\r\n\r\n")
        return Told(int(top.split(b" ", 2)[1]), json.loads(content) if content else None)


_NO_ROW = Row("", "", "", (), (), "", "")


def in_values(turn: Callable[[str, str, Any], Any], names: Callable[[str], bool]) -> Turn:
    """Answers with each value of the fields of these names made another; the entity, the field and
    the value are given. Nothing is done to bodies."""

    def say(asked: Asked, told: Told) -> None:
        for entity, each in published.objects(asked.row, told.content):
            for name in each:
                if names(name) and not isinstance(each[name], dict | list):
                    each[name] = turn(entity, name, each[name])

    return Turn(say=say)


def result_of(asked: Asked, told: Told) -> dict[str, Any]:
    """The result of a good answer, in the contract's names; empty where there is none."""
    content = told.content
    if told.is_good and isinstance(content, dict):
        found = content.get(asked.row.result)
        return found if isinstance(found, dict) else {}
    return {}


@contextmanager
def site_before(upstream: int, naming: Naming, turns: Sequence[Turn]) -> Iterator[Site]:
    """A site before the service at a port of this machine."""
    with Backstage() as backstage:
        yield Site(backstage, upstream, naming, turns)
