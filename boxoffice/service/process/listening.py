"""The socket that the service listens on, and the address that reaches it."""

from __future__ import annotations

import ipaddress
import os
import socket

from boxoffice.service.errors import ServiceError
from boxoffice.service.paths import ROOT
from boxoffice.service.process.config import ServeConfig


class PortInUse(ServiceError):
    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(f"cannot listen on {host} port {port}: {reason}")


class Unprotected(ServiceError):
    def __init__(self, host: str) -> None:
        super().__init__(
            f"other machines reach {host}: give --tls-cert and --tls-key, or listen on 127.0.0.1"
            " and let a proxy on this machine speak TLS"
        )


def listen(host: str, port: int, *, is_encrypted: bool = False) -> socket.socket:
    """A bound socket.

    Raises:
        PortInUse: the address is not free, or not ours.
        Unprotected: other machines would reach it without encryption.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's algorithm off, which delays an answer by 40 ms, only if the protocol is
    # named.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        is_safe = is_encrypted or _is_loopback(listening)
        if is_safe:
            listening.listen(512)
    except OSError as error:
        listening.close()
        raise PortInUse(host, port, error.strerror or str(error)) from error
    if not is_safe:
        listening.close()
        raise Unprotected(host)
    listening.setblocking(False)
    return listening


def _is_loopback(bound: socket.socket) -> bool:
    return ipaddress.ip_address(bound.getsockname()[0].split("%")[0]).is_loopback


def listen_as(config: ServeConfig) -> socket.socket:
    """The socket to serve on.

    Raises:
        PortInUse, Unprotected: as `listen`.
        CannotProtect: the certificate cannot be used.
    """
    if config.certificate is not None:
        config.certificate.context()
    return listen(config.host, config.port, is_encrypted=config.certificate is not None)


def address_of(config: ServeConfig, listening: socket.socket) -> str:
    """The address that clients are given, with `/connect`."""
    scheme = "https" if config.certificate else "http"
    return f"{scheme}://{_host_in_url(config.host)}:{listening.getsockname()[1]}{ROOT}"


def _host_in_url(host: str) -> str:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.is_unspecified:  # it listens on all addresses, loopback too
        return "127.0.0.1" if address.version == 4 else "[::1]"
    return f"[{address}]" if address.version == 6 else str(address)
