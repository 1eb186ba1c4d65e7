"""A made-up Party plan and a made-up internal decision, in the forms of real ones."""

from __future__ import annotations

import datetime as dt

from build_tools.model.citation import (
    Citation,
    CitationKind,
    CitationStatus,
    Definition,
    Pinpoint,
    Relation,
    RelationKind,
)
from build_tools.model.document import (
    Document,
    Level,
    Metadata,
    Restriction,
    RestrictionKind,
    System,
    UnitKind,
)
from build_tools.model.duty import Actor, Capacity, Deadline, DeadlineKind, Duty, Explicit, Modality
from build_tools.model.source import BlockKind
from tests.render.sample_plan import INTERNAL, PARTY_PLAN, REGULATION, cite
from tests.render.sample_sheet import Sheet


def party_plan() -> Document:
    """A Party plan: bullets, a definition, a period."""
    s = Sheet()
    s.unit("mo-dau", UnitKind.LETTERHEAD, 1, None, None, "TỈNH ỦY SƠN LA")
    s.add("Số 34-KH/TU").add("Sơn La, ngày 10 tháng 02 năm 2026")
    s.unit("ten", UnitKind.TITLE, 1, None, "KẾ HOẠCH")
    s.add("thực hiện Quy định số 999-QĐ/TW, ngày 05/01/2026 của Bộ Chính trị", BlockKind.HEADING)
    s.unit("i", UnitKind.HEADING, 1, "I.", "NHIỆM VỤ")
    s.unit("i.1", UnitKind.PARAGRAPH, 2, "1.", None, "Xây dựng quy chế tiếp nhận đơn thư (sau đây gọi tắt là Quy chế).")
    s.unit("i.2", UnitKind.PARAGRAPH, 2, "2.", None, "Ban Nội chính Tỉnh ủy theo dõi, đôn đốc trong năm 2026.")
    definition = Definition(s.find("(sau đây gọi tắt là Quy chế)"), "Quy chế", s.find("quy chế tiếp nhận đơn thư"))
    return Document(
        file=f"source_texts/{PARTY_PLAN}/source.txt",
        sha256="2" * 64,
        format="text",
        text=s.text,
        blocks=tuple(s.blocks),
        marks=(),
        origins=s.origins(),
        metadata=Metadata(
            type="KH",
            type_name="Kế hoạch",
            number="34",
            symbol="34-KH/TU",
            key="party:ke-hoach:34-KH/TU:2026:son-la",
            issuer="Tỉnh ủy Sơn La",
            issuer_id="TU",
            system=System.PARTY,
            level=Level.PROVINCE,
            place="Sơn La",
            date=dt.date(2026, 2, 10),
            title="thực hiện Quy định số 999-QĐ/TW, ngày 05/01/2026 của Bộ Chính trị",
        ),
        reported=False,
        units=s.nested(),
        citations=(cite(s, "Quy định số 999-QĐ/TW, ngày 05/01/2026 của Bộ Chính trị"),),
        definitions=(definition,),
        relations=(Relation(RelationKind.IMPLEMENTS, 0, s.find("thực hiện"), target=REGULATION),),
        duties=(
            Duty(
                id="viec-1",
                unit="i.1",
                span=s.find("Xây dựng quy chế tiếp nhận đơn thư (sau đây gọi tắt là Quy chế)."),
                modality=Modality.DUTY,
            ),
            Duty(
                id="viec-2",
                unit="i.2",
                span=s.find("Ban Nội chính Tỉnh ủy theo dõi, đôn đốc trong năm 2026."),
                modality=Modality.DUTY,
                actors=(Actor("ban_noi_chinh_tinh_uy", s.find("Ban Nội chính Tỉnh ủy"), Capacity.MONITOR),),
                deadline="han-1",
                explicit=Explicit.SENTENCE,
            ),
        ),
        deadlines=(
            Deadline(
                "han-1",
                s.find("trong năm 2026"),
                DeadlineKind.PERIOD,
                "in-year",
                from_=dt.date(2026, 1, 1),
                to=dt.date(2026, 12, 31),
            ),
        ),
        mentions=(),
        corrections=(),
        removed=(),
        diagnostics=(),
    )


def internal_decision() -> Document:
    """An internal decision in articles, undated, with an ownership mark."""
    s = Sheet()
    s.unit("ten", UnitKind.TITLE, 1, None, "QUYẾT ĐỊNH")
    s.add("Về việc ban hành danh mục nội bộ thực hiện Quy định số 999-QĐ/TW", BlockKind.HEADING)
    s.unit("dieu-1", UnitKind.ARTICLE, 1, "Điều 1.", "Danh mục tuyệt đối nội bộ")
    s.unit("dieu-1.khoan-1", UnitKind.CLAUSE, 2, "1.", None, "Danh mục gồm:")
    s.unit("dieu-1.khoan-1.diem-d", UnitKind.POINT, 3, "d)", None, "Hồ sơ lưu;")
    s.unit("dieu-1.khoan-1.diem-dd", UnitKind.POINT, 3, "đ)", None, "Hồ sơ gửi trước ngày 01/9/2026.")
    s.unit("dieu-2", UnitKind.ARTICLE, 1, "Điều 2.", None, "Trưởng đoàn thanh tra chịu trách nhiệm về khoản 1 Điều 1.")
    internal = Citation(
        unit="dieu-2",
        span=s.find("khoản 1 Điều 1"),
        kind=CitationKind.INTERNAL,
        pinpoint=Pinpoint(article="1", clause="1"),
        status=CitationStatus.INTERNAL,
        target="dieu-1.khoan-1",
    )
    return Document(
        file=f"source_texts/{INTERNAL}/source.txt",
        sha256="3" * 64,
        format="text",
        text=s.text,
        blocks=tuple(s.blocks),
        marks=(),
        origins=s.origins(),
        metadata=Metadata(
            type="QĐ",
            type_name="Quyết định",
            title="Về việc ban hành danh mục nội bộ thực hiện Quy định số 999-QĐ/TW",
            restrictions=(Restriction(RestrictionKind.OWNERSHIP, "Tài liệu không được phát tán khi chưa cho phép", 9),),
        ),
        reported=False,
        units=s.nested(),
        citations=(cite(s, "Quy định số 999-QĐ/TW", date=None, issuer=None), internal),
        definitions=(),
        relations=(Relation(RelationKind.IMPLEMENTS, 0, s.find("thực hiện"), target=REGULATION),),
        duties=(
            Duty(
                id="viec-1",
                unit="dieu-2",
                span=s.find("Trưởng đoàn thanh tra chịu trách nhiệm về khoản 1 Điều 1."),
                modality=Modality.LIABILITY,
                actors=(Actor("truong_doan", s.find("Trưởng đoàn thanh tra"), Capacity.PERFORM),),
                explicit=Explicit.SENTENCE,
            ),
        ),
        deadlines=(
            Deadline(
                "han-1",
                s.find("trước ngày 01/9/2026"),
                DeadlineKind.DATE,
                "dmy",
                date=dt.date(2026, 9, 1),
                exclusive=True,
            ),
        ),
        mentions=(),
        corrections=(),
        removed=(),
        diagnostics=(),
    )
