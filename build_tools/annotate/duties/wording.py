"""The words that charge: how a predicate begins, in which capacity its subject acts, what it lays on the subject."""

from __future__ import annotations

import re
from functools import cache

from build_tools.annotate.duties.patterns import CONTENT_LABEL
from build_tools.data.tables import task_verbs
from build_tools.model.duty import Capacity, Modality

ADVERBS = (
    r"tiếp tục|thường xuyên|chủ động|kịp thời|khẩn trương|tập trung|tăng cường|đẩy mạnh|tích cực|nghiêm túc|nghiêm|"
    r"đồng thời|nhanh chóng|quyết liệt|sớm|định kỳ|nghiêm chỉnh|chặt chẽ|trực tiếp"
)
FILLERS = (
    r"chủ yếu|công tác|việc|tốt|có hiệu quả|hiệu quả|đầy đủ|ngay|tự|các hoạt động|hoạt động|bước đầu|trước mắt|"
    r"đột xuất|"
    r"mạnh mẽ|còn|đều|cùng|theo đó|ngoài ra|trong đó|bên cạnh đó|riêng"
)
GRANTED = (
    r"quyền|phép|hưởng|bảo lưu|chi trả|truy lĩnh|chuyển|trích|trừ|khấu trừ|hoàn(?! thành| thiện| chỉnh)|miễn|giảm|"
    r"gia hạn|tự chủ|tự do|kế thừa|"
    r"lựa chọn|hỗ trợ|ưu tiên|tham gia|tiếp tục|nghỉ|nhận|thanh toán|bồi thường|từ chối|tạm ứng|vay|thuê|đơn phương|"
    r"khiếu nại|ủy quyền|chủ động|chăm sóc|điều trị|bổ sung|xem xét, bố trí|xem xét,? (?:khen thưởng|cấp)"
)
"""What a person or a body is granted, after `được`; other verbs there describe it (`được thành lập theo …`)."""
DONE_OR_GRANTED = (
    r"sử dụng|bố trí|xem xét|áp dụng|thực hiện|quyết định|ký|yêu cầu|đề nghị|mua|bán|cấp lại|cung cấp|khai thác|"
    r"tính vào|làm|đăng ký|trả|chấm dứt|khám|học|tự|đứng tên|trợ cấp|giám định|giải thích|bảo đảm|bảo vệ|khen thưởng|"
    r"hoãn|rút|góp|kéo dài|giữ|mang|ứng cử|đề cử|kiến nghị|tư vấn|bổ sung (?:các|thêm|một số)|mở|gọi(?! là)|"
    r"đào tạo, bồi dưỡng|bồi dưỡng|tập huấn|trang bị"
)
"""What is granted only where `được` follows the bearer's name: else it is said of a thing (`việc … được thực hiện`)."""
_STILL = r"(?:(?:chỉ|cũng|vẫn|tiếp tục|còn|sẽ|có thể|mới)\s+)*(?<!phạm vi )(?<!mức )được"
GRANT = rf"{_STILL} (?:{GRANTED})"
GRANT_BESIDE = rf"{_STILL} (?:{DONE_OR_GRANTED})"
RELEASE = r"(?<!àng )không phải(?! là\b| do\b| chịu\b)"
"""`không phải trả …`: the subject is free of it."""
MODALS = (
    r"phải có trách nhiệm|có trách nhiệm|có nghĩa vụ|có nhiệm vụ|chịu trách nhiệm|còn phải|phải|không được phép|"
    r"không được|có các quyền|có những quyền|"
    r"có quyền|được quyền|được phép|cần phải|cần|còn chịu trách nhiệm|không phải chịu|được miễn|bị xử|"
    r"còn bị|"
    rf"sẽ bị|bị|{GRANT}|{GRANT_BESIDE}|{RELEASE}"
)
CIRCUMSTANCES = (
    r"căn cứ|trên cơ sở|theo chức năng|theo thẩm quyền|theo nhiệm vụ|theo phạm vi|trong quá trình|trong phạm vi|khi|"
    r"nếu|sau khi|trước khi|tùy theo|ngoài việc|định kỳ|hằng năm|hàng năm|dựa trên|trước ngày"
)
_EXEMPTS = (
    r"(?:miễn|loại trừ|giảm nhẹ)(?:,? giảm| hoặc giảm)?(?: nhẹ)? trách nhiệm|không phải chịu trách nhiệm|"
    r"không bị (?:coi là|xử lý|xem là) |^(?:thì\s+)?không phải (?!là\b|do\b)|"
    r"được (?:xem xét\s*,?\s*)?(?:loại trừ|miễn|giảm)[^.;]{0,30} trách nhiệm|tình tiết giảm nhẹ"
)
_FORBIDS = (
    r"^(?:(?:và|cũng|còn|phải|thì)\s+)*(?:nghiêm cấm|cấm|tuyệt đối không|không được(?: phép)?"
    r"(?! (?:hoàn trả|hoàn lại|trả lại))|không(?! được))\s|"
    r"^(?:các |những )?(?:hành vi|việc) bị (?:nghiêm )?cấm"
)
_HOLDS_LIABLE = (
    r"^(?:(?:còn|phải|và|cùng|hoàn toàn|liên đới|tự)\s+)*chịu trách nhiệm|"
    r"bị (?:áp dụng|xem xét|xử lý|xử phạt|truy cứu|kỷ luật|kiểm điểm|đình chỉ|buộc)|"
    r"^(?:phải\s+)?(?:khắc phục hậu quả (?:và|hoặc|,) )?bồi thường (?:thiệt hại|chi phí)|"
    r"^buộc (?:phải|tháo|nộp|thực hiện|khôi phục|tiêu hủy|cải chính|hoàn trả)\b|^phạt tiền\b|"
    r"(?:sẽ|thì) bị (?:tịch thu|thu hồi|loại|cấm)|không được (?:hoàn trả|hoàn lại|trả lại)"
)
_BREACH = re.compile(
    r"(?:Trường hợp|Nếu|Khi|Tổ chức|Cá nhân|Người)\b[^.;]{0,200}\bvi phạm\b[^.;]{0,200}?\bbị (?:xem xét|xử lý|xử phạt|"
    r"truy cứu|kỷ luật)"
)
"""A breach and what follows on it, however far behind."""
_EMPOWERS = (
    r"^(?:(?:chỉ|còn|cũng|vẫn|mới|sẽ|có thể|tiếp tục|thì)\s+)*"
    r"(?:có (?:các |những )?quyền|(?:là (?:người|cơ quan|cấp|đơn vị) )?có thẩm quyền|được (?!giao\b|phân công\b)|"
    r"có thể (?!bị\b))"
)

