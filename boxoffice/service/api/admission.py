"""The rate limits: how often a credential may ask, and an address without a valid one.

Everything here is called in the event loop, so it needs no lock.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from starlette.requests import Request

from boxoffice.service.data.credentials import digest_in
from boxoffice.service.errors import TooManyRequests

_MOST_KEPT = 10_000
# A bearer of unknown tokens may guess this often. A venue's counters that share an address need a
# few requests when they start.
_GUESSES_PER_SECOND, _GUESSES_AT_ONCE = 1, 50
_ANONYMOUS_PER_SECOND, _ANONYMOUS_AT_ONCE = 5, 20


class TokenBucket:
    """A token bucket for each key, kept as the one time at which it is full again.

    It counts in this process alone. A client whose requests are spread over several workers gets
    up to as many times the rate as there are workers: the limit protects the service and promises
    nothing to clients, and a count that all workers share would cost each request a query.

    Args:
        per_second: how many requests are allowed in the long run.
        at_once: how many are allowed at once after a quiet while.
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
        """Takes a token and returns 0, or takes none and returns the seconds until there is one."""
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


class Admission:
    """Limits the requests of each credential, and those of each address without a valid one.

    Args:
        rate: requests a second of one credential, twice as many at once; 0 for no limit.
    """

    def __init__(self, rate: int) -> None:
        self._rates = TokenBucket(rate, 2 * rate) if rate else None
        self._guesses = TokenBucket(_GUESSES_PER_SECOND, _GUESSES_AT_ONCE)
        self._anonymous = TokenBucket(_ANONYMOUS_PER_SECOND, _ANONYMOUS_AT_ONCE)
        # Digests that were valid at their last look-up. Their bearers are admitted to the next
        # look-up even while somebody else guesses from the same address.
        self._known: set[str] = set()

    def admit(self, request: Request) -> str:
        """Admits a request, and returns the digest of its token, which is not looked up yet.

        Raises:
            TooManyRequests: it comes too soon.
        """
        digest = digest_in(request.headers.get("Authorization", ""))
        if digest not in self._known:
            if wait := self._guesses.take(client_address(request)):
                raise TooManyRequests("too many requests without a valid credential", _whole(wait))
        elif self._rates is not None and (wait := self._rates.take(digest)):
            raise TooManyRequests("too many requests with this credential", _whole(wait))
        return digest

    def mark_valid(self, request: Request, digest: str) -> None:
        """Notes that the token of an admitted request was found valid."""
        if digest not in self._known:
            self._known.add(digest)
            self._guesses.give_back(client_address(request))

    def mark_invalid(self, digest: str) -> None:
        """Notes that a token was found unknown or revoked."""
        self._known.discard(digest)

    def admit_anonymous(self, request: Request) -> None:
        """Admits a request that needs no credential.

        Raises:
            TooManyRequests: it comes too soon.
        """
        if wait := self._anonymous.take(client_address(request)):
            raise TooManyRequests("too many requests", _whole(wait))


def client_address(request: Request) -> str:
    """The address that a request comes from; of an IPv6 address its network of 64 bits, since a
    client that has one of its addresses usually has them all."""
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
    # A socket that takes both versions reports an IPv4 address in this form.
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _whole(seconds: float) -> int:
    return max(1, math.ceil(seconds))
