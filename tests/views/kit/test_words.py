"""Every notice has its sentence, in every language, and no name can break one."""

from __future__ import annotations

import inspect
import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from boxoffice.domain.catalogue import Event, Location
from boxoffice.domain.ids import EventId, LocationId
from boxoffice.domain.language import LANGUAGES, WRITTEN
from boxoffice.domain.money import Money
from boxoffice.presenters import notices
from boxoffice.presenters.common import SeatName
from boxoffice.presenters.events.state import EventRow
from boxoffice.presenters.notices import Code, Notice
from boxoffice.views.events.item import about
from boxoffice.views.kit.formats import LocaleFormats
from boxoffice.views.kit.keymap import native
from boxoffice.views.kit.names import seat_words, shortened
from boxoffice.views.kit.translation import install_language
from boxoffice.views.kit.wording import sentence, words_of
from tests import ROOT
from tests.waiting import PATIENCE

FOLDER = ROOT / "resources" / "translations"


def promised() -> dict[Code, set[str]]:
    """The parameters that stand behind each code in its own module."""
    found = {}
    for name, words in re.findall(
        r"^    ([A-Z_]+) = \".*?\" *(?:# *(.*))?$", inspect.getsource(notices), re.MULTILINE
    ):
        if name not in Code.__members__:
            continue
        listed = words.split(":")[0] if words else ""
        found[Code[name]] = set(re.findall(r"\b(\w+)\b", listed)) if listed else set()
    return found


@pytest.mark.parametrize("code", list(Code))
def test_every_code_has_a_sentence_with_its_parameters(code: Code) -> None:
    text = sentence(code)
    assert text != code.value
    assert text[0].isupper() or text.startswith("{")
    fields = set(re.findall(r"\{(\w+)\}", text))
    assert fields <= promised()[code]


def test_parameters_are_written_as_people_read_them() -> None:
    formats = LocaleFormats("en")
    lost = tuple(SeatName("Stalls", "B", str(n)) for n in range(1, 9))
    text = words_of(Notice.warning(Code.SEATS_LOST, seats=lost), formats)
    assert "Stalls, row B, seat 1; " in text
    assert text.count("seat") == 6
    sums = Notice.error(Code.DOUBT_SUM, ours=Money.of("1", "EUR"), server=Money.of("2", "EUR"))
    assert "€1.00" in words_of(sums, formats)
    assert words_of(Notice.error(Code.DOUBT_SUM), formats)


@pytest.mark.parametrize(
    ("seat", "words"),
    [
        (SeatName("Stalls", "B", "12"), "Stalls, row B, seat 12"),
        (SeatName("Box 3", "", "2"), "Box 3, seat 2"),
        (SeatName("Floor", "", ""), "Floor, standing"),
        (SeatName("", "B", "12"), "?, row B, seat 12"),
        (SeatName("\u202e", "B", ""), "?, row B, seat ?"),
        (
            SeatName("x" * 10_000, "y" * 99, "z" * 99),
            f"\u2068{'x' * 59}…\u2069, row \u2068{'y' * 11}…\u2069, seat \u2068{'z' * 11}…\u2069",
        ),
        (SeatName("مسرح", "ب", "\u202e7\u202c"), "\u2068مسرح\u2069, row \u2068ب\u2069, seat 7"),
        (SeatName("a\nb\x00c", "\t", "1\r\n2"), "a b c, row ?, seat 1 2"),
        (SeatName("🎭\u2069 & co", "1", "2"), "\u2068🎭 & co\u2069, row 1, seat 2"),
        (SeatName("می\u200cخواهم", "1", "2"), "\u2068می\u200cخواهم\u2069, row 1, seat 2"),
    ],
)
def test_seats_are_called_what_people_call_them(seat: SeatName, words: str) -> None:
    assert seat_words(seat) == words


@pytest.mark.parametrize(
    "name",
    [
        "<img src=x>",
        "{reason}",
        "%s %n",
        "a\nb\tc",
        "x" * 10_000,
        "\u202eesrever",
        "مسرح",
        "🎭" * 99,
    ],
)
def test_no_name_breaks_a_sentence(name: str) -> None:
    formats = LocaleFormats("en")
    text = words_of(Notice.error(Code.REFUSED, reason=name), formats)
    assert text.startswith("The server refused: ")
    assert len(text) < 400
    assert "\n" not in text
    short = shortened(name)
    assert len(short) <= 62
    if not short.isascii():
        assert (short[0], short[-1]) == ("\u2068", "\u2069")
    assert "\u202e" not in short