# What a predicate lays on its subject: the first rule that fits wins.
MODALITIES: tuple[tuple[Modality, re.Pattern[str]], ...] = tuple(
    (modality, re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE))
    for modality, words in (
        (Modality.EXEMPTION, _EXEMPTS),
        (Modality.PROHIBITION, _FORBIDS),
        (Modality.LIABILITY, _HOLDS_LIABLE),
        (Modality.POWER, _EMPOWERS),
    )
)
_DUTY_AFTER_ALL = re.compile(
    r"chịu trách nhiệm\s+(?:trước\s+(?:(?!\bvề\b)[^,;.]){3,60}\s+)?(?:thi hành|tổ chức|thực hiện|triển khai|tổng hợp|"
    r"chủ trì|phối hợp|theo dõi|hướng dẫn|kiểm tra|đôn đốc|báo cáo|tham mưu|xây dựng|quản lý|chỉ đạo|bảo đảm|đảm bảo|"
    r"lập|"
    r"thẩm định|rà soát|giám sát|bố trí|cung cấp|chuẩn bị|tiếp nhận|thông báo|tuyên truyền|đăng|cập nhật)",
    re.IGNORECASE,
)
_REACH = 90
_NOTE = re.compile(r"^(?:Lưu ý|Chú ý)\s*:\s+")


def modality_of(words: str) -> Modality:
    """What the passage lays on its bearer: told by its beginning, or by the first cue near it."""
    words = _NOTE.sub("", words, count=1)
    beginning = words[:_REACH]
    if _DUTY_AFTER_ALL.search(beginning):
        return Modality.DUTY
    if _BREACH.match(words):
        return Modality.LIABILITY
    for modality, rule in MODALITIES:
        if rule.search(beginning):
            return modality
    return Modality.DUTY


