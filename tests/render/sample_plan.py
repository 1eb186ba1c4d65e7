"""A made-up plan of a People's Committee, in the form of real ones."""

from __future__ import annotations

import datetime as dt

from build_tools.model.citation import (
    Citation,
    CitationKind,
    CitationStatus,
    Pinpoint,
    Relation,
    RelationKind,
)
from build_tools.model.document import (
    Correction,
    Document,
    Level,
    Metadata,
    RoleMention,
    Signer,
    System,
    UnitKind,
)
from build_tools.model.duty import Actor, Capacity, Deadline, DeadlineKind, Duty, Explicit, Modality, Mode
from build_tools.model.findings import Removed, RemovedReason
from build_tools.model.source import BlockKind, Mark, MarkKind
from build_tools.model.span import Span
from tests.render.sample_sheet import Sheet

PLAN = "quang-tri/12-kh-ubnd-2026"
PARTY_PLAN = "son-la/34-kh-tu-2026"
INTERNAL = "gia-lai/5-qd-ubnd-2025"
REGULATION = "trung-uong/999-qd-tw-2026"
LAW = "trung-uong/luat-mau-2019"
FAMILY = "999-qd-tw"


def cite(sheet: Sheet, surface: str, nth: int = 0, **values: object) -> Citation:
    """A citation of the absent regulation; `values` say what is different."""
    known: dict[str, object] = {
        "kind": CitationKind.DOCUMENT,
        "symbol": "999-QĐ/TW",
        "key": "party:quy-dinh:999-QĐ/TW:2026",
        "type": "QĐ",
        "type_name": "Quy định",
        "number": "999",
        "date": dt.date(2026, 1, 5),
        "issuer": "Bộ Chính trị",
        "status": CitationStatus.ABSENT,
        "target": REGULATION,
    }
    return Citation(unit=None, span=sheet.find(surface, nth), **(known | values))  # type: ignore[arg-type]


def plan() -> Document:
    """A plan of a People's Committee: headings, closing lines that assign, a table, a correction, a footnote."""
    s = Sheet()
    s.unit("mo-dau", UnitKind.LETTERHEAD, 1, None, None, "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ")
    s.add("Số: 12/KH-UBND").add("Quảng Trị, ngày 02 tháng 3 năm 2026")
    s.unit("ten", UnitKind.TITLE, 1, None, "KẾ HOẠCH")
    s.add(
        "Thực hiện Quy định số 999-QĐ/TW ngày 05/01/2026 của Bộ Chính trị về kiểm soát việc tiếp nhận, xử lý đơn thư",
        BlockKind.HEADING,
    )
    s.unit("can-cu", UnitKind.PREAMBLE, 1, None, None, "Căn cứ Luật Mẫu năm 2019;")
    s.add("Thực hiện Kế hoạch số 34-KH/TU ngày 10/02/2026 của Tỉnh ủy Sơn La, Ủy ban nhân dân tỉnh ban hành Kế hoạch:")
    s.unit("i", UnitKind.HEADING, 1, "I.", "MỤC ĐÍCH, YÊU CẦU")
    s.unit("i.1", UnitKind.HEADING, 2, "1.", "Mục đích")
    s.add("Nâng cao trách nhiệm của người đứng đầu trong hoạt động tổ tụng, xử lý đơn_thư *đúng hạn* [100%] {ngay}.")
    s.unit("i.2", UnitKind.HEADING, 2, "2.", "Yêu cầu")
    s.unit(
        "i.2.gach-1",
        UnitKind.BULLET,
        3,
        "-",
        None,
        "Bám sát Điều 3 Quy định số 999-QĐ/TW; nội dung tại mục II.9 Kế hoạch này.",
    )
    s.unit("i.2.gach-2", UnitKind.BULLET, 3, "-", None, "Số liệu < 5 ngày & > 1 ngày phải báo cáo.1")
    s.unit("ii", UnitKind.HEADING, 1, "II.", "NHIỆM VỤ")
    s.unit("ii.1", UnitKind.HEADING, 2, "1.", "Xây dựng quy chế tiếp nhận đơn thư")
    s.add("Các sở, ban, ngành xây dựng quy chế tiếp nhận, phân loại và xử lý đơn thư thuộc thẩm quyền.")
    s.add(
        "Phân công thực hiện: Sở Tư pháp chủ trì; Ủy ban nhân dân xã, phường, đặc khu phối hợp; đề nghị Tòa án nhân dân"
        " tỉnh thực hiện. Hoàn thành trước ngày 30/6/2026."
    )
    s.unit("ii.2", UnitKind.HEADING, 2, "2.", "Công khai kết quả")
    s.add("Cán bộ, công chức không được tiết lộ thông tin người tố cáo.")
    s.add("Hằng năm trước ngày 10/12, Sở Tư pháp tổng hợp, báo cáo Ủy ban nhân dân tỉnh.")
    s.unit("iii", UnitKind.HEADING, 1, "III.", "BẢNG PHÂN CÔNG")
    s.add("TT\tNhiệm vụ\tCơ quan", BlockKind.TABLE_ROW, 1)
    s.add("1\tRà soát | thống kê đơn thư\tThanh tra tỉnh", BlockKind.TABLE_ROW, 1)
    s.add("2\tKế hoạch số 7/KH-UBND\tCông an tỉnh", BlockKind.TABLE_ROW, 1)
    s.unit("noi-nhan", UnitKind.RECIPIENTS, 1, None, None, "Nơi nhận:")
    s.add("- Thường trực Tỉnh ủy;").add("- Lưu: VT.")
    s.unit("chu-ky", UnitKind.SIGNATURE, 1, None, None, "TM. ỦY BAN NHÂN DÂN")
    s.add("KT. CHỦ TỊCH").add("PHÓ CHỦ TỊCH").add("Nguyễn Văn Mẫu")
    s.unit("chu-thich-1", UnitKind.FOOTNOTE, 1, "1", None, "Theo Công văn số 1795/TTTP-NV6 của Thanh tra.")
    return _plan_document(s)


