"""Pictures of a server, decoded in a child: the presenters' `PictureReader`."""

from __future__ import annotations

import logging

from boxoffice.children.kept import CannotBeDone, ChildFailed, KeptChildren
from boxoffice.children.messages import Message
from boxoffice.domain.picture import PictureSizes, Raster

_log = logging.getLogger(__name__)
_SECONDS = 15.0  # for one picture; a child ends itself sooner where it computes all the time


class Decoder:
    """Decodes pictures, one after another in the order they come.

    Args:
        children: of the kind `picture`.
        seconds: how long one picture may take.
    """

    def __init__(self, children: KeptChildren, seconds: float = _SECONDS) -> None:
        self._children = children
        self._seconds = seconds

    async def read(self, data: bytes) -> PictureSizes:
        """A PNG, JPEG or SVG file in its sizes, the largest at most 1600 pixels a side; empty for
        anything else, and for what is broken, not let through, or takes too long or too much."""
        try:
            return _sizes(await self._children.ask({}, data, seconds=self._seconds))
        except CannotBeDone as error:
            _log.warning("a picture cannot be shown: %s", error.reason.get("why"))
        except (ChildFailed, ValueError, KeyError, TypeError) as error:
            _log.warning("a picture cannot be shown: %s", error)
        return ()


def _sizes(answer: Message) -> PictureSizes:
    """The answer's sizes; what does not fit together is a ValueError."""
    at, found = 0, []
    for width, height, is_opaque in answer.head["sizes"]:
        end = at + 4 * int(width) * int(height)
        found.append(Raster(int(width), int(height), answer.body[at:end], bool(is_opaque)))
        at = end
    return tuple(found)
