"""Words for people, in Vietnamese or English, from the Babel catalogs in `locale/`.

Messages are written in English in the code, marked with `_()` (or `N_()` where they are looked up later), and
translated in `locale/vi/LC_MESSAGES/`, one catalog for each part of the package. Dates and numbers go through Babel.
"""

from __future__ import annotations

import contextvars
import locale as system_locale
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.pofile import read_po

LANGUAGES = ("vi", "en")
DEFAULT_LANGUAGE = "vi"
_VIETNAMESE, _ENGLISH = Locale("vi"), Locale("en", "GB")  # Babel reads a name anew for each date
_LOCALE_DIR = Path(__file__).parent / "locale"
_language: contextvars.ContextVar[str] = contextvars.ContextVar("language", default=DEFAULT_LANGUAGE)


def N_(message: str) -> str:
    """Mark a message for extraction without translating it yet."""
    return message


@cache
def _catalog(language: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for path in sorted((_LOCALE_DIR / language / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
        words |= {m.id: m.string for m in catalog if isinstance(m.id, str) and isinstance(m.string, str) and m.string}
    words.pop("", None)
    return words


def _(message: str, /, **values: object) -> str:
    """`message` in the current language, with `{name}` fields filled from `values`."""
    text = _catalog(_language.get()).get(message, message)
    return text.format(**values) if values else text


def language() -> str:
    """The current language, one of `LANGUAGES`."""
    return _language.get()


@contextmanager
def use_language(code: str) -> Iterator[None]:
    """Speak `code` inside the block."""
    token = _language.set(code if code in LANGUAGES else DEFAULT_LANGUAGE)
    try:
        yield
    finally:
        _language.reset(token)


def preferred_language() -> str:
    """The language of the user's environment; Vietnamese unless it is clearly English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value and value.split(".")[0] not in ("C", "POSIX"):
            return "en" if value.lower().startswith("en") else DEFAULT_LANGUAGE
    # Only Windows has no such variable; elsewhere the C locale would pass for English.
    code = (system_locale.getlocale()[0] or "") if os.name == "nt" else ""
    return "en" if code.lower().startswith("en") else DEFAULT_LANGUAGE


def long_date(day: date) -> str:
    """A date as such documents write it: `ngày 27 tháng 10 năm 2023`; in English, `27 October 2023`."""
    if language() == "vi":
        return format_date(day, "'ngày' d 'tháng' M 'năm' y", locale=_VIETNAMESE)
    return format_date(day, "d MMMM y", locale=_ENGLISH)


def short_date(day: date) -> str:
    """A date in figures: `27/10/2023`."""
    return format_date(day, "d/M/y", locale=_VIETNAMESE if language() == "vi" else _ENGLISH)
