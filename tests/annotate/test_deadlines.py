from __future__ import annotations

from typing import Any

import pytest

from build_tools.annotate.deadline_beginnings import BEGINNINGS
from build_tools.annotate.deadline_found import Anchor
from build_tools.annotate.deadline_phases import RULE as PHASES
from build_tools.annotate.deadline_readers import READERS
from build_tools.annotate.deadline_rules import FORMS, Form
from build_tools.annotate.deadlines import find_deadlines, read_limits, read_phrase
from build_tools.data.rows import DeadlinePhrase
from build_tools.data.tables import deadline_phrases
from build_tools.grammar.dates import parse_date
from build_tools.model.duty import Deadline, DeadlineKind
from tests.annotate.beginnings import first_words
from tests.annotate.reading import read_text
from tests.work import ends, grows_with

PHRASES = deadline_phrases()


def normalised(limit: Deadline) -> str:
    """A time limit as the table of phrases writes it."""
    if limit.recurrence:
        return f"R/{limit.recurrence}" if limit.kind is DeadlineKind.STANDING else limit.recurrence
    if limit.from_ or limit.to:
        return f"{limit.from_ or ''}/{limit.to or ''}"
    return limit.date.isoformat() if limit.date else ""


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row.id)
def test_each_phrase_is_read_by_its_own_rule(row: DeadlinePhrase) -> None:
    found = read_phrase(row.phrase)
    if row.kind == "none":
        assert found is None
        return
    assert found is not None
    rule, limit = found
    assert (rule, str(limit.kind), normalised(limit)) == (row.id, row.kind, row.normalised)
    assert limit.exclusive == (row.qualifier == "before" and limit.kind in (DeadlineKind.DATE, DeadlineKind.YEARLY))


def test_rules_and_rows_belong_together() -> None:
    ids = [row.id for row in PHRASES]
    assert len(ids) == len(set(ids))
    assert {form.id for form in FORMS} == READERS.keys()
    assert READERS.keys() | {PHASES} == {row.id for row in PHRASES if row.kind != "none"}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_form_is_tried_wherever_it_can_begin(form: Form) -> None:
    words = {word for pattern in form.patterns for word in first_words(pattern)}
    assert words
    for word in words:
        known = any(word.startswith(beginning) for beginning in BEGINNINGS[form.id])
        assert known, f"{form.id} can begin with {word!r}: add it to deadline_beginnings"


