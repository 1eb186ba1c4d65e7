from __future__ import annotations

import csv
import datetime as dt
import re
from pathlib import Path

import pytest

from build_tools.annotate.roles import find_names, find_roles, lookup
from build_tools.data.rows import Role, RoleGroupWord
from build_tools.data.tables import (
    bearer_heads,
    role_abbreviations,
    role_group_words,
    roles,
    split_list,
    task_verbs,
)
from build_tools.model.duty import Capacity
from tests.annotate.reading import read_text

ROLES = {role.id: role for role in roles()}
NAMES = [
    (role.id, re.sub(r"^[Cc]ác ", "", name))
    for role in roles()
    for name in (role.name_vi, *split_list(role.aliases))
    if " / " not in name
]


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.role, mention.span.of(text)) for mention in find_names(text)]


def test_ids_are_unique() -> None:
    assert len(ROLES) == len(roles())


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_the_example_of_a_role_names_it(role: Role) -> None:
    assert role.id in {id_ for id_, _words in found(role.example)}


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.id)
def test_the_row_of_a_role_holds_together(role: Role) -> None:
    assert set(split_list(role.parents)) <= ROLES.keys() - {role.id}
    assert role.match in ("", "case")
    days = [dt.date.fromisoformat(day) for day in (role.valid_from, role.valid_until) if day]
    assert days == sorted(days)


def test_no_role_belongs_to_itself() -> None:
    for role in roles():
        groups = list(split_list(role.parents))
        for group in groups:
            groups += [parent for parent in split_list(ROLES[group].parents) if parent not in groups]
        assert role.id not in groups


def test_every_name_is_found_whole_and_means_its_role() -> None:
    wrong = {name: found(f"Giao {name} thực hiện.") for role, name in NAMES}
    assert {name: hits for name, hits in wrong.items() if not hits} == {}
    for role, name in NAMES:
        hits = wrong[name]
        assert (hits[0][0], hits[0][1].lower()) == (role, name.lower())


def test_no_name_is_found_inside_a_word() -> None:
    for _role, name in NAMES:
        assert not any(name.lower() == words.lower() for _id, words in found(f"Giao x{name}x thực hiện."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("theo Luật Luật sư", []),
        ("Đoàn Luật sư tỉnh", ["doan_luat_su"]),
        ("đội ngũ luật sư, công chứng", ["luat_su"]),
        ("Luật Thanh tra, Luật Công chứng", []),
        ("Văn phòng thi hành án dân sự", ["van_phong_thads"]),
        ("Thi hành án dân sự thành phố", ["thads_tinh"]),
        ("các cơ quan THADS", ["co_quan_thads"]),
        ("niềm tin của nhân dân", []),
        ("ý kiến của Nhân dân", ["nhan_dan"]),
        ("Ủy ban nhân dân cấp giấy phép", ["ubnd"]),
        ("UBND các xã, phường, đặc khu", ["ubnd_xa"]),
        ("Uỷ ban nhân dân các cấp", ["ubnd_cac_cap"]),
        ("Ban Thường trực UBMTTQ xã", ["mttq_xa"]),
        ("Văn phòng HĐND-UBND xã", ["van_phong_hdnd_ubnd_xa"]),
        ("Toà án nhân dân thành phố", ["tand_tinh"]),
        ("Đảng ủy Viện Kiểm sát nhân dân tỉnh", ["dang_uy_vksnd_tinh"]),
        ("Thủ trưởng các sở, ban, ngành", ["thu_truong"]),
        ("sắp xếp địa phương hóa", ["co_quan_don_vi_dia_phuong"]),
    ],
)
def test_longest_name_wins(text: str, expected: list[str]) -> None:
    clean, outlined = read_text(f"KẾ HOẠCH\nvề công tác\nI. NHIỆM VỤ\n1. Giao {text} thực hiện.")
    assert [mention.role for mention in find_roles(clean, outlined)] == expected


def test_the_issuer_of_a_cited_document_is_no_mention() -> None:
    line = "1. Thực hiện Quy định số 132-QĐ/TW ngày 27/10/2023 của Bộ Chính trị; báo cáo Bộ Chính trị."
    clean, outlined = read_text(f"KẾ HOẠCH\nvề công tác\nI. NHIỆM VỤ\n{line}")
    mentions = find_roles(clean, outlined)
    assert [(m.role, clean.text[m.span.start - 8 : m.span.start]) for m in mentions] == [("bo_chinh_tri", "báo cáo ")]


def test_lookup_wants_the_whole_name() -> None:
    assert lookup("đảng ủy Công an tỉnh") == "dang_uy_cong_an_tinh"
    assert lookup("Công an tỉnh và Sở Tư pháp") is None
    assert lookup("") is None


