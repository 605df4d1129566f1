"""The service speaks TLS, and plain HTTP to its own machine only."""

from __future__ import annotations

import http.client
import signal
import socket
import ssl
from pathlib import Path

import pytest

from boxoffice.connect.client import ConnectClient
from boxoffice.service.process.tls import CannotProtect, Certificate
from tests import CERTIFICATES
from tests.cli.test_command_line import boxoffice, serving
from tests.waiting import PATIENCE

FOLDER = CERTIFICATES
GOOD, OTHER = FOLDER / "good.pem", FOLDER / "elsewhere.pem"  # each with its key
TLS = ("--tls-cert", str(GOOD), "--tls-key", str(GOOD))
LOCKED = """\
-----BEGIN EC PRIVATE KEY-----
Proc-Type: 4,ENCRYPTED
DEK-Info: AES-256-CBC,4ED3CCFE5F3D7D2D0E4D4E3C2B1A0F9E

rQ0Fh2vVb3oQH4M0o3mY0g==
-----END EC PRIVATE KEY-----
"""


def trusting() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=FOLDER / "authority.pem")


async def test_our_client_sells_over_tls() -> None:
    with serving("--port", "0", *TLS) as (_, url, token):
        assert url.startswith("https://127.0.0.1:")
        client = ConnectClient(url, token, ca_file=FOLDER / "authority.pem")
        try:
            assert await client.events.list()
        finally:
            await client.aclose()


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1_1")
def test_old_tls_and_plain_text_are_refused_and_idle_clients_do_not_delay_the_end() -> None:
    with serving("--port", "0", *TLS) as (process, url, _):
        port = int(url.rsplit(":", 1)[1].split("/")[0])
        old = trusting()
        old.maximum_version = ssl.TLSVersion.TLSv1_1
        with socket.create_connection(("127.0.0.1", port)) as raw, pytest.raises(ssl.SSLError):
            old.wrap_socket(raw, server_hostname="127.0.0.1")
        plain = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        plain.request("GET", "/healthz")
        with pytest.raises((http.client.HTTPException, OSError)):
            plain.getresponse()
        plain.close()
        idle = http.client.HTTPSConnection("127.0.0.1", port, timeout=PATIENCE, context=trusting())
        idle.request("GET", "/connect/v1/openapi.json")
        assert idle.getresponse().read()
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=PATIENCE)[1]
        assert process.returncode == 0
        assert "exceeded" not in said  # it did not wait until it gave the idle one up
        idle.close()


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_other_machines_are_served_with_a_certificate_only(host: str) -> None:
    if host == "::" and not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    told = boxoffice("serve", "--host", host, "--port", "0")
    assert told.returncode == 3
    assert told.stdout == ""
    assert told.stderr.count("\n") == 1
    assert "--tls-cert" in told.stderr


def test_with_a_certificate_it_listens_everywhere() -> None:
    with serving("--host", "0.0.0.0", "--port", "0", *TLS) as (_, url, _token):
        assert url.startswith("https://127.0.0.1:")


def test_a_certificate_goes_with_its_key() -> None:
    for words in (TLS[:2], TLS[2:], (*TLS, "--busy", "2")):
        told = boxoffice("serve", "--port", "0", *words)
        assert told.returncode == 2
        assert told.stderr.count("\n") == 1


def test_a_certificate_that_cannot_be_used_is_one_clear_line() -> None:
    told = boxoffice("serve", "--port", "0", "--tls-cert", str(GOOD), "--tls-key", str(OTHER))
    assert told.returncode == 3
    assert told.stderr == f"boxoffice: {OTHER} is not the key of {GOOD}\n"


def test_what_is_wrong_with_the_files_is_named(tmp_path: Path) -> None:
    nonsense, locked = tmp_path / "nonsense.pem", tmp_path / "locked.pem"
    nonsense.write_text("Dear diary")
    locked.write_text(LOCKED)
    for chain, key, words in (
        (tmp_path / "none.pem", GOOD, "none.pem: No such file"),
        (GOOD, tmp_path, "Is a directory"),
        (nonsense, GOOD, "no certificate and its key in PEM"),
        (GOOD, nonsense, "no certificate and its key in PEM"),
        (GOOD, locked, "locked with a password"),
    ):
        with pytest.raises(CannotProtect, match=words) as caught:
            Certificate(chain, key).context()
        assert "\n" not in str(caught.value)
