"""Changes: the made-up acts in all forms, every row of the tables, and the real acts that were read by hand."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from build_tools.annotate.changes import find_changes
from build_tools.annotate.changes.masking import Masker
from build_tools.annotate.citations import find_citations
from build_tools.data.rows import ChangeObject, ChangePhrase
from build_tools.data.tables import change_objects, change_phrases
from build_tools.model.change import Change, ChangeKind, ChangePart
from build_tools.model.citation import Citation
from build_tools.model.document import Outline
from build_tools.model.provisions import Provisions
from build_tools.model.source import CleanText
from build_tools.model.span import Span
from build_tools.normalise import normalise
from build_tools.readers import read
from build_tools.structure import outline
from tests.annotate.reading import Fixture, fixtures, read_text
from tests.annotate.shown_changes import shown_changes
from tests.work import ends, grows_with

ANNOTATED = sorted((Path(__file__).parent / "corpus_changes").glob("*.txt"))
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
_ACT = """THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 26/2028/TT-BTP ngày 25 tháng 12 năm 2028
Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 26/2028/TT-BTP
{order}
“1. Lời văn mới.”
"""


def changes_in(text: str) -> tuple[CleanText, tuple[Citation, ...], tuple[Change, ...]]:
    """The changes of an act of which each line is a paragraph."""
    clean, outlined = read_text(text)
    citations = find_citations(clean, outlined)
    return clean, citations, find_changes(clean, outlined, citations)


@pytest.mark.parametrize("fixture", fixtures("changes"), ids=lambda fixture: fixture.name)
def test_forms(fixture: Fixture) -> None:
    clean, citations, changes = changes_in(fixture.text)
    assert "\n".join(shown_changes(changes, citations, clean.text)) == "\n".join(fixture.expected)


@pytest.mark.parametrize("row", change_phrases(), ids=lambda row: row.phrase_vi[:20])
def test_every_verb_is_read_in_its_example(row: ChangePhrase) -> None:
    _clean, _citations, changes = changes_in(_ACT.format(order=row.example))
    of_words = {ChangeKind.REPLACE: ChangeKind.REPLACE_WORDS}.get(ChangeKind(row.kind))
    assert changes
    assert {change.kind for change in changes} <= {ChangeKind(row.kind), of_words}


@pytest.mark.parametrize("row", change_objects(), ids=lambda row: row.words_vi[:20])
def test_every_object_is_read_in_its_example(row: ChangeObject) -> None:
    _clean, _citations, changes = changes_in(_ACT.format(order=f"1. {row.example}"))
    assert changes
    for change in changes:
        if row.means == "words":
            assert change.old is not None
        else:
            assert change.part is ChangePart(row.means)


@pytest.mark.parametrize(
    "sentence",
    [
        "Điều 33. Sửa đổi, bổ sung hợp đồng lao động",
        "2. Sửa đổi hồ sơ mời thầu, điều khoản tham chiếu: theo quy định tại khoản 2 Điều 5 Thông tư này.",
        "1. Sửa đổi, bổ sung nội dung quy định tại khoản 1 Điều 2 Thông tư này phải được thông báo.",
        "1. Hồ sơ quy định tại khoản 2 Điều 6 Nghị định số 70/2015/NĐ-CP đã được sửa đổi, bổ sung, cụ thể:",
        "1. Bỏ phiếu kín theo khoản 2 Điều 3 Nghị định số 70/2015/NĐ-CP.",
        "1. Bổ sung thông tin theo yêu cầu tại khoản 2 Điều 3 Nghị định số 70/2015/NĐ-CP.",
    ],
)
def test_what_only_speaks_of_changing_is_none(sentence: str) -> None:
    text = f"THÔNG TƯ\nQuy định về hồ sơ\nĐiều 1. Phạm vi điều chỉnh\n{sentence}\n"
    assert changes_in(text)[2] == ()


def test_a_consolidated_text_orders_nothing_itself() -> None:
    head = "Số: 12/VBHN-BTP\nVĂN BẢN HỢP NHẤT\nTHÔNG TƯ\nQuy định về hồ sơ\n"
    text = f"{head}Điều 1. Bãi bỏ Điều 5 Thông tư số 1/2020/TT-BTP\n"
    clean, outlined = read_text(text)
    assert outlined.metadata.type == "VBHN"
    assert find_changes(clean, outlined, find_citations(clean, outlined)) == ()


@pytest.mark.corpus
@pytest.mark.parametrize("path", ANNOTATED, ids=lambda path: path.stem[:40])
def test_real_acts(path: Path) -> None:
    found = [source for source in CORPUS.glob(f"*/{path.name}") if source.is_file()]
    if not found:
        pytest.skip(f"{path.name} is not in {CORPUS}")
    clean = normalise(read(found[0], file=path.name))
    outlined = outline(clean)
    citations = find_citations(clean, outlined)
    changes = find_changes(clean, outlined, citations)
    expected = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    wanted, got = Counter(expected), Counter(shown_changes(changes, citations, clean.text))
    assert (wanted - got, got - wanted) == (Counter(), Counter())
    for change in changes:
        assert change.span.of(clean.text)
        assert change.wording is None or change.wording.of(clean.text).strip()


@pytest.mark.corpus
def test_an_official_consolidated_text_bears_out_what_was_read() -> None:
    """Each change of a circular stands, with the very words, where the ministry's own consolidated text has it."""
    amending = next((CORPUS / "gazette").glob("thong-tu-so-34-2021-*.txt"))
    official = next((CORPUS / "gazette").glob("van-ban-hop-nhat-so-959-*.txt"))
    clean = normalise(read(amending, file=amending.name))
    outlined = outline(clean)
    truth = normalise(read(official, file=official.name))
    provisions = Provisions(outline(truth).units)
    changes = find_changes(clean, outlined, find_citations(clean, outlined))
    assert len(changes) == 7
    for change in changes:
        (unit,) = [unit for unit in provisions.matches(change.pinpoint) if provisions.annex(unit) is None]
        found = _NOTE.sub("", unit.span.of(truth.text))
        if change.kind is ChangeKind.REPEAL:
            assert "được bãi bỏ" in found
        else:
            assert change.wording is not None
            assert _words(found)[:30] == _words(change.wording.of(clean.text))[:30]


