"""The events as a server listed them last, so that the next start has something to show at once.

One JSON file for each server, beside the journal. It is worth nothing but the time that it saves:
one that cannot be read or written is done without.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from boxoffice import private_files
from boxoffice.domain.address import canonical_address
from boxoffice.domain.listings import Listings

_log = logging.getLogger(__name__)
_VERSION = 1


class _Sheet(BaseModel):
    """What is in a file."""

    model_config = ConfigDict(defer_build=True)  # not before it is needed: it would delay the start

    version: int
    address: str
    listings: Listings


class Shelf:
    """What is kept of one server. Its methods block; any thread may call them.

    Args:
        folder: where the files lie; it is made when the first is written.
    """

    def __init__(self, folder: Path, address: str) -> None:
        self._address = canonical_address(address)
        self._writing = threading.Lock()
        digest = hashlib.sha256(self._address.encode()).hexdigest()[:16]
        self.path = folder / f"events-{digest}.json"

    def load(self) -> Listings | None:
        """What was kept last; None where there is nothing, or nothing that can be used."""
        try:
            sheet = _Sheet.model_validate_json(self.path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValidationError) as error:
            # Not its text: that holds what stands in the file.
            why = type(error).__name__
            _log.warning("the events kept in %s cannot be used: %s", self.path.name, why)
            return None
        is_ours = sheet.version == _VERSION and sheet.address == self._address
        return sheet.listings if is_ours else None

    def save(self, listings: Listings) -> None:
        """Keeps these in place of what was kept; whole or not at all."""
        sheet = _Sheet(version=_VERSION, address=self._address, listings=listings)
        try:
            with self._writing:
                private_files.make_folder(self.path.parent)
                private_files.write(self.path, sheet.model_dump_json().encode())
        except OSError as error:
            _log.warning("the events could not be kept in %s: %s", self.path.name, error)
