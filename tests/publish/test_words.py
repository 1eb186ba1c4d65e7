from __future__ import annotations

import re

import pytest

from build_tools.diagnostics import CATALOGUE
from build_tools.i18n import _, use_language
from build_tools.publish.verify import SIGNATURE_SENTENCES

FIELD = re.compile(r"\{\w+\}")
CODES = (
    "no-mkdocs-yml",
    "site-not-built",
    "site-warning",
    "site-strict",
    "outside-request",
    "broken-link",
    "broken-anchor",
    "path-too-long",
    "path-illegal",
    "path-twice",
    "folder-in-use",
    "not-a-manifest",
    "no-manifest",
    "nothing-to-verify",
    "broken-zip",
    "key-exists",
    "key-unreadable",
    "not-a-site",
    "site-not-verified",
    "no-previous-site",
    "folders-overlap",
    "folder-not-empty",
    "port-taken",
)


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_is_translated_with_the_same_fields(code: str) -> None:
    row = CATALOGUE[code]
    for english in (row.message, row.advice):
        with use_language("vi"):
            vietnamese = _(english)
        assert vietnamese != english
        assert sorted(FIELD.findall(vietnamese)) == sorted(FIELD.findall(english))


@pytest.mark.parametrize("english", SIGNATURE_SENTENCES.values())
def test_what_a_signature_is_worth_is_translated(english: str) -> None:
    with use_language("vi"):
        assert _(english) != english
