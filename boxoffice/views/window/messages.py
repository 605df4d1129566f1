"""What the clerk is told, by whom, how long, and in which of the two places."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from PySide6.QtCore import QObject, Signal

from boxoffice.presenters.notices import Code, Life, Notice, Severity

_MOST_TOLD = 20
_RANK = tuple(Severity)


class Source(Enum):
    """Who tells something; each has one thing to say at a time, but the window."""

    WINDOW = "the window"
    MAP = "the map"
    AGE = "the age of the map's picture"
    EVENTS = "the list of events"
    ORDER = "the order"


class Spot(Enum):
    """Where a message is shown."""

    MAP = "over the map"
    ORDER = "over the order"


@dataclass(slots=True, eq=False)
class Message:
    """A notice that somebody holds.

    Attributes:
        is_read: it is true still, and needs not be shown any more.
        is_over: it was true until now.
    """

    notice: Notice
    source: Source
    is_read: bool = False
    is_over: bool = False

    @property
    def passes(self) -> bool:
        """Whether it goes by itself after some seconds."""
        return self.is_over or self.notice.code.life is Life.PASSING

    @property
    def spot(self) -> Spot:
        """The order's own messages lie over the order, all others over the map."""
        is_of_order = self.source is Source.ORDER and not self.notice.code.is_outage
        return Spot.ORDER if is_of_order else Spot.MAP


@dataclass(frozen=True, slots=True)
class Told:
    """What was told, and when."""

    notice: Notice
    at: datetime


class Messages(QObject):
    """Keeps what is to be shown.

    What must be read (`Notice.stays`) is there until it is read, or until who told it takes it
    back; that something else is told does not end it. A message that passes, or that is true for a
    while, ends with the next of the same source; an answer to a step not with news. An outage is
    one message, whoever found out, and ends for all when the server answers.

    Signals:
        changed(): something else is to be shown.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages: list[Message] = []
        self._held: dict[Source, Notice | None] = {}
        self._told: deque[Told] = deque(maxlen=_MOST_TOLD)
        self._is_away = False

    @property
    def told(self) -> tuple[Told, ...]:
        """The last twenty, the latest first."""
        return tuple(reversed(self._told))

    def hear(self, source: Source, notice: Notice | None) -> None:
        """Takes over what a source says now; None takes back what it said last. The same object
        again is the same message still; the window takes back only what need not be read."""
        before = self._held.get(source)
        if notice is before and source is not Source.WINDOW:
            return
        self._held[source] = notice
        if notice is None:
            self._take_back(source, before)
        elif not self._goes_on(source, notice):
            self._add(source, notice)
        self.changed.emit()

    def hear_answer(self, source: Source) -> None:
        """The server has answered who asks it by itself: what others said of an outage is over.
        Where nobody but the clerk's own step found out, it is shown for some seconds more."""
        was_known = any(m.source in (Source.MAP, Source.EVENTS) for m in self._outage())
        ended = [m for m in self._outage() if m.source is not source and not _asks(m, source)]
        for message in ended:
            if was_known:
                self._messages.remove(message)
            message.is_over = True
        if not self._outage():
            self._is_away = False
        if ended:
            self.changed.emit()

    def forget_outage(self) -> None:
        """Another server, or the same anew: nothing is known of it."""
        for message in self._outage():
            self._messages.remove(message)
        self._is_away = False
        self.changed.emit()

    def read(self, message: Message) -> None:
        """The clerk has read it; what is true still is only shown no more."""
        for each in self._outage() if message.notice.code.is_outage else [message]:
            if each.notice.code.life is Life.WHILE_TRUE:
                each.is_read = True
            elif each in self._messages:
                self._messages.remove(each)
        self.changed.emit()

    def end(self, message: Message) -> None:
        """Its time is over."""
        if message in self._messages:
            self._messages.remove(message)
            self.changed.emit()

    def shown(self, spot: Spot, sources: frozenset[Source]) -> tuple[Message, ...]:
        """What is to be shown there of these sources, what is on top first: the answer to the last
        step, then the gravest, and of equals the latest."""
        found = [
            m for m in self._messages if m.source in sources and m.spot is spot and not m.is_read
        ]
        outage = [m for m in found if m.notice.code.is_outage]
        outage.sort(key=lambda m: m.notice.code is not Code.PICTURE_OLD)
        for message in outage[:-1]:
            found.remove(message)
        found.reverse()
        return tuple(sorted(found, key=_weight, reverse=True))

    # --- how it is done ---

    def _outage(self) -> list[Message]:
        return [m for m in self._messages if m.notice.code.is_outage and not m.is_over]

    def _of(self, source: Source) -> list[Message]:
        return [m for m in self._messages if m.source is source]

    def _take_back(self, source: Source, before: Notice | None) -> None:
        for message in self._of(source):
            is_last = message.notice is before and source is not Source.WINDOW
            if is_last or not message.notice.stays:
                self._messages.remove(message)

    def _goes_on(self, source: Source, notice: Notice) -> bool:
        """Whether it is true already; then it says how things are by now."""
        if notice.code.life is not Life.WHILE_TRUE:
            return False
        for message in self._of(source):
            if message.notice.code is notice.code and not message.is_over:
                is_asked_for = source in (Source.WINDOW, Source.ORDER)
                message.notice, message.is_read = notice, message.is_read and not is_asked_for
                return True
        return False

    def _add(self, source: Source, notice: Notice) -> None:
        is_new = True
        for message in self._of(source):
            is_same = notice.replaces(message.notice)
            if is_same or not (message.notice.stays or _is_answer_before_news(message, notice)):
                self._messages.remove(message)
            is_new = is_new and not is_same
        is_outage = notice.code.is_outage
        is_asked_for = source in (Source.WINDOW, Source.ORDER)
        is_read = is_outage and not is_asked_for and any(m.is_read for m in self._outage())
        if is_outage and is_asked_for:
            for message in self._outage():
                message.is_read = False  # it was tried again
        self._messages.append(Message(notice, source, is_read))
        if is_new and not (is_outage and self._is_away):
            self._told.append(Told(notice, datetime.now(UTC).astimezone()))
        self._is_away = self._is_away or is_outage


def _asks(message: Message, source: Source) -> bool:
    """Whether it is of somebody who asks the server as well, and will hear it himself."""
    others = {Source.MAP, Source.AGE, Source.EVENTS}
    return message.source in others and source in others


def _is_answer_before_news(message: Message, notice: Notice) -> bool:
    """Whether it answers the clerk's step, and what the window tells now came in between."""
    is_answer = message.source is Source.WINDOW and message.notice.code.life is Life.PASSING
    return is_answer and not message.notice.code.is_news and notice.code.is_news


def _weight(message: Message) -> tuple[bool, bool, int]:
    severity = _RANK.index(message.notice.severity)
    return message.passes, not message.notice.code.is_news, severity
