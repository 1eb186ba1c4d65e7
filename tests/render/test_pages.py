"""The pages as a whole: the same bytes each time, links that lead somewhere, nothing internal in the public edition."""

from __future__ import annotations

import posixpath
import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import msgspec
import pytest
import yaml
from lxml import html

from build_tools.model.decisions import Edition
from build_tools.model.document import Signer
from build_tools.model.library import Library
from build_tools.publish import build_site
from build_tools.render import Original, Rendered, RenderOptions, render
from build_tools.render.links import published
from build_tools.render.site import GENERATED
from tests.render.readback import to_html
from tests.render.sample import INTERNAL, LAW, PARTY_PLAN, PLAN, REGULATION, sample_library

FRONT = re.compile(r"\A---\n(.*?)\n---\n\n", re.DOTALL)
HAND_WRITTEN = {"gioi-thieu.html", "tim-kiem.html"}


def options(library: Library, language: str = "vi") -> RenderOptions:
    originals = {id_: Original("nguon.htm", entry.document.text.encode()) for id_, entry in library.entries.items()}
    return RenderOptions(language=language, originals=originals, base_url="https://vi-du.vn/pb/")


@pytest.fixture(scope="module", params=list(Edition))
def library(request: pytest.FixtureRequest) -> Library:
    return sample_library(request.param)


@pytest.fixture(scope="module")
def rendered(library: Library) -> Rendered:
    return render(library, options(library))


def as_html(markdown: str) -> html.HtmlElement:
    return html.fromstring(f"<main>{to_html(FRONT.sub('', markdown))}</main>")


def page(rendered: Rendered, work: str) -> html.HtmlElement:
    return as_html(rendered.pages[f"van-ban/{work}.md"])


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_same_input_gives_the_same_bytes(library: Library, rendered: Rendered) -> None:
    assert render(library, options(library)) == rendered


def test_every_page_is_marked_as_generated_and_with_its_edition(library: Library, rendered: Rendered) -> None:
    for path, markdown in rendered.pages.items():
        front = FRONT.match(markdown)
        assert front, path
        assert front[1].startswith(f"# {GENERATED}\n")
        assert f'edition: "{library.edition}"' in front[1]


def test_every_page_has_one_heading_of_the_first_level_and_no_level_is_skipped(rendered: Rendered) -> None:
    for path, markdown in rendered.pages.items():
        levels = [int(element.tag[1]) for element in as_html(markdown).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(below <= above + 1 for above, below in pairwise(levels)), (path, levels)


def test_no_page_has_an_id_twice(rendered: Rendered) -> None:
    for path, markdown in rendered.pages.items():
        ids = as_html(markdown).xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_every_link_leads_to_a_page_and_an_anchor(rendered: Rendered) -> None:
    trees = {published(path): as_html(markdown) for path, markdown in rendered.pages.items()}
    anchors = {path: set(tree.xpath("//@id")) for path, tree in trees.items()}
    targets = trees.keys() | rendered.files.keys() | HAND_WRITTEN
    for path, address in links(trees):
        file, _, anchor = unquote(address).partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
        target = target if target in rendered.files else published(target)
        assert target in targets, (path, address)
        assert not anchor or anchor in anchors[target], (path, address)


def links(trees: dict[str, html.HtmlElement]) -> Iterator[tuple[str, str]]:
    for path, tree in trees.items():
        for address in tree.xpath("//a/@href"):
            assert not address.startswith(("http:", "https:", "//", "/")), (path, address)
            yield path, str(address)


def test_fragments_link_to_pages_as_published_and_markdown_to_its_sources(rendered: Rendered) -> None:
    raw = re.compile(r'href="([^"#]*)[^"]*"')
    for path, markdown in rendered.pages.items():
        assert not [found for found in raw.findall(markdown) if found.endswith(".md") and "tai-ve/" not in found], path


def test_the_public_edition_says_nothing_of_the_internal_document() -> None:
    public = sample_library(Edition.PUBLIC)
    found = render(public, options(public))
    everything = "\n".join(
        [*found.pages.values(), *(content.decode("utf-8", "replace") for content in found.files.values())]
    )
    everything += "\n".join([*found.pages, *found.files])
    for secret in ("tuyệt đối nội bộ", INTERNAL, INTERNAL.split("/")[1], "phát tán"):
        assert secret not in everything


HOSTILE = "<script>alert(1)</script> [x](y) {#z} <!-- search --> -- \"'& | 1. *a* `b` \\"


def hostile_library() -> Library:
    """The sample with documents whose every word of metadata tries to become markup."""
    library = sample_library()
    entry = library.entries[PLAN]
    metadata = msgspec.structs.replace(
        entry.document.metadata, title=HOSTILE, issuer=HOSTILE, symbol=f"1/{HOSTILE}", signer=Signer(HOSTILE, HOSTILE)
    )
    changed = msgspec.structs.replace(entry, document=msgspec.structs.replace(entry.document, metadata=metadata))
    work = msgspec.structs.replace(library.works[PLAN], title=HOSTILE, issuer=HOSTILE, symbol=f"1/{HOSTILE}")
    absent = msgspec.structs.replace(library.works[REGULATION], title=HOSTILE, issuer=HOSTILE, type_name=HOSTILE)
    return msgspec.structs.replace(
        library,
        entries={**library.entries, PLAN: changed},
        works={**library.works, PLAN: work, REGULATION: absent},
    )


def test_no_words_of_a_document_become_markup_on_the_built_site(tmp_path: Path) -> None:
    for path, markdown in render(hostile_library()).pages.items():
        file = tmp_path / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markdown, encoding="utf-8")
    shutil.copy(Path(__file__).parents[2] / "mkdocs.yml", tmp_path)
    build_site(tmp_path, tmp_path / "docs", {}, tmp_path / "site")
    for path in (tmp_path / "site").rglob("*.html"):
        assert "<script>alert(1)" not in path.read_text(encoding="utf-8"), path
    tree = html.parse(str(tmp_path / "site" / "van-ban" / f"{PLAN}.html"), html.HTMLParser(encoding="utf-8"))
    assert HOSTILE in tree.xpath("string(//title)")
    assert HOSTILE[:40] in tree.xpath("string(//meta[@name='description']/@content)")


