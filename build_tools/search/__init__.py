"""Full-text search without accents: which passages there are, and the index that the browser reads."""

from __future__ import annotations

from build_tools.search.index import build_index
from build_tools.search.passage import SearchPassage
from build_tools.search.passages import passages_of
from build_tools.search.words import ui_words

__all__ = ["SearchPassage", "build_index", "passages_of", "ui_words"]
