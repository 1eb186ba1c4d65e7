"""`Khoản này` in a note of a consolidated text means the clause that bears the note's mark."""

from __future__ import annotations

from build_tools.annotate.citations import find_citations
from build_tools.model.document import Outline
from build_tools.model.source import CleanText
from tests.annotate.reading import read_text
from tests.work import grows_with

TEXT = """VĂN BẢN HỢP NHẤT
LUẬT
BẢO HIỂM Y TẾ
Luật Bảo hiểm y tế số 25/2008/QH12 ngày 14 tháng 11 năm 2008 được sửa đổi, bổ sung bởi:
Luật số 46/2014/QH13 ngày 13 tháng 6 năm 2014.
Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1.1 Giải thích từ ngữ
1.2 Bảo hiểm y tế là hình thức bảo hiểm bắt buộc.
2. Bảo hiểm y tế toàn dân là việc các đối tượng đều tham gia.
3. Quỹ bảo hiểm y tế là quỹ tài chính của cơ quan bảo hiểm xã hội3 gồm:
a) Nguồn đóng;
b)4 Nguồn thu khác.
1 Điều này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của Luật số 46/2014/QH13.
2 Khoản này được sửa đổi, bổ sung theo quy định tại khoản 2 Điều 1 của Luật số 46/2014/QH13.
3 Khoản này được bổ sung theo quy định tại khoản 3 Điều 1 của Luật số 46/2014/QH13.
4 Điểm này được bổ sung theo quy định tại khoản 4 Điều 1 của Luật số 46/2014/QH13.
"""


def test_this_unit_in_a_note() -> None:
    clean, outlined = read_text(TEXT)
    cited = find_citations(clean, outlined)
    found = {
        citation.span.start: (citation.span.of(clean.text), citation.pinpoint)
        for citation in cited
        if citation.span.of(clean.text) in {"Điều này", "Khoản này", "Điểm này"}
    }
    shown = [
        (words, pin.article, pin.clause, pin.point) for _, (words, pin) in sorted(found.items()) if pin is not None
    ]
    assert shown == [
        ("Điều này", "1", None, None),
        ("Khoản này", "1", "1", None),
        ("Khoản này", "1", "3", None),
        ("Điểm này", "1", "3", "b"),
    ]


def test_work_grows_with_the_notes_of_an_act() -> None:
    page = """Điều {number}. Quỹ bảo hiểm y tế
1.{number} Quỹ bảo hiểm y tế được quản lý tập trung, thống nhất, công khai, minh bạch.
2. Hằng năm, cơ quan bảo hiểm xã hội báo cáo việc thu, chi của quỹ.
{number} Khoản này được sửa đổi, bổ sung theo quy định tại khoản {number} Điều 1 của Luật số 46/2014/QH13.
"""

    def act(pages: int) -> tuple[CleanText, Outline]:
        head = TEXT[: TEXT.index("Điều 1.1")]
        return read_text(head + "".join(page.format(number=number) for number in range(1, pages + 1)))

    assert grows_with(lambda given: find_citations(*given), act(80), act(480), times=6)
