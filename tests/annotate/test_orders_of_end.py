"""How local acts end others: lists behind a colon, annulment, repeal in the sentence of effect, effect named first."""

from __future__ import annotations

import pytest

from build_tools.annotate.citations import find_citations
from build_tools.annotate.relations import find_relations
from build_tools.model.document import Metadata, Outline, Unit, UnitKind
from build_tools.model.span import Span
from tests.annotate.cases import clean


def ends(text: str) -> list[tuple[str, str | None]]:
    """What the document of these words does to others: relation and symbol."""
    article = Unit("dieu-1", UnitKind.ARTICLE, "Điều 1.", "1", None, 1, None, Span(0, len(text)), 1)
    outline = Outline(metadata=Metadata(place="Tây Ninh"), units=(article,))
    cited = find_citations(clean(text), outline)
    found = find_relations(clean(text), outline, cited)
    return [(str(one.kind), cited[one.citation].symbol) for one in found if one.subject is None]


ONE, TWO = "12/2010/QĐ-UBND", "13/2011/QĐ-UBND"
BOTH = [("repeals", ONE), ("repeals", TWO)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Điều 1. Bãi bỏ các Quyết định sau: Quyết định số {ONE} ngày 3/4/2010; Quyết định số {TWO}.", BOTH),
        (f"Điều 1. Bãi bỏ 02 Quyết định do UBND tỉnh ban hành: Quyết định số {ONE} và Quyết định số {TWO}.", BOTH),
        (f"Điều 1. Hủy bỏ Quyết định số {ONE} ngày 3/4/2010 của Chủ tịch UBND tỉnh.", [("repeals", ONE)]),
        (f"Quyết định này có hiệu lực thi hành kể từ ngày ký và bãi bỏ Quyết định số {ONE}.", [("repeals", ONE)]),
        (f"Kể từ ngày Quyết định này có hiệu lực, Quyết định số {ONE} ngày 12/8/2010 hết hiệu lực thi hành.",
         [("repeals", ONE)]),
        (f"Điều 1. Thay thế các Quyết định của Ủy ban nhân dân tỉnh: số {ONE} ngày 2/12/2010; số {TWO}.",
         [("replaces", ONE), ("replaces", TWO)]),
        (f"Điều 1. Thay thế Quyết định số {ONE} ngày 3/4/2010.", [("replaces", ONE)]),
        # no ends: a task, a condition, another act's end
        (f"Điều 1. Sở Tư pháp rà soát, đề xuất hủy bỏ Quyết định số {ONE}.", []),
        (f"Kể từ ngày Luật Đất đai có hiệu lực, Quyết định số {ONE} hết hiệu lực thi hành.", []),
        (f"Trường hợp Quyết định số {ONE} hết hiệu lực thi hành thì áp dụng Quyết định số {TWO}.", []),
    ],
)  # fmt: skip
def test_orders(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert ends(text) == expected