def test_forms_are_tried_at_any_spelling_and_behind_a_tab() -> None:
    for phrase in ("TRƯỚC NGÀY 15/7/2026", "ngày15 Trước ngày 15/7/2026", "việc\ttháng 7/2026", "6 tháng một lần"):
        assert read_phrase(phrase) is not None, phrase


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoàn thành trước ngày 05/8/2025", "2025-08-05"),
        ("hoàn thành trước 15/7/2026", "2026-07-15"),
        ("trước 17 giờ 00 ngày 01/02/2026", "2026-02-01"),
        ("chậm nhất là ngày 08 tháng 02 năm 2026", "2026-02-08"),
        ("Trước ngày 25-11-2017", "2017-11-25"),
        ("xong trước ngày 31/12/2026", "2026-12-31"),
        ("từ ngày 02/2 đến ngày 03/2/2026", "2026-02-02/2026-02-03"),
        ("từ ngày 17/12/2025 đến 17 giờ 00, ngày 01/02/2026", "2025-12-17/2026-02-01"),
        ("Thời gian thực hiện: Tháng 7/2026", "2026-07-01/2026-07-31"),
        ("Thời gian thực hiện: Quý IV năm 2026", "2026-10-01/2026-12-31"),
        ("trong quý 3 năm 2025", "2025-07-01/2025-09-30"),
        ("hoàn thành trong tháng 02 năm 2028", "2028-02-01/2028-02-29"),
        ("trước ngày 15 tháng 11 hàng năm", "--11-15"),
        ("trong thời hạn 05 ngày kể từ ngày 28/12/2025", "/2026-01-02"),
        ("trong thời hạn 05 ngày làm việc kể từ ngày 28/12/2025", ""),
        ("định kỳ hằng tháng báo cáo", "P1M"),
        ("thực hiện từ 04-08/02/2026", "2026-02-04/2026-02-08"),
        ("từ ngày 04 đến ngày 08 tháng 02 năm 2026", "2026-02-04/2026-02-08"),
        ("từ ngày 28/12/2025 - 05/01/2026", "2025-12-28/2026-01-05"),
        ("trước 17 giờ 00 phút, ngày 14/3/2026", "2026-03-14"),
        ("từ nay đến hết ngày 31/12/2026", "2026-12-31"),
        ("tổ chức vào ngày 15/7/2026", "2026-07-15"),
        ("trước ngày 30 tháng 4 hàng năm", "--04-30"),
        ("gửi báo cáo năm trước ngày 20 tháng 01 năm sau", "--01-20"),
        ("Báo cáo 06 tháng gửi trước ngày 20 tháng 6", "--06-20"),
        ("hàng quý, trước ngày 17 các tháng 3, 6, 9", "P3M"),
        ("báo cáo trước ngày 05 tháng sau", "---05"),
        ("ít nhất 05 ngày làm việc trước ngày họp", ""),
        ("trong 24 giờ kể từ khi nhận được tin", ""),
        ("trình Thủ tướng Chính phủ ban hành trước ngày 15 tháng 5 năm 2026", "2026-05-15"),
        ("Bảo hiểm xã hội Việt Nam hằng năm tổng hợp", "P1Y"),
        ("06 tháng một lần", "P6M"),
        ("Cấp có thẩm quyền\nNăm 2026\n6", "2026-01-01/2026-12-31"),
        ("Nghị định\nTháng 4/2026\n6", "2026-04-01/2026-04-30"),
        ("Nghị định\nQuý\nII/2026\n(theo yêu cầu về biên chế giai đoạn 2026 - 2031)", "2026-04-01/2026-06-30"),
        ("Văn bản\nNăm\n2026 (sau khi Chính phủ ban hành", "2026-01-01/2026-12-31"),
        ("Định kỳ ngày 15 tháng cuối quý tổ chức giao ban", "P3M"),
        ("báo cáo định kỳ 6 tháng, hằng năm (theo Mẫu số 01)", "P6M"),
        ("báo cáo vào tháng 6, tháng 12 hằng năm", "P6M"),
        ("vào tháng 11 hằng năm, xã lập kế hoạch", "--11-30"),
        ("điều chỉnh dự toán trước ngày 15 tháng 11 năm hiện hành", "--11-15"),
        ("báo cáo chứng chỉ đã cấp trước ngày 15 tháng 01 của năm tiếp theo", "--01-15"),
        ("kiểm tra 01 lần/quý", "P3M"),
        ("tổ chức mỗi năm một lần", "P1Y"),
        ("tiếp công dân ít nhất 02 lần trong tháng", "P1M"),
        ("thông báo trước 30 ngày cho Ủy ban nhân dân cấp tỉnh", ""),
        ("Trước khi hết nhiệm kỳ 03 (ba) tháng, chủ tịch lập hồ sơ", ""),
        ("Trước ngày thực hiện đánh giá cấp thẻ giám định viên ít nhất 05 ngày làm việc", ""),
        ("chậm nhất trong phạm vi 07 ngày làm việc kể từ ngày nhận hồ sơ", ""),
        ("trường hợp đã có quyết định thì giao chậm nhất là 10 ngày", ""),
        ("trả lời tính đầy đủ của hồ sơ trong 03 (ba) ngày làm việc kể từ ngày nhận hồ sơ", ""),
        ("chuyển hồ sơ ngay trong ngày", ""),
        ("Trong ngày làm việc, cơ quan tiếp nhận chuyển hồ sơ", ""),
        ("Ngay khi phát hiện sự việc, đơn vị lập biên bản", ""),
        ("Thời gian hoàn thành: Quý 4-2026", "2026-10-01/2026-12-31"),
        ("Thời gian tổ chức: Dự kiến tháng 8/2026", "2026-08-01/2026-08-31"),
        ("Thời gian: Từ 08h00 ngày 19/8/2026", "2026-08-19/"),
        ("gửi về xã trước 16h30’ ngày 15/7/2026", "2026-07-15"),
        ("Thời gian: Từ khi ban hành Kế hoạch đến hết năm 2026", "2026-01-01/2026-12-31"),
        ("tham mưu Chính phủ quy định về tổ chức thôn để ban hành trước ngày 26/5/2026", "2026-05-26"),
        ("báo cáo đột xuất, định kỳ hoặc hằng năm", "P1Y"),
        ("Cung cấp dữ liệu chính xác theo yêu cầu của cấp có thẩm quyền", ""),
        ("báo cáo đột xuất khi có chỉ đạo", ""),
        ("hoàn thành trước tháng 6 hằng năm", "--05-31"),
        ("xong trước tháng 01 hằng năm", "--12-31"),
        ("rà soát trước quý III hằng năm", "--06-30"),
        ("khóa sổ vào cuối mỗi tháng", "P1M"),
        ("hoàn thành cơ bản năm 2027", "2027-01-01/2027-12-31"),
        ("Đến 2030, hoàn thành việc triển khai", "/2030-12-31"),
        ("Thời gian thực hiện: Năm 2026, 2027", "2026-01-01/2027-12-31"),
        ("Thời gian thực hiện: Trong 02 năm 2026 - 2027", "2026-01-01/2027-12-31"),
        ("Thời điểm báo cáo: ngày 15 tháng cuối quý", "P3M"),
    ],
)
def test_relatives_of_the_phrases(text: str, expected: str) -> None:
    found = read_phrase(text)
    assert found is not None
    assert normalised(found[1]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Quy định số 132-QĐ/TW ngày 27/10/2023 của Bộ Chính trị",
        "thực hiện Chương trình mục tiêu quốc gia giai đoạn 2026 - 2030",
        "bầu cử đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031",
        "Chiến lược công tác dân tộc đến năm 2030",
        "có hiệu lực thi hành kể từ ngày 01/7/2026",
        "hồ sơ đã nộp trước ngày 01/7/2026",
        "hoàn thành trước ngày 30/02/2026",
        "hoàn thành trong tháng 13/2026",
        "trong thời gian tới",
        "định kỳ theo quy định",
        "hoàn thành trong quý V/2026",
        "có hiệu lực từ ngày 01/7/2025 đến hết ngày 31/12/2025",
        "phải xác định đây là nhiệm vụ thường xuyên",
        "số ngày nghỉ hằng năm của người lao động",
        "kế hoạch 5 năm và hằng năm thực hiện",
        "tính đến hết ngày 30/6/2026",
        "kiểm tra định kỳ và đột xuất",
        "các báo cáo khác theo yêu cầu của Bộ Nội vụ",
        "dừng xem xét hồ sơ trước ngày bầu cử 10 ngày",
        "công chức thường xuyên phải đi công tác",
        "Trong thời gian 05 năm tính đến thời điểm thành lập đoàn",
        "được bảo lưu mức phụ cấp trong thời gian tối đa 12 tháng",
        "đề xuất biên chế của hệ thống hành chính nhà nước giai đoạn 2026 - 2031",
        "Báo cáo đánh giá đầu kỳ, kết thúc và hằng năm, đột xuất",
        "nghỉ trước khi sinh không quá 02 tháng",
        "được thành lập vào năm 2020",
        "Kết quả\nNăm 2025 đã thực hiện 12 cuộc",
        "tính tiền đến trước ngày thay đổi mức lương cơ sở trong năm đã đủ hoặc vượt quá 6 tháng lương cơ sở",
        "giữ người trước khi có yêu cầu dẫn độ",
        "xây dựng Báo cáo giám sát 6 tháng, hằng năm (Mẫu số 01)",
        "Cung cấp dịch vụ theo yêu cầu của bên sử dụng dịch vụ",
        "lấy mẫu xét nghiệm theo yêu cầu của cơ quan kiểm dịch",
        "trích 1% tính trên số tiền đóng bảo hiểm hằng tháng cho người lao động",
    ],
)
def test_no_limit(text: str) -> None:
    assert read_phrase(text) is None


