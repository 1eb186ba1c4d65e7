"""One received file, from bytes to findings."""

from __future__ import annotations

from collections import Counter

import pytest

from build_tools.fidelity import words
from build_tools.pipeline.analyse import analyse
from build_tools.received import received_words

PAGE = "<html><body><nav>Trang chủ</nav><h1>QUYẾT ĐỊNH</h1>\n<p>Điều 1. Phạm vi</p><script>x()</script></body></html>"


def test_what_the_reader_removed_and_said_is_recorded_once(tmp_path):
    path = tmp_path / "a.htm"
    path.write_text("<meta charset=windows-1252>" + PAGE, encoding="utf-8")
    document = analyse(path, file="a.htm")
    assert [item.text for item in document.removed] == ["Trang chủ", "x()"]
    assert [item.code for item in document.diagnostics].count("html-encoding-wrong") == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.htm", PAGE), ("a.txt", "QUYẾT ĐỊNH\nCÔNG BÁO/Số 1/Ngày 1-1-2026\n2\nĐiều 1. Phạm\u00ad vi\n")],
)
def test_the_words_received_are_those_of_the_text_and_of_the_record(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    document = analyse(path, file=name)
    removed = [word for item in document.removed for word in words(item.text)]
    kind = "html" if name.endswith("htm") else "text"
    assert Counter(received_words(text.encode(), kind)) == Counter(words(document.text)) + Counter(removed)
