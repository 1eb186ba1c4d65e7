"""The words of mkdocs.yml (menu, site name, switches) in the language of the interface.

mkdocs.yml is written in Vietnamese. Words of it that the catalogs know are put back into English for an English
interface; an office's own words stay as they are.
"""

from __future__ import annotations

from typing import Any

from build_tools.i18n import DEFAULT_LANGUAGE, N_, _, use_language

_WORDS = (
    N_("Home"),
    N_("Roles"),
    N_("Documents"),
    N_("Timeline"),
    N_("Families of documents"),
    N_("About"),
    N_("Dissemination of law"),
    N_("Switch to the dark scheme"),
    N_("Switch to the light scheme"),
)


def in_language(value: Any, language: str) -> Any:
    """`value` (of nav or theme: lists, mappings, strings) with the known Vietnamese words in `language`."""
    if language == DEFAULT_LANGUAGE:
        return value
    with use_language(DEFAULT_LANGUAGE):
        known = {_(word): word for word in _WORDS}
    return _replaced(value, known)


def _replaced(value: Any, known: dict[str, str]) -> Any:
    if isinstance(value, str):
        return known.get(value, value)
    if isinstance(value, list):
        return [_replaced(item, known) for item in value]
    if isinstance(value, dict):
        return {_replaced(key, known): _replaced(item, known) for key, item in value.items()}
    return value