_SKIP = re.compile(rf"(?:(?:{ADVERBS}|{FILLERS}|{MODALS}|và)\b\s*,?\s*)+", re.IGNORECASE)
_ADVERB = re.compile(rf"(?:{ADVERBS})\b", re.IGNORECASE)
_NOUN = re.compile(
    r"(?:Việc|Công tác|Hoạt động|Trình tự|Trình độ|Tổ chức đảng|Giao thông|Giao dịch|Kết quả|"
    r"Cử tri|Đại diện|Thông tin|Thu nhập|Chi phí|Cấp ủy|Cấp trên|Cấp dưới|"
    r"(?:Báo cáo|Tuyên truyền|Giám định|Kiểm sát|Thanh tra) viên)\s(?![^:.;]{3,160}:\s)"
)
_TOPIC = re.compile(
    r"(?:(?:Về|Công tác|Việc|Đối với|Nếu|Khi|Trường hợp)\s[^:.;]{3,160}|Lưu ý|Đặc biệt|"
    r"(?:Từ|Trước|Ngày|Đến|Sau|Trong|Tháng|Quý|Tuần|Chậm nhất)\s[^:.;]{0,60}?\d[^:.;]{0,60}):\s+|"
    r"(?:(?:(?:Đến|Hết|Trong|Cuối|Đầu|Từ) )?(?:[Nn]ăm|[Qq]uý|[Tt]háng|[Gg]iai đoạn)\s[\dIVX][^:.;,]{0,24}|"
    r"H[ằà]ng (?:năm|quý|tháng))[,:]\s+"
)
"""What a task is about, or when it is due, before a colon."""
_CONDITION = re.compile(r"(?:trong quá trình|khi|nếu|trường hợp)\b[^.;:]{0,400}?\bthì\s+", re.IGNORECASE)
_CIRCUMSTANCE = re.compile(
    rf"(?:{CIRCUMSTANCES})\b[^,;.:]{{0,200}}?(?:,\s*|\bthì\s+|(?<!để )(?<!nhằm )(?=\bchủ động\b))", re.IGNORECASE
)


_JOINS_IN = re.compile(
    r"tham gia (?=tham mưu|phối hợp)|thực hiện (?:việc|công tác) (?=theo dõi|kiểm tra|thanh tra|giám sát|tổng hợp)",
    re.IGNORECASE,
)
_WATCHES = frozenset({"theo dõi", "đôn đốc", "kiểm tra", "giám sát", "tổng hợp", "thanh tra"})
_EITHER = frozenset(
    {"hướng dẫn", "xử lý", "báo cáo", "đánh giá", "cập nhật", "nhắc nhở", "chấn chỉnh", "sơ kết", "tổng kết", "rà soát"}
    | {"phúc tra", "kiểm soát", "thẩm tra", "giải quyết", "khen thưởng", "kiến nghị"}
)
"""What goes with watching as well as with other tasks."""
_OTHERS_IN_A_ROW = (
    "lập", "lập danh sách", "công khai", "phản ánh", "phát hiện", "đối chiếu", "trả lại", "xác nhận", "xác minh",
    "trình", "gửi", "xây dựng", "ban hành", "cung cấp", "chia sẻ", "lưu trữ", "khắc phục", "ngăn chặn", "quản lý",
)  # fmt: skip
_ROW_WORD = "|".join(sorted((*_WATCHES, *_EITHER, *_OTHERS_IN_A_ROW), key=len, reverse=True))
_JOINTS = re.compile(r"\s*,\s*(?:và\s+)?|\s+và\s+")
_IN_A_ROW = re.compile(rf"(?:{_ROW_WORD})\b(?:(?:\s*,\s*(?:và\s+)?|\s+và\s+)(?:{_ROW_WORD})\b)+", re.IGNORECASE)
_CHAIRS = re.compile(r"\b(?:triệu tập|tổ chức)(?:\s*\([^)]*\))?\s*(?:,|và)\s+chủ trì\b")


@cache
def verb_pattern() -> re.Pattern[str]:
    """Any verb of the table, the longest first, as whole words."""
    verbs = sorted((row.verb for row in task_verbs()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, verbs))})\b", re.IGNORECASE)


@cache
def _capacities() -> dict[str, Capacity]:
    return {row.verb.lower(): Capacity(row.capacity) for row in task_verbs()}


def capacity_of(predicate: str) -> Capacity:
    """In which capacity the subject of a predicate acts: told by its first verb, adverbs and circumstances apart."""
    start = after_preamble(predicate)
    match = verb_pattern().search(predicate, start)
    if match is not None and _JOINS_IN.match(predicate, match.start()):
        match = verb_pattern().search(predicate, match.end())
    if match is None or match.start() - start >= _REACH:
        return Capacity.PERFORM
    capacity = _of_many(predicate, match.start(), _capacities()[match[0].lower()])
    chairs = capacity is Capacity.COORDINATE and _CHAIRS.search(predicate, match.end())
    return Capacity.LEAD if chairs else capacity