def _plan_document(s: Sheet) -> Document:
    basis = cite(s, "Quy định số 999-QĐ/TW ngày 05/01/2026 của Bộ Chính trị")
    law = cite(
        s,
        "Luật Mẫu năm 2019",
        kind=CitationKind.LAW_BY_NAME,
        symbol=None,
        key="state:luat:::::mau",
        type=None,
        type_name="Luật",
        number=None,
        date=None,
        year=2019,
        issuer=None,
        name="Luật Mẫu",
        target=LAW,
    )
    party = cite(
        s,
        "Kế hoạch số 34-KH/TU ngày 10/02/2026 của Tỉnh ủy Sơn La",
        symbol="34-KH/TU",
        key="party:ke-hoach:34-KH/TU:2026:son-la",
        type="KH",
        type_name="Kế hoạch",
        number="34",
        date=dt.date(2026, 2, 10),
        issuer="Tỉnh ủy Sơn La",
        status=CitationStatus.RESOLVED,
        target=PARTY_PLAN,
    )
    article = cite(s, "Điều 3 Quy định số 999-QĐ/TW", pinpoint=Pinpoint(article="3"), date=None, issuer=None)
    dangling = cite(
        s,
        "mục II.9 Kế hoạch này",
        kind=CitationKind.INTERNAL,
        symbol=None,
        key=None,
        type=None,
        type_name=None,
        number=None,
        date=None,
        issuer=None,
        status=CitationStatus.DANGLING,
        target=None,
        pinpoint=Pinpoint(section="II", item="9"),
    )
    ambiguous = cite(
        s,
        "Kế hoạch số 7/KH-UBND",
        symbol="7/KH-UBND",
        key=None,
        type="KH",
        type_name="Kế hoạch",
        number="7",
        date=None,
        issuer=None,
        status=CitationStatus.AMBIGUOUS,
        target=None,
    )
    assigned = s.find(
        "Phân công thực hiện: Sở Tư pháp chủ trì; Ủy ban nhân dân xã, phường, đặc khu phối hợp; đề nghị Tòa án nhân dân"
        " tỉnh thực hiện. Hoàn thành trước ngày 30/6/2026."
    )
    duties = (
        Duty(
            id="viec-1",
            unit="ii.1",
            span=s.find("Các sở, ban, ngành xây dựng quy chế tiếp nhận, phân loại và xử lý đơn thư thuộc thẩm quyền."),
            modality=Modality.DUTY,
            actors=(
                Actor("so_tu_phap", s.find("Sở Tư pháp"), Capacity.LEAD),
                Actor("ubnd_xa", s.find("Ủy ban nhân dân xã, phường, đặc khu"), Capacity.COORDINATE),
                Actor("tand_tinh", s.find("Tòa án nhân dân tỉnh"), Capacity.PERFORM, Mode.REQUEST),
            ),
            deadline="han-1",
            explicit=Explicit.LEAD_IN,
            assigned_by=assigned,
        ),
        Duty(
            id="viec-2",
            unit="ii.2",
            span=s.find("Cán bộ, công chức không được tiết lộ thông tin người tố cáo."),
            modality=Modality.PROHIBITION,
            actors=(Actor(None, s.find("Cán bộ, công chức"), Capacity.PERFORM),),
            explicit=Explicit.SENTENCE,
        ),
        Duty(
            id="viec-3",
            unit="ii.2",
            span=s.find("Hằng năm trước ngày 10/12, Sở Tư pháp tổng hợp, báo cáo Ủy ban nhân dân tỉnh."),
            modality=Modality.DUTY,
            actors=(Actor("so_tu_phap", s.find("Sở Tư pháp", 1), Capacity.MONITOR),),
            deadline="han-2",
            explicit=Explicit.SENTENCE,
        ),
    )
    deadlines = (
        Deadline(
            "han-1", s.find("trước ngày 30/6/2026"), DeadlineKind.DATE, "dmy", date=dt.date(2026, 6, 30), exclusive=True
        ),
        Deadline(
            "han-2",
            s.find("Hằng năm trước ngày 10/12"),
            DeadlineKind.YEARLY,
            "yearly",
            exclusive=True,
            recurrence="--12-10",
        ),
    )
    return Document(
        file=f"source_texts/{PLAN}/source.md",
        sha256="1" * 64,
        format="markdown",
        text=s.text,
        blocks=tuple(s.blocks),
        marks=(
            Mark(s.find("Phân công thực hiện:"), MarkKind.STRONG),
            Mark(Span(s.find("báo cáo.1").end - 1, s.find("báo cáo.1").end), MarkKind.SUPERSCRIPT),
        ),
        origins=s.origins(),
        metadata=Metadata(
            type="KH",
            type_name="Kế hoạch",
            number="12",
            symbol="12/KH-UBND",
            key="state:ke-hoach:12/KH-UBND:2026:quang-tri",
            issuer="Ủy ban nhân dân tỉnh Quảng Trị",
            issuer_id="UBND",
            system=System.STATE,
            level=Level.PROVINCE,
            place="Quảng Trị",
            date=dt.date(2026, 3, 2),
            title="Thực hiện Quy định số 999-QĐ/TW ngày 05/01/2026 của Bộ Chính trị về kiểm soát việc tiếp nhận, xử lý"
            " đơn thư",
            signer=Signer("Nguyễn Văn Mẫu", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),
            recipients=("Thường trực Tỉnh ủy", "Lưu: VT"),
        ),
        reported=False,
        units=s.nested(),
        citations=(basis, law, party, article, dangling, ambiguous),
        definitions=(),
        relations=(
            Relation(RelationKind.IMPLEMENTS, 0, s.find("Thực hiện"), target=REGULATION),
            Relation(RelationKind.BASED_ON, 1, s.find("Căn cứ"), target=LAW),
            Relation(RelationKind.IMPLEMENTS, 2, s.find("Thực hiện", 1), target=PARTY_PLAN),
        ),
        duties=duties,
        deadlines=deadlines,
        mentions=(RoleMention("nguoi_dung_dau", s.find("người đứng đầu")),),
        corrections=(Correction(s.find("tổ tụng"), "tổ tụng", "tố tụng", "lỗi nhận dạng chữ", "Biên tập viên mẫu"),),
        removed=(Removed(14, "Trang 2", RemovedReason.PAGE_NUMBER),),
        diagnostics=(),
    )
