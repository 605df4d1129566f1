"""Readings of what the published reference leaves open, each with the dialect that says it.

    with running_service() as service, serving(BY_NAME["pascal"], service) as site:
        ...  # site.address is a Connect server that speaks so; the token is the service's

`reading.dialect()` is the file that a site would have beside its settings.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import reduce

from tests.dialects.reading import Reading
from tests.dialects.rows import answers, errors, missing, names, paging, values
from tests.dialects.site import Site, site_before
from tests.service_fixture import Running

_ROOMS = (names, values, answers, paging, errors, missing)
READINGS = tuple(reading for room in _ROOMS for reading in room.READINGS)
BY_NAME: Mapping[str, Reading] = {reading.name: reading for reading in READINGS}


@contextmanager
def serving(reading: Reading, service: Running) -> Iterator[Site]:
    """The service as a site of this reading would be."""
    with site_before(service.port, reading.naming, reading.turns) as site:
        yield site


def named(name: str) -> Reading:
    """The reading of that name, or the pair: 'pascal + ids as text'.

    Raises:
        KeyError: there is none.
    """
    first, *others = (BY_NAME[each] for each in ([name] if name in BY_NAME else name.split(" + ")))
    return reduce(Reading.with_, others, first)


def pairs(count: int, seed: int) -> Iterator[Reading]:
    """So many pairs of readings that touch different things; the same ones for the same seed."""
    chance, known = random.Random(seed), [r for r in READINGS if not r.is_refused]
    for _ in range(count):
        first = chance.choice(known)
        others = [r for r in known if not r.about & first.about]
        yield first.with_(chance.choice(others))
