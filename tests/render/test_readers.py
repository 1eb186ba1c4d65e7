"""What a reader of a guide or a family's page meets: his own line, his own assignment, a ban that is no task."""

from __future__ import annotations

import csv
import io

import msgspec
import pytest

from build_tools.model.library import Library
from build_tools.render import home
from build_tools.render.exports import role_items, tables
from build_tools.render.family_matrix import rows
from build_tools.render.family_page import pages as families
from build_tools.render.guide_items import Item, contents
from build_tools.render.guide_views import Views
from build_tools.render.guides import days, pages
from build_tools.resolve.guides import groups_of
from tests.render.shelf import context_of, library_of

PLAN = """ỦY BAN NHÂN DÂN TỈNH SƠN LA
Số: 45/KH-UBND
Sơn La, ngày 02 tháng 3 năm 2026
KẾ HOẠCH
Thực hiện Quy định số 999-QĐ/TW ngày 27/10/2025 của Bộ Chính trị về kiểm soát quyền lực
I. NHIỆM VỤ HOÀN THÀNH TRONG NĂM 2026
1. Tuyên truyền Quy định số 999-QĐ/TW đến các cơ quan, đơn vị trên địa bàn tỉnh.
- Trách nhiệm thực hiện: Sở Tài chính.
- Trách nhiệm phối hợp: Sở Tư pháp, Công an tỉnh.
- Thời gian thực hiện: Trước ngày 05/8/2026.
2. Rà soát quy chế làm việc, quy trình nghiệp vụ.
- Trách nhiệm thực hiện: Các cơ quan thi hành án dân sự.
II. NHIỆM VỤ CỤ THỂ
1. Nâng cao chất lượng phối hợp giữa các cơ quan bảo vệ pháp luật
Giao Công an tỉnh duy trì, thực hiện tốt các quy định phối hợp liên ngành. Bảo đảm việc phối hợp nền nếp.
2. Đối với đoàn thanh tra
2.1. Thành viên đoàn
- Chấp hành nghiêm quy định về hoạt động thanh tra.
- Không nhận quà của đối tượng thanh tra.
2.2. Trưởng đoàn
Trưởng đoàn chịu trách nhiệm trước thủ trưởng cơ quan ra quyết định thanh tra về:
- Việc điều hành hoạt động của đoàn theo quy định.
3. Đối với cán bộ, công chức, viên chức
Nghiêm cấm các hành vi:
- Can thiệp trái quy định vào hoạt động thanh tra.
- Từ ngày 05/4/2026 đến 08/4/2026: Thanh tra tỉnh tổ chức tập huấn nghiệp vụ cho cán bộ thanh tra.
4. Đối với cơ quan bị thanh tra
- Bảo vệ và khen thưởng kịp thời người phản ánh, tố cáo đúng hành vi vi phạm.
* Thanh tra tỉnh triển khai thực hiện thường xuyên, hằng năm.
5. Thực hiện công tác tự phê bình và phê bình
Các cơ quan thực hiện tốt công tác tự phê bình; nghiêm cấm việc lợi dụng phê bình để trù dập, hạ thấp uy tín cá nhân.
Phân công thực hiện: Công an tỉnh thực hiện (thực hiện thường xuyên).
III. TỔ CHỨC THỰC HIỆN
1. Thủ trưởng các cơ quan, đơn vị tổ chức quán triệt Kế hoạch này.
2. Sở Tư pháp chủ trì theo dõi, đôn đốc việc thực hiện Kế hoạch này.
3. Chấp hành viên được bảo đảm tính độc lập trong hoạt động nghiệp vụ.
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return library_of(son_la__45_kh=PLAN)


def items(library: Library, role: str) -> list[Item]:
    found = contents(library.guides[role], context_of(library).task)
    return list(found.items())


def assigned(library: Library, role: str, beginning: str) -> str:
    views = Views(context_of(library), f"vai-tro/{role}.md")
    (item,) = [item for item in items(library, role) if item.task.quote.startswith(beginning)]
    return str(views.assigned(item))


def test_of_several_lines_that_assign_a_task_a_reader_sees_his_own(library: Library) -> None:
    assert assigned(library, "so_tai_chinh", "Tuyên truyền") == "Trách nhiệm thực hiện: Sở Tài chính."
    assert assigned(library, "so_tu_phap", "Tuyên truyền") == "Trách nhiệm phối hợp: Sở Tư pháp, Công an tỉnh."


def test_a_line_that_assigns_a_task_is_no_other_passage(library: Library) -> None:
    assert library.guides["so_tu_phap"].mentions == ()
    assert library.guides["truong_doan"].mentions == ()  # the heading of its own items


def test_a_head_reads_his_tasks_through_his_body(library: Library) -> None:
    heads = [item for item in items(library, "so_tu_phap") if item.via == "thu_truong"]
    assert [item.task.where for item in heads] == ["mục III.1"]


def test_an_officer_is_not_charged_with_what_his_body_is(library: Library) -> None:
    assert any(item.task.where == "mục I.2" for item in items(library, "co_quan_thads"))
    assert all(item.task.where != "mục I.2" for item in items(library, "chap_hanh_vien"))
    assert "co_quan_thads" not in groups_of("chap_hanh_vien")
    assert "cong_chuc_vien_chuc" in groups_of("chap_hanh_vien")


def test_the_head_of_a_team_is_one_of_its_members(library: Library) -> None:
    through = {item.via for item in items(library, "truong_doan")}
    assert "thanh_vien_doan" in through


def test_the_line_of_an_item_of_a_list_says_what_the_list_is(library: Library) -> None:
    (liable,) = [item for item in items(library, "truong_doan") if item.via is None]
    assert liable.line == (
        "… chịu trách nhiệm trước thủ trưởng cơ quan ra quyết định thanh tra về: "
        "Việc điều hành hoạt động của đoàn theo quy định"
    )
    (banned,) = items(library, "cong_chuc_vien_chuc")
    assert banned.line == "Nghiêm cấm các hành vi: Can thiệp trái quy định vào hoạt động thanh tra"


def test_who_is_told_to_put_a_whole_part_to_work_reads_that_and_not_its_first_item(library: Library) -> None:
    (item,) = [item for item in items(library, "thanh_tra_tinh") if item.task.where == "mục II.4"]
    line = "Đối với cơ quan bị thanh tra: Thanh tra tỉnh triển khai thực hiện thường xuyên, hằng năm"
    assert item.line == line
    found = rows(context_of(library), library.coverage[0], library.coverage[0].documents)
    assert line in [row.task for row in found]


def test_the_foot_of_a_guide_leads_to_those_who_belong_to_it_and_to_whom_it_belongs(library: Library) -> None:
    ctx = context_of(library)
    team = next(page for page in pages(library, ctx) if page.path == "vai-tro/doan-thanh-tra.md")
    assert '<a href="truong-doan.html">Trưởng đoàn</a> (1)' in team.body
    officer = next(page for page in pages(library, ctx) if page.path == "vai-tro/chap-hanh-vien.md")
    assert '<a href="co-quan-thads.html">Các cơ quan thi hành án dân sự</a> (1)' in officer.body


def test_what_is_not_said_of_a_role_itself_leads_to_what_is_said_in_common(library: Library) -> None:
    head = next(page for page in pages(library, context_of(library)) if page.path == "vai-tro/truong-doan.md")
    assert 'Không được làm (nêu chung: <a href="thanh-vien-doan.html">Thành viên đoàn</a> (1))' in head.body


def test_a_ban_within_a_task_is_not_said_to_be_missing(library: Library) -> None:
    ctx = context_of(library)
    shown = {page.path: page.body for page in pages(library, ctx)}
    police = shown["vai-tro/cong-an-tinh.md"]
    assert 'trong việc được giao: <a href="../van-ban/son-la/45-kh.html#ii.5--2">' in " ".join(police.split())
    assert "không nêu riêng cho vai trò này về: Chịu trách nhiệm" in police
    assert "trong việc được giao:" not in shown["vai-tro/so-tai-chinh.md"]


def test_a_heading_does_not_stand_for_the_second_sentence_under_it(library: Library) -> None:
    lines = [item.line for item in items(library, "cong_an_tinh") if item.task.where == "mục II.1"]
    assert lines == [
        "… duy trì, thực hiện tốt các quy định phối hợp liên ngành",
        "Bảo đảm việc phối hợp nền nếp",
    ]


def test_a_day_that_is_computed_stands_behind_the_words_of_the_text(library: Library) -> None:
    views = Views(context_of(library), "vai-tro/a.md")
    times = {item.task.where: views.when(item.task) for item in items(library, "co_quan_thads")}
    assert times == {"mục I.2": "trong năm 2026 (chậm nhất ngày 31/12/2026)"}


def test_what_must_not_be_done_is_no_task_of_the_matrix(library: Library) -> None:
    found = rows(context_of(library), library.coverage[0], library.coverage[0].documents)
    kinds = {row.task: row.kind for row in found}
    assert kinds["Can thiệp trái quy định vào hoạt động thanh tra"] == "điều cấm"
    assert kinds["Việc điều hành hoạt động của đoàn theo quy định"] == "trách nhiệm"
    (banned,) = [row for row in found if row.kind == "điều cấm" and row.task.startswith("Can thiệp")]
    ((cell,),) = banned.cells.values()
    assert [one.capacities for one in cell.who] == [()]


def test_a_day_before_a_colon_is_no_task_of_the_matrix(library: Library) -> None:
    found = rows(context_of(library), library.coverage[0], library.coverage[0].documents)
    assert [row.task for row in found if row.task.startswith("Từ ngày")] == [
        "Từ ngày 05/4/2026 đến 08/4/2026: Thanh tra tỉnh tổ chức tập huấn nghiệp vụ cho cán bộ thanh tra"
    ]


def test_an_addressee_is_no_task_of_the_matrix(library: Library) -> None:
    found = rows(context_of(library), library.coverage[0], library.coverage[0].documents)
    starts = ("Đối với đoàn", "Đối với cán bộ", "Thành viên", "Trưởng đoàn")
    assert not [row.task for row in found if row.task.startswith(starts)]


DECREE = """CHÍNH PHỦ
Số: 12/NQ-CP
Hà Nội, ngày 02 tháng 3 năm 2026
NGHỊ QUYẾT
Về một số nhiệm vụ
1. Bộ Xây dựng phối hợp với các địa phương theo dõi thị trường vật liệu, báo cáo trước ngày 10 tháng 5 năm 2026.
2. Các địa phương rà soát quỹ đất, hoàn thành trước ngày 20 tháng 6 năm 2026.
3. Ủy ban nhân dân cấp xã công khai giá vật liệu trên địa bàn.
4. Thủ trưởng cơ quan ngang bộ báo cáo kết quả với Thủ tướng Chính phủ trước ngày 25 tháng 6 năm 2026.
5. Bộ Y tế chủ trì, phối hợp với các địa phương:
a) Rà soát mạng lưới trạm y tế xã, hoàn thành trước ngày 15 tháng 6 năm 2026.
6. Thủ trưởng các đơn vị có liên quan chịu trách nhiệm thi hành Nghị quyết này.
7. Đề nghị các cơ quan, đơn vị được phân bổ vốn đầu tư công gửi kết quả giải ngân hằng tháng về Bộ Tài chính.
"""


@pytest.fixture(scope="module")
def central() -> Library:
    return library_of(trung_uong__12_nq_cp=DECREE)


def test_what_another_does_together_with_a_wide_group_is_no_deadline_of_its_members(central: Library) -> None:
    ctx = context_of(central)
    found = contents(central.guides["ubnd_xa"], ctx.task)
    assert [item.task.where for item in found.items() if item.partner] == ["mục 1", "mục 5.a"]
    assert [day for day, _when, _items in days(found)] == ["2026-06-19"]
    assert (found.through_groups(), found.partnered()) == (2, 2)
    assert {item.task.duty.id for item in role_items(ctx, central.guides["ubnd_xa"])} == {
        item.task.duty.id for item in found.items() if not item.partner
    }


def test_the_table_of_a_role_holds_what_its_guide_charges_it_with(central: Library) -> None:
    ctx = context_of(central)
    files = {file.path: file.content for file in tables(central, ctx)}
    rows_of = csv.DictReader(io.StringIO(files["du-lieu/vai-tro/ubnd-xa.csv"].decode("utf-8-sig")))
    assert [(row["unit"], row["role"]) for row in rows_of] == [
        ("mục 3", "ubnd_xa"),
        ("mục 2", "co_quan_don_vi_dia_phuong"),
        ("mục 7", "co_quan_don_vi_dia_phuong"),
    ]


def test_heads_of_central_bodies_are_no_heads_of_others(central: Library) -> None:
    assert any(item.task.where == "mục 4" for item in items(central, "thu_truong"))
    assert all(item.via != "thu_truong" for item in items(central, "ubnd_xa"))


def test_a_line_does_not_begin_behind_half_of_a_name(central: Library) -> None:
    lines = [item.line for item in items(central, "co_quan_don_vi_dia_phuong") if item.task.where == "mục 7"]
    assert [line[:40] for line in lines] == ["Đề nghị các cơ quan, đơn vị được phân bổ"]


def test_what_a_news_summary_tells_of_makes_nobody_a_reader_of_the_first_rank(library: Library) -> None:
    (id_,) = library.entries
    entry = library.entries[id_]
    told = [
        msgspec.structs.replace(duty, reported=all(actor.role != "thanh_tra_tinh" for actor in duty.actors))
        for duty in entry.document.duties
    ]
    document = msgspec.structs.replace(entry.document, duties=tuple(told))
    entries = {id_: msgspec.structs.replace(entry, document=document)}
    choice = home._choice(context_of(msgspec.structs.replace(library, entries=entries)))
    assert choice[0] == "thanh_tra_tinh"


def test_a_family_names_what_puts_its_root_to_work_without_a_number() -> None:
    told = PLAN.replace(
        "I. NHIỆM VỤ HOÀN THÀNH",
        "Thực hiện Kế hoạch của Thủ tướng Chính phủ triển khai thực hiện Quy định số 999-QĐ/TW, Ủy ban nhân dân tỉnh "
        "ban hành Kế hoạch như sau:\nI. NHIỆM VỤ HOÀN THÀNH",
    )
    library = library_of(son_la__45_kh=told)
    (one,) = library.unnumbered
    assert (one.type_name, one.issuer) == ("Kế hoạch", "Thủ tướng Chính phủ")
    page = next(page for page in families(library, context_of(library)) if page.path == "nhom/999-qd-tw.md")
    assert "Kế hoạch của Thủ tướng Chính phủ" in page.body
    assert library_of(son_la__45_kh=PLAN).unnumbered == ()
