"""What the rank of two acts, and a pin-point, say about a relation between them."""

from __future__ import annotations

from build_tools.model.citation import CHANGES, Citation, RelationKind

# Rank of normative acts (Law on the Promulgation of Legislative Documents, 64/2025/QH15, Article 4); 0 is unranked.
_RANKS = {"Hiến pháp": 1, "Bộ luật": 1, "Luật": 1, "Nghị quyết": 1, "Pháp lệnh": 2, "Nghị định": 3, "Quyết định": 4}
_RANKS |= {"Thông tư": 4, "Thông tư liên tịch": 4}


def narrowed(kind: RelationKind, cited: Citation, *, partial: bool = False) -> RelationKind:
    """Who repeals or replaces one article, or some that are not named, amends the act."""
    partial = partial or cited.pinpoint is not None
    return RelationKind.AMENDS if partial and kind in {RelationKind.REPEALS, RelationKind.REPLACES} else kind


def can_change(kind: RelationKind, subject: Citation | None, cited: Citation) -> bool:
    """Whether an act of the subject's type can do this to the cited one.

    A circular does not amend a decree, and no decree spells out another decree: that one only stands beside the law.
    """
    if subject is not None and kind in (RelationKind.DETAILS, RelationKind.GUIDES):
        return subject.type_name != cited.type_name or subject.type_name not in _RANKS
    if kind not in CHANGES or subject is None:
        return True
    ranks = [_RANKS.get(citation.type_name or "", 0) for citation in (subject, cited)]
    return not all(ranks) or ranks[0] <= ranks[1]