def test_a_subtitle_does_not_turn_its_place_around() -> None:
    event = Event(EventId(1), "x", datetime(2026, 1, 1, tzinfo=UTC), "EUR", subtitle="\u202eمسرح")
    row = EventRow(event, Location(LocationId(1), "Haus\n1"))
    assert about(row) == "\u2068مسرح\u2069 · Haus 1"
    assert about(EventRow(replace(event, subtitle=""), None)) == ""


def messages(language: str) -> list[ET.Element]:
    tree = ET.parse(FOLDER / f"boxoffice_{language}.ts")  # our own file
    return list(tree.getroot().iter("message"))


def filled_in(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}|%L?n", text))


KEY = re.compile(r"(?:(?:Ctrl|Shift)\+)+(?:F\d+|[A-Z0-9]\b)|\bF\d+")
FORMS = {"en": 2, "de": 2, "fr": 2, "it": 2}
"""How many forms of a number a language has, as Qt counts."""


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != WRITTEN])
def test_a_language_is_whole_and_keeps_what_is_filled_in(qapp: QApplication, language: str) -> None:
    told = messages(language)
    install_language(qapp, language)
    try:
        named = {
            key: native(key)
            for message in told
            for key in KEY.findall(message.findtext("source") or "")
        }
    finally:
        forget_languages(qapp)
    for message in told:
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, source
        forms = [form.text or "" for form in translation.iter("numerusform")]
        assert len(forms) == (FORMS[language] if message.get("numerus") else 0), source
        *singular, last = forms or [translation.text or ""]
        assert filled_in(last) == filled_in(source), source
        for text in singular:  # 'the nearest' needs no number
            assert filled_in(text) - {"%n", "%Ln"} == filled_in(source) - {"%n", "%Ln"}, source
        for text in (*singular, last):
            assert text.strip(), source
            assert ("(F" in text) == ("(F" in source)
            assert (text[-1] == "…") == (source[-1] == "…"), text
            # as the keyboard calls it: only so can another key stand in its place
            assert [key for key in KEY.findall(source) if named[key] not in text] == [], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_translations_hold_every_text_of_the_code(language: str, tmp_path: Path) -> None:
    fresh = tmp_path / f"boxoffice_{language}.ts"
    fresh.write_bytes((FOLDER / fresh.name).read_bytes())
    tool = Path(PySide6.__file__).parent / "lupdate"
    subprocess.run(
        [
            tool,
            "-silent",
            "-no-obsolete",
            "-locations",
            "none",
            "-extensions",
            "py",
            str(ROOT / "boxoffice"),
            "-ts",
            str(fresh),
        ],
        check=True,
        timeout=PATIENCE,
    )
    known = {(m.findtext("source"), m.findtext("comment")) for m in messages(language)}
    found = {
        (m.findtext("source"), m.findtext("comment"))
        for m in ET.parse(fresh).getroot().iter("message")
    }
    assert found == known


def forget_languages(app: QApplication) -> None:
    """The program's words are those of the code again."""
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(QLocale("en"))


def test_the_program_speaks_its_languages(qapp: QApplication) -> None:
    try:
        for language, words, none, several in (
            ("de", "Der Server antwortet wieder.", "0 Tickets", "1.200 frei"),
            ("fr", "Le serveur répond de nouveau.", "0 billet", "1'200 libres"),
            ("it", "Il server risponde di nuovo.", "0 biglietti", "1'200 liberi"),
        ):
            install_language(qapp, language)
            assert sentence(Code.BACK_AGAIN) == words
            assert QCoreApplication.translate("OrderHead", "%n tickets", "", 0) == none
            assert QCoreApplication.translate("MapHead", "%Ln free", "", 1200) == several
    finally:
        forget_languages(qapp)
    assert sentence(Code.BACK_AGAIN) == "The server answers again."
