"""Dialects that make no sense are refused in words, with the line."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from boxoffice.connect.client import SHIPPED, DialectNotValid, load_dialect
from boxoffice.connect.dialects import reading
from boxoffice.connect.dialects.dialect import Direction


def refused(folder: Path, text: str, name: str = "site.toml") -> DialectNotValid:
    (folder / "site.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DialectNotValid) as error:
        load_dialect(name, folder)
    return error.value


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_shipped_can_be_read_and_be_built_on(tmp_path: Path, name: str) -> None:
    assert load_dialect(name, tmp_path).name == name
    (tmp_path / "site.toml").write_text(f'base = "{name}"\n[paging]\nsize = 7\n')
    built, base = load_dialect("site.toml", tmp_path), load_dialect(name, tmp_path)
    assert (built.page_size, built.knows_keys) == (7, base.knows_keys)
    assert built.constants == base.constants


def test_bases_may_be_files_and_the_last_word_counts(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('base = "house.toml"\n[fields.EventCnct]\nname = "B"\n')
    house = '[fields.EventCnct]\nname = "A"\nsubtitle = "S"\n[names]\nstyle = "camel"\n'
    (tmp_path / "house.toml").write_text(house)
    found = load_dialect("site.toml", tmp_path)
    assert found.fields["EventCnct"] == {"name": "B", "subtitle": "S"}
    assert found.styled("start_date") == "startDate"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("\n[pagign]\nsize = 1", 2, "'pagign'; did you mean 'paging'"),
        ("[paging]\nsizes = 1", 2, "'sizes' in paging; did you mean 'size'"),
        ('[fields.Event]\nname = "x"', 1, "'Event' in fields; did you mean 'EventCnct'"),
        ('[fields.EventCnct]\nnames = "x"', 2, "did you mean 'name'"),
        ("[fields.EventCnct]\nname = 7", 2, "fields.EventCnct.name is no name"),
        ('[fields.EventCnct]\nname = ""', 2, "is no name"),
        ('[fields.EventCnct]\n\nname = "subtitle"', 3, "subtitle of EventCnct are both"),
        ('[fields.EventCnct]\nname="T"\nsubtitle="T"', 3, "name and subtitle of EventCnct"),
        ('[read."*"]\nsort = "level"', 2, "sort and level|level and sort"),
        ('[results]\nEventsResult = "A"', 2, "did you mean"),
        ('[names]\nstyle = "kebab"', 2, "names.style is one of: snake, pascal, camel"),
        ('[names]\nacronyms = ["i d"]', 2, "are words"),
        ("[enums.seat_status]\nfree = 1", 2, "1 is both free and reserved"),
        ('[enums.seat_status]\nfree = ["A", "B"]\nsold = "B"', 2, "not both"),
        (
            '[enums.seat_status]\nfree="A"\nreserved="B"\nsold="C"\nblocked="B"',
            5,
            "'B' is both reserved and blocked",
        ),
        ('[enums.seat_status]\nfree = "Free"', 2, "not told are: reserved, sold, blocked"),
        ("[enums.seat_status]\ntaken = 7", 2, "there is no 'taken'"),
        ("[enums.seat_state]\nfree = 7", 1, "did you mean 'seat_status'"),
        ("[enums.seat_status]\nfree = true", 2, "no name and no number"),
        ('[values]\nmoney = "pence"', 2, "decimal, cents"),
        ('[values]\nzone = "Europe/Nowhere"', 2, "no zone"),
        ("[values]\nzone = 1", 2, "no zone"),
        ("[values]\nerror_index_from = 2", 2, "from 0 to 1"),
        ("[values]\nnew_order = []", 2, "one value"),
        ("[paging]\nsize = 0", 2, "from 1 to"),
        ("[paging]\nfirst_page = true", 2, "from 0 to 1"),
        ('[paging]\nmarker = "date"', 2, "any, number, none"),
        ('[keys]\nknown = "no"', 2, "true or false"),
        ("[errors]\nconflict = 1.5", 2, "no name and no number"),
        ("[constants.Order]\nx = 1", 1, "no operation 'Order'"),
        ('[constants."Order GET"]\nx = 1', 1, "has no body"),
        ('[constants."Order PUT"]\nx = 2026-01-01', 2, "cannot be sent"),
        ('[parameters]\npagesize = "x"', 2, "did you mean 'pageSize'"),
        ('[parameters."Events GET"]\norderID = "x"', 2, "there is no 'orderID'"),
        ('[parameters."Event GET"]\nid = "x"', 1, "did you mean 'Events GET'"),
        ('[operations]\n"Order PUT" = { verb = "SEND" }', 2, "no verb"),
        ('[operations]\n"Order PUT" = { path = "/v2" }', 2, "parameters of the path"),
        ("names = 1", 1, "names is no table"),
        ("base = 1", 1, "base is no name"),
        ('\nbase = "other.toml"', 2, "'other.toml' cannot be read"),
        ('\nbase = "site.toml"', 2, "based on itself"),
        ("[names]\nstyle = ", 2, "Invalid value"),
        ("[names\n", 1, "Expected"),
        ('x = """\n', 1, "."),
    ],
)
def test_what_makes_no_sense_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    error = refused(tmp_path, text)
    assert error.path.name == "site.toml"
    assert any(word in str(error) for word in words.split("|")), str(error)
    assert error.line == line, str(error)


def test_a_circle_of_files_and_a_fault_in_a_base_name_their_file(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text('# the house\nbase = "site.toml"\n')
    error = refused(tmp_path, 'base = "house.toml"\n')
    assert (error.path.name, error.line) == ("house.toml", 2)
    assert "site.toml on house.toml on site.toml" in str(error)
    (tmp_path / "house.toml").write_text("\n[paging]\nsize = -1\n")
    error = refused(tmp_path, 'base = "house.toml"\n')
    assert (error.path.name, error.line) == ("house.toml", 3)


def test_what_is_no_file_or_no_text_is_refused(tmp_path: Path) -> None:
    assert "shipped are: contract, platform" in str(refused(tmp_path, "", "nowhere.toml"))
    assert "cannot be read" in str(refused(tmp_path, "", "."))
    (tmp_path / "binary.toml").write_bytes(b"# x\n\xff\xfe")
    error = refused(tmp_path, "", "binary.toml")
    assert (error.line, "no text" in str(error)) == (2, True)
    (tmp_path / "huge.toml").write_bytes(b"#" * 200_001)
    assert "larger" in str(refused(tmp_path, "", "huge.toml"))
    deep = "x = " + "[" * 5000 + "]" * 5000
    assert refused(tmp_path, deep).path.name == "site.toml"


def test_the_file_that_the_contract_shows_can_be_read(tmp_path: Path) -> None:
    text = Path(reading.__file__).parents[1].joinpath("README.md").read_text(encoding="utf-8")
    _, _, shown = text.partition("### A dialect's file\n")
    lines = [line for line in shown.partition("\n## 7")[0].splitlines() if line.startswith("    ")]
    (tmp_path / "site.toml").write_text(textwrap.dedent("\n".join(lines)), encoding="utf-8")
    found = load_dialect("site.toml", tmp_path)
    assert found.spelled("EventCnct", "name", Direction.READ) == "Title"
    assert (found.page_size, found.first_page, found.is_in_cents) == (500, 0, True)
    assert [here.path for here in found.operations.values()] == ["/v2/orders/{orderID}/sell"]
