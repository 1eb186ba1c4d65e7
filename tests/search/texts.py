"""Made-up passages with the words that tell a good search from a bad one."""

from __future__ import annotations

from build_tools.search import SearchPassage


def _page(path: str, document: str, *texts: str, **values: object) -> list[SearchPassage]:
    """A page and its passages `p1`, `p2` and so on."""
    url = f"van-ban/{path}.html"
    rows = [SearchPassage(url, document, "", document=document, depth=0, **values)]  # type: ignore[arg-type]
    rows += (
        SearchPassage(f"{url}#p{number}", "", text, document=document, **values)  # type: ignore[arg-type]
        for number, text in enumerate(texts, start=1)
    )
    return rows


PASSAGES = [
    *_page(
        "trung-uong/1-nd-cp-2031",
        "Nghị định 1/2031/NĐ-CP: về giám định",
        "Người giám định tư pháp phải trung thực.",
        "Cơ quan dân chính thì hành xử ôn hòa khi án sự đã rõ.",
        "Công tác thi hành án dân sự do cơ quan thi hành án dân sự tỉnh thực hiện.",
        "Hòa giải viên chủ trì buổi hoà giải tại cơ sở.",
        "Đính chính: tổ tụng là lỗi đánh máy.",
        "Bảo đảm hoạt động tố tụng đúng pháp luật.",
        "Họp bàn về đồng thuận, lao công và động viên.",
        "Ký kết hợp đồng lao động với người làm công việc lâu dài, ổn định và có thu nhập đều đặn hằng tháng.",
        "Hợp nhất các nhóm đồng phục; động tác lao nhanh.",
        "Hội nghị " * 300 + "kết thúc đúng giờ.",
        symbol="1/2031/NĐ-CP",
        type_name="Nghị định",
        kind="Nghị định",
        place="",
    ),
    *_page(
        "lam-dong/88-qd-ubnd-2031",
        "Quyết định 88/QĐ-UBND",
        "Thực hiện Quyết định số 88/QĐ-UBND và Quy định 131-QĐi/TW của Bộ Chính trị.",
        "<img src=x onerror=\"document.title='bad'\"> <script>document.title='bad'</script> quá nguy hiểm & lạ",
        "Nội dung dài. " * 60 + "Từ khóa xyzzy nằm ở cuối đoạn dài này." + " Phần sau." * 60,
        symbol="88/QĐ-UBND",
        type_name="Quyết định",
        kind="Quyết định",
        place="Lâm Đồng",
    ),
    *_page(
        "lam-dong/88-kh-ubnd-2031",
        "Kế hoạch 88/KH-UBND",
        "Kế hoạch thực hiện việc khác.",
        symbol="88/KH-UBND",
        type_name="Kế hoạch",
        kind="Kế hoạch",
        place="Lâm Đồng",
    ),
    *_page(
        "trung-uong/131-qd-tw-2031",
        "Quy định 131-QĐ/TW",
        held=False,
        symbol="131-QĐ/TW",
        type_name="Quy định",
        kind="Quy định",
    ),
    SearchPassage(
        "vai-tro/thads-tinh.html",
        "Thi hành án dân sự tỉnh",
        "",
        document="Thi hành án dân sự tỉnh",
        kind="Vai trò",
        depth=0,
    ),
    SearchPassage(
        "van-ban/trung-uong/2-tt-btp-2031.html",
        "Thông tư 2/2031/TT-BTP",
        "",
        document="Thông tư 2/2031/TT-BTP",
        symbol="2/2031/TT-BTP",
        type_name="Thông tư",
        kind="Thông tư",
        depth=0,
    ),
    SearchPassage(
        "van-ban/trung-uong/2-tt-btp-2031.html#dieu-1",
        "Điều 1",
        "Căn cứ Quyết định của Ủy ban nhân dân tỉnh.",
        document="Thông tư 2/2031/TT-BTP",
        kind="Thông tư",
        cites=("88/QĐ-UBND",),
    ),
    SearchPassage(
        "van-ban/trung-uong/2-tt-btp-2031.html#dieu-2",
        "Điều 2. Trách nhiệm của công chứng viên",
        "",
        document="Thông tư 2/2031/TT-BTP",
        kind="Thông tư",
    ),
    SearchPassage(
        "van-ban/trung-uong/2-tt-btp-2031.html#dieu-2.diem-a",
        "Điều 2, điểm a",
        "Giữ bí mật hồ sơ.",
        document="Thông tư 2/2031/TT-BTP",
        kind="Thông tư",
        depth=2,
    ),
]
