"""Downloads unpack on any Windows, whatever the received file was called."""

from __future__ import annotations

import pytest

from build_tools.model.library import Original
from build_tools.render import RenderOptions, render
from tests.render.sample import sample_library

LONGEST = 120
FOLDER = "phobien-cong-khai/trang/"


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("source.md", "source.md"),
        ("Kế hoạch số 12 (bản quét).pdf", "ban-goc.pdf"),
        ("CON", "ban-goc"),
        ("a" * 90 + ".txt", "ban-goc.txt"),
        ("trang.html", "trang.html.txt"),
        ("van-ban.md", "ban-goc.md"),
        ("x:y?.docx", "ban-goc.docx"),
    ],
)
def test_a_received_file_is_published_under_a_plain_name(name, published):
    library = sample_library()
    work = next(iter(library.entries))
    files = render(library, RenderOptions(originals={work: Original(name, b"x")})).files
    assert files[f"tai-ve/{work}/{published}"] == b"x"


def test_every_path_of_a_document_with_the_longest_name_unpacks_on_windows():
    library = sample_library()
    work = next(iter(library.entries))
    files = render(library, RenderOptions(originals={work: Original("CON.xhtml", b"x")})).files
    longest = "a" * 70
    for path in files:
        if work in path:
            assert len(FOLDER + path.replace(work, longest)) <= LONGEST, path
