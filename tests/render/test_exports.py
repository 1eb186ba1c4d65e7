"""The data files: what programs and offices read must be valid, complete and the same at every build."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import msgspec
import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar
from lxml import etree
from openpyxl import load_workbook

from build_tools.model.decisions import Edition
from build_tools.model.duty import DeadlineKind
from build_tools.render import RenderOptions, exports, render
from build_tools.render.akn import akn
from build_tools.render.calendars import CalendarItem, _first_day
from build_tools.render.context import Context
from build_tools.render.jsonld import legislation, script
from build_tools.render.tables_export import cell
from build_tools.render.tasks import _within_brackets
from tests.render.sample import FAMILY, INTERNAL, LAW, PLAN, REGULATION, sample_library

LIBRARY = sample_library(Edition.INTERNAL)
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return render(LIBRARY, RenderOptions(base_url="https://example.vn/")).files


def rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_two_builds_give_the_same_bytes(files: dict[str, bytes]) -> None:
    assert render(LIBRARY, RenderOptions(base_url="https://example.vn/")).files == files


def test_akoma_ntoso_holds_every_word_once_and_no_id_twice(files: dict[str, bytes]) -> None:
    for id_, entry in LIBRARY.entries.items():
        root = etree.fromstring(files[exports.akn_file(id_)])
        ids = root.xpath("//@eId")
        assert len(ids) == len(set(ids))
        holder = root[0]
        words = [part for child in holder if child.tag != f"{AKN}meta" for part in child.itertext()]
        assert "".join("".join(words).split()) == "".join(entry.document.text.split())


def test_akoma_ntoso_names_its_parts_by_the_convention() -> None:
    root = etree.fromstring(akn(LIBRARY.entries[INTERNAL], LIBRARY))
    assert root.xpath("string(//*[local-name()='article'][1]/@eId)") == "art_1"
    assert root.xpath("string(//*[local-name()='article'][1]/*[local-name()='clause'][1]/@eId)") == "art_1__cl_1"
    assert root.xpath("string(//*[local-name()='ref' and starts-with(@href, '#')]/@href)") == "#art_1__cl_1"


def test_akoma_ntoso_states_no_date_that_nobody_knows() -> None:
    root = etree.fromstring(akn(LIBRARY.entries[INTERNAL], LIBRARY))
    assert set(root.xpath("//*[local-name()='FRBRdate']/@name")) == {"not-before", "not-after"}


def test_calendar_of_a_role(files: dict[str, bytes]) -> None:
    calendar = Calendar.from_ical(files[exports.role_file("so_tu_phap", "ics")])
    dated, yearly = calendar.events
    assert dated["dtstart"].dt == dt.date(2026, 6, 29)  # "before 30 June": the last day on which it is kept
    assert dated["dtend"].dt == dt.date(2026, 6, 30)
    assert "rrule" not in dated
    assert [alarm["trigger"].dt.days for alarm in dated.walk("VALARM")] == [-7, -1]
    assert yearly["rrule"]["freq"] == ["YEARLY"]
    assert yearly["dtstart"].dt == dt.date(2026, 12, 9)
    assert dated["url"] == "https://example.vn/van-ban/quang-tri/12-kh-ubnd-2026.html#ii.1--2"


def calendars(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in files.items() if path.endswith(".ics")}


def test_calendars_keep_to_the_standard(files: dict[str, bytes]) -> None:
    for content in calendars(files).values():
        assert content.endswith(b"END:VCALENDAR\r\n")
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        assert b"\n" not in content.replace(b"\r\n", b"")
        calendar = Calendar.from_ical(content)
        assert calendar.errors == []
        for event in calendar.events:
            assert event.errors == []
            assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION"} <= event.keys()
            assert not any(isinstance(value, list) for value in event.values())
            assert event["dtstart"].params["VALUE"] == "DATE"
            assert type(event["dtstart"].dt) is dt.date
            assert event["dtend"].dt - event["dtstart"].dt == dt.timedelta(days=1)
            for alarm in event.walk("VALARM"):
                assert (str(alarm["action"]), bool(alarm["description"])) == ("DISPLAY", True)


def test_a_yearly_deadline_comes_again_on_its_day(files: dict[str, bytes]) -> None:
    yearly = Calendar.from_ical(files[exports.role_file("so_tu_phap", "ics")]).events[1]
    start = dt.datetime.combine(yearly["dtstart"].dt, dt.time())
    days = rrulestr(yearly["rrule"].to_ical().decode(), dtstart=start)
    assert [day.date() for day in days[:3]] == [dt.date(year, 12, 9) for year in (2026, 2027, 2028)]


def test_identifiers_outlive_other_documents(files: dict[str, bytes]) -> None:
    kept = render(sample_library(Edition.PUBLIC)).files[exports.DEADLINES_ICS]
    before = {str(event["uid"]) for event in Calendar.from_ical(files[exports.DEADLINES_ICS]).events}
    after = {str(event["uid"]) for event in Calendar.from_ical(kept).events}
    assert after
    assert after <= before


def test_calendar_identifiers_are_unique_across_all_calendars(files: dict[str, bytes]) -> None:
    uids = [
        str(event["uid"])
        for path, content in files.items()
        if path.endswith(".ics")
        for event in Calendar.from_ical(content).events
    ]
    assert len(uids) == len(set(uids))


def test_tables(files: dict[str, bytes]) -> None:
    documents = {row["id"]: row for row in rows(files["du-lieu/van-ban.csv"])}
    assert documents.keys() == LIBRARY.works.keys()
    assert documents[REGULATION]["held"] == "0"
    assert documents[INTERNAL]["restricted"] == "1"
    duties = rows(files["du-lieu/viec.csv"])
    assert [row["role"] for row in duties if row["document"] == PLAN and row["id"] == "viec-1"] == [
        "so_tu_phap",
        "ubnd_xa",
        "tand_tinh",
    ]
    assert {row["mode"] for row in duties if row["role"] == "tand_tinh"} == {"request"}
    assert rows(files["du-lieu/thoi-han.csv"])[0]["date"] == "2026-06-30"
    assert {row["relation"] for row in rows(files["du-lieu/quan-he.csv"])} == {"implements", "based-on"}
    assert {row["role"] for row in rows(files[exports.role_file("ubnd_xa", "csv")])} == {"ubnd_xa"}


@pytest.mark.parametrize("text", ["=1+1", "+ Lãnh đạo", "- Chấp hành", "@x"])
def test_a_spreadsheet_runs_no_passage_as_a_formula(text: str) -> None:
    assert cell(text) == f"'{text}"


def test_tracking_sheet(files: dict[str, bytes]) -> None:
    for path in (exports.tracking_file(PLAN), exports.family_tracking_file(FAMILY)):
        sheet = load_workbook(io.BytesIO(files[path])).active
        assert sheet.freeze_panes == "C4"
        assert sheet.auto_filter.ref.startswith("A3:")
    first = [box.value for box in load_workbook(io.BytesIO(files[exports.tracking_file(PLAN)])).active[4]]
    assert first[1] == "Xây dựng quy chế tiếp nhận đơn thư"
    assert first[2] == "Sở Tư pháp"
    assert first[6] == dt.datetime(2026, 6, 29)  # noqa: DTZ001 - "before 30 June": the last day on which it is kept
    assert first[8:11] == [None, None, None]
    assert first[12].startswith("Các sở, ban, ngành xây dựng quy chế")
    internal = load_workbook(io.BytesIO(files[exports.tracking_file(INTERNAL)])).active[4]
    assert INTERNAL not in internal[7].value


def test_json_ld(files: dict[str, bytes]) -> None:
    node = json.loads(files[exports.jsonld_file(PLAN)])
    assert node["@type"] == "Legislation"
    assert node["legislationIdentifier"] == "12/KH-UBND"
    assert [target["name"] for target in node["legislationApplies"]] == ["Quy định 999-QĐ/TW", "Kế hoạch 34-KH/TU"]
    absent = json.loads(files[exports.jsonld_file(LAW)])
    assert "legislationDate" not in absent


def test_json_ld_in_a_page_cannot_end_its_element() -> None:
    work = LIBRARY.works[PLAN]
    node = legislation(LIBRARY, work, []) | {"name": "</script><b>&"}
    text = script(node)
    assert text.count("<") == 2
    assert json.loads(text.split(">", 1)[1].rsplit("<", 1)[0])["name"] == "</script><b>&"


def test_feed_and_sitemap(files: dict[str, bytes]) -> None:
    feed = etree.fromstring(files["du-lieu/moi.atom"])
    atom = "{http://www.w3.org/2005/Atom}"
    assert next(entry.findtext(f"{atom}id") for entry in feed.iter(f"{atom}entry")) == f"urn:phobien:{PLAN}"
    assert feed.findtext(f"{atom}updated") == "2026-03-02T00:00:00+07:00"
    etree.fromstring(files["sitemap.xml"])


def test_the_public_edition_holds_nothing_of_the_internal_one() -> None:
    for path, content in render(sample_library(Edition.PUBLIC)).files.items():
        assert INTERNAL not in path
        assert INTERNAL.encode() not in content


def test_context_knows_tasks() -> None:
    tasks = Context(LIBRARY, RenderOptions()).tasks[PLAN].by_id()
    assert tasks["viec-1"].line == "Xây dựng quy chế tiếp nhận đơn thư"


def test_a_line_does_not_begin_within_brackets() -> None:
    text = "Cán bộ (kể cả người đã nghỉ hưu) vi phạm"
    assert _within_brackets(text, 0, text.index("đã"))
    assert not _within_brackets(text, 0, text.index("vi"))


def test_a_tracking_sheet_is_readable_on_paper(files: dict[str, bytes]) -> None:
    sheet = load_workbook(io.BytesIO(files[exports.tracking_file(PLAN)])).active
    first, last = sheet.print_area.replace("$", "").rsplit("!", 1)[-1].split(":")
    assert (first, last[0]) == ("A1", "L")
    printed = sum(sheet.column_dimensions[column].width for column in "ABCDEFGHIJKL")
    points = 11 * min(1, 277 / (printed * 7 / 96 * 25.4))  # A4 across; a unit of width is about 7 pixels
    assert points >= 6
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.oddFooter.center.text == "&P / &N"


@pytest.mark.parametrize(("recurrence", "day"), [("--03-01", dt.date(2026, 2, 28)), ("--12-10", dt.date(2026, 12, 9))])
def test_before_a_day_of_every_year_is_the_day_before(recurrence: str, day: dt.date) -> None:
    task = Context(LIBRARY, RenderOptions()).tasks[PLAN].by_id()["viec-1"]
    limit = msgspec.structs.replace(
        task.deadline, kind=DeadlineKind.YEARLY, recurrence=recurrence, date=None, exclusive=True
    )
    item = CalendarItem(msgspec.structs.replace(task, deadline=limit), "KH", dt.date(2026, 1, 1), "")
    assert _first_day(item) == day


@pytest.mark.parametrize(
    ("between", "day"),
    [
        ((dt.date(2025, 7, 7), dt.date(2025, 8, 5)), dt.date(2025, 12, 9)),
        ((dt.date(2025, 7, 7), dt.date(2026, 1, 5)), None),  # two years are possible
        ((dt.date(2025, 7, 7), None), None),
    ],
)
def test_a_yearly_limit_of_an_undated_document_begins_where_its_year_is_sure(
    between: tuple[dt.date, dt.date | None], day: dt.date | None
) -> None:
    task = Context(LIBRARY, RenderOptions()).tasks[PLAN].by_id()["viec-1"]
    limit = msgspec.structs.replace(
        task.deadline, kind=DeadlineKind.YEARLY, recurrence="--12-10", date=None, exclusive=True
    )
    item = CalendarItem(msgspec.structs.replace(task, deadline=limit), "KH", None, "", between=between)
    assert _first_day(item) == day
