"""Who is let in to be answered: not too often, and hardly at all with tokens that nobody knows.

All is asked of it in the event loop, so that it needs no lock.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from starlette.requests import Request

from boxoffice.service.data.credentials import digest_in
from boxoffice.service.errors import TooMany

_MOST_KEPT = 10_000


class Allowance:
    """A token bucket for each key, kept as the one time by which it is full again.

    Args:
        per_second: how many are allowed in the long run.
        at_once: how many are allowed when none was for a while.
    """

    def __init__(
        self, per_second: float, at_once: int, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._each = 1 / per_second
        self._most = (at_once - 1) * self._each
        self._now = now
        self._full_at: dict[str, float] = {}
        self._tidy_at = _MOST_KEPT

    def take(self, key: str) -> float:
        """Takes one and returns 0; or takes none and returns in how many seconds there is one."""
        now = self._now()
        full_at = max(self._full_at.get(key, now), now)
        if full_at - now > self._most + 1e-9:
            return full_at - now - self._most
        self._full_at[key] = full_at + self._each
        if len(self._full_at) > self._tidy_at:
            self._tidy(now)
        return 0.0

    def give_back(self, key: str) -> None:
        """Undoes a `take`."""
        if key in self._full_at:
            self._full_at[key] -= self._each

    @property
    def kept(self) -> int:
        """How many keys it remembers."""
        return len(self._full_at)

    def _tidy(self, now: float) -> None:
        self._full_at = {key: at for key, at in self._full_at.items() if at > now}
        self._tidy_at = max(_MOST_KEPT, 2 * len(self._full_at))


# Whoever guesses gets so many; a venue's counters behind one address need a few when they start.
_GUESSES_PER_SECOND, _GUESSES_AT_ONCE = 1, 50
_PEEKS_PER_SECOND, _PEEKS_AT_ONCE = 5, 20


class Door:
    """Counts the requests of each credential, and those of each address without a valid one.

    Args:
        rate: requests a second of one credential; twice as many at once; 0 for no limit.
    """

    def __init__(self, rate: int) -> None:
        self._rates = Allowance(rate, 2 * rate) if rate else None
        self._guesses = Allowance(_GUESSES_PER_SECOND, _GUESSES_AT_ONCE)
        self._peeks = Allowance(_PEEKS_PER_SECOND, _PEEKS_AT_ONCE)
        # Digests that were valid when they were last looked up. Their bearers are let in to be
        # looked up again, even where somebody else guesses at the same address.
        self._known: set[str] = set()

    def enter(self, request: Request) -> str:
        """Lets a request in, and returns the digest of its token.

        Raises:
            TooMany: it has to come back later; nothing was looked up.
        """
        digest = digest_in(request.headers.get("Authorization", ""))
        if digest not in self._known:
            if wait := self._guesses.take(address_of(request)):
                raise TooMany("too many requests without a valid credential", _whole(wait))
        elif self._rates is not None and (wait := self._rates.take(digest)):
            raise TooMany("too many requests with this credential", _whole(wait))
        return digest

    def recognise(self, request: Request, digest: str) -> None:
        """It was valid."""
        if digest not in self._known:
            self._known.add(digest)
            self._guesses.give_back(address_of(request))

    def turn_away(self, digest: str) -> None:
        """It was not valid, or is not any more."""
        self._known.discard(digest)

    def peek(self, request: Request) -> None:
        """Lets a request in that needs no credential.

        Raises:
            TooMany: it has to come back later.
        """
        if wait := self._peeks.take(address_of(request)):
            raise TooMany("too many requests", _whole(wait))


def address_of(request: Request) -> str:
    """Where a request comes from. Who has one IPv6 address has 64 bits of them: they are one."""
    address = _address(request)
    if isinstance(address, IPv6Address):
        return str(IPv6Network((int(address) >> 64 << 64, 64)))
    return str(address)


def is_this_machine(request: Request) -> bool:
    address = _address(request)
    return address is not None and address.is_loopback


def _address(request: Request) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(request.client.host if request.client else "")
    except ValueError:
        return None
    # A socket for both kinds tells of IPv4 addresses in this way.
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _whole(seconds: float) -> int:
    return max(1, math.ceil(seconds))
