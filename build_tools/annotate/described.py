"""Documents that are described, not numbered: `Kế hoạch của Thủ tướng Chính phủ về …`.

Reads: the clean text, the outline and the citations. Writes: one `Citation` of the kind *described* for each place
where type, issuer and subject stand; its span covers the words up to the issuer, or the type word alone if the subject
comes first. It proves nothing by itself: `resolve` takes it over where the library proves which document is meant.
"""

from __future__ import annotations

import re

from build_tools.annotate.surroundings import Surroundings, read_after
from build_tools.annotate.unit_index import UnitIndex
from build_tools.grammar.places import find_place, names_local_body
from build_tools.model.citation import Citation, CitationKind
from build_tools.model.document import Outline, UnitKind
from build_tools.model.source import CleanText
from build_tools.model.span import Span

# Types that are cited by their subject. Reports, letters and notices recur under one subject.
_TYPE = re.compile(
    r"(?<!\w)(?:Chỉ thị|Chiến lược|Chương trình hành động|Chương trình|Đề án|Hướng dẫn|Kế hoạch|Kết luận|Nghị định|"
    r"Nghị quyết|Quy chế|Quy định|Quyết định|Thông tư)(?=[ \u00a0])"
)
_BETWEEN = re.compile(r"[ \u00a0](?=về |(?:triển khai|tổ chức|thực hiện|tăng cường|tiếp tục|phê duyệt)[ \u00a0])")
_CLAUSE = re.compile(r"[^;.\n()]{8,400}")
_OF = re.compile(r"[ \u00a0]của[ \u00a0]")
# What is yet to be made is no document that exists.
_FUTURE = re.compile(
    r"(?:ban hành|xây dựng|trình|dự thảo|ra|tham mưu|sửa đổi|bổ sung|thay thế|thông qua)[ \u00a0]"
    r"(?:(?:các|một)[ \u00a0])?$"
)
_FIXED = (UnitKind.LETTERHEAD, UnitKind.TITLE)


def find_described(clean: CleanText, outline: Outline, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """The descriptions in one document, in order, none overlapping a citation."""
    text, units = clean.text, UnitIndex(outline.units)
    taken = {place for citation in citations for place in range(citation.span.start, citation.span.end)}
    found: list[Citation] = []
    for word in _TYPE.finditer(text):
        said = _issuer_first(text, word.end()) or _subject_first(text, word.end())
        if said is None or not taken.isdisjoint(range(word.start(), said.end)):
            continue
        around = units.ancestors(word.start())
        fixed = any(unit.kind in _FIXED for unit in around)
        if not fixed and not _FUTURE.search(text, max(0, word.start() - 24), word.start()):
            unit = around[0].id if around else None
            found.append(_citation(Span(word.start(), said.end), word[0], said, outline, unit))
    return tuple(found)


def _issuer_first(text: str, end: int) -> Surroundings | None:
    """`Quy định của Bộ Chính trị về …`."""
    said = read_after(text, end)
    return said if said.issuer and said.subject else None


def _subject_first(text: str, end: int) -> Surroundings | None:
    """`Kế hoạch thực hiện Quy định số 132-QĐ/TW của Ban cán sự đảng Bộ Tư pháp`: the last `của` names the issuer."""
    gap = _BETWEEN.match(text, end)
    clause = _CLAUSE.match(text, gap.end()) if gap else None
    last = list(_OF.finditer(text, clause.start(), clause.end()))[-1:] if clause else []
    said = read_after(text, last[0].start()) if last else None
    if clause is None or said is None or not said.issuer:
        return None
    return Surroundings(end, said.date, said.year, said.issuer, text[clause.start() : last[0].start()])


def _citation(span: Span, name: str, said: Surroundings, outline: Outline, unit: str | None) -> Citation:
    place = find_place(said.issuer or "")
    local = outline.metadata.place if names_local_body(said.issuer or "") else None
    return Citation(
        unit,
        span,
        CitationKind.DESCRIBED,
        type_name=name,
        year=said.year,
        date=said.date,
        issuer=said.issuer,
        place=place.name if place else local,
        subject=said.subject,
    )
