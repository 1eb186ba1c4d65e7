from __future__ import annotations

import msgspec

from build_tools.model.library import Guide
from build_tools.resolve.guides import build_guides
from tests.resolve.plans import COMMUNE, FAMILY, OTHER, PROVINCE, entries, works


def guides() -> dict[str, Guide]:
    return build_guides(entries(), works(), (FAMILY,))


def test_a_duty_stands_in_the_guide_of_its_bearer() -> None:
    guide = guides()["ban_noi_chinh_tinh_uy"]
    assert {assignment.document for assignment in guide.own} == {PROVINCE}
    library = entries()
    for assignment in guide.own:
        (duty,) = [d for d in library[PROVINCE].document.duties if d.id == assignment.duty]
        assert assignment.actor is not None
        assert duty.actors[assignment.actor].role == "ban_noi_chinh_tinh_uy"
        assert assignment.passage.span == duty.span
        assert assignment.passage.anchor


def test_groups_reach_their_members_and_name_the_group() -> None:
    wider = guides()["ubnd_xa"].wider
    assert {(assignment.document, assignment.via) for assignment in wider} == {
        (OTHER, "ubnd_cac_cap"),
        (PROVINCE, "cap_uy_to_chuc_dang_co_quan_don_vi"),
        (COMMUNE, "co_quan_don_vi_dia_phuong"),
    }


def test_a_commune_does_not_address_the_province() -> None:
    wider = guides()["cong_an_tinh"].wider
    assert COMMUNE not in {assignment.document for assignment in wider}
    assert PROVINCE in {assignment.document for assignment in wider}


def test_a_group_does_not_reach_what_no_longer_exists() -> None:
    library = entries()
    old = msgspec.structs.replace(
        library[OTHER].document,
        mentions=(
            *library[OTHER].document.mentions,
            library[OTHER].document.mentions[0].__class__("ubnd_huyen", library[OTHER].document.mentions[0].span),
        ),
    )
    library[OTHER] = msgspec.structs.replace(library[OTHER], document=old)
    assert build_guides(library, works(), (FAMILY,))["ubnd_huyen"].wider == ()


def test_a_role_charged_with_nothing_shows_where_it_is_named() -> None:
    for role in ("tham_phan", "chap_hanh_vien"):
        guide = guides()[role]
        assert guide.own == ()
        (passage,) = guide.mentions
        assert "thẩm phán, chấp hành viên" in passage.span.of(entries()[PROVINCE].document.text)


def test_mentions_leave_out_a_roles_own_duties() -> None:
    assert guides()["dang_uy_cong_an_tinh"].mentions == ()
