"""The figures of the service for Prometheus. No label names a counter, a token or an order."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import prometheus_client
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from boxoffice.service.api.request_record import RequestRecord

MEDIA_TYPE = prometheus_client.CONTENT_TYPE_LATEST
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_OTHER = "other"  # requests for no operation: an unknown path, the description, these figures

prometheus_client.disable_created_metrics()  # type: ignore[no-untyped-call]


class Metrics:
    """The figures of the service.

    Args:
        shared: the folder where workers keep their figures, so that each of them can report those
            of all; None for a single process.
    """

    def __init__(self, shared: Path | None = None) -> None:
        self._shared = shared
        self._own = CollectorRegistry()
        self._requests = Counter(
            "boxoffice_requests", "Requests answered.", ("operation", "status"), registry=self._own
        )
        self._seconds = Histogram(
            "boxoffice_request_seconds",
            "How long answers took.",
            ("operation",),
            buckets=_SECONDS,
            registry=self._own,
        )
        self._conflicts = Counter(
            "boxoffice_conflicts",
            "Requests refused with 409: a seat was taken, a hold was lost.",
            ("operation",),
            registry=self._own,
        )
        self._too_many = Counter(
            "boxoffice_too_many_requests", "Requests refused with 429.", registry=self._own
        )

    def observe(self, record: RequestRecord) -> None:
        operation = record.operation or _OTHER
        self._requests.labels(operation, str(record.status)).inc()
        self._seconds.labels(operation).observe(record.seconds)
        if record.status == 409:
            self._conflicts.labels(operation).inc()
        if record.status == 429:
            self._too_many.inc()

    def text(self, open_holds: int | None) -> bytes:
        """All figures; `open_holds` is None, and left out, while the data do not answer."""
        read = CollectorRegistry()
        if self._shared is not None:
            MultiProcessCollector(read, str(self._shared))  # type: ignore[no-untyped-call]
        if open_holds is not None:
            read.register(_OpenHolds(open_holds))
        own = generate_latest(self._own) if self._shared is None else b""
        return own + generate_latest(read)


class _OpenHolds(Collector):
    def __init__(self, count: int) -> None:
        self._count = count

    def collect(self) -> Iterable[GaugeMetricFamily]:
        yield GaugeMetricFamily("boxoffice_open_holds", "Orders that hold seats.", self._count)
