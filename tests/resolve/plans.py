"""A library of made-up plans in two provinces and a commune, read by the program itself."""

from __future__ import annotations

import datetime as dt

import msgspec

from build_tools.model.decisions import Decisions, Received
from build_tools.model.document import Document, Level, System
from build_tools.model.library import Entry, Family, FamilyMember, Work
from tests.annotate.reading import document

PROVINCE = "son-la/12-kh-tu-2026"
OTHER = "gia-lai/7-kh-ubnd-2026"
COMMUNE = "son-la/3-kh-ubnd-xa-2026"
REGULATION = "trung-uong/999-qd-tw-2025"
FAMILY = Family(
    id="999-qd-tw",
    root=REGULATION,
    members=tuple(
        FamilyMember(work, None if work == REGULATION else REGULATION, None, 0 if work == REGULATION else 1, None)
        for work in (REGULATION, PROVINCE, OTHER, COMMUNE)
    ),
)
_TEXTS = {
    PROVINCE: """KẾ HOẠCH
thực hiện Quy định số 999-QĐ/TW
I. MỤC ĐÍCH, YÊU CẦU
- Nâng cao nhận thức của thẩm phán, chấp hành viên.
II. NHIỆM VỤ, GIẢI PHÁP
1. Lãnh đạo, chỉ đạo công tác tự phê bình và phê bình, trách nhiệm nêu gương, công khai, minh bạch.
2. Rà soát quy chế làm việc, quy trình nghiệp vụ, chuẩn mực đạo đức, quy tắc ứng xử.
3. Tăng cường ứng dụng công nghệ thông tin, chuyển đổi số.
III. TỔ CHỨC THỰC HIỆN
1. Các cấp ủy, tổ chức đảng, cơ quan, đơn vị, địa phương quán triệt Kế hoạch này trước ngày 10/7/2026.
2. Đảng ủy Công an tỉnh lãnh đạo thực hiện nghiêm túc Kế hoạch.
3. Ban Nội chính Tỉnh ủy chủ trì, theo dõi, đôn đốc; định kỳ trước ngày 10/12 hằng năm báo cáo kết quả.""",
    OTHER: """KẾ HOẠCH
thực hiện Quy định số 999-QĐ/TW
I. NỘI DUNG
1. Thực hiện công tác tự phê bình và phê bình; trách nhiệm nêu gương; công khai, minh bạch
Các cơ quan tiếp tục thực hiện tốt.
Phân công thực hiện: Công an tỉnh và đề nghị: Tòa án nhân dân tỉnh thực hiện (thực hiện thường xuyên).
2. Nâng cao chất lượng phối hợp giữa các cơ quan bảo vệ pháp luật
Các cơ quan phối hợp chặt chẽ.
Phân công thực hiện: Các sở, ban, ngành, Ủy ban nhân dân xã, phường, đặc khu thực hiện. Hoàn thành trong quý III/2026.
II. TỔ CHỨC THỰC HIỆN
1. Ủy ban nhân dân các cấp có trách nhiệm phối hợp chặt chẽ.""",
    COMMUNE: """KẾ HOẠCH
thực hiện Quy định số 999-QĐ/TW
I. NHIỆM VỤ
1. Các cơ quan, đơn vị, địa phương tuyên truyền Quy định từ ngày 01/6/2026 đến ngày 15/6/2026.""",
}
_LEVELS = {PROVINCE: Level.PROVINCE, OTHER: Level.PROVINCE, COMMUNE: Level.COMMUNE}
_DATES = {PROVINCE: dt.date(2026, 5, 12), OTHER: dt.date(2026, 6, 1), COMMUNE: None}


def entries() -> dict[str, Entry]:
    """The held plans; the regulation is absent."""
    return {id_: Entry(id_, _document(id_), Decisions(Received("a.txt", ""))) for id_ in _TEXTS}


def works() -> dict[str, Work]:
    """The plans and the regulation, of which only the citations tell."""
    found = {
        id_: _work(id_, System.PARTY if id_ == PROVINCE else System.STATE, _LEVELS[id_], _DATES[id_]) for id_ in _TEXTS
    }
    found[REGULATION] = _work(REGULATION, System.PARTY, Level.CENTRAL, dt.date(2025, 10, 27), held=False)
    return found


def _work(id_: str, system: System, level: Level, date: dt.date | None, *, held: bool = True) -> Work:
    return Work(
        id=id_,
        key=f"party:{id_}",
        type=None,
        type_name=None,
        symbol=None,
        system=system,
        issuer=None,
        issuer_id=None,
        level=level,
        place=None,
        date=date,
        year=None,
        title=None,
        held=held,
    )


def _document(id_: str) -> Document:
    read = document(_TEXTS[id_])
    metadata = msgspec.structs.replace(read.metadata, level=_LEVELS[id_], date=_DATES[id_])
    return msgspec.structs.replace(read, metadata=metadata)