_NOTE = re.compile(r"(?<=[a-zđ\d][).])\d{1,2}(?=\s)")


def _words(text: str) -> list[str]:
    """The words, `uỷ` and `ủy` being one: two ways to set the tone mark."""
    return ["".join(sorted(unicodedata.normalize("NFD", word))) for word in re.findall(r"\w+", text.casefold())]


def test_brackets_of_a_long_paragraph_are_blanked_out_in_one_pass() -> None:
    text = "Bãi bỏ Điều 5 (theo quy định); (đã có) “khoản 2” của Nghị định. " * 30_000
    with ends():
        masked = Masker(text, ()).mask(Span(0, len(text)))
    assert len(masked.text) == len(text)
    assert "quy định" not in masked.text
    assert "khoản 2" not in masked.text
    assert len(masked.quoted) == 30_000


def test_work_grows_with_the_orders_of_an_act() -> None:
    def act(count: int) -> tuple[CleanText, Outline, tuple[Citation, ...]]:
        orders = "".join(f"{n}. Sửa đổi Điều {n} như sau:\n“Điều {n}. Lời văn mới.”\n" for n in range(1, count))
        clean, outlined = read_text(
            "THÔNG TƯ\nSửa đổi, bổ sung một số điều của Thông tư số 26/2028/TT-BTP\n"
            f"Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 26/2028/TT-BTP\n{orders}"
        )
        return clean, outlined, find_citations(clean, outlined)

    assert grows_with(lambda given: find_changes(*given), act(60), act(600), times=10)
