"""No cost grows with the past: no statement reads all that was ever sold."""

from __future__ import annotations

from boxoffice.service.api.operations import OPERATIONS
from tests import postgresql
from tests.service.conftest import Place
from tests.service.past import asking, end_holds, every_operation, house_of

_ORDERS = 15_000  # enough for a database to prefer its indexes


def test_no_statement_reads_all_that_was_ever_sold(new_place: Place) -> None:
    place = new_place()
    house = house_of(place, postgresql.shared_server() if "database" in place else None)
    house.grow_old(_ORDERS)
    with asking(house) as api:
        every_operation(api)
        end_holds(api, house)
    assert api.asked == {(each.verb, each.path) for each in OPERATIONS}
    assert api.plans.count > 100
    assert not api.plans.faults, api.plans.told()
