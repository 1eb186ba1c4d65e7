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

BLOCK_TAGS: Final = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead "
    "title tr ul caption".split()
)

SKIPPED_TAGS: Final = frozenset(  # with everything in them: active or embedded content, never text of a document
    "script style template noscript iframe object embed applet svg math canvas audio video map textarea select "
    "button datalist".split()
)

KNOWN_TAGS: Final = (
    frozenset(
        "a abbr acronym area base basefont bdi bdo big br cite code col colgroup data del dfn dir font frame frameset "
        "head img input kbd label link mark marquee meta meter nobr option optgroup output param picture progress q "
        "rp rt ruby s samp slot small source span strike td th time track tt var wbr".split()
    )
    | BLOCK_TAGS
    | SKIPPED_TAGS
    | frozenset(MARK_TAGS)
)
