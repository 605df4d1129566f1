"""A sample of the kills, at the worst moments; and that the harness notices what it has to.

All of it: `python -m tests.crash --trials 200`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests import postgresql
from tests.crash import power, steps
from tests.crash.bugs import BUGS
from tests.crash.facts import Facts, Intent, Paper, Recorded, ServerOrder
from tests.crash.house import Houses
from tests.crash.judge import judge
from tests.crash.plan import LEAST, plan
from tests.crash.steps import Missing, Moment, Step
from tests.crash.trial import RANDOM, Trial, run

pytestmark = [pytest.mark.gui, pytest.mark.timeout(600)]

_POWER = "nothing" if power.why_not() else "power"
_BOTH = "nothing" if power.why_not() else "both"
SAMPLE = (
    # Paid at the server, with a second order aside; killed again while that is settled.
    Trial(1, "sqlite", "resumed", "sale answered", loss=_BOTH, again="restart: intent closed"),
    # Sold, recorded, and nobody saw it; one row of each file cannot be read.
    Trial(2, "postgresql", "sale", "intent closed", is_spoiled=True, choice="go on"),
    # Some of the old seats are back, others not.
    Trial(3, "sqlite", "exchange", "first seat given back", loss=_POWER),
    # Asked for, and nobody knows the order's number.
    Trial(4, "sqlite", "park", "seats asked for", choice="go on"),
)
# Where each bug shows, and as what.
SEEDED = {
    "no-flush": (Trial(1, "sqlite", "sale", "sale answered", loss="power"), "double"),
    "print-before-commit": (Trial(2, "sqlite", "sale", "before the intent is written"), "paper"),
    "record-after-close": (Trial(3, "sqlite", "sale", "intent closed"), "lost"),
    "key-renewed": (Trial(4, "sqlite", "sale", "intent written"), "double"),
}


@pytest.fixture(scope="module")
def houses() -> Iterator[Houses]:
    with Houses() as made:
        yield made


@pytest.mark.parametrize("trial", SAMPLE, ids=lambda trial: f"{trial.story}, {trial.label}")
def test_a_killed_till_loses_nothing_and_says_so(trial: Trial, houses: Houses) -> None:
    if trial.database == "postgresql" and (reason := postgresql.why_not()):
        pytest.skip(reason)
    houses.prepare(trial.database)
    assert run(trial, houses).faults == []


@pytest.mark.parametrize("bug", sorted(SEEDED))
def test_a_bug_that_is_put_in_is_caught(bug: str, houses: Houses) -> None:
    trial, kind = SEEDED[bug]
    if trial.loss != "nothing" and (reason := power.why_not()):
        pytest.skip(reason)
    assert kind in {found for found, _ in run(replace(trial, bug=bug), houses).faults}


def test_every_step_is_in_the_program() -> None:
    steps.check()
    assert set(SEEDED) == set(BUGS)


@pytest.mark.parametrize(
    "place",
    [
        "boxoffice.nowhere:f",
        "boxoffice.desktop.app:Application.nothing",
        "boxoffice.desktop.app:Nobody.f",
    ],
)
def test_a_step_that_is_not_in_the_program_is_an_error(place: str) -> None:
    with pytest.raises(Missing, match=r"boxoffice\.(nowhere|desktop\.app)"):
        steps.check([Step("gone", ("sale",), Moment.BEFORE, place)])


def test_the_plan_comes_to_every_step_often_enough() -> None:
    trials = plan(200, ("sqlite", "postgresql"), 1, "", "")
    kills = [label for trial in trials for label in trial.kills]
    assert len(trials) == 200
    assert {step.label for step in steps.STEPS} | {RANDOM} == set(kills)
    assert min(kills.count(step.label) for step in steps.STEPS) >= LEAST
    assert {trial.database for trial in trials} == {"sqlite", "postgresql"}
    for label in ("restart: answered", "held", RANDOM):
        few = plan(10, ("sqlite",), 1, label, "")
        assert len(few) == 10
        assert all(label in trial.kills for trial in few)


_ORDER = ServerOrder(
    7001,
    1,
    "BX-1",
    None,
    Decimal(0),
    frozenset({1, 2}),
    ("A 1", "A 2"),
    frozenset({1, 2}),
    Decimal("64.00"),
)
_PAID = {"kind": "cash", "amount": "64.00", "tendered": "100.00", "currency": "EUR"}
_INTENT = Intent("BX-1", 7001, "key", True, (_PAID,), None, frozenset())
_TOLD = {
    "order": 7001,
    "is_sold": True,
    "seats": "Stalls, row A, seats 1, 2",
    "total": "Paid: €64.00",
    "change": "Change due: €36.00",
    "can_print": True,
}
_FOUND = {"found": 7001, "rows": ["Order 7001 · €64.00"], "title": "Order 7001: sold"}


def as_promised() -> Facts:
    """A sale that was on its way: settled, told, found and printed."""
    return Facts(
        runs=[
            [{"asked": "PUT /connect/v1/orders/7001", "status": 200}],
            [
                {"settled": [_TOLD], "offers": [], "messages": [], "screen": []},
                _FOUND | {"can_print": True},
                {"end": "look", "failures": []},
            ],
        ],
        at_kills=[{7001: _ORDER}],
        at_kill={7001: _ORDER},
        at_end={7001: _ORDER},
        keys={"key": 0},
        intents=[_INTENT],
        intents_at_end=[replace(_INTENT, is_open=False)],
        record={7001: Recorded(7001, "BX-1", Decimal("64.00"), "sold", frozenset({1, 2}))},
        papers=[Paper(1, "Order summary Order 7001 COPY, made today")],
        ended=0,
    )


def _held(facts: Facts) -> None:
    facts.at_kill = {7002: replace(_ORDER, id=7002, status=0, external_id=None)}


def _expired(facts: Facts) -> None:
    facts.at_end = {7001: replace(_ORDER, status=3, external_id=None)}


def _printed_twice(facts: Facts) -> None:
    facts.papers += [Paper(0, "Order 7001 sold"), Paper(1, "Order 7001 sold")]


def _printed_early(facts: Facts) -> None:
    facts.papers.append(Paper(0, "Order 7001 sold"))
    facts.at_kills = [{7001: replace(_ORDER, status=0, external_id=None)}]


def _said(facts: Facts, **changes: object) -> None:
    facts.runs[1][0] = {**facts.runs[1][0], "settled": [_TOLD | changes]}


WRONGS: dict[str, tuple[str, Callable[[Facts], object]]] = {
    "a second key": ("double", lambda facts: facts.keys.update(key=1)),
    "another key": ("double", lambda facts: facts.keys.pop("key")),
    "another number": ("double", lambda facts: setattr(facts, "intents_at_end", [])),
    "not in the record": ("lost", lambda facts: facts.record.clear()),
    "lost at the server": ("lost", _expired),
    "not found": ("lost", lambda facts: facts.runs[1][1].update(rows=["Order 7009"])),
    "not opened": ("lost", lambda facts: facts.runs[1][1].update(title="")),
    "not printable": ("lost", lambda facts: facts.runs[1][1].update(can_print=False)),
    "nothing said": ("untold", lambda facts: facts.runs[1][0].update(settled=[])),
    "said wrongly": ("untold", lambda facts: _said(facts, is_sold=False)),
    "no change said": ("untold", lambda facts: _said(facts, change="")),
    "no seats said": ("untold", lambda facts: _said(facts, seats="")),
    "another sum said": ("untold", lambda facts: _said(facts, total="Paid: €32.00")),
    "held in silence": ("holds", _held),
    "two originals": ("paper", _printed_twice),
    "printed early": ("paper", _printed_early),
    "it failed": ("restart", lambda facts: setattr(facts, "ended", 1)),
    "it hung": ("restart", lambda facts: setattr(facts, "ended", None)),
    "a process is left": ("restart", lambda facts: setattr(facts, "left_behind", ["python"])),
}


def test_what_is_as_promised_is_no_fault() -> None:
    assert judge(as_promised()) == []


@pytest.mark.parametrize("name", WRONGS)
def test_what_is_wrong_is_noticed(name: str) -> None:
    kind, spoil = WRONGS[name]
    facts = as_promised()
    spoil(facts)
    assert kind in {found for found, _ in judge(facts)}


def test_steps_count_from_where_the_story_says(tmp_path: Path) -> None:
    told = steps.Gate(tmp_path / "told", "held", 2)
    told.comes("held")  # it does not count yet
    told.is_armed = True
    told.comes("held")
    lines = [json.loads(line) for line in (tmp_path / "told").read_text().splitlines()]
    assert lines == [{"step": "held"}]
