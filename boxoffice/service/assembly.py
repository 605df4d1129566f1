"""Puts the service together in the process that serves it."""

from __future__ import annotations

from pathlib import Path

from starlette.types import ASGIApp

from boxoffice.service import access_log
from boxoffice.service.config import ServeConfig
from boxoffice.service.door import Door
from boxoffice.service.http import application
from boxoffice.service.metrics import Metrics
from boxoffice.service.observed import Observed
from boxoffice.service.probes import Probes
from boxoffice.service.store import Store


def assembled(
    store: Store, hold_seconds: float, config: ServeConfig, shared: Path | None = None
) -> ASGIApp:
    """The service over a store.

    Args:
        shared: the folder where workers keep their figures; None for a single process.
    """
    door, metrics = Door(config.rate), Metrics(shared)
    probes = Probes(store, door, metrics)
    observers = [metrics.observe]
    if config.access_log:
        access_log.set_up()
        observers.append(access_log.write)
    return Observed(application(store, hold_seconds, door, probes.routes()), observers)
