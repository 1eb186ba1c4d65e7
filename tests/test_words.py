"""What users see: every sentence has its Vietnamese, with the same fields."""

from __future__ import annotations

import re
from datetime import date

import pytest
from babel.messages.extract import extract_from_dir

from build_tools import diagnostics
from build_tools.i18n import _catalog, long_date, short_date, use_language
from build_tools.model.findings import Diagnostic
from tests.conftest import REPOSITORY

FIELD = re.compile(r"\{(\w+)[^}]*\}")


def messages() -> list[tuple[str, str]]:
    """Every marked message of the package, with the file it stands in."""
    rules = [("**.py", "python"), ("**.html", "jinja2"), ("**.j2", "jinja2")]
    found = extract_from_dir(REPOSITORY / "build_tools", rules, keywords={"_": None, "N_": None})
    return [(m, f) for f, _line, m, _comments, _context in found if isinstance(m, str)]


def test_every_message_is_translated_with_the_same_fields():
    catalog = _catalog("vi")
    found = messages()
    assert len(found) > 100
    missing = sorted({f"{file}: {message}" for message, file in found if message not in catalog})
    assert missing == []
    different = [m for m, _file in found if set(FIELD.findall(m)) != set(FIELD.findall(catalog[m]))]
    assert different == []


@pytest.mark.parametrize("code", sorted(diagnostics.CATALOGUE))
def test_every_diagnostic_can_be_said_in_both_languages(code):
    row = diagnostics.CATALOGUE[code]
    args = dict.fromkeys(FIELD.findall(row.message + row.advice), "x")
    for language in ("vi", "en"):
        with use_language(language):
            assert diagnostics.message(Diagnostic(code, args=args))
            assert diagnostics.advice(Diagnostic(code, args=args))


def test_dates_are_written_as_such_documents_write_them():
    with use_language("vi"):
        assert long_date(date(2023, 10, 27)) == "ngày 27 tháng 10 năm 2023"
        assert short_date(date(2026, 7, 7)) == "7/7/2026"
    with use_language("en"):
        assert long_date(date(2023, 10, 27)) == "27 October 2023"