@pytest.mark.parametrize("row", role_abbreviations(), ids=lambda row: row.abbr)
def test_abbreviations_stand_in_their_examples(row) -> None:  # type: ignore[no-untyped-def]
    assert re.search(rf"(?<!\w){re.escape(row.abbr)}(?!\w)", row.example)


def test_verbs_and_heads_are_unique_and_known() -> None:
    verbs = [row.verb for row in task_verbs()]
    assert len(verbs) == len(set(verbs))
    assert {row.capacity for row in task_verbs()} <= {str(capacity) for capacity in Capacity}
    heads = [row.head for row in bearer_heads()]
    assert len(heads) == len(set(heads))


SENTENCES = Path(__file__).with_name("role_sentences.csv")


def test_names_are_found_in_real_sentences_that_hold_them() -> None:
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 350
    known = {(role, name) for role, name in NAMES}
    for row in rows:
        role, name, sentence = row["role"], row["name"], row["sentence"]
        assert (role, re.sub(r"^[Cc]ác ", "", name)) in known
        assert role in {id_ for id_, _words in found(sentence)}, (role, name, sentence)


def test_no_name_is_found_inside_a_longer_name() -> None:
    roles_by_words = {tuple(name.lower().split()): role for role, name in NAMES}
    for words, role in roles_by_words.items():
        parts = {words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1)} - {words}
        inside = [" ".join(part) for part in parts if part in roles_by_words]
        if inside:
            longer = " ".join(words).upper()
            assert [id_ for id_, _words in found(f"Giao {longer} thực hiện.")] == [role], (longer, inside)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bộ trưởng Bộ Công an", [("bo_truong", "Bộ trưởng Bộ Công an")]),
        ("Chánh Văn phòng Tỉnh ủy", [("truong_ban_dang", "Chánh Văn phòng Tỉnh ủy")]),
        ("Thủ trưởng Sở Tư pháp", [("thu_truong", "Thủ trưởng Sở Tư pháp")]),
        ("Chánh án Tòa án nhân dân tỉnh", [("chanh_an", "Chánh án Tòa án nhân dân")]),
        ("Chủ tịch Hội Nông dân xã", []),
        ("Phó Giám đốc Công an tỉnh", []),
        ("Bộ trưởng, Bộ Công an", [("bo_truong", "Bộ trưởng"), ("bo_cong_an", "Bộ Công an")]),
        (
            "cơ quan, tổ chức và cá nhân có liên quan",
            [("co_quan_lien_quan", "cơ quan, tổ chức và cá nhân có liên quan")],
        ),
        ("Ủy ban nhân dân tỉnh/thành phố", [("ubnd_tinh", "Ủy ban nhân dân tỉnh/thành phố")]),
        ("Sở Giao dịch Chứng khoán Việt Nam", []),
        ("các cơ sở giáo dục nghề nghiệp", [("co_so_gdnn", "cơ sở giáo dục nghề nghiệp")]),
    ],
)
def test_offices_and_lists_inside_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(f"Giao {text} thực hiện.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chánh Văn phòng HĐND và UBND xã", ["chanh_van_phong"]),
        ("Trưởng phòng Kinh tế, Trưởng phòng Văn hóa - Xã hội", ["truong_phong_kinh_te_xa", "truong_phong_vhxh_xa"]),
        ("Trung tâm Cung ứng dịch vụ sự nghiệp công xã", ["trung_tam_van_hoa_xa"]),
        ("các chi bộ, đảng bộ trực thuộc Đảng ủy xã", ["chi_bo"]),
        ("Ủy viên BTV Đảng ủy", ["uy_vien_cap_uy"]),
        ("Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh", ["lien_hiep_hoi_khkt"]),
        ("Đoàn thanh tra xây dựng nông thôn mới", ["doan_thanh_tra"]),
        ("Đồn Biên phòng", ["don_bien_phong"]),
    ],
)
def test_bodies_of_the_two_tier_government_and_of_the_party(text: str, expected: list[str]) -> None:
    assert [role for role, _words in found(f"Giao {text} thực hiện.")] == expected


