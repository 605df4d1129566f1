"""TLS, version 1.2 and up: the service's certificate and key."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from pathlib import Path

from boxoffice.service.errors import ServiceError


class CannotProtect(ServiceError):
    """The certificate or its key cannot be used."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate with its chain, and its key: files in PEM."""

    chain: Path
    key: Path

    def context(self) -> ssl.SSLContext:
        """The TLS context of a server, from the files as they are now.

        Raises:
            CannotProtect: one line that names the file.
        """
        for path in (self.chain, self.key):
            try:
                path.read_bytes()
            except OSError as error:
                raise CannotProtect(f"cannot use {path}: {error.strerror or error}") from error
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.set_alpn_protocols(["http/1.1"])
        try:
            context.load_cert_chain(self.chain, self.key, self._no_password)
        except ssl.SSLError as error:
            if error.reason == "KEY_VALUES_MISMATCH":
                raise CannotProtect(f"{self.key} is not the key of {self.chain}") from error
            reason = f"{self.chain} and {self.key} are no certificate and its key in PEM"
            raise CannotProtect(reason) from error
        return context

    def _no_password(self) -> str:
        # Without this, OpenSSL would ask for the password on the terminal and wait.
        raise CannotProtect(f"{self.key} is locked with a password; give a key without one")
