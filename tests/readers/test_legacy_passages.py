"""Old encodings where they do not fill the whole text, and letters that were lost on the way."""

from __future__ import annotations

import pytest

from build_tools.model.source import SourceLine
from build_tools.readers import read
from build_tools.readers.legacy_passages import mend_passages
from tests.normalise.cases import source
from tests.readers.test_reading import put, written_in

PROSE = (
    "Căn cứ Luật Tổ chức chính quyền địa phương, uỷ ban nhân dân tỉnh ban hành kế hoạch như sau:\n"
    "1. Các cơ quan, đơn vị có trách nhiệm tổ chức thực hiện kế hoạch này."
)


def mended(text: str) -> tuple[str, list[tuple[str, int, str]]]:
    found = mend_passages(source(text))
    said = [(note.code, note.line or 0, note.args["encoding"]) for note in found.diagnostics]
    return "\n".join(line.text for line in found.lines), said


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_a_passage_pasted_from_an_old_font_is_converted_and_said(encoding):
    text = f"{PROSE}\nI. PHAM VI\n{written_in(PROSE, encoding)}\n{PROSE}"
    assert mended(text) == (f"{PROSE}\nI. PHAM VI\n{PROSE}\n{PROSE}", [("legacy-passage", 4, encoding.upper())])


@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
def test_a_passage_that_was_decoded_twice_is_converted_and_said(wrong):
    twice = "".join(bytes([byte]).decode(wrong, "ignore") or chr(byte) for byte in PROSE.encode())
    assert mended(f"{PROSE}\n{twice}\n{PROSE}") == (f"{PROSE}\n{PROSE}\n{PROSE}", [("legacy-passage", 3, "UTF-8 × 2")])


def test_a_line_that_cannot_be_decoded_stays_beside_those_that_can():
    lost = "TÃ i liá»‡u \ufffd"
    twice = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in PROSE.encode())
    assert mended(f"{twice}\n{lost}")[0] == f"{PROSE}\n{lost}"


@pytest.mark.parametrize(
    "text",
    [
        "Nhiệt độ 25°C ± 0,5; dài 5 µm × 3; © 2025 Bộ; «điều» ®",
        "L'élève français a été reçu à Genève; le maïs, l'île, le cœur du Müller-Straße.\n" * 4,
        "Nghị định của Chính phủ\nCác ông Müller, Jürgen Weiß và bà Françoise Lefèvre, Ðorđe\nLuật này",
        "tại Lào Cai, các xã Bát Xát, Na Hang; thành lập ban",
    ],
)
def test_other_languages_signs_and_names_are_left_alone(text):
    assert mended(text) == (text, [])


def test_the_national_standard_has_capitals_of_its_own(tmp_path):
    """As `iconv -t TCVN5712-1` writes it."""
    capitals = "C\u0097NG HO\u0080 X\u0082 H\u0097I CH\u009e NGH\u008fA VI\u008cT NAM"
    prose = written_in("Căn cứ quy định của Chính phủ về kế hoạch, các cơ quan", "tcvn3")
    found = read(put(tmp_path, f"{capitals}\n{prose}\n".encode("latin-1")), file="a")
    assert found.lines[0].text == "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert (found.encoding, found.lines[1].text[:6]) == ("tcvn5712", "Căn cứ")


def test_plain_lines_before_an_old_text_do_not_hide_it(tmp_path):
    data = "KE HOACH SO 5\n" * 5_000 + written_in(PROSE, "tcvn3")
    for received in (data.encode("latin-1"), data.encode()):
        found = read(put(tmp_path, received), file="a")
        assert "\n".join(line.text for line in found.lines[-2:]) == PROSE


def test_letters_that_were_lost_are_said(tmp_path):
    found = read(put(tmp_path, "Điều 1. Ph\ufffdm vi\nKho\ufffdn 1, \ufffd"), file="a")
    assert [(note.code, note.line, note.args) for note in found.diagnostics] == [("letters-lost", 1, {"count": "3"})]


def test_a_source_without_such_passages_is_the_same():
    received = source(PROSE)
    assert mend_passages(received) is received
    assert isinstance(received.lines[0], SourceLine)
