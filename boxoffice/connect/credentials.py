"""What a counter proves with that it may use a server."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

_WRITTEN = re.compile(
    r"\s*(AUTHTOKEN|APPSECRET)\s+(?:(?:auth_token|app_secret)\s*=\s*)?(\"?)(\S+?)\2\s*",
    re.IGNORECASE,
)


class Scheme(Enum):
    """The two forms of a credential, each with the name of its key."""

    AUTHTOKEN = "auth_token"
    APPSECRET = "app_secret"


@dataclass(frozen=True, slots=True)
class Credential:
    """A secret and its form. It shows itself to nobody but the server."""

    secret: str = field(repr=False)
    scheme: Scheme = Scheme.AUTHTOKEN

    @classmethod
    def read(cls, text: str) -> Credential:
        """A token as it is, or either form as it stands in the header, short or long."""
        found = _WRITTEN.fullmatch(text)
        if found is None:
            return cls(text.strip())
        return cls(found.group(3), Scheme[found.group(1).upper()])

    @property
    def can_be_sent(self) -> bool:
        """Whether a header can carry it; what cannot be sent is no credential of any server."""
        secret = self.secret
        return secret.isascii() and secret.isprintable() and not set(secret) & {'"', "\\", " "}

    @property
    def header(self) -> str:
        return f'{self.scheme.name} {self.scheme.value}="{self.secret}"'
