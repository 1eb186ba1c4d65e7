"""What is not released does not leak: tested by searching everything that a build leaves behind."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from pathlib import Path

import pytest
import yaml

from build_tools.errors import StopError
from build_tools.model.decisions import Edition
from build_tools.pipeline.build import build
from build_tools.pipeline.workspace import Workspace
from tests.conftest import REPOSITORY
from tests.site.pages import WORD, files_of

RESTRICTED = "lao-cai/ke-hoach-thuc-hien-27-nq-tw"
BUILT = ("docs", "site", "dist", ".cache")
RUN = 9  # words in a row that make a passage recognisable


def fold(text: str) -> str:
    return " ".join(WORD.findall(unicodedata.normalize("NFC", text).casefold()))


def passages(text: str) -> set[str]:
    """Every run of words of the text, so that no sentence and no half of one can hide."""
    found = [word for word in fold(text).split() if not word.isdigit()]
    return {" ".join(found[i : i + RUN]) for i in range(len(found) - RUN + 1)}


def secret_passages() -> set[str]:
    """Runs of words that only the restricted plan contains, in the repository's texts and its program."""
    texts = {
        path.parent: path.read_text(encoding="utf-8") for path in (REPOSITORY / "source_texts").glob("*/*/source.*")
    }
    restricted = REPOSITORY / "source_texts" / RESTRICTED
    sentences = re.split(r"[.;:…]\s", " ".join(texts.pop(restricted).split()))
    own = set().union(*(passages(sentence) for sentence in sentences))
    for text in texts.values():
        own -= passages(re.sub(r"<[^<>]*>", " ", text))
    for table in (REPOSITORY / "build_tools" / "data").glob("*.csv"):
        own -= passages(table.read_text(encoding="utf-8"))
    assert len(own) > 3000
    return own


def leaks(root: Path, secrets: set[str], folders: tuple[str, ...] = BUILT) -> list[str]:
    """The files below the built folders that contain a secret run of words, or name the restricted plan's page."""
    found = []
    for folder in folders:
        for name, data in files_of(root / folder):
            text = data.decode("utf-8", errors="ignore")
            plain = re.sub(r"<[^<>]*>|\\[nt]", " ", text)
            if passages(plain) & secrets or RESTRICTED.split("/")[1] in name + text:
                found.append(f"{folder}/{name}")
    return found


def test_the_public_edition_contains_not_one_sentence_of_the_restricted_plan(built):
    assert leaks(built("public"), secret_passages()) == []


def test_the_search_would_notice(built):
    """The internal edition does contain it: as page, data, search index and package."""
    found = leaks(built("internal"), secret_passages(), ("docs", "site", "dist"))
    assert any(name.startswith("docs/") for name in found)
    assert any(name.startswith("dist/") and "!" in name for name in found)
    assert any(name.endswith(f"{RESTRICTED}.html") for name in found)
    assert any(name.startswith("site/tim-kiem/") for name in found)


def test_public_words_of_the_restricted_plan_alone_are_not_in_the_search_index(built):
    """Not even a single word that no other document has."""
    texts = {p.parent: p.read_text(encoding="utf-8") for p in (REPOSITORY / "source_texts").glob("*/*/source.*")}
    own = set(fold(texts.pop(REPOSITORY / "source_texts" / RESTRICTED)).split())
    for text in texts.values():
        own -= set(fold(text).split())
    tables = " ".join(p.read_text(encoding="utf-8") for p in (REPOSITORY / "build_tools" / "data").glob("*.csv"))
    own -= set(fold(tables).split())
    letters = {word for word in own if len(word) > 3 and not word.isascii()}
    assert letters
    index = "".join(d.decode() for n, d in files_of(built("public") / "site" / "tim-kiem") if n.endswith(".js"))
    assert [word for word in sorted(letters) if f'"{word}"' in index] == []


def test_documents_that_only_the_restricted_plan_cites_do_not_exist_for_the_public(built):
    """No page, no entry in an index, no mark on the timeline."""
    data = built("internal") / "site" / "du-lieu"
    record = json.loads((data / f"{RESTRICTED}.json").read_text(encoding="utf-8"))
    others = " ".join(
        fold(path.read_text(encoding="utf-8"))
        for path in (REPOSITORY / "source_texts").glob("*/*/source.*")
        if path.parent != REPOSITORY / "source_texts" / RESTRICTED
    )
    symbols = {c["symbol"] for c in record["citations"] if c["symbol"] and fold(c["symbol"]) not in others}
    assert len(symbols) >= 8
    for name, content in files_of(built("public") / "site"):
        text = content.decode("utf-8", errors="ignore")
        assert [symbol for symbol in symbols if symbol in text] == [], name


