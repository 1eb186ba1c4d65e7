"""The title of an article that was joined with the sentence below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.grammar.letters import compile_letters
from build_tools.structure.lines import Line

INNER_SENTENCE = compile_letters(r"[{Ll}0-9)”]\. [{Lu}]")
NOTE_MARK = compile_letters(r"(?<=[{Lu}{Ll})”])\d{1,3}$")
_ROOM = 6  # characters left at a line's end beyond the next word
_SUBJECT = re.compile(
    r"(?:Người|Khi|Các|Trường hợp|Trừ|Ngoài|Việc|Cá nhân|Tổ chức|Cơ quan|Đối với|Căn cứ|Trong|Hồ sơ|Hằng|Mẫu|Mức|"
    r"Sau khi|Thời hạn|Doanh nghiệp|"
    r"(?:Luật|Bộ luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Quy chế|Quy định) này)\s"
)
UNFINISHED = re.compile(r"\s(?:và|hoặc|của|các|những|theo|tại|cho|với|để|là|về|trong|từ|đến|được|bị|có)$")
_LONGEST_TITLE = 30  # words
_SENTENCE_BEGINS = compile_letters(r"[{Lu}][{Ll}]*\s[{Ll}]")
_NAME = re.compile(  # what a received line may begin with in the midst of a sentence
    r"(?:Ban|Bộ|Chánh|Chi cục|Chính phủ|Chủ tịch|Công an|Cục|Đảng|Điều|Điểm|Giám đốc|Hiến pháp|Hội|Khoản|Kho bạc|"
    r"Luật|Mặt trận|Mục|Ngân hàng|Nghị|Nhà nước|Nhân dân|Phó|Phòng|Phụ lục|Pháp lệnh|Quân|Quốc|Quyết định|Sở|"
    r"Thanh tra|Thành|Thông tư|Thủ|Tòa án|Toà án|Tổng|Trung|Trưởng|Ủy ban|Uỷ ban|Văn phòng|Viện|Vụ)\s"
)
_DUTIES = re.compile(r"(?:Trách nhiệm|Nhiệm vụ|Quyền|Nghĩa vụ|Thẩm quyền|Chức năng|Quyền hạn)\s")
_DUTY = re.compile(  # how a duty begins that stands below a title such as "Trách nhiệm của …"
    r"(?:Ban hành|Bảo đảm|Bố trí|Cập nhật|Cấp|Chấp hành|Chỉ đạo|Chịu trách nhiệm|Chủ trì|Công bố|Công khai|"
    r"Cung cấp|Được|Đôn đốc|Đề nghị|Đề xuất|Giám sát|Giải quyết|Giúp|Hướng dẫn|Khai thác|Kiểm tra|Lập|Lưu trữ|"
    r"Phát hiện|Phê duyệt|Phối hợp|Quản lý|Quyết định|Rà soát|Tạo|Tham gia|Tham mưu|Thanh tra|Theo dõi|"
    r"Thông báo|Thực hiện|Tiếp nhận|Tổ chức|Tổng hợp|Trình|Tuân thủ|Xác nhận|Xây dựng|Xem xét)\s"
)


def joined_title(line: Line, start: int, breaks: Sequence[int], width: int) -> str | None:
    """A title that was joined with the sentence below it, told by where the received file ended its lines.

    The title's last line bears a footnote mark, or would have had room for the next word, or the sentence begins with
    the title's own words, with a usual subject, or with a duty below a title that announces duties.
    """
    before = line.start
    for offset in breaks:
        title = line.text[start - line.start : offset - line.start].rstrip()
        rest = line.text[offset - line.start :]
        room = width - (offset - before) - len(rest.split(" ", 1)[0])
        before = offset
        if offset <= start or not rest[:1].isupper() or title[-1:] in ",;:-–" or INNER_SENTENCE.search(title):
            continue
        repeats = " ".join(rest.split(" ")[:2]).casefold() in title.casefold()
        duty = _DUTY.match(rest) and _DUTIES.match(title)
        if NOTE_MARK.search(title) or room > _ROOM or repeats or duty or _SUBJECT.match(rest):
            return title
    return None


def title_among_titles(line: Line, start: int, breaks: Sequence[int]) -> str | None:
    """The title of a unit whose siblings have titles, where the paragraph below it was joined with it.

    It ends where a received line ends without a stop or a word that wants more, and the next one begins a sentence:
    with a capital, and not with a name.
    """
    for offset in breaks:
        title = line.text[start - line.start : offset - line.start].rstrip()
        rest = line.text[offset - line.start :]
        if (
            offset <= start
            or title[-1:] in ".,;:-–"
            or title.count(" ") >= _LONGEST_TITLE
            or INNER_SENTENCE.search(title)
        ):
            return None
        if rest[:1].isupper():
            begins = _SENTENCE_BEGINS.match(rest) and not _NAME.match(rest) and not UNFINISHED.search(title)
            return title if begins and rest[-1] in ".;:" else None
    return None