@pytest.mark.parametrize("row", role_group_words(), ids=lambda row: f"{row.place}-{row.words}")
def test_a_word_of_groups_is_part_of_the_group_in_its_example(row: RoleGroupWord) -> None:
    words = row.words.replace("Ủy ban nhân dân", "UBND").lower()
    (group,) = [words_ for _role, words_ in found(row.example)]
    assert re.search(rf"(?<!\w){re.escape(words)}(?!\w)", group.lower())
    if row.place == "head":
        assert row.kind in ROLES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, địa phương", "bo_nganh_dia_phuong"),
        ("các bộ, ngành, cơ quan và địa phương", "bo_nganh_dia_phuong"),
        ("các bộ, ban, ngành, đoàn thể Trung ương", "bo_nganh_tw"),
        ("các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ có liên quan", "bo_nganh_tw"),
        ("các cơ quan ngang bộ, cơ quan thuộc Chính phủ", "bo_nganh_tw"),
        ("các bộ, ngành, cơ quan, tổ chức liên quan", "co_quan_lien_quan"),
        ("các sở, ban, ngành, đoàn thể liên quan", "co_quan_lien_quan"),
        ("các cơ quan, đơn vị và cá nhân có liên quan", "co_quan_lien_quan"),
        ("cơ quan, tổ chức khác có liên quan", "co_quan_lien_quan"),
        ("cơ quan, đơn vị, tổ chức, cá nhân", "to_chuc_ca_nhan"),
        ("các sở, ban, ngành thuộc UBND tỉnh", "so_ban_nganh"),
        ("các ban, ngành, đoàn thể tỉnh", "so_ban_nganh"),
        ("các cơ quan, ban, ngành, đoàn thể xã", "ban_nganh_xa"),
        ("các ngành, các cấp, các địa phương", "co_quan_don_vi_dia_phuong"),
        ("Thủ trưởng các sở, ngành, đơn vị liên quan", "thu_truong"),
        ("người đứng đầu các bộ, ngành, địa phương", "nguoi_dung_dau"),
        ("Giám đốc các sở, ban, ngành, đoàn thể", "giam_doc_so"),
        ("các đơn vị thuộc Bộ Công an", "don_vi_thuoc_bo"),
        ("các cơ quan, tổ chức, đơn vị thuộc Bộ", "don_vi_thuoc_bo"),
        ("các cấp ủy, cơ quan, đơn vị, địa phương", "cap_uy_to_chuc_dang_co_quan_don_vi"),
        ("các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương", "tinh_uy_thanh_uy"),
        ("Chánh Văn phòng Bộ Y tế", "chanh_van_phong_bo"),
        ("Ban Tổ chức Thành ủy", "ban_to_chuc_tinh_uy"),
        ("Ban Tổ chức Đảng ủy", "ban_to_chuc_dang_uy"),
        ("Giám đốc BHXH Việt Nam", "giam_doc_bhxh_vn"),
        ("Đảng ủy Công an xã", "dang_uy_cong_an_xa"),
        ("UBKT Đảng ủy đặc khu", "ubkt_dang_uy"),
        ("Hội đồng nhân dân cấp huyện", "hdnd_huyen"),
    ],
)
def test_a_list_of_bodies_is_one_group(text: str, expected: str) -> None:
    assert [(role, words) for role, words in found(f"Giao {text} thực hiện.")] == [
        (expected, text.removeprefix("các "))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("các bộ, cơ quan ngang bộ, địa phương và các cơ quan liên quan", ["bo_nganh_dia_phuong", "co_quan_lien_quan"]),
        ("các bộ, ngành, địa phương và đơn vị liên quan", ["bo_nganh_dia_phuong", "co_quan_lien_quan"]),
        ("Thủ trưởng các đơn vị thuộc Bộ và các cơ quan có liên quan", ["thu_truong", "co_quan_lien_quan"]),
        ("các cơ quan, đơn vị, tổ chức kiểm tra", ["co_quan_don_vi_dia_phuong"]),
        ("các cấp ủy, tổ chức đảng", ["cap_uy", "to_chuc_dang"]),
        ("cán bộ, địa phương", ["co_quan_don_vi_dia_phuong"]),
        ("cơ sở, ban, ngành xã", ["ban_nganh_xa"]),
        ("nhà ở Hải Phòng và các đơn vị liên quan", ["co_quan_lien_quan"]),
        ("Chi hội trưởng các đoàn thể và Trưởng thôn", ["truong_thon"]),
        ("Liên đoàn Luật sư Việt Nam", ["lien_doan_luat_su"]),
        ("cơ sở văn hóa, thể thao", []),
        ("Cục Điện lực", []),
        ("Tập đoàn Điện lực Việt Nam", []),
        ("Tổng công ty Điện lực miền Bắc", []),
        ("Báo Nhân dân", []),
        ("Báo Công an nhân dân", []),
        ("Học viện Tòa án", []),
        ("Chính phủ Cộng hòa Pháp", []),
        ("Chính phủ Cộng hòa xã hội chủ nghĩa Việt Nam", ["chinh_phu"]),
        ("Tổng Giám đốc Sở Giao dịch Chứng khoán", []),
        ("Chi cục Thi hành án dân sự huyện", ["co_quan_thads"]),
        ("các sở, ban, ngành và cấp giấy phép", ["so_ban_nganh"]),
    ],
)
def test_where_a_list_of_bodies_ends(text: str, expected: list[str]) -> None:
    assert [role for role, _words in found(f"Giao {text}.")] == expected
