from __future__ import annotations

import pytest

from boxoffice.domain.folding import folded


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Öztürk", "ozturk"),
        ("ÉLAN", "elan"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Søren Ærø", "soren aero"),
        ("Işık", "isik"),
        ("ﬁnale", "finale"),
        ("Театр", "театр"),
    ],
)
def test_a_name_is_found_without_its_accents(name: str, typed: str) -> None:
    assert folded(name) == typed
