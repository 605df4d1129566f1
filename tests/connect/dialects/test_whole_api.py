"""A site that says everything otherwise: all 48 operations, by data alone."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from boxoffice.connect import bulk, operations, wire
from boxoffice.connect.client import CONTRACT, ConnectClient, Dialect, ServerWarning, load_dialect
from boxoffice.connect.dialects import vocabulary
from boxoffice.connect.operations import AS_CONTRACT, BY_TITLE
from tests.connect.dialects.whole_api import CALLS, body_of, plain, site

ROOM = Path(operations.__file__).parent


def pascal(name: str) -> str:
    """Not by the program's own means."""
    return re.sub(r"(?:^|_)([a-z])", lambda found: found[1].upper(), name)


def camel(name: str) -> str:
    if name == "IDMappingResult":
        return "idMappingResult"
    return pascal(name)[0].lower() + pascal(name)[1:]


def with_ids(name: str) -> str:
    return re.sub(r"Id(s?)(?=[A-Z]|$)", r"ID\1", pascal(name))


def said(value: Any, name: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {name(key): said(inside, name) for key, inside in value.items()}
    return [said(each, name) for each in value] if isinstance(value, list) else value


def made(folder: Path, text: str) -> Dialect:
    (folder / "site.toml").write_text(text, encoding="utf-8")
    return load_dialect("site.toml", folder)


def client_of(
    say: Callable[[Any], Any], dialect: Dialect
) -> tuple[ConnectClient, list[httpx.Request], list[ServerWarning]]:
    seen: list[httpx.Request] = []
    told: list[ServerWarning] = []
    client = ConnectClient(
        "https://box.example/connect",
        "token",
        dialect=dialect,
        transport=site(say, seen),
        on_warning=told.append,
        pause=0.001,
    )
    return client, seen, told


def test_there_is_a_call_for_each_operation() -> None:
    assert CALLS.keys() == BY_TITLE.keys()


@pytest.mark.parametrize(
    ("style", "name"),
    [
        ('style = "pascal"', pascal),
        ('style = "camel"', camel),
        ('style = "pascal"\nacronyms = ["id"]', with_ids),
    ],
)
async def test_another_style_of_names_is_one_line(
    tmp_path: Path, style: str, name: Callable[[str], str]
) -> None:
    dialect = made(tmp_path, f"[names]\n{style}\n")
    ours, asked, warned = client_of(lambda answer: answer, CONTRACT)
    theirs, heard, told = client_of(lambda answer: said(answer, name), dialect)
    for title, (ask, _) in CALLS.items():
        expected, found = await ask(ours), await ask(theirs)
        assert plain(found) == plain(expected), title
    for request, other in zip(asked, heard, strict=True):
        assert (request.method, request.url) == (other.method, other.url)
        body = body_of(request)
        if isinstance(body, str):
            body = body.replace('"area_id"', f'"{name("area_id")}"')
            body = body.replace('"file"', f'"{name("file")}"')
        assert body_of(other) == said(body, name), request.url
    assert [w.words for w in told] == [w.words for w in warned] != []


CHANGED: dict[str, tuple[str, str, Any, str]] = {
    "a field": ('[fields.EventCnct]\nname = "Title"', '"name":', '"Title":', "Events GET"),
    "a list": ('[fields.EventCnctResult]\nevents = "Items"', '"events":', '"Items":', "Events GET"),
    "a result": (
        '[results]\nEventCnctResult = "Found"',
        '"EventCnctResult":',
        '"Found":',
        "Events GET",
    ),
    "a list of rows": (
        '[fields.SeatCnctResult]\nseats = "Places"',
        '"seats":',
        '"Places":',
        "GetSeat GET",
    ),
    "a field of rows": (
        '[fields.SeatStatusCnct]\nseat_id = "Place"',
        '"seat_id":',
        '"Place":',
        "GetSeatStatus GET",
    ),
    "a field everywhere": ('[fields."*"]\nseat_id = "Place"', '"seat_id":', '"Place":', ""),
    "an enumeration": (
        "[enums.event_status]\ncancelled = 77",
        '"status": 3',
        '"status": 77',
        "Events GET",
    ),
    "an enumeration of rows": (
        '[enums.seat_status]\nfree="Free"\nreserved="Held"\nsold=["Sold","Gone"]\nblocked="Shut"',
        r'"status": [023]',
        lambda found: {"0": '"status": "Free"', "2": '"status": "Gone"', "3": '"status": "Shut"'}[
            found[0][-1]
        ],
        "GetSeatStatus GET",
    ),
}


@pytest.mark.parametrize("what", CHANGED)
async def test_what_is_called_otherwise_is_one_line(tmp_path: Path, what: str) -> None:
    text, old, new, title = CHANGED[what]
    ours, _, _ = client_of(lambda answer: answer, CONTRACT)
    theirs, _, _ = client_of(
        lambda answer: json.loads(re.sub(old, new, json.dumps(answer))), made(tmp_path, text)
    )
    for each, (ask, _) in CALLS.items():
        if title in ("", each) and each.endswith("GET"):
            assert plain(await ask(theirs)) == plain(await ask(ours)), each


def test_the_contract_is_not_translated() -> None:
    for shipped in (CONTRACT, load_dialect("contract", Path())):
        client, _, _ = client_of(lambda answer: answer, shipped)
        sender = client.orders._sender
        assert all(sender.here(operation) is operation for operation in BY_TITLE.values())
        assert all(operation.spoken is AS_CONTRACT for operation in BY_TITLE.values())


def test_every_name_that_is_read_is_one_of_the_contract() -> None:
    """So that a dialect can call it otherwise."""
    known = {name for fields in vocabulary.entities().values() for name in fields}
    models = [m for m in vars(wire).values() if isinstance(m, type) and issubclass(m, wire.Wire)]
    read = {name for model in models for name in model.model_fields}
    assert len(models) > 20
    assert read - known == set()
    rows = (ROOM / "bulk" / "rows.py").read_text(encoding="utf-8")
    structs = [n for n in ast.walk(ast.parse(rows)) if isinstance(n, ast.ClassDef)]
    fields = {
        node.target.id
        for struct in structs
        if struct.name.endswith("Row")
        for node in struct.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    assert bulk is not None
    assert {"seat_id", "x"} <= fields
    assert fields - known == set()


def test_answers_and_bodies_pass_one_place_each() -> None:
    """Nothing else in the client decodes JSON, encodes a body, or makes a query of its own."""
    places: dict[str, set[str]] = {"Decoder(": set(), "Encoder(": set(), ".decode(": set()}
    for path in ROOM.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for word, found in places.items():
            if f"json.{word}" in text or (word == ".decode(" and "json.decode(" in text):
                found.add(path.relative_to(ROOM).as_posix())
    assert places == {
        "Decoder(": {"envelope.py", "bulk/reader.py"},
        "Encoder(": {"call.py", "calls/imports.py"},
        ".decode(": {"bulk/pages.py"},
    }