def _of_many(predicate: str, start: int, first: Capacity) -> Capacity:
    """The capacity of verbs that stand in a row: to watch, where most of them watch; else that of the first.

    `Hướng dẫn, kiểm tra, giám sát …` watches, `Tổng hợp, lập danh sách …` does not.
    """
    row = _IN_A_ROW.match(predicate, start)
    if row is None or first not in (Capacity.MONITOR, Capacity.PERFORM):
        return first
    verbs = [verb for verb in _JOINTS.split(row[0].lower()) if verb]
    watching = sum(verb in _WATCHES for verb in verbs)
    others = [verb for verb in verbs if verb not in _WATCHES and verb not in _EITHER]
    if first is Capacity.PERFORM:
        return Capacity.MONITOR if watching > 1 and len(others) == 0 else first
    return Capacity.PERFORM if len(others) >= watching > 0 else first


def after_preamble(predicate: str) -> int:
    """Where the first verb of a predicate may stand: after adverbs, express words, conditions and circumstances."""
    start = 0
    while True:
        match = (
            _CONDITION.match(predicate, start) or _SKIP.match(predicate, start) or _CIRCUMSTANCE.match(predicate, start)
        )
        if match is None or match.end() == start:
            return start
        start = match.end()


def begins_with_verb(words: str) -> bool:
    """Whether a passage begins as a task does: with a verb of the table, adverbs and a topic (`Về …:`) apart."""
    if _NOUN.match(words):
        return False
    topic = _TOPIC.match(words) or CONTENT_LABEL.match(words)
    words = words[topic.end() :].lstrip() if topic else words
    if topic and _NOUN.match(words):
        return False
    if _ADVERB.match(words):
        return True
    match = _SKIP.match(words)
    return verb_pattern().match(words, match.end() if match else 0) is not None


_ORGANISING = r"(?!\s*(?:[,.;:)]|đối với|đảng|chính trị|xã hội|kinh tế|và\s|thành viên))"  # otherwise the noun


_WATCHED = r"\s+(?:giám sát|kiểm tra|thanh tra)\s*(?:[,.;:)\n]|\Z)"  # those whom somebody inspects: a name
_SEATED = r"\s+(?:chân\s+|quân\s+)?(?:trên|tại|ở)\b"  # where a body has its seat

_RULING = (
    r"(?!\s*(?:[,.;:)]|tại|ở|của|này|trong|nêu|theo|trên|như|và\s|đối với|hoặc|khác|hiện hành|pháp luật|về|thì|mà))"
)


WITH_OBJECT = (
    r"mở (?:tài khoản|sổ|lớp)|thu (?:tiền|phí|nợ)|chuyển (?:tiền|kinh phí|trả)|nộp (?:tiền|phí|thuế)|"
    r"cấp (?:giấy|phép|thẻ|phát|kinh phí|sổ)|ký (?:hợp đồng|quyết định|số|duyệt)|đóng (?:phí|tiền)|chi tiền|trả tiền"
)
"""Verbs of one syllable with what they are mostly done to: together surely a predicate."""
_SUBMITS = (
    r"trình(?= (?:cấp|người|cơ quan|lãnh đạo|Chủ tịch|Phó|Bộ|Thủ|Chính|Ủy|UBND|Hội đồng|HĐND|Ban|Giám|Thống|Tổng|"
    r"Quốc|Chánh|Viện|Thường|Cục)\b)"
)


_NO_LEVEL = r"(?!\s+(?:xã|tỉnh|huyện|cơ sở|trung ương|trên|dưới|có thẩm|ủy|bộ|ngành|quốc|mình|này|đó|chính quyền)\b)"


@cache
def opener_pattern(*, capitals: bool = False) -> re.Pattern[str]:
    """What can begin a predicate after its subject: in small letters, for capital ones belong to names (`Ban Tổ chức`).

    With `capitals`, in any letters: for headings that are written in capitals throughout.
    """
    verbs = sorted((row.verb for row in task_verbs()), key=len, reverse=True)
    done = "|".join((*map(re.escape, verbs), "để", "tự ý", "tự", "nhận", "lợi dụng"))
    refrains = rf"không(?= (?:{done})\b)"
    known = "|".join(
        (MODALS, CIRCUMSTANCES, ADVERBS, "thông qua", refrains, _SUBMITS, WITH_OBJECT, *map(re.escape, verbs))
    )
    known = known.replace("|tổ\\ chức|", f"|tổ chức{_ORGANISING}|").replace("|quy\\ định|", f"|quy định{_RULING}|")
    known = known.replace("|cấp|", f"|cấp{_NO_LEVEL}|")
    known = known.replace("|đóng|", rf"|đóng(?!{_SEATED})|").replace("|chịu\\ sự|", rf"|chịu sự(?!{_WATCHED})|")
    return re.compile(
        rf"(?<![\w-])(?<!\bsự )(?<!\btrợ )(?:{known})(?![\w]|\s+viên\b)", re.IGNORECASE if capitals else re.NOFLAG
    )
