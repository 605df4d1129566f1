"""A short run of the stateful test, and bugs that it finds; `python -m tests.service.stateful` is
the long one."""

from __future__ import annotations

import pytest

from tests import postgresql
from tests.service.stateful.broken import Bug
from tests.service.stateful.model import Mismatch
from tests.service.stateful.run import run


def need(database: str) -> None:
    if database == "postgresql" and (reason := postgresql.why_not()):
        pytest.skip(reason)


@pytest.mark.parametrize(("database", "examples"), [("sqlite", 8), ("postgresql", 3)])
def test_the_service_keeps_the_rules(database: str, examples: int) -> None:
    need(database)
    count = run(database, examples, seeded=1)
    assert count.runs >= examples
    kinds = {"reserve", "complete", "give_back", "best", "change", "cancel", "house"}
    assert kinds >= count.kinds.keys()


@pytest.mark.parametrize(
    ("database", "bug"),
    [
        ("sqlite", Bug.NO_UNIQUE),
        ("sqlite", Bug.NO_INDEX),
        ("sqlite", Bug.NO_KEY),
        ("sqlite", Bug.ANY_BODY),
        ("sqlite", Bug.NO_IMMEDIATE),
        ("postgresql", Bug.NO_LOCKS),
    ],
)
def test_it_notices_what_is_taken_out(database: str, bug: Bug) -> None:
    need(database)
    with pytest.raises(Mismatch):
        run(database, 60, seeded=3, bug=bug, is_shrunk=False)