def test_no_words_of_a_document_become_markup() -> None:
    found = render(hostile_library())
    seen = "".join(HOSTILE.split())
    for path, markdown in found.pages.items():
        tree = as_html(markdown)
        assert not tree.xpath("//script[not(@type='application/ld+json')] | //*[@id='z'] | //a[@href='y']"), path
        assert FRONT.sub("", markdown).count("<!-- search -->") == (path == "index.md"), path
        front = FRONT.match(markdown)
        assert front
        assert isinstance(yaml.safe_load(front[1])["title"], str), path
    for work_id in (PLAN, REGULATION):
        shown = "".join(page(found, work_id).text_content().split())
        assert shown.count(seen) >= 2, work_id


def test_two_kinds_may_not_write_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    from build_tools.render import home, site

    monkeypatch.setattr(site, "PAGE_KINDS", {"one": home.pages, "other": home.pages})
    with pytest.raises(ValueError, match=r"index\.md"):
        render(sample_library())


def test_english_pages_are_english() -> None:
    library = sample_library()
    found = render(library, options(library, "en"))
    assert "Plan" in found.pages["index.md"] or "Newest documents" in found.pages["index.md"]
    assert "Thư viện chưa có" not in found.pages[f"van-ban/{REGULATION}.md"]


class TestDocumentPage:
    def test_the_card_says_what_the_text_says(self, rendered: Rendered) -> None:
        card = text(page(rendered, PLAN).xpath("//dl[@class='pb-card']")[0])
        for words in (
            "12/KH-UBND",
            "Ủy ban nhân dân tỉnh Quảng Trị",
            "Quảng Trị, ngày 2 tháng 3 năm 2026",
            "PHÓ CHỦ TỊCH Nguyễn Văn Mẫu",
            "chưa đối chiếu với bản gốc",
            "1111111",
        ):
            assert words in card

    def test_a_review_is_shown_while_it_holds(self, rendered: Rendered) -> None:
        assert "Biên tập viên mẫu đã đối chiếu" in text(page(rendered, PARTY_PLAN))

    def test_a_review_of_another_text_has_lapsed(self) -> None:
        library = sample_library()
        entry = library.entries[PARTY_PLAN]
        changed = msgspec.structs.replace(entry.document, sha256="9" * 64)
        entries = {**library.entries, PARTY_PLAN: msgspec.structs.replace(entry, document=changed)}
        found = render(msgspec.structs.replace(library, entries=entries))
        assert "không còn giá trị" in text(page(found, PARTY_PLAN))

    def test_citations_are_links_by_what_became_of_them(self, rendered: Rendered) -> None:
        found = page(rendered, PLAN).xpath("//div[@class='pb-text']//*[contains(@class, 'pb-cite')]")
        shown = [(one.tag, one.get("class"), one.get("href")) for one in found]
        assert ("a", "pb-cite", "../son-la/34-kh-tu-2026.md") in shown
        assert ("a", "pb-cite pb-absent", "../trung-uong/999-qd-tw-2026.md#dieu-3") in shown
        assert ("span", "pb-cite pb-dangling", None) in shown
        assert ("span", "pb-cite pb-ambiguous", None) in shown

    def test_the_box_says_who_acts_after_the_closing_line(self, rendered: Rendered) -> None:
        tree = page(rendered, PLAN)
        (closing,) = tree.xpath("//p[@id='ii.1--3']")
        box = closing.getnext()
        assert box.get("data-gen")
        assert text(box) == (
            "Ai làm: Sở Tư pháp (chủ trì); Ủy ban nhân dân xã, phường, đặc khu (phối hợp);"
            " đề nghị: Tòa án nhân dân tỉnh (thực hiện) trước ngày 30/6/2026"
        )

    def test_relations_name_each_other_document_with_its_proof(self, rendered: Rendered) -> None:
        (section,) = page(rendered, PLAN).xpath("//section[@class='pb-relations']")
        groups = {text(one.find("dt")): text(one.find("dd")) for one in section.iter("div")}
        assert "Kế hoạch 34-KH/TU" in groups["Thực hiện"]
        assert "Luật Mẫu" in groups["Căn cứ"]
        back = page(rendered, PARTY_PLAN).xpath("//section[@class='pb-relations']")[0]
        assert "Được thực hiện bởi" in text(back)

    def test_a_restricted_document_says_so_at_its_head(self, library: Library, rendered: Rendered) -> None:
        if library.edition is Edition.INTERNAL:
            (banner,) = page(rendered, INTERNAL).xpath("//div[contains(@class, 'pb-banner--strong')]")
            assert "không được phát tán" in text(banner)

    def test_an_undated_document_shows_its_bounds_with_their_proofs(self, library: Library, rendered: Rendered) -> None:
        if library.edition is Edition.INTERNAL:
            card = text(page(rendered, INTERNAL).xpath("//dl[@class='pb-card']")[0])
            assert "trong khoảng từ ngày 5 tháng 1 năm 2026 đến ngày 31 tháng 8 năm 2026" in card

    def test_every_form_is_offered_for_download(self, rendered: Rendered) -> None:
        shown = page(rendered, PLAN).xpath("//ul[@class='pb-downloads']//a/@href")
        assert [address.rsplit("/", 1)[-1] for address in shown] == [
            "nguon.htm.txt",
            "van-ban.md",
            "12-kh-ubnd-2026.json",
            "12-kh-ubnd-2026.akn.xml",
            "12-kh-ubnd-2026.jsonld",
            "theo-doi.xlsx",
        ]

    def test_the_plain_markdown_holds_the_text_without_boxes(self, rendered: Rendered) -> None:
        plain = rendered.files[f"tai-ve/{PLAN}/van-ban.md"].decode()
        assert "\n\n### I. MỤC ĐÍCH, YÊU CẦU\n\n" in plain
        assert "Ai làm" not in plain
        assert "{ #" not in plain


