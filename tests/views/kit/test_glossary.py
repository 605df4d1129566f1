"""One word for a thing: every English and German text keeps to the glossary of the translations."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

import pytest

from boxoffice.service.venues.names import TABLES
from tests import ROOT

FOLDER = ROOT / "resources" / "translations"


@dataclass(frozen=True)
class Word:
    """An entry of the glossary; `forms` are the beginnings of the German word."""

    english: str
    german: str
    means: str
    not_english: list[str]
    not_german: list[str]
    forms: list[str] = field(default_factory=list)
    exception: list[dict[str, str]] = field(default_factory=list)

    @property
    def excepted(self) -> set[str]:
        return {each["text"] for each in self.exception}


@dataclass(frozen=True)
class Text:
    """What the program says: as it stands in the code, and all that people read of it."""

    source: str
    english: tuple[str, ...]
    german: tuple[str, ...]


def glossary() -> list[Word]:
    return [
        Word(**entry)
        for entry in tomllib.loads((FOLDER / "glossary.toml").read_text(encoding="utf-8"))["word"]
    ]


def read(language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    tree = ET.parse(FOLDER / f"boxoffice_{language}.ts")  # our own file
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")]
        yield message.findtext("source") or "", tuple(forms or [translation.text or ""])


def texts() -> list[Text]:
    english, german = list(read("en")), list(read("de"))
    assert [source for source, _ in english] == [source for source, _ in german]
    return [
        Text(source, tuple(form for form in said if form) or (source,), told)
        for (source, said), (_, told) in zip(english, german, strict=True)
    ]


def has(text: str, beginnings: list[str]) -> bool:
    """Whether a word of the text begins like one of these; what is filled in is no word of ours."""
    plain = re.sub(r"\{\w+\}", "", text)
    return any(re.search(rf"\b{re.escape(b)}", plain, re.IGNORECASE) for b in beginnings)


def has_forbidden(text: str, forbidden: list[str]) -> bool:
    """Whether one of these stands in the text, also in the plural or with an ending."""
    plain = re.sub(r"\{\w+\}", "", text)
    ending = r"(?:s|es|e|en|n|ed|ing)?\b"
    return any(re.search(rf"\b{re.escape(w)}{ending}", plain, re.IGNORECASE) for w in forbidden)


def faults(word: Word, said: list[Text]) -> list[str]:
    """Where texts do not keep to a word."""
    found = []
    for text in said:
        if text.source in word.excepted:
            continue
        found += [each for each in text.english if has_forbidden(each, word.not_english)]
        found += [each for each in text.german if has_forbidden(each, word.not_german)]
        if has(text.source, [word.english]):
            known = word.forms or [word.german]
            found += [each for each in text.german if not has_part(each, known)]
    return found


def has_part(text: str, parts: list[str]) -> bool:
    """Whether a word of the text has one of these in it: German puts words together."""
    return any(part.lower() in text.lower() for part in parts)


@pytest.mark.parametrize("word", glossary(), ids=lambda word: word.english)
def test_every_text_keeps_to_the_word(word: Word) -> None:
    assert faults(word, texts()) == []


@pytest.mark.parametrize("word", glossary(), ids=lambda word: word.english)
def test_the_german_demo_keeps_to_the_word(word: Word) -> None:
    names = [name for name in TABLES["de"].values() if has_forbidden(name, word.not_german)]
    assert names == []


@pytest.mark.parametrize("word", glossary(), ids=lambda word: word.english)
def test_every_word_occurs_and_is_explained(word: Word) -> None:
    said = texts()
    assert any(has(each, [word.english]) for text in said for each in text.english)
    assert any(has_part(each, [word.german]) for text in said for each in text.german)
    assert word.means.endswith(".")
    assert word.not_english
    assert word.not_german


@pytest.mark.parametrize("word", glossary(), ids=lambda word: word.english)
def test_every_exception_is_needed_and_has_a_reason(word: Word) -> None:
    bare = Word(word.english, word.german, "", word.not_english, word.not_german, word.forms)
    for each in word.exception:
        assert each["reason"]
        assert faults(bare, [text for text in texts() if text.source == each["text"]]), each


@pytest.mark.parametrize("word", glossary(), ids=lambda word: word.english)
def test_a_wrong_word_is_found(word: Word) -> None:
    for wrong in word.not_english:
        assert faults(word, [Text("x", (f"The {wrong}s of tonight",), ("x",))])
    for wrong in word.not_german:
        assert faults(word, [Text("x", ("x",), (f"Die {wrong}en von heute",))])
    assert faults(word, [Text(f"One {word.english}", (f"One {word.english}",), ("Etwas",))])
