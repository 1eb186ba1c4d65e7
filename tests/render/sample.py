"""A small made-up library in the forms of real ones, built with the model's constructors.

Two public plans put one absent regulation to work; the internal edition adds a decision that bears an ownership mark.
The numbers, bodies and places are combined freely: none of these documents exists.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from itertools import pairwise

from build_tools.model.anchors import Anchors
from build_tools.model.citation import (
    Citation,
    CitationKind,
    CitationStatus,
    Definition,
    Pinpoint,
    Relation,
    RelationKind,
)
from build_tools.model.decisions import (
    CorrectionDecision,
    Decisions,
    Edition,
    Received,
    Review,
)
from build_tools.model.document import (
    Correction,
    Document,
    Level,
    Metadata,
    Restriction,
    RestrictionKind,
    RoleMention,
    Signer,
    System,
    Unit,
    UnitKind,
)
from build_tools.model.duty import Actor, Capacity, Deadline, DeadlineKind, Duty, Explicit, Modality, Mode
from build_tools.model.findings import Removed, RemovedReason
from build_tools.model.library import (
    Assignment,
    Coverage,
    CoverageCell,
    CoverageRow,
    DateBounds,
    Edge,
    Entry,
    Event,
    EventKind,
    Family,
    FamilyMember,
    Guide,
    Library,
    Passage,
    Reference,
    Work,
)
from build_tools.model.source import Block, BlockKind, Mark, MarkKind, Origin
from build_tools.model.span import Span

PLAN = "quang-tri/12-kh-ubnd-2026"
PARTY_PLAN = "son-la/34-kh-tu-2026"
INTERNAL = "gia-lai/5-qd-ubnd-2025"
REGULATION = "trung-uong/999-qd-tw-2026"
LAW = "trung-uong/luat-mau-2019"
FAMILY = "999-qd-tw"


@dataclass
class Sheet:
    """Writes a document paragraph by paragraph and remembers where everything stands."""

    blocks: list[Block] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    text: str = ""

    def add(self, words: str, kind: BlockKind = BlockKind.PARAGRAPH, table: int | None = None) -> Sheet:
        """Add one block."""
        if self.blocks:
            self.text += "\n"
        start = len(self.text)
        self.text += words
        self.blocks.append(Block(Span(start, len(self.text)), kind, table))
        return self

    def unit(
        self, id_: str, kind: UnitKind, level: int, label: str | None, heading: str | None, rest: str = ""
    ) -> Sheet:
        """Add the first block of a unit: label, heading and running text."""
        words = " ".join(part for part in (label, heading, rest) if part)
        self.add(words, BlockKind.HEADING if heading and not rest else BlockKind.PARAGRAPH)
        start = self.blocks[-1].span.start
        head = start + len(f"{label} ") if label else start
        self.units.append(
            Unit(
                id=id_,
                kind=kind,
                label=label,
                number=label.rstrip(".)").split()[-1] if label and label not in "-+*" else None,
                heading=heading,
                level=level,
                parent=None,
                span=Span(start, len(self.text)),
                line=len(self.blocks),
                heading_span=Span(head, head + len(heading)) if heading else None,
            )
        )
        return self

    def nested(self) -> tuple[Unit, ...]:
        """The units with their ends and parents: a unit lasts until the next one of its level or higher."""
        done = []
        for index, unit in enumerate(self.units):
            later = [other for other in self.units[index + 1 :] if other.level <= unit.level]
            end = later[0].span.start - 1 if later else len(self.text)
            before = [other for other in self.units[:index] if other.level < unit.level]
            open_ = [other for other in before if other.level == max(o.level for o in before)] if before else []
            parent = next((other.id for other in reversed(self.units[:index]) if other.level < unit.level), None)
            assert parent is None or open_ or before
            done.append(_replace_unit(unit, Span(unit.span.start, end), parent))
        return tuple(done)

    def find(self, words: str, nth: int = 0) -> Span:
        """The span of the `nth` occurrence of `words`."""
        at = -1
        for _unused in range(nth + 1):
            at = self.text.index(words, at + 1)
        return Span(at, at + len(words))

    def origins(self) -> tuple[Origin, ...]:
        """Every block stands on a line of its own."""
        return tuple(Origin(block.span.start, line) for line, block in enumerate(self.blocks, start=1))


def _replace_unit(unit: Unit, span: Span, parent: str | None) -> Unit:
    return Unit(
        unit.id,
        unit.kind,
        unit.label,
        unit.number,
        unit.heading,
        unit.level,
        parent,
        span,
        unit.line,
        unit.quoted,
        unit.heading_span,
    )


def _cite(sheet: Sheet, surface: str, nth: int = 0, **values: object) -> Citation:
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
    basis = _cite(s, "Quy định số 999-QĐ/TW ngày 05/01/2026 của Bộ Chính trị")
    law = _cite(
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
    party = _cite(
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
    article = _cite(s, "Điều 3 Quy định số 999-QĐ/TW", pinpoint=Pinpoint(article="3"), date=None, issuer=None)
    dangling = _cite(
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
    ambiguous = _cite(
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
        citations=(_cite(s, "Quy định số 999-QĐ/TW, ngày 05/01/2026 của Bộ Chính trị"),),
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
        citations=(_cite(s, "Quy định số 999-QĐ/TW", date=None, issuer=None), internal),
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


def sample_library(edition: Edition = Edition.PUBLIC) -> Library:
    """The made-up library: two public plans; the internal edition has a third document."""
    documents = {PLAN: plan(), PARTY_PLAN: party_plan()}
    if edition is Edition.INTERNAL:
        documents[INTERNAL] = internal_decision()
    entries = {id_: _entry(id_, document) for id_, document in documents.items()}
    return Library(
        edition=edition,
        entries=entries,
        works=_works(documents),
        edges=_edges(documents),
        families=(_family(documents),),
        coverage=(_coverage(documents),),
        events=_events(documents),
        guides=_guides(documents),
    )


def _entry(id_: str, document: Document) -> Entry:
    decisions = Decisions(
        received=Received(document.file.rsplit("/", 1)[-1], document.sha256, "van ban nhan duoc.md"),
        edition=Edition.INTERNAL if id_ == INTERNAL else Edition.PUBLIC,
        corrections=tuple(
            CorrectionDecision(c.original, c.replacement, 1, c.reason, c.by) for c in document.corrections
        ),
        review=Review("Biên tập viên mẫu", dt.date(2026, 3, 20), document.sha256) if id_ == PARTY_PLAN else None,
    )
    return Entry(id_, document, decisions, restricted=id_ == INTERNAL)


def _passage(id_: str, document: Document, span: Span) -> Passage:
    return Passage(id_, span, Anchors.of(document).at(span))


def _works(documents: dict[str, Document]) -> dict[str, Work]:
    cited: dict[str, list[Reference]] = {}
    for id_, document in documents.items():
        for index, citation in enumerate(document.citations):
            if citation.target and citation.kind is not CitationKind.INTERNAL:
                reference = Reference(id_, index, _passage(id_, document, citation.span))
                cited.setdefault(citation.target, []).append(reference)
    works = {id_: _held_work(id_, d, tuple(cited.get(id_, ()))) for id_, d in documents.items()}
    works[REGULATION] = Work(
        REGULATION,
        "party:quy-dinh:999-QĐ/TW:2026",
        "QĐ",
        "Quy định",
        "999-QĐ/TW",
        System.PARTY,
        "Bộ Chính trị",
        "TW",
        Level.CENTRAL,
        None,
        dt.date(2026, 1, 5),
        2026,
        "về kiểm soát việc tiếp nhận, xử lý đơn thư",
        held=False,
        cited_by=tuple(cited.get(REGULATION, ())),
    )
    works[LAW] = Work(
        LAW,
        "state:luat::2019::mau",
        None,
        "Luật",
        None,
        System.STATE,
        None,
        None,
        Level.CENTRAL,
        None,
        None,
        2019,
        "Luật Mẫu",
        held=False,
        cited_by=tuple(cited.get(LAW, ())),
    )
    return works


def _held_work(id_: str, document: Document, cited_by: tuple[Reference, ...]) -> Work:
    meta = document.metadata
    bounds = None
    if meta.date is None:
        first = _passage(id_, document, document.citations[0].span)
        bounds = DateBounds(
            dt.date(2026, 1, 5), first, dt.date(2026, 8, 31), _passage(id_, document, document.deadlines[0].span)
        )
    return Work(
        id_,
        meta.key or f"other:khong-ro:{id_}",
        meta.type,
        meta.type_name,
        meta.symbol,
        meta.system,
        meta.issuer,
        meta.issuer_id,
        meta.level,
        meta.place,
        meta.date,
        meta.date.year if meta.date else None,
        meta.title,
        held=True,
        bounds=bounds,
        cited_by=cited_by,
    )


def _edges(documents: dict[str, Document]) -> tuple[Edge, ...]:
    return tuple(
        Edge(r.kind, id_, r.target, _passage(id_, document, document.citations[r.citation].span))
        for id_, document in documents.items()
        for r in document.relations
        if r.target
    )


def _family(documents: dict[str, Document]) -> Family:
    root = dt.date(2026, 1, 5)
    members = [FamilyMember(REGULATION, None, None, 0, 0)]
    for parent, id_ in pairwise((REGULATION, PARTY_PLAN, PLAN)):
        issued = documents[id_].metadata.date
        assert issued
        members.append(FamilyMember(id_, parent, RelationKind.IMPLEMENTS, len(members), (issued - root).days))
    if INTERNAL in documents:
        members.append(FamilyMember(INTERNAL, REGULATION, RelationKind.IMPLEMENTS, 1, None))
    return Family(FAMILY, REGULATION, tuple(members))


def _coverage(documents: dict[str, Document]) -> Coverage:
    plan_duty, party_duty = documents[PLAN].duties[0], documents[PARTY_PLAN].duties[0]
    secrecy = documents[PLAN].duties[1]
    return Coverage(
        FAMILY,
        (PARTY_PLAN, PLAN),
        (
            CoverageRow(
                "Xây dựng quy chế tiếp nhận đơn thư",
                (
                    CoverageCell(
                        PARTY_PLAN,
                        _passage(PARTY_PLAN, documents[PARTY_PLAN], party_duty.span),
                        ("viec-1",),
                        "I.1",
                        1.0,
                    ),
                    CoverageCell(PLAN, _passage(PLAN, documents[PLAN], plan_duty.span), ("viec-1",), "II.1", 0.82),
                ),
            ),
            CoverageRow(
                "Công khai kết quả",
                (CoverageCell(PLAN, _passage(PLAN, documents[PLAN], secrecy.span), ("viec-2", "viec-3"), "II.2", 1.0),),
            ),
        ),
    )


def _events(documents: dict[str, Document]) -> tuple[Event, ...]:
    events = [
        Event(EventKind.ISSUED, REGULATION, False, Level.CENTRAL, None, dt.date(2026, 1, 5), families=(FAMILY,)),
        Event(EventKind.ISSUED, LAW, False, Level.CENTRAL, None, start=dt.date(2019, 1, 1), end=dt.date(2019, 12, 31)),
    ]
    for id_, document in documents.items():
        meta = document.metadata
        common = {"held": True, "level": meta.level, "place": meta.place, "families": (FAMILY,)}
        first = _passage(id_, document, document.blocks[0].span)
        if meta.date:
            events.append(Event(EventKind.ISSUED, id_, date=meta.date, passage=first, **common))  # type: ignore[arg-type]
        else:
            bounds = (dt.date(2026, 1, 5), dt.date(2026, 8, 31))
            events.append(
                Event(EventKind.ISSUED, id_, start=bounds[0], end=bounds[1], passage=first, **common)  # type: ignore[arg-type]
            )
        for deadline in document.deadlines:
            period = deadline.kind is DeadlineKind.PERIOD
            events.append(
                Event(
                    EventKind.PERIOD if period else EventKind.DEADLINE,
                    id_,
                    date=deadline.date,
                    start=deadline.from_,
                    end=deadline.to,
                    deadline=deadline.id,
                    passage=_passage(id_, document, deadline.span),
                    **common,  # type: ignore[arg-type]
                )
            )
    return tuple(events)


def _guides(documents: dict[str, Document]) -> dict[str, Guide]:
    own: dict[str, list[Assignment]] = {}
    mentions: dict[str, list[Passage]] = {}
    for id_, document in documents.items():
        for duty in document.duties:
            for index, actor in enumerate(duty.actors):
                if actor.role:
                    assignment = Assignment(id_, duty.id, index, None, _passage(id_, document, duty.span))
                    own.setdefault(actor.role, []).append(assignment)
        for mention in document.mentions:
            mentions.setdefault(mention.role, []).append(_passage(id_, document, mention.span))
    wider = {"tand": tuple(Assignment(a.document, a.duty, a.actor, "tand_tinh", a.passage) for a in own["tand_tinh"])}
    return {
        role: Guide(role, tuple(own.get(role, ())), wider.get(role, ()), tuple(mentions.get(role, ())))
        for role in sorted(own.keys() | wider.keys() | mentions.keys())
    }
