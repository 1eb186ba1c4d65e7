"""What the elements of HTML mean for reading: which part paragraphs, which carry emphasis, which are never text."""

from __future__ import annotations

from typing import Final

from build_tools.model.source import MarkKind

MARK_TAGS: Final = {
    "b": MarkKind.STRONG,
    "strong": MarkKind.STRONG,
    "i": MarkKind.EMPHASIS,
    "em": MarkKind.EMPHASIS,
    "u": MarkKind.UNDERLINE,
    "ins": MarkKind.UNDERLINE,
    "sup": MarkKind.SUPERSCRIPT,
    "sub": MarkKind.SUBSCRIPT,
}

HEADING_TAGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_BLOCKS = """
address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form
header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead title tr ul
"""
BLOCK_TAGS: Final = frozenset(_BLOCKS.split()) | HEADING_TAGS

# With everything in them: active, embedded or filled in by the visitor, never the text of a document.
_SKIPPED = """
applet audio button canvas datalist embed head iframe math map noscript object script select style svg template textarea
video xml
"""
SKIPPED_TAGS: Final = frozenset(_SKIPPED.split())

_OTHERS = """
a abbr acronym area base basefont bdi bdo big br cite code col colgroup data del dfn dir font frame frameset img input
kbd label link mark marquee meta meter nobr option optgroup output param picture progress q rp rt ruby s samp slot small
source span strike time track tt var wbr
"""
KNOWN_TAGS: Final = frozenset(_OTHERS.split()) | BLOCK_TAGS | SKIPPED_TAGS | frozenset(MARK_TAGS)