def test_limits_of_a_document() -> None:
    text = (
        "KẾ HOẠCH\nvề công tác năm 2026\nI. NHIỆM VỤ HOÀN THÀNH TRONG NĂM 2026\n"
        "1. Rà soát quy chế trước ngày 10/7/2026.\n2. Duy trì thường xuyên.\nNơi nhận:\n- Lưu VT trước ngày 01/01/2027."
    )
    clean, outlined = read_text(text)
    found = find_deadlines(clean, outlined)
    assert [(limit.id, limit.span.of(clean.text)) for limit in found] == [
        ("han-1", "TRONG NĂM 2026"),
        ("han-2", "trước ngày 10/7/2026"),
        ("han-3", "Duy trì thường xuyên"),
    ]


PLAN = "KẾ HOẠCH\n{title}\nI. NHIỆM VỤ\n1. Sở Tư pháp {text}."


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("hoàn thành trong tháng 7", "Công tác tư pháp năm 2026", "2026-07-01/2026-07-31"),
        ("tổ chức trong Quý III", "Công tác tư pháp năm 2026", "2026-07-01/2026-09-30"),
        ("tổng kết trong 6 tháng đầu năm", "Công tác tư pháp năm 2026", "2026-01-01/2026-06-30"),
        ("báo cáo trước ngày 15/7", "Công tác tư pháp năm 2026", "2026-07-15"),
        ("tổ chức từ ngày 15/5 đến ngày 30/5", "Công tác tư pháp năm 2026", "2026-05-15/2026-05-30"),
        ("thống kê trong tháng 3 và tháng 9", "Công tác tư pháp năm 2026", "2026-03-01/2026-09-30"),
        ("định kỳ 6 tháng báo cáo trước ngày 15/6", "Công tác tư pháp năm 2026", "--06-15"),
        ("hoàn thành trong tháng 7", "Công tác tư pháp giai đoạn 2026 - 2030", ""),
        ("hoàn thành trong tháng 7", "Thực hiện Nghị quyết ngày 05 tháng 3 năm 2024 của Quốc hội", ""),
    ],
)
def test_a_limit_without_a_year_falls_in_the_year_of_the_title(text: str, title: str, expected: str) -> None:
    clean, outlined = read_text(PLAN.format(title=title, text=text))
    assert normalised(find_deadlines(clean, outlined)[-1]) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("03 tháng 5 năm 2026", "2026-07-15"), ("03 tháng 8 năm 2026", "")],
)
def test_a_limit_without_a_year_falls_in_the_year_of_the_date_when_not_before_it(day: str, expected: str) -> None:
    anchor = Anchor(since=parse_date(day))
    found = read_phrase("báo cáo trước ngày 15/7", anchor)
    assert found is not None
    assert normalised(found[1]) == expected


