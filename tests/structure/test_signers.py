"""Who signed: one person, or all of a joint act."""

from __future__ import annotations

from build_tools.model.document import Signer
from build_tools.structure import outline
from tests.structure.fixture_files import clean_text

ACT = ["THÔNG TƯ LIÊN TỊCH", "Quy định về phối hợp", "Điều 1. Hiệu lực", "Thông tư này có hiệu lực từ ngày ký./."]


def test_all_who_signed_a_joint_act() -> None:
    tail = [
        "KT. CHÁNH ÁN",
        "TÒA ÁN NHÂN DÂN TỐI CAO",
        "PHÓ CHÁNH ÁN",
        "Nguyễn Văn An",
        "KT. BỘ TRƯỞNG BỘ CÔNG AN",
        "THỨ TRƯỞNG",
        "Trung tướng Lê Văn Bình",
        "BỘ TRƯỞNG BỘ TƯ PHÁP",
        "Trần Thị Cúc",
    ]
    metadata = outline(clean_text([*ACT, *tail])).metadata
    assert metadata.signer == Signer("Nguyễn Văn An", "PHÓ CHÁNH ÁN", "KT. CHÁNH ÁN\nTÒA ÁN NHÂN DÂN TỐI CAO")
    assert metadata.co_signers == (
        Signer("Trung tướng Lê Văn Bình", "THỨ TRƯỞNG", "KT. BỘ TRƯỞNG BỘ CÔNG AN"),
        Signer("Trần Thị Cúc", "BỘ TRƯỞNG BỘ TƯ PHÁP", None),
    )


def test_one_signer_has_no_co_signers() -> None:
    metadata = outline(clean_text([*ACT, "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Trần Thị Cúc"])).metadata
    assert metadata.signer == Signer("Trần Thị Cúc", "THỨ TRƯỞNG", "KT. BỘ TRƯỞNG")
    assert metadata.co_signers == ()


def test_a_position_in_small_letters_above_the_last_name() -> None:
    for position, signer in {
        ("Chủ tịch Quốc hội",): Signer("Lê Văn Bình", "Chủ tịch Quốc hội", None),
        ("TM. Chính phủ", "Thủ tướng"): Signer("Lê Văn Bình", "Thủ tướng", "TM. Chính phủ"),
    }.items():
        document = outline(clean_text([*ACT, *position, "Lê Văn Bình"]))
        assert document.metadata.signer == signer
        assert document.units[-1].kind == "signature"
    other = outline(clean_text([*ACT, "Chủ tịch Quốc hội", "Lê Văn Bình", "trình bày báo cáo."]))
    assert other.metadata.signer is None


def test_the_names_of_the_bodies_that_sign_together() -> None:
    tail = [
        "TÒA ÁN NHÂN DÂN TỈNH",
        "CHÁNH ÁN",
        "(Đã ký)",
        "Nguyễn Thị Thu",
        "SỞ TƯ PHÁP",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Lê Văn Hùng",
    ]
    signers = (
        Signer("Nguyễn Thị Thu", "CHÁNH ÁN", "TÒA ÁN NHÂN DÂN TỈNH"),
        Signer("Lê Văn Hùng", "PHÓ GIÁM ĐỐC", "SỞ TƯ PHÁP\nKT. GIÁM ĐỐC"),
    )
    recipients = ["Nơi nhận:", "- UBND tỉnh (b/c);", "- Lưu: VT."]
    for document in (outline(clean_text([*ACT, *tail, *recipients])), outline(clean_text([*ACT, *recipients, *tail]))):
        assert (document.metadata.signer, *document.metadata.co_signers) == signers
        assert document.metadata.recipients == ("UBND tỉnh (b/c)", "Lưu: VT")


def test_two_offices_of_one_signer() -> None:
    tail = ["T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "kiêm", "ỦY VIÊN BAN CHỈ ĐẠO", "Trần Văn Gia"]
    metadata = outline(clean_text([*ACT, "Nơi nhận:", "- Lưu.", *tail])).metadata
    assert metadata.signer == Signer("Trần Văn Gia", "CHÁNH VĂN PHÒNG kiêm ỦY VIÊN BAN CHỈ ĐẠO", "T/L BAN THƯỜNG VỤ")


def test_recipients_and_signature_read_line_by_line() -> None:
    tail = ["Nơi nhận:", "KT. GIÁM ĐỐC", "- Như trên;", "PHÓ GIÁM ĐỐC", "- UBND tỉnh;", "- Lưu: VT.", "Trần Thị Mai"]
    found = outline(clean_text([*ACT, *tail]))
    assert found.metadata.signer == Signer("Trần Thị Mai", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC")
    assert found.metadata.recipients == ("Như trên", "UBND tỉnh", "Lưu: VT")
    assert [unit.kind for unit in found.units[-2:]] == ["recipients", "signature"]


def test_a_name_beside_the_last_recipient() -> None:
    tail = ["Nơi nhận:", "GIÁM ĐỐC", "- Như trên;", "- UBND tỉnh;", "Trần Thị Mai", "- Lưu: VT."]
    found = outline(clean_text([*ACT, *tail]))
    assert found.metadata.signer == Signer("Trần Thị Mai", "GIÁM ĐỐC", None)
    assert found.metadata.recipients == ("Như trên", "UBND tỉnh", "Lưu: VT")
