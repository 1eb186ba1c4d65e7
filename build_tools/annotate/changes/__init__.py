"""Changes: which provision of which act an amending act amends, adds, repeals or replaces, and its new wording.

Reads: the clean text, the outline, the citations. Writes: `Change` records in the order of the text. The forms are
those of Decree 34/2016/NĐ-CP (Appendix I, forms of amending acts) and of Party practice; verbs and objects are rows of
`data/change_phrases.csv` and `data/change_objects.csv`. Quoted units, annexes and notes order nothing.
"""

from __future__ import annotations

from build_tools.annotate.changes.reader import Reader
from build_tools.model.change import Change
from build_tools.model.citation import Citation
from build_tools.model.document import Outline
from build_tools.model.source import CleanText

__all__ = ["find_changes"]


def find_changes(clean: CleanText, outline: Outline, citations: tuple[Citation, ...]) -> tuple[Change, ...]:
    """The changes of one document; none in a consolidated text, whose orders are those of the acts it puts together."""
    if outline.metadata.type == "VBHN" or outline.reported:
        return ()
    return tuple(Reader(clean, outline, citations).changes())
