"""One word for a thing: every text keeps to the glossary of the translations."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from xml.etree import ElementTree as ET

import pytest

from boxoffice.domain.language import LANGUAGES, WRITTEN
from boxoffice.service.venues.names import TABLES
from tests import ROOT

FOLDER = ROOT / "resources" / "translations"


NAMES = {"de": "german", "fr": "french", "it": "italian"}
"""What a language is called in the glossary."""


@dataclass(frozen=True)
class Said:
    """The word of a language, the beginnings of its forms, and what is no word for the thing."""

    word: str
    forms: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True)
class Word:
    """An entry of the glossary."""

    english: str
    means: str
    not_english: tuple[str, ...]
    told: Mapping[str, Said]
    exceptions: Mapping[str, str]


@dataclass(frozen=True)
class Text:
    """What the program says: as it stands in the code, and all that people read of it."""

    source: str
    english: tuple[str, ...]
    told: Mapping[str, tuple[str, ...]]


def glossary() -> list[Word]:
    made = []
    for entry in tomllib.loads((FOLDER / "glossary.toml").read_text(encoding="utf-8"))["word"]:
        told = {
            language: Said(
                entry[name],
                tuple(entry.get(f"{name}_forms", [entry[name]])),
                tuple(entry[f"not_{name}"]),
            )
            for language, name in NAMES.items()
        }
        exceptions = {each["text"]: each["reason"] for each in entry.get("exception", ())}
        made.append(
            Word(entry["english"], entry["means"], tuple(entry["not_english"]), told, exceptions)
        )
    return made


def read(language: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The texts by where and how they stand in the code."""
    found = {}
    for context in ET.parse(FOLDER / f"boxoffice_{language}.ts").iter("context"):  # our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            key = context.findtext("name") or "", message.findtext("source") or ""
            found[key] = tuple(forms or [translation.text or ""])
    return found


@cache
def texts() -> tuple[Text, ...]:
    told = {language: read(language) for language in NAMES}
    return tuple(
        Text(
            key[1],
            tuple(form for form in said if form) or (key[1],),
            {language: told[language][key] for language in NAMES},
        )
        for key, said in read(WRITTEN).items()
    )


def has(text: str, beginnings: Iterable[str]) -> bool:
    """Whether a word of the text begins like one of these; what is filled in is no word of ours."""
    plain = re.sub(r"\{\w+\}", "", text)
    return any(re.search(rf"\b{re.escape(b)}", plain, re.IGNORECASE) for b in beginnings)


def has_forbidden(text: str, forbidden: Iterable[str]) -> bool:
    """Whether one of these stands in the text, also in the plural or with an ending."""
    plain = re.sub(r"\{\w+\}", "", text)
    ending = r"(?:s|es|e|en|n|ed|ing)?\b"
    return any(re.search(rf"\b{re.escape(w)}{ending}", plain, re.IGNORECASE) for w in forbidden)


def faults(word: Word, said: Iterable[Text]) -> list[str]:
    """Where texts do not keep to a word."""
    found = []
    for text in said:
        if text.source in word.exceptions:
            continue
        found += [each for each in text.english if has_forbidden(each, word.not_english)]
        is_meant = has(text.source, [word.english])
        for language, mine in word.told.items():
            told = text.told[language]
            found += [each for each in told if has_forbidden(each, mine.wrong)]
            if is_meant:
                found += [each for each in told if not has_part(each, mine.forms)]
    return found


def has_part(text: str, parts: Iterable[str]) -> bool:
    """Whether a word of the text has one of these in it: German puts words together."""
    return any(part.lower() in text.lower() for part in parts)


def alike(text: str) -> Mapping[str, tuple[str, ...]]:
    """The same text in every language."""
    return dict.fromkeys(NAMES, (text,))


def test_the_glossary_is_of_every_language() -> None:
    assert set(NAMES) == set(LANGUAGES) - {WRITTEN}


@pytest.mark.parametrize("word", glossary(), ids=lambda word: word.english)
def test_every_text_keeps_to_the_word(word: Word) -> None:
    assert faults(word, texts()) == []


@pytest.mark.parametrize("word", glossary(), ids=lambda word: word.english)
def test_the_demo_keeps_to_the_word(word: Word) -> None:
    for language, mine in word.told.items():
        named = TABLES[language].values()
        assert [name for name in named if has_forbidden(name, mine.wrong)] == []


@pytest.mark.parametrize("word", glossary(), ids=lambda word: word.english)
def test_every_word_occurs_and_is_explained(word: Word) -> None:
    said = texts()
    assert any(has(each, [word.english]) for text in said for each in text.english)
    assert word.means.endswith(".")
    assert word.not_english
    for language, mine in word.told.items():
        assert any(has_part(each, mine.forms) for text in said for each in text.told[language])
        assert mine.wrong


@pytest.mark.parametrize("word", glossary(), ids=lambda word: word.english)
def test_every_exception_is_needed_and_has_a_reason(word: Word) -> None:
    bare = replace(word, exceptions={})
    for text, reason in word.exceptions.items():
        assert reason
        assert faults(bare, [each for each in texts() if each.source == text]), text


@pytest.mark.parametrize("word", glossary(), ids=lambda word: word.english)
def test_a_wrong_word_is_found(word: Word) -> None:
    for wrong in word.not_english:
        assert faults(word, [Text("x", (f"The {wrong}s of tonight",), alike("x"))])
    for language, mine in word.told.items():
        for wrong in mine.wrong:
            told = {**alike("x"), language: (f"Die {wrong}en von heute",)}
            assert faults(word, [Text("x", ("x",), told)]), wrong
        said = {**{each: (word.told[each].word,) for each in NAMES}, language: ("Etwas",)}
        assert faults(word, [Text(f"One {word.english}", (f"One {word.english}",), said)])
