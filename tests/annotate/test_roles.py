from __future__ import annotations

import datetime as dt
import re

import pytest

from build_tools.annotate.roles import find_names, find_roles, lookup
from build_tools.data.tables import Role, bearer_heads, role_abbreviations, roles, split_list, task_verbs
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
