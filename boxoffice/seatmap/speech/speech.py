"""What assistive tools are told of the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from boxoffice.domain.seats.seatplan import SeatState, States
from boxoffice.seatmap.drawing.scene import Scene
from boxoffice.seatmap.speech.areas import SeatAreas

_MOST = 60  # characters of a name
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence to be said; an urgent one interrupts what is being said."""

    text: str
    is_urgent: bool = False


def seat_in_words(scene: Scene, index: int, price: str = "") -> str:
    """A seat's area, row, number, price and status: 'Stalls, row C, seat 12, €45.00, free'."""
    state = _state_in_words(SeatState(int(scene.states[index])))
    name, row, number = _names_of(scene, index)
    if not price:
        text = QCoreApplication.translate("SeatCanvas", "{area}, row {row}, seat {number}, {state}")
        return text.format(area=name, row=row, number=number, state=state)
    text = QCoreApplication.translate(
        "SeatCanvas", "{area}, row {row}, seat {number}, {price}, {state}"
    )
    return text.format(area=name, row=row, number=number, price=price, state=state)


def row_in_words(scene: Scene, index: int) -> str:
    """The row of a seat: 'Row C'."""
    text = QCoreApplication.translate("SeatCanvas", "Row {row}")
    return text.format(row=_names_of(scene, index)[1])


def area_in_words(areas: SeatAreas, position: int) -> str:
    """An area: 'Stalls, 312 of 480 free'."""
    area = areas.areas[position]
    free, total = areas.free_of(position)
    if area.kind.is_standing:
        text = QCoreApplication.translate("SeatCanvas", "{area}, standing, {free} of {total} free")
    else:
        text = QCoreApplication.translate("SeatCanvas", "{area}, {free} of {total} free")
    return text.format(area=_said(area.name), free=free, total=total)


def changes_in_words(
    scene: Scene, indices: list[int], before: States, after: States, lost: frozenset[int]
) -> Spoken | None:
    """What became of this counter's own seats, as one sentence or a few.

    Args:
        indices: the seats that changed, or were lost, each once.
        before, after: uint8[len(indices)] of `SeatState`.
        lost: those of them that are known to be another counter's now.

    Returns:
        None where nothing changed that concerns this counter.
    """
    groups: dict[str, list[int]] = {"lost": [], "taken": [], "gone": [], "back": [], "sold": []}
    for index, was, now in zip(indices, before.tolist(), after.tolist(), strict=True):
        kind = _kind_of(SeatState(was), SeatState(now), is_lost=index in lost)
        if kind:
            groups[kind].append(index)
    told = {kind: seats for kind, seats in groups.items() if seats}
    if not told:
        return None
    text = " ".join(_sentence(kind, _names(scene, seats)) for kind, seats in told.items())
    return Spoken(text, is_urgent="lost" in told or "gone" in told)


def _kind_of(was: SeatState, now: SeatState, *, is_lost: bool) -> str:
    if is_lost:
        return "lost"
    if now is SeatState.MINE:
        return "taken" if was is not SeatState.MINE else ""
    if now.traits.is_own or not was.traits.is_own:
        return ""
    if now is SeatState.FREE:
        return "back"
    if was is SeatState.PENDING:
        return "lost"
    return "sold" if now is SeatState.SOLD else "gone"


def _sentence(kind: str, names: list[str]) -> str:
    text = _one(kind) if len(names) == 1 else _several(kind)
    shown = "; ".join(names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED:
        shown += "; …"
    return text.format(seat=names[0], seats=shown, count=len(names))


def _one(kind: str) -> str:
    translate = QCoreApplication.translate
    words = {
        "lost": translate("SeatCanvas", "{seat} was lost to another counter."),
        "taken": translate("SeatCanvas", "{seat} is in this order."),
        "gone": translate("SeatCanvas", "{seat} is no longer in this order."),
        "back": translate("SeatCanvas", "{seat} was given back."),
    }
    return words.get(kind, translate("SeatCanvas", "{seat} is sold."))


def _several(kind: str) -> str:
    translate = QCoreApplication.translate
    words = {
        "lost": translate("SeatCanvas", "{count} seats were lost to another counter: {seats}."),
        "taken": translate("SeatCanvas", "{count} seats are in this order: {seats}."),
        "gone": translate("SeatCanvas", "{count} seats are no longer in this order: {seats}."),
        "back": translate("SeatCanvas", "{count} seats were given back: {seats}."),
    }
    return words.get(kind, translate("SeatCanvas", "{count} seats are sold: {seats}."))


def _names(scene: Scene, indices: list[int]) -> list[str]:
    """The first few by name; the others are only counted."""
    return [_name(scene, index) for index in indices[:_MOST_NAMED]] + [""] * (
        len(indices) - _MOST_NAMED
    )


def _name(scene: Scene, index: int) -> str:
    translate = QCoreApplication.translate
    name, row, number = _names_of(scene, index)
    if scene.plan.seat(index).is_standing:
        text = translate("SeatCanvas", "{area}, standing")
        return text.format(area=name)
    text = translate("SeatCanvas", "{area}, row {row}, seat {number}")
    return text.format(area=name, row=row, number=number)


def _names_of(scene: Scene, index: int) -> tuple[str, str, str]:
    """A seat's area, row and number as they are said."""
    seat = scene.plan.seat(index)
    area = scene.offer.area(seat.area_id)
    return _said(area.name if area else ""), _said(seat.row), _said(seat.number)


def _said(name: str) -> str:
    """A name on one line and of a bearable length; what is not known is '?'."""
    return " ".join(name.split())[:_MOST] or "?"


def _state_in_words(state: SeatState) -> str:
    translate = QCoreApplication.translate
    match state:
        case SeatState.FREE:
            return translate("SeatCanvas", "free")
        case SeatState.RESERVED:
            return translate("SeatCanvas", "held")
        case SeatState.SOLD:
            return translate("SeatCanvas", "sold")
        case SeatState.BLOCKED | SeatState.OTHER:
            return translate("SeatCanvas", "not on sale")
        case SeatState.MINE:
            return translate("SeatCanvas", "in this order")
        case SeatState.PENDING:
            return translate("SeatCanvas", "being taken")
        case _:
            assert_never(state)
