"""When two addresses mean the same server."""

from __future__ import annotations

import pytest

from boxoffice.domain.address import canonical_address


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("HTTPS://Tickets.Example/connect", "https://tickets.example/connect"),
        ("https://tickets.example:443/connect/", "https://tickets.example/connect"),
        ("https://tickets.example:8443/connect//", "https://tickets.example:8443/connect"),
        ("https://tickets.example./connect", "https://tickets.example/connect"),
        ("  https://tickets.example/connect\n", "https://tickets.example/connect"),
        ("http://localhost:8480/connect", "http://127.0.0.1:8480/connect"),
        ("http://LOCALHOST:8480/connect", "http://127.0.0.1:8480/connect"),
        ("http://[::1]:8480/connect", "http://127.0.0.1:8480/connect"),
        ("http://127.0.0.2:8480/connect", "http://127.0.0.1:8480/connect"),
        ("http://127.0.0.1:80/connect", "http://127.0.0.1/connect"),
        ("https://kasse.müller.example/x", "https://kasse.xn--mller-kva.example/x"),
        ("https://[2001:DB8::1]/connect", "https://[2001:db8::1]/connect"),
    ],
)
def test_one_server_has_one_spelling(written: str, same: str) -> None:
    assert canonical_address(written) == same
    assert canonical_address(same) == same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/connect", "http://a.example/connect"),
        ("https://a.example/connect", "https://a.example/Connect"),
        ("https://a.example/connect", "https://b.example/connect"),
        ("https://a.example/connect", "https://a.example:8443/connect"),
        ("https://a.example/one", "https://a.example/two"),
    ],
)
def test_other_servers_stay_others(one: str, other: str) -> None:
    assert canonical_address(one) != canonical_address(other)


@pytest.mark.parametrize("text", ["", "no address", "://", "http://", "http://[::1", "http://a:b/"])
def test_what_is_no_address_stays_as_it_is(text: str) -> None:
    assert canonical_address(f" {text} ") == text
