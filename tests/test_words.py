"""Every sentence of the interface has its Vietnamese words, with the same fields."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

import build_tools

PACKAGE = Path(build_tools.__file__).parent
IN_TEMPLATE = re.compile(r"\b_\(\s*(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)')")


def messages() -> Iterator[tuple[str, str]]:
    """The marked sentences of the package, each with the file it stands in."""
    for path in sorted(PACKAGE.rglob("*.py")):
        with path.open("rb") as file:
            for _line, message, _comments, _context in extract("python", file, keywords={"_": None, "N_": None}):
                yield str(message), path.name
    for path in sorted(PACKAGE.rglob("*.j2")):
        for match in IN_TEMPLATE.finditer(path.read_text(encoding="utf-8")):
            yield match[1] or match[2], path.name


def vietnamese() -> dict[str, set[str]]:
    """All translations by message; a message that two catalogs have stands with both."""
    found: dict[str, set[str]] = {}
    for path in sorted((PACKAGE / "locale/vi/LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            for entry in read_po(file, locale="vi"):
                if entry.id and entry.string:
                    found.setdefault(str(entry.id), set()).add(str(entry.string))
    return found


def fields(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


WORDS = vietnamese()


@pytest.mark.parametrize(("message", "where"), sorted(set(messages())))
def test_a_sentence_is_translated_once_with_its_fields(message: str, where: str) -> None:
    assert message in WORDS, f"no Vietnamese words for a sentence of {where}"
    assert len(WORDS[message]) == 1, f"two catalogs disagree: {WORDS[message]}"
    assert all(fields(text) == fields(message) for text in WORDS[message])
