"""The words of the search box. The template hands them to the script in a data attribute."""

from __future__ import annotations

from build_tools.i18n import N_, _

_WORDS = {
    "label": N_("Search the documents"),
    "placeholder": N_("Find a document, a number, a task… accents are not needed"),
    "open": N_("Open the search"),
    "close": N_("Close the search"),
    "submit": N_("Search"),
    "results": N_("Search results"),
    "one": N_("1 result"),
    "many": N_("{count} results"),
    "none": N_("Nothing found for “{query}”. Try fewer or other words; accents are not needed."),
    "missing": N_("No passage has “{words}”; without it:"),
    "filtered": N_("Nothing is left under these filters."),
    "loading": N_("Searching…"),
    "failed": N_("The search index could not be read. The indexes list all documents."),
    "cut": N_("Only the first {count} words were searched."),
    "loose": N_("No passage has the accents as typed; accents are disregarded."),
    "more": N_("Show more results"),
    "all": N_("All results"),
    "kind": N_("Kind"),
    "place": N_("Place"),
    "role": N_("Role"),
    "anyKind": N_("All kinds"),
    "anyPlace": N_("All places"),
    "anyRole": N_("All roles"),
    "clear": N_("Remove the filters"),
    "absent": N_("full text not in the library"),
    "noscript": N_("The search needs JavaScript. Without it, the indexes below lead to every document."),
}


def ui_words() -> dict[str, str]:
    """All words of the search box in the current language; `{count}` and `{query}` are filled in by the script."""
    return {name: _(text) for name, text in _WORDS.items()}
