"""What stands above lines of the order: their event, and their area in it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boxoffice.domain.ids import AreaId, EventId
from boxoffice.presenters.common import LineRow
from boxoffice.views.kit.controls import ElidedLabel
from boxoffice.views.kit.formats import Formats
from boxoffice.views.kit.names import shortened


class EventHeading(QWidget):
    """An event's name, and when it is."""

    def __init__(self, event_id: EventId) -> None:
        super().__init__()
        self._name = ElidedLabel(f"orderEvent-{event_id}", "strong")
        self._time = ElidedLabel(f"orderEventTime-{event_id}", "faint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(0)
        layout.addWidget(self._name)
        layout.addWidget(self._time)

    def show_row(self, row: LineRow, _: int, formats: Formats) -> None:
        """Takes the words from one of its lines."""
        name = shortened(row.event.name, 120) if row.event else ""
        starts = formats.date_time(row.starts_at) if row.starts_at else ""
        self._name.show_text(name or self.tr("Event {event}").format(event=row.line.event_id))
        self._time.show_text(starts)
        self._time.setVisible(bool(starts))


class AreaHeading(ElidedLabel):
    """An area's name, and how many seats of the order are in it."""

    def __init__(self, event_id: EventId, area_id: AreaId) -> None:
        super().__init__(f"orderArea-{event_id}-{area_id}", "area")

    def show_row(self, row: LineRow, count: int, _: Formats) -> None:
        """Takes the words from one of its lines."""
        text = self.tr("{area} · %n seats", "", count)
        self.show_text(text.format(area=shortened(row.line.area_name, 60) or "?"))
