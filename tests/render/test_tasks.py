"""The line of a task: for its bearer without his name, for everybody else with the one who acts."""

from __future__ import annotations

import msgspec
import pytest

from build_tools.model.anchors import Anchors
from build_tools.model.document import RoleMention, UnitKind
from build_tools.model.duty import Actor, Capacity, Duty, Explicit, Modality
from build_tools.model.library import Assignment, Entry, Guide, Passage
from build_tools.model.span import Span
from build_tools.render import RenderOptions
from build_tools.render.context import Context
from build_tools.render.guide_items import EXEMPT, LIABLE, contents
from build_tools.render.guide_views import Views
from build_tools.render.tasks import Task, document_tasks
from tests.render.sample import PLAN, sample_library
from tests.render.sample_sheet import Sheet

DIRECTS = "Ủy ban nhân dân tỉnh chỉ đạo Ủy ban nhân dân cấp xã rà soát hồ sơ đất đai; tuyệt đối không để sót hồ sơ nào."
EXEMPTION = "Người đứng đầu được miễn trách nhiệm khi đã áp dụng các biện pháp cần thiết để ngăn chặn hậu quả."


def entry() -> Entry:
    """A plan with one sentence that names two bodies, one that goes on, and an exemption."""
    s = Sheet()
    s.unit("i.1", UnitKind.HEADING, 2, "1.", None, DIRECTS)
    s.unit("i.2", UnitKind.HEADING, 2, "2.", None, EXEMPTION)
    directs = Duty(
        id="viec-1",
        unit="i.1",
        span=s.find(DIRECTS),
        modality=Modality.DUTY,
        actors=(
            Actor("ubnd_tinh", s.find("Ủy ban nhân dân tỉnh"), Capacity.DIRECT),
            Actor("ubnd_xa", s.find("Ủy ban nhân dân cấp xã"), Capacity.PERFORM),
        ),
        explicit=Explicit.SENTENCE,
    )
    goes_on = msgspec.structs.replace(
        directs, id="viec-2", span=s.find("tuyệt đối không để sót hồ sơ nào."), modality=Modality.PROHIBITION
    )
    exempt = Duty(
        id="viec-3",
        unit="i.2",
        span=s.find(EXEMPTION),
        modality=Modality.EXEMPTION,
        actors=(Actor("nguoi_dung_dau", s.find("Người đứng đầu"), Capacity.PERFORM),),
        explicit=Explicit.SENTENCE,
    )
    known = sample_library().entries[PLAN]
    document = msgspec.structs.replace(
        known.document,
        text=s.text,
        blocks=tuple(s.blocks),
        units=s.nested(),
        duties=(directs, goes_on, exempt),
        citations=(),
        deadlines=(),
        corrections=(),
        mentions=(),
    )
    return msgspec.structs.replace(known, document=document)


def tasks() -> dict[str, Task]:
    found = entry()
    units = {unit.id: unit for unit in found.document.units}
    return document_tasks(found, Anchors.of(found.document), units).by_id()


def assignment(task: Task, number: int = 0) -> Assignment:
    return Assignment(PLAN, task.duty.id, number, None, Passage(PLAN, task.duty.span, task.anchor))


def test_the_bearer_who_is_named_first_reads_what_he_does() -> None:
    assert tasks()["viec-1"].line_for("ubnd_tinh").startswith("… chỉ đạo Ủy ban nhân dân cấp xã rà soát")


def test_another_bearer_reads_who_directs_him() -> None:
    for role in ("ubnd_xa", None):
        assert tasks()["viec-1"].line_for(role).startswith("Ủy ban nhân dân tỉnh chỉ đạo Ủy ban nhân dân cấp xã")


def test_through_a_group_the_line_is_that_of_the_group() -> None:
    assert tasks()["viec-1"].line_for("so_tu_phap", "ubnd_tinh").startswith("… chỉ đạo")


def test_a_line_that_begins_within_a_sentence_shows_it() -> None:
    assert tasks()["viec-2"].line == "… tuyệt đối không để sót hồ sơ nào"


def test_a_guide_shows_each_bearer_his_line() -> None:
    task = tasks()["viec-1"]
    for number, role in enumerate(("ubnd_tinh", "ubnd_xa")):
        found = contents(Guide(role, (assignment(task, number),), (), ()), lambda _work, duty: tasks()[duty])
        assert [item.line for item in found.items()] == [task.line_for(role)]


def test_an_exemption_is_not_counted_among_what_one_answers_for() -> None:
    task = tasks()["viec-3"]
    found = contents(Guide("nguoi_dung_dau", (assignment(task),), (), ()), lambda _work, duty: tasks()[duty])
    assert (found.count(EXEMPT), found.count(LIABLE)) == (1, 0)


REPORTS = "Giao Sở Tư pháp theo dõi việc thực hiện Kế hoạch này. Khi có vướng mắc, các xã báo cáo về Sở Tư pháp."


def test_a_passage_that_names_a_role_shows_the_words_outside_its_own_tasks() -> None:
    s = Sheet()
    s.unit("i", UnitKind.HEADING, 1, "I.", None, REPORTS)
    own = Duty(
        id="viec-1",
        unit="i",
        span=s.find("Giao Sở Tư pháp theo dõi việc thực hiện Kế hoạch này"),
        modality=Modality.DUTY,
        actors=(Actor("so_tu_phap", s.find("Sở Tư pháp"), Capacity.MONITOR),),
        explicit=Explicit.SENTENCE,
    )
    named = tuple(RoleMention("so_tu_phap", s.find("Sở Tư pháp", nth)) for nth in (0, 1))
    known = entry()
    document = msgspec.structs.replace(
        known.document, text=s.text, blocks=tuple(s.blocks), units=s.nested(), duties=(own,), mentions=named
    )
    library = msgspec.structs.replace(
        sample_library(), entries={PLAN: msgspec.structs.replace(known, document=document)}, guides={}
    )
    views = Views(Context(library, RenderOptions()), "vai-tro/so-tu-phap.md")
    shown = views.around(Passage(PLAN, s.blocks[0].span, "i"), "so_tu_phap")
    assert shown == "… Khi có vướng mắc, các xã báo cáo về <mark>Sở Tư pháp</mark>."


