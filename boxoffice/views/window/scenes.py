"""What the window shows, what each action is about, and so what the action does there.

A shortcut is alive in the whole window, whatever page its widgets are on. So no action asks by
itself whether its page is seen: all of them are in the one table here, and the window keeps to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from boxoffice.domain.closed_sets import complete


class Scene(Enum):
    """What is in front of the clerk; always just one."""

    CONNECTION = "connection"
    ORDER = "order"  # the map, and the order on screen
    FINDER = "finder"  # sold orders in the order's place
    RESTART = "restart"  # what an earlier run left open, in the order's place
    PAYING = "paying"  # the money is counted
    SELLING = "selling"  # the order is on its way
    LOST = "lost"  # its seats are held no more
    SOLD = "sold"  # the change is on the screen
    SETTINGS = "settings"  # over all of it


MODAL = frozenset({Scene.PAYING, Scene.SELLING, Scene.LOST})
"""Where the payment has the keys and the mouse, and the rest of the sale is only looked at."""


class Answer(Enum):
    """What comes of an action."""

    DO = "does it"
    FIRST = "goes back to the order, then does it"
    ASK = "asks whether to leave the payment"
    DEAD = "nothing"


class About(Enum):
    """What an action is about."""

    WINDOW = "the window"
    LOOKING = "how the sale is seen"
    LISTING = "where the keys are among the seats"
    FINDING = "what is to be taken next"
    TAKING = "taking seats"
    CHANGING = "the order on screen"
    HOLDING = "the hold of the order on screen"
    BUYER = "whose order it is"
    FORMER = "orders that were sold"
    PAYING = "taking the money"
    LEAVING = "another server, or none"
    SETTING = "how the counter is set up"


_SALE = tuple(scene for scene in Scene if scene not in (Scene.CONNECTION, Scene.SETTINGS))
_ASKING = {Scene.PAYING: Answer.ASK, Scene.LOST: Answer.ASK}
_ANSWERS: Mapping[About, Mapping[Scene, Answer]] = complete(
    About,
    {
        About.WINDOW: dict.fromkeys(Scene, Answer.DO),
        About.LOOKING: dict.fromkeys(_SALE, Answer.DO),
        About.LISTING: {
            Scene.ORDER: Answer.DO,
            Scene.FINDER: Answer.DO,
            Scene.RESTART: Answer.DO,
            Scene.SOLD: Answer.DO,
        },
        About.FINDING: {
            Scene.ORDER: Answer.DO,
            Scene.FINDER: Answer.DO,
            Scene.RESTART: Answer.DO,
            Scene.SOLD: Answer.DO,
            **_ASKING,
        },
        About.TAKING: {
            Scene.ORDER: Answer.DO,
            Scene.FINDER: Answer.FIRST,
            Scene.RESTART: Answer.FIRST,
            Scene.SOLD: Answer.FIRST,
            **_ASKING,
        },
        About.CHANGING: {Scene.ORDER: Answer.DO, **_ASKING},
        About.HOLDING: {Scene.ORDER: Answer.DO, Scene.PAYING: Answer.DO},
        About.BUYER: {
            Scene.ORDER: Answer.DO,
            Scene.PAYING: Answer.DO,
            Scene.FINDER: Answer.FIRST,
            Scene.RESTART: Answer.FIRST,
            Scene.SOLD: Answer.FIRST,
        },
        About.FORMER: {
            Scene.ORDER: Answer.DO,
            Scene.FINDER: Answer.DO,
            Scene.RESTART: Answer.DO,
            Scene.SOLD: Answer.FIRST,
            **_ASKING,
        },
        About.PAYING: {Scene.ORDER: Answer.DO},
        About.LEAVING: {
            Scene.CONNECTION: Answer.DO,
            Scene.ORDER: Answer.DO,
            Scene.FINDER: Answer.DO,
            Scene.RESTART: Answer.DO,
            Scene.SOLD: Answer.DO,
            Scene.SETTINGS: Answer.DO,
            **_ASKING,
        },
        About.SETTING: dict.fromkeys((scene for scene in Scene if scene not in MODAL), Answer.DO),
    },
)

ACTIONS: Mapping[str, About] = {
    "actionFindEvent": About.FINDING,
    "actionBest": About.TAKING,
    "actionWishes": About.FINDING,
    "actionParty": About.FINDING,
    "actionPriceType": About.CHANGING,
    "actionUndo": About.CHANGING,
    "actionCustomer": About.BUYER,
    "actionPark": About.CHANGING,
    "actionKeep": About.HOLDING,
    "actionFindOrder": About.FORMER,
    "actionRestart": About.FORMER,
    "actionPay": About.PAYING,
    "actionPayCard": About.PAYING,
    "actionPrint": About.LOOKING,
    "actionRefresh": About.LOOKING,
    "actionFit": About.LOOKING,
    "actionList": About.LISTING,
    "actionLasso": About.LISTING,
    "actionFullScreen": About.WINDOW,
    "actionSettings": About.SETTING,
    "actionAbout": About.SETTING,
    "actionConnect": About.LEAVING,
    "actionQuit": About.LEAVING,
    "actionKeys": About.WINDOW,
    "actionMessages": About.WINDOW,
    "actionMenu": About.WINDOW,
}
"""Every action of the window, by its object name."""


def answer(name: str, scene: Scene) -> Answer:
    """What comes of an action in a scene."""
    return _ANSWERS[ACTIONS[name]].get(scene, Answer.DEAD)