def test_every_page_of_the_internal_edition_says_so(built):
    pages = list((built("internal") / "site").rglob("*.html"))
    assert len(pages) > 20
    missing = [p.name for p in pages if "BẢN NỘI BỘ" not in p.read_text(encoding="utf-8").upper()]
    assert missing == []
    public = [
        p for p in (built("public") / "site").rglob("*.html") if "pb-edition-internal" in p.read_text(encoding="utf-8")
    ]
    assert public == []


def test_one_edition_after_the_other_leaves_nothing_of_the_first(library):
    workspace = Workspace(library)
    build(workspace, Edition.INTERNAL)
    assert leaks(library, secret_passages(), ("site",))
    build(workspace, Edition.PUBLIC)
    assert leaks(library, secret_passages()) == []
    assert [p.name for p in (library / "dist").iterdir()] == ["phobien-cong-khai.zip"]


def decide(library: Path, folder: str, **changes: object) -> None:
    path = library / "source_texts" / folder / "document.yml"
    decisions = yaml.safe_load(path.read_text(encoding="utf-8"))
    decisions.update(changes)
    path.write_text(yaml.safe_dump(decisions, allow_unicode=True), encoding="utf-8")


def only(library: Path, *folders: str) -> None:
    """Leave only these documents in the library, for speed."""
    for path in (library / "source_texts").glob("*/*"):
        if f"{path.parent.name}/{path.name}" not in folders:
            shutil.rmtree(path)


def published(library: Path) -> set[str]:
    pages = library / "docs" / "van-ban"
    found = build(Workspace(library), Edition.PUBLIC).converted.library.entries
    assert all((pages / f"{name}.md").is_file() for name in found)
    return set(found)


CLEARANCE = {"by": "Trần Thị B", "on": "2026-07-21", "basis": "Công văn số 12-CV/TU"}


def test_an_ownership_mark_overrules_the_edition(library):
    only(library, RESTRICTED)
    decide(library, RESTRICTED, edition="public")
    assert published(library) == set()


def test_a_clearance_of_this_exact_text_releases_it(library):
    only(library, RESTRICTED)
    decide(library, RESTRICTED, edition="public", clearance=CLEARANCE)
    assert published(library) == {RESTRICTED}


def test_a_clearance_of_another_text_does_not(library):
    only(library, RESTRICTED)
    decide(library, RESTRICTED, edition="public", clearance=CLEARANCE | {"sha256": "0" * 64})
    assert published(library) == set()


def test_a_clearance_alone_does_not_publish(library):
    only(library, RESTRICTED)
    decide(library, RESTRICTED, clearance=CLEARANCE)
    assert published(library) == set()


@pytest.mark.parametrize("stamp", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
@pytest.mark.parametrize("edition", list(Edition))
def test_a_secrecy_stamp_stops_the_build_before_a_byte_is_written(library, stamp, edition):
    folder = library / "source_texts" / "ha-noi" / "12-kh-ubnd-2026"
    folder.mkdir(parents=True)
    head = f"{stamp}\n\nỦY BAN NHÂN DÂN\n\nSố: 12/KH-UBND\n\nHà Nội, ngày 3 tháng 2 năm 2026\n\n"
    text = f"{head}KẾ HOẠCH\nTuần tra đêm\n\nI. MỤC ĐÍCH\n\n1. Giữ gìn trật tự.\n"
    (folder / "source.txt").write_text(text, encoding="utf-8")
    (folder / "document.yml").write_text(
        "edition: public\nclearance: {by: A, on: 2026-07-21, basis: B}\n", encoding="utf-8"
    )
    before = sorted(str(p) for p in library.rglob("*"))
    with pytest.raises(StopError) as caught:
        build(Workspace(library), edition)
    assert caught.value.code == "secrecy-stamp"
    assert (caught.value.file, caught.value.line) == ("source_texts/ha-noi/12-kh-ubnd-2026/source.txt", 1)
    after = [p for p in sorted(str(p) for p in library.rglob("*")) if ".cache" not in p]
    assert after == before
    assert not any(
        b"Tu\xe1\xba\xa7n tra" in data for name, data in files_of(library) if not name.startswith("source_texts/")
    )