@pytest.mark.parametrize(
    ("text", "exclusive"), [("trước ngày 20 hằng tháng", True), ("chậm nhất ngày 05 tháng sau", False)]
)
def test_only_before_a_day_leaves_it_out(text: str, exclusive: object) -> None:
    found = read_phrase(text)
    assert found is not None
    assert found[1].exclusive is exclusive


def test_a_day_alone_is_of_every_month_where_the_sentence_says_so() -> None:
    text = "Hằng tháng báo cáo tiến độ, gửi Sở Tài chính trước ngày 25 để tổng hợp. Họp trước ngày 20"
    clean, outlined = read_text(PLAN.format(title="Công tác năm 2026", text=text))
    assert [normalised(limit) for limit in find_deadlines(clean, outlined)] == ["P1M", "---25"]


@pytest.mark.parametrize(
    "text",
    [
        "xong trước ngày 30/02/2026",
        "xong trong quý V/2026",
        "trong tháng 13 hằng năm",
        "quý V hằng năm",
        "xong trong tháng 13/2026",
        "trước ngày 31/4",
    ],
)
def test_an_impossible_limit_is_reported_and_gives_no_day(text: str) -> None:
    clean, outlined = read_text(PLAN.format(title="Công tác năm 2026", text=text))
    limits, found = read_limits(clean, outlined)
    assert [(item.code, item.line) for item in found] == [("impossible-deadline", 4)]
    assert limits == ()


def test_time_grows_with_the_text() -> None:
    text = "Trước ngày 10/7/2026, các sở, ban, ngành báo cáo; định kỳ hằng năm, trong thời hạn. "

    def read(times: int) -> tuple[Any, ...]:
        return read_text(f"KẾ HOẠCH\nvề công tác\nI. NHIỆM VỤ\n1. {text * times}")

    assert grows_with(lambda found: find_deadlines(*found), read(50), read(500), times=10)
    with ends():
        find_deadlines(*read(2_000))