def test_a_quotation_from_within_a_sentence_shows_what_stands_before_it() -> None:
    library = msgspec.structs.replace(sample_library(), entries={PLAN: entry()}, guides={})
    views = Views(Context(library, RenderOptions()), "vai-tro/ubnd-xa.md")
    assert views.before(tasks()["viec-1"]) == ""
    assert views.before(tasks()["viec-2"]).endswith("rà soát hồ sơ đất đai; ")


def only_task(s: Sheet, unit: str, span: Span, bearer: str) -> Task:
    """The task of a sheet that lays one passage on the one whose name stands as `bearer` in it."""
    duty = Duty(
        id="viec-1",
        unit=unit,
        span=span,
        modality=Modality.DUTY,
        actors=(Actor("so_tu_phap", s.find(bearer), Capacity.PERFORM),),
        explicit=Explicit.SENTENCE,
    )
    known = entry()
    document = msgspec.structs.replace(
        known.document, text=s.text, blocks=tuple(s.blocks), units=s.nested(), duties=(duty,), mentions=()
    )
    units = {unit.id: unit for unit in document.units}
    (task,) = document_tasks(msgspec.structs.replace(known, document=document), Anchors.of(document), units).tasks
    return task


@pytest.mark.parametrize(
    ("heading", "rest", "line"),
    [
        ("Tiếp tục nâng cao chất lượng tiếp công dân", "", "Tiếp tục nâng cao chất lượng tiếp công dân"),
        ("Lĩnh vực nông nghiệp và môi trường", "", "Sở Tư pháp rà soát hồ sơ"),
        ("Từ ngày 05/02/2026 đến 08/02/2026", ":", "Từ ngày 05/02/2026 đến 08/02/2026: Sở Tư pháp rà soát hồ sơ"),
        ("Chủ trì, phối hợp với các sở", ":", "Chủ trì, phối hợp với các sở: Sở Tư pháp rà soát hồ sơ"),
    ],
)
def test_a_heading_stands_for_a_task_only_where_it_says_what_is_done(heading: str, rest: str, line: str) -> None:
    s = Sheet()
    passage = "Sở Tư pháp rà soát hồ sơ."
    s.unit("i", UnitKind.HEADING, 1, "1.", heading, f"{rest} {passage}" if rest else "")
    if rest:
        s.text = s.text.replace(f" {rest}", rest)
        s.blocks[-1] = msgspec.structs.replace(s.blocks[-1], span=Span(0, len(s.text)))
        s.units[-1] = msgspec.structs.replace(s.units[-1], span=Span(0, len(s.text)))
    else:
        s.add(passage)
    start = s.text.index(heading) if rest else s.text.index(passage)
    assert only_task(s, "i", Span(start, len(s.text)), "Sở Tư pháp").line == line


def test_a_symbol_in_a_line_is_not_broken_over_two_lines_of_the_screen() -> None:
    task = msgspec.structs.replace(tasks()["viec-1"], line="Thực hiện Quy định số 999-QĐ/TW", named=frozenset())
    found = contents(Guide("ubnd_xa", (assignment(task, 1),), (), ()), lambda _work, _duty: task)
    library = msgspec.structs.replace(sample_library(), entries={PLAN: entry()}, guides={})
    ctx = Context(library, RenderOptions())
    page = "vai-tro/ubnd-xa.md"
    shown = ctx.fragment(page, "guide_list.html.j2", items=found.items(), views=Views(ctx, page))
    assert 'số <span class="pb-symbol">999-QĐ/TW</span></p>' in shown


@pytest.mark.parametrize(
    ("passage", "bearer", "line"),
    [
        ("Sở Tư pháp rà soát hồ sơ của các tổ chức hành nghề công chứng.", "Sở Tư pháp", "… rà soát hồ sơ của các tổ"),
        (
            "Yêu cầu Sở Tư pháp: Bố trí phương tiện chữa cháy tại nơi lưu giữ hồ sơ.",
            "Sở Tư pháp",
            "… Bố trí phương tiện",
        ),
        (
            "Cán bộ, công chức (kể cả người đã nghỉ hưu) vi phạm thì bị xử lý theo quy định.",
            "Cán bộ, công chức",
            "Cán bộ",
        ),
        ("Tổ chức có phương tiện nước ngoài gửi 01 bộ hồ sơ đề nghị cấp phép.", "Tổ chức", "Tổ chức có phương tiện"),
        ("Giám đốc Công an tỉnh chịu trách nhiệm thi hành toàn bộ Thông tư này.", "Giám đốc", "Giám đốc Công an tỉnh"),
        ("Đơn vị sự nghiệp được sắp xếp theo hướng tối đa không quá 07 đơn vị.", "Đơn vị sự nghiệp được", "Đơn vị sự"),
        ("Ủy ban cấp tổ chức hội nghị báo cáo về tình hình giới thiệu người ứng cử.", "Ủy ban", "Ủy ban cấp tổ chức"),
    ],
)
def test_a_line_without_its_bearer_begins_where_the_predicate_does(passage: str, bearer: str, line: str) -> None:
    s = Sheet()
    s.unit("i.1", UnitKind.HEADING, 2, "1.", None, passage)
    assert only_task(s, "i.1", s.find(passage), bearer).line_for("so_tu_phap").startswith(line)
