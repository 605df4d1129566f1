"""A sample of what `python -m tests.fuzz` shows at length, and that it could show the opposite."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boxoffice.connect import mapping, operations, wire
from boxoffice.connect.client import ConnectClient
from boxoffice.domain.catalogue import Country
from boxoffice.domain.ids import CountryId, OrderId
from tests.fuzz.answers import SUBJECTS
from tests.fuzz.cases import Case, case, valid
from tests.fuzz.running import READ, Outcome, Probe, run, tried

EXAMPLES = 150
SEED = 20_260_925


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Thousands of answers are thousands of lines of the log."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


def test_every_result_is_covered() -> None:
    known = {operation.result for operation in operations.ALL}
    assert known | {"Picture"} == set(SUBJECTS)


@pytest.mark.parametrize("name", SUBJECTS)
async def test_a_valid_answer_is_read_by_every_call(name: str) -> None:
    probe, outcome = Probe(), Outcome(name)
    for call in SUBJECTS[name].calls:
        await tried(probe, valid(SUBJECTS[name], call), outcome)
    assert (outcome.kinds, outcome.violations) == ({READ: len(SUBJECTS[name].calls)}, [])


@pytest.mark.parametrize("name", SUBJECTS)
async def test_any_answer_is_read_or_one_of_our_errors(name: str) -> None:
    outcome = await run(SUBJECTS[name], SEED, range(EXAMPLES))
    assert not outcome.violations, "\n".join(map(str, outcome.violations[:5]))
    assert outcome.answers == EXAMPLES
    assert outcome.kinds[READ] > EXAMPLES / 10
    assert len(outcome.kinds) > 2


def test_a_case_is_always_the_same() -> None:
    for index in range(50):
        first, again = (case(SUBJECTS["AreaCnctResult"], 5, index) for _ in range(2))
        assert first == again


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(), inside, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize("name", ["EventCnctResult", "SeatStatusCnctResult", "OrderCnctResult"])
@given(found=ANY_JSON, place=st.sampled_from(["body", "result", "entry", "field"]), data=st.data())
@settings(max_examples=60)
async def test_any_document(name: str, found: object, place: str, data: st.DataObject) -> None:
    sample = SUBJECTS[name].result
    assert sample is not None
    items = next((key for key, value in sample.items() if isinstance(value, list)), "")
    entry = sample[items][0]
    document = {
        "body": found,
        "result": {name: found},
        "entry": {name: {**sample, items: [found]}},
        "field": {
            name: {**sample, items: [{**entry, data.draw(st.sampled_from(list(entry))): found}]}
        },
    }[place]
    outcome = Outcome(name)
    call = data.draw(st.sampled_from(SUBJECTS[name].calls))
    body = json.dumps(document).encode()
    await tried(Probe(), Case(name, 0, 0, call, 200, (), body), outcome)
    assert not outcome.violations, str(outcome.violations[0])


@given(address=st.text() | st.from_regex(r"(https?:)?//[!-~]{0,30}", fullmatch=True))
@settings(max_examples=150)
async def test_any_address_of_a_picture(address: str) -> None:
    async def call(client: ConnectClient) -> bytes:
        return await client.pictures.fetch(address)

    outcome = Outcome("Picture")
    await tried(Probe(), valid(SUBJECTS["Picture"], call), outcome)
    assert not outcome.violations, str(outcome.violations[0])


async def test_what_escapes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(found: wire.CountryWire) -> Country:
        if found.country_code != "AT":
            raise ValueError(found.country_code)
        return Country(CountryId(found.id), found.country_code, found.name)

    monkeypatch.setattr(mapping, "country", broken)
    outcome = await run(SUBJECTS["CountryResult"], SEED, range(EXAMPLES))
    assert outcome.kinds["ValueError"] > 0
    told = outcome.violations[0]
    assert (told.subject, told.seed, told.what[:11]) == ("CountryResult", SEED, "ValueError:")
    assert case(SUBJECTS["CountryResult"], SEED, told.index).body[:500] == told.body


async def test_an_insane_value_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        mapping, "country", lambda _: Country(CountryId(-1), "\ud800", "x" * 10_001)
    )
    outcome = Outcome("CountryResult")
    subject = SUBJECTS["CountryResult"]
    await tried(Probe(), valid(subject, subject.calls[0]), outcome)
    told = {violation.what for violation in outcome.violations}
    assert told == {"id is -1", "code is no Unicode", "name has 10001 letters"}


async def test_a_call_that_asks_without_end_is_told() -> None:
    async def call(client: ConnectClient) -> None:
        for _ in range(601):
            await client.orders.cancel(OrderId(9), "key")

    outcome = Outcome("SimpleResult")
    await tried(Probe(), valid(SUBJECTS["SimpleResult"], call), outcome)
    assert [violation.what for violation in outcome.violations] == ["asked 601 times"]
