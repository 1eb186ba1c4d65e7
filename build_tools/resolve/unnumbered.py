"""Documents of a family that are named without a number: `Kế hoạch của Thủ tướng Chính phủ thực hiện Quy định …`.

Nothing proves which work is meant, so they are no members: the page of the family says that they exist, and where.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.model.anchors import Anchors
from build_tools.model.citation import Citation, CitationKind
from build_tools.model.document import Document
from build_tools.model.library import Entry, Family, Passage, Unnumbered, Work
from build_tools.model.span import Span

_PUTS_TO_WORK = ("thực hiện", "triển khai", "tổ chức thực hiện", "cụ thể hóa", "về việc thực hiện", "về thực hiện")
_FARTHEST = 80
"""How far behind the issuer the regulation is named, in code points."""


def build_unnumbered(
    entries: Mapping[str, Entry], works: Mapping[str, Work], families: tuple[Family, ...]
) -> tuple[Unnumbered, ...]:
    """What the held documents name of each family, each type and issuer once; not what a member with a number is."""
    by_root = {family.root: family for family in families}
    found: dict[tuple[str, str, str], Unnumbered] = {}
    for id_, entry in sorted(entries.items()):
        for root, one, span in _named(entry.document):
            family = by_root.get(root)
            if family is None or one.issuer is None or one.type_name is None or _is_known(one, family, works):
                continue
            passage = Passage(id_, span, Anchors.of(entry.document).at(span))
            named = Unnumbered(family.id, one.type_name, one.issuer, passage)
            found.setdefault((family.id, one.type_name, one.issuer.casefold()), named)
    return tuple(found.values())


def _named(document: Document) -> Iterator[tuple[str, Citation, Span]]:
    """The descriptions that say which document is put to work: that one, the description, and all its words."""
    proven = {citation.span for citation in document.citations if citation.kind is CitationKind.DESCRIBED}
    for one in document.described:
        if one.span in proven or not (one.subject or "").startswith(_PUTS_TO_WORK):
            continue
        behind = (c for c in document.citations if one.span.end <= c.span.start <= one.span.end + _FARTHEST)
        first = min(behind, key=lambda citation: citation.span.start, default=None)
        if first is not None and first.target is not None:
            yield first.target, one, Span(one.span.start, first.span.end)


def _is_known(one: Citation, family: Family, works: Mapping[str, Work]) -> bool:
    """Whether a member of the family is of that type and issuer: then it is most likely the one."""
    issuer = (one.issuer or "").casefold()
    known = (works[member.work] for member in family.members)
    return any(work.type_name == one.type_name and issuer in (work.issuer or "").casefold() for work in known)
