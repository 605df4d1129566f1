"""Addresses of servers, and when two of them mean the same one."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit, urlunsplit

_PORTS = {"http": 80, "https": 443}
_LOOPBACK = "127.0.0.1"


def canonical_address(text: str) -> str:
    """The one spelling under which everything about a server is kept.

    Scheme and host are in lower case, an international name is in its ASCII form, a port that goes
    without saying and slashes at the end are left out, and every name of this machine is 127.0.0.1.
    What is no address comes back without the blanks around it.
    """
    plain = text.strip()
    try:
        parts = urlsplit(plain)
        host, port = parts.hostname, parts.port
    except ValueError:
        return plain
    if not parts.scheme or not host:
        return plain
    scheme = parts.scheme.lower()
    name = _host(host)
    place = f"[{name}]" if ":" in name else name
    if port is not None and port != _PORTS.get(scheme):
        place = f"{place}:{port}"
    return urlunsplit((scheme, place, parts.path.rstrip("/"), parts.query, parts.fragment))


def _host(host: str) -> str:
    name = host.lower().rstrip(".")
    try:
        number = ipaddress.ip_address(name)
    except ValueError:
        return _LOOPBACK if name == "localhost" else _ascii(name)
    return _LOOPBACK if number.is_loopback else str(number)


def _ascii(name: str) -> str:
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return name