class TestAbsentPage:
    def test_it_says_what_the_citations_tell(self, rendered: Rendered) -> None:
        tree = page(rendered, REGULATION)
        assert "chưa có toàn văn" in text(tree)
        assert "Bộ Chính trị" in text(tree)
        assert "ngày 5 tháng 1 năm 2026" in text(tree)

    def test_a_cited_article_has_the_anchor_of_the_full_text(self, rendered: Rendered) -> None:
        (heading,) = page(rendered, REGULATION).xpath("//*[@id='dieu-3']")
        quoted = heading.getnext()
        assert "Bám sát Điều 3 Quy định số 999-QĐ/TW" in text(quoted)
        assert quoted.xpath(".//strong/text()") == ["Điều 3 Quy định số 999-QĐ/TW"]

    def test_a_law_known_by_name_keeps_its_name(self, rendered: Rendered) -> None:
        assert page(rendered, LAW).xpath("string(//h1)") == "Luật Mẫu"


class TestIndexes:
    @pytest.mark.parametrize("name", ["so-hieu", "co-quan", "loai", "nam", "noi"])
    def test_each_index_holds_every_document_once(self, rendered: Rendered, library: Library, name: str) -> None:
        listed = as_html(rendered.pages[f"muc-luc/{name}.md"]).xpath("//ul[@class='pb-works']/li/a/@href")
        assert sorted(listed) == sorted(f"../van-ban/{work}.html" for work in library.works)

    def test_terms_show_meaning_and_source(self, rendered: Rendered) -> None:
        (entry,) = as_html(rendered.pages["muc-luc/thuat-ngu.md"]).xpath("//dl[@class='pb-terms']/div")
        assert text(entry.find("dt")) == "Quy chế"
        assert "quy chế tiếp nhận đơn thư" in text(entry)
        assert entry.xpath(".//a/@href")[0] == "../van-ban/son-la/34-kh-tu-2026.html#i.1"


class TestHome:
    def test_it_leads_to_the_guides_of_every_level_and_counts_tasks_as_they_do(self, rendered: Rendered) -> None:
        shown = as_html(rendered.pages["index.md"]).xpath("//ul[@class='pb-choose']//a")
        assert [link.get("href") for link in shown][:2] == ["vai-tro/so-tu-phap.html", "vai-tro/ubnd-xa.html"]
        assert text(shown[0]).endswith("2 việc")

    def test_a_group_of_bodies_is_nobodys_own_role(self, rendered: Rendered) -> None:
        shown = as_html(rendered.pages["index.md"]).xpath("//ul[@class='pb-choose']//a/@href")
        assert not {"vai-tro/so-ban-nganh.html", "vai-tro/co-quan-don-vi-dia-phuong.html"} & set(shown)

    def test_deadlines_stand_in_the_order_of_their_days(self, rendered: Rendered) -> None:
        days = as_html(rendered.pages["index.md"]).xpath("//*[@data-upcoming]/li/@data-day")
        assert days == sorted(days)
        assert "2026-06-30" in days

    def test_the_search_comes_first(self, rendered: Rendered) -> None:
        body = FRONT.sub("", rendered.pages["index.md"])
        assert body.split("\n\n")[1] == "<!-- search -->"
