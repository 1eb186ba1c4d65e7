"""What follows a label: a title, a sentence, or a title run into the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from build_tools.grammar.letters import compile_letters
from build_tools.model.span import Span
from build_tools.structure.bodies import names_bodies
from build_tools.structure.joined_titles import INNER_SENTENCE, NOTE_MARK, UNFINISHED, joined_title
from build_tools.structure.lead_ins import ADDRESSES, BODY_ACTS, announces, leads_in, tells_of_body
from build_tools.structure.lines import Line

LONGEST_TITLE = 80  # words; titles of tasks in plans run to sixty and more
SHORT_TITLE = 6  # words of a title that a small letter may follow, such as "1. Mục đích: để …"
LONGEST_OF_PROVISION = 30  # words of a khoản's title
LONGEST_TOPIC = 12  # words before the colon of a khoản such as "2. Đối tượng áp dụng:"
LONGEST_LABEL_LINE = 9  # words before the colon of a bullet such as "- Thời gian thực hiện: …"
_SENTENCE_END = re.compile(r"[.;,…!][”\"»)]*$")
_NO_TITLE_END = re.compile(r"[.;,…!:][”\"»)]*$")
_ABBREVIATED_END = re.compile(r"(?:\.\.\.|v\.v\.*|…)$")
_RUN_IN = compile_letters(r":\s+(?=[{Lu}{Ll}])")
_STEP = re.compile(r"(?:Bước|Giai đoạn) \d{1,2}\s?:\s")
_COLON_END = re.compile(r":$")
_TOPIC = re.compile(
    r"(?:Biện pháp|Cách thức|Căn cứ|Chế độ|Chính sách|Chức năng|Chức trách|Công thức|Cơ cấu|Cơ chế|Cơ sở|Danh mục|"
    r"Địa bàn|Địa điểm|Điều kiện|Định mức|Đối tượng|Giá|Hiệu lực|Hình thức|Hồ sơ|Kế hoạch|Kết quả|Khái niệm|Kinh phí|"
    r"Lệ phí|Lĩnh vực|Mục đích|Mục tiêu|Mức|Nghĩa vụ|Nguồn|Nguyên tắc|Nhiệm vụ|Nội dung|Phạm vi|Phí|Phương án|"
    r"Phương pháp|Phương thức|Quy mô|Quy trình|Quyền|Quyền hạn|Số lượng|Tài liệu|Thẩm quyền|Thành phần|Thông tin|"
    r"Thời điểm|Thời gian|Thời hạn|Thủ tục|Tiêu chí|Tiêu chuẩn|Tổ chức thực hiện|Trách nhiệm|Trình tự|Vị trí|Yêu cầu)\b"
)
_PREDICATE = re.compile(
    r"\s(?:phải|bị|là|do|gồm|không|như|thì|sẽ|được (?:quy định|tính|xác định|thực hiện|áp dụng|lập|gửi|xử lý))\s|"
    r"\sđược:"
)
_OPEN_END = re.compile(
    r"\s(?:đối với|về|quy định|áp dụng|bảo đảm|đảm bảo|nghĩa vụ|với|cho|của|các|là|gồm|để|ghi|khi|theo):$"
)
_VERB = re.compile(
    r"\s(?:được|phải|bị|có|là|do|gồm|không|thì|sẽ|khuyến khích|nghiêm cấm|quy định|chịu|bao gồm)\s|"
    r"^(?:Bãi bỏ|Sửa đổi|Bổ sung|Thay thế|Thay|Bỏ|Phạt|Buộc|Tước|Có|Không|Được|Phải|Bị|Lãnh đạo|Chỉ đạo|Chủ trì|"
    r"Phối hợp với|Thực hiện|Tổ chức|Xây dựng|Ban hành|Hướng dẫn|Kiểm tra|"
    r"Thông tư|Nghị định|Luật|Quyết định|Nghị quyết)\s"
)
_PARAGRAPH = 40  # characters; a shorter line without a stop may be a cell
_REFERENCE_GOES_ON = re.compile(r"Điều \d{1,3}[a-zđ]? (?:của|Luật|Bộ luật|Nghị|Thông|Quy)")
_NUMBER_HEADS = ("TT", "STT")
_NUMBER_HEAD = re.compile(r"\s(?:Số\s|S)?TT$")  # the first head of a table, joined with the title above it
_EXPLAINED = compile_letters(r":\s+[{Ll}](?:[^\s]*\s+){18}")  # a sentence goes on behind a colon
_NARROW = 40  # characters of a line in a narrow column
_WRAPPED = 55  # characters; a shorter title was not broken by the width of the page


class Heading(Struct, frozen=True):
    """The title of a unit and where it stands.

    `is_title` is false where a bullet goes on as a sentence; `runs_in` where any unit's sentence follows on the line.
    """

    text: str | None = None
    span: Span | None = None
    is_title: bool = False
    runs_in: bool = False


NO_HEADING = Heading()


def of_named_unit(line: Line, offset: int, following: Sequence[Line]) -> Heading:
    """The title of a Phần, Chương, Mục or Tiểu mục: behind the label, or on the lines below it."""
    start, words = _rest(line, offset)
    if words:
        more = _capital_lines(following) if _in_capitals(words) else []
        end = more[-1].end if more else start + len(words)
        return _heading(start, _unstopped([words, *(item.text for item in more)]), end)
    if not following:
        return NO_HEADING
    first = following[0]
    if first.is_table or first.labels or (not _in_capitals(first.text) and _SENTENCE_END.search(first.text)):
        return NO_HEADING
    lines = _capital_lines(following) or [first]
    return _heading(first.start, _unstopped([item.text for item in lines]), lines[-1].end)


def _unstopped(words: Sequence[str]) -> str:
    """The words of a title in capitals, or of a chapter, without the stop at their end."""
    title = " ".join(words).rstrip(": ")
    return title[:-1] if title.endswith(".") and not _ABBREVIATED_END.search(title) else title


def _in_capitals(words: str) -> bool:
    """Whether the words are capitals, but for symbols such as 263/QĐ-TTg."""
    if words.isupper() or not words[:1].isupper():
        return words.isupper()
    return "/" in words and " ".join(word for word in words.split() if "/" not in word).isupper()


def _capital_lines(following: Sequence[Line]) -> list[Line]:
    taken: list[Line] = []
    for line in following[:5]:
        if not _in_capitals(line.text) or line.is_rule or line.is_table or line.labels or line.text in _NUMBER_HEADS:
            break
        taken.append(line)
    return taken


def of_article(line: Line, offset: int, width: int, following: Sequence[Line], *, opens: bool = False) -> Heading:
    """The title of an Điều.

    `width` is the length of the full lines of the received file: a title may have been joined with its text where one
    of them breaks. `following` are the lines before the article's first unit: a title may go on there. `opens` is
    whether it contains units.
    """
    start, words = _rest(line, offset)
    breaks = line.breaks
    if not words:
        return _title_below(following)
    if words.startswith("("):
        return NO_HEADING  # a remark such as (được bãi bỏ)
    if _is_stopped_title(words) and (opens or following):
        return _heading(start, words.rstrip("."))
    if len(words) > _WRAPPED and not opens and tells_of_body(words):
        return NO_HEADING
    if re.search(r"[.;][/”\"]*$", words):
        title = joined_title(line, start, breaks, width)
        return _heading(start, title) if title else NO_HEADING
    if words.endswith(":"):
        title = joined_title(line, start, breaks, width)
        if title or leads_in(words) or BODY_ACTS.match(words):
            return _heading(start, title) if title else NO_HEADING
    end = start + len(words)
    unfinished = following and UNFINISHED.search(f" {words.lower()}")
    if (unfinished or len(line.text) > _WRAPPED) and len(following) == 1 and _goes_on(following[0]):
        return _heading(start, f"{words} {following[0].text}", following[0].end)
    return NO_HEADING if unfinished else _heading(start, words.rstrip(": "), end)


def _title_below(following: Sequence[Line]) -> Heading:
    if following and not _NO_TITLE_END.search(following[0].text) and len(following[0].text) < 200:
        return _heading(following[0].start, following[0].text)
    return NO_HEADING


def _goes_on(line: Line) -> bool:
    """Whether a line between a long title and the first khoản is the rest of the title: it ends without a stop."""
    return not line.is_table and not line.is_rule and len(line.text) < 120 and line.text[-1:] not in ".;:,”"


def of_coded_unit(line: Line, offset: int) -> Heading:
    """The name of an indicator (`0402. Tỷ lệ …`): its whole line, whatever stands at its end."""
    start, words = _rest(line, offset)
    return _heading(start, words.rstrip(".: ")) if words else NO_HEADING


def of_provision(line: Line, offset: int, below: Sequence[Line], *, opens: bool, is_clause: bool) -> Heading:
    """The title of a khoản or điểm, which few have: it stands alone on its line (`1. Đối tượng áp dụng`).

    `below` are the lines between it and the next unit; `opens` is whether it contains units.
    """
    start, words = _rest(line, offset)
    if not (opens or (below and _is_paragraph(below[0]))) or not words[:1].isupper() or _is_sentence(words):
        return NO_HEADING
    longest = LONGEST_TOPIC if words.endswith(":") else LONGEST_OF_PROVISION
    if words.count(" ") >= longest or leads_in(words) or _RUN_IN.search(_STEP.sub("", words)):
        return NO_HEADING
    if UNFINISHED.search(words) or (words.endswith(":") and not _names_list(words, opens=opens and is_clause)):
        return NO_HEADING
    return _heading(start, words.rstrip(": "))


def _names_list(words: str, *, opens: bool) -> bool:
    """Whether words before a colon name what stands below them, and are no beginning of a sentence."""
    if is_topic(words) or names_bodies(words.rstrip(": ")):
        return not _PREDICATE.search(words)
    return opens and not (ADDRESSES.match(words) or _OPEN_END.search(words) or _VERB.search(words))


def _is_paragraph(line: Line) -> bool:
    """Whether the line is a paragraph of its own, and neither the rest of a line above nor the cell of a table."""
    words = line.text
    return not line.is_table and words[:1].isupper() and (len(words) >= _PARAGRAPH or words[-1:] in ".;:")


def of_plan_unit(line: Line, offset: int, following: Sequence[Line], *, bullet: bool, opens: bool = False) -> Heading:
    """The title of a numbered unit or bullet of a plan, whole or run into the sentence.

    `following` are the lines below it: a title in capitals may go on there. `opens` is whether it contains units.
    """
    start, words = _rest(line, offset)
    words = _NUMBER_HEAD.sub("", words) if words.endswith("TT") else words
    if not words:
        return NO_HEADING
    if not bullet and len(words) > 3 and words.isupper():
        more = _capital_lines(following)
        end = more[-1].end if more else start + len(words)
        return _heading(start, _unstopped([words, *(item.text for item in more)]), end)
    if _is_stopped_title(words, opens=opens and not bullet) and (opens or (following and _is_paragraph(following[0]))):
        return _heading(start, words.rstrip("."))
    if run_in := _run_in(words, bullet=bullet):
        return Heading(_clean(run_in), Span(start, start + len(run_in)), is_title=not bullet, runs_in=True)
    if _is_sentence(words) or leads_in(words) or (words.endswith(":") and ADDRESSES.match(words)):
        return NO_HEADING
    if (inner := _RUN_IN.search(words)) and announces(words[: inner.start()]):
        return NO_HEADING
    if bullet and (not opens or words.count(" ") >= LONGEST_LABEL_LINE):
        return NO_HEADING
    if not words.isupper() and (_EXPLAINED.search(words) or (following and _is_rest_of_sentence(following[0]))):
        return NO_HEADING
    if opens and not bullet and len(following) == 1 and _is_rest_of_title(words, following[0]):
        return _heading(start, f"{words} {following[0].text}", following[0].end)
    return _heading(start, words.rstrip(": "))


def _is_stopped_title(words: str, *, opens: bool = False) -> bool:
    """Whether the words are a title that was given a full stop: `1. Mục đích.`, or any name of what stands inside."""
    if not words.endswith(".") or words.count(" ") >= SHORT_TITLE or _ABBREVIATED_END.search(words):
        return False
    return (is_topic(words) or opens) and words[0].isupper() and not _VERB.search(words)


def _is_rest_of_sentence(line: Line) -> bool:
    """Whether the line goes on with the sentence of the line above it: a small letter, or `Điều 93 của Luật …`."""
    return (line.text[:1].islower() and not line.labels) or bool(_REFERENCE_GOES_ON.match(line.text))


def _is_rest_of_title(words: str, line: Line) -> bool:
    """Whether the only line between a short title and the first unit below it is the rest of that title.

    So a title is broken in a narrow column; a paragraph would end with a stop.
    """
    if line.is_table or line.is_rule or line.labels or words.endswith(":"):
        return False
    return len(words) <= _NARROW and 1 < len(line.text) <= _NARROW and line.text[-1] not in ".;:,)…"


def is_short_title(words: str) -> bool:
    """Whether the words behind a bullet can be the title of what stands below it (`* Nội dung`)."""
    return bool(words) and words.count(" ") < LONGEST_LABEL_LINE and not _SENTENCE_END.search(words)


def is_topic(words: str) -> bool:
    """Whether the words begin as titles of provisions do (`Đối tượng …`, `Trình tự …`)."""
    return bool(_TOPIC.match(words))


def _is_sentence(words: str) -> bool:
    ended = _SENTENCE_END.search(words) and not _ABBREVIATED_END.search(words)
    inner = ". " in words and INNER_SENTENCE.search(words)
    return bool(ended or inner or words.count(" ") >= LONGEST_TITLE)


def _run_in(words: str, *, bullet: bool) -> str | None:
    """The title before a colon that the sentence follows on the same line; a small letter may follow a short one."""
    match = _RUN_IN.search(words) or (_COLON_END.search(words) if bullet else None)
    if not match:
        return None
    title = words[: match.start()]
    follows_small = match.end() < len(words) and not words[match.end()].isupper()
    longest = SHORT_TITLE if follows_small else LONGEST_LABEL_LINE if bullet else LONGEST_TITLE
    if match.end() == len(words) and ADDRESSES.match(title):
        return None
    if title.count(" ") >= longest or INNER_SENTENCE.search(title) or announces(title):
        return None
    return None if ";" in title and bullet else title


def _rest(line: Line, offset: int) -> tuple[int, str]:
    words = line.text[offset:]
    return line.start + offset, words.rstrip()


def titled(start: int, title: str) -> Heading:
    """A title that stands at `start`, although a sentence follows it on its line."""
    return _heading(start, title)


def _heading(start: int, words: str, end: int | None = None) -> Heading:
    return Heading(_clean(words), Span(start, end if end is not None else start + len(words)), is_title=True)


def _clean(words: str) -> str:
    """The title as it is read: white space folded, the digits of a footnote mark left out."""
    folded = " ".join(words.split())
    if folded[-1:] in '”"' and not re.search(r"[“\"]", folded[:-1]):
        folded = folded[:-1]  # it closes the words of an amending act
    return NOTE_MARK.sub("", folded) if folded[-1:].isdigit() else folded
