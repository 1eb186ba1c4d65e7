"""Words that only introduce what stands below them, and are no title of it (`Sở A chủ trì, phối hợp với …:`)."""

from __future__ import annotations

import re

from build_tools.grammar.letters import compile_letters

_LEAD_IN = re.compile(
    r"(?:như sau|sau đây|sau|dưới đây|bao gồm|gồm có|gồm|là|, ghi|có trách nhiệm|có nhiệm vụ|các điều kiện|cụ thể|"
    r"trong đó|rằng|.\s(?:khẳng định|nhấn mạnh|nêu rõ|chỉ rõ))$",
    re.IGNORECASE,
)
_LEAD_IN_ALONE = re.compile(r"(?:như sau|sau đây|bao gồm|, ghi|có trách nhiệm|có nhiệm vụ)$")
ADDRESSES = compile_letters(
    r"(?:Đối với|Nghiêm cấm|Cấm|Giao|Đề nghị|Yêu cầu (?=các|[{Lu}])|Trường hợp|Khi|Nếu|Nhằm|Để)\s"
)
"""How a line begins that addresses somebody or names a case."""
_BEGINNING = 120  # characters in which a body and its verb stand
_BODY_LEADS = re.compile(  # "Sở Y tế chủ trì, phối hợp với các sở:", but not "Các cơ quan chủ trì nhiệm vụ:"
    r"(?:Ban|Bộ|Chi (?:bộ|cục)|Chính phủ|Chủ tịch|Công an|Cục|Đảng|Đoàn|Giám đốc|HĐND|Hội|Huyện|Kho bạc|Liên|"
    r"Mặt trận|MTTQ|Phòng|Sở|Thành [uủ][ỷy]|Thanh tra|Thủ trưởng|Thủ tướng|Thường|Tỉnh|Tòa|Tổ công|Trung tâm|Trưởng|"
    r"UBND|UBMTTQ|[ỦU][yỷ]|Văn phòng|Viện|"
    r"Các (?:ban|bộ|cấp|chi|cơ|doanh|đảng|địa|đoàn|đồng chí|đơn|hội|ngành|phòng|sở|thành viên|tổ chức|trường|xã))[\s,]"
    r".*?"
    r"(?:(?<!cơ quan)(?<!đơn vị)\s(?:chủ trì(?:,? (?:và )?phối hợp|,? tham mưu|:)|(?:lãnh|chỉ) đạo(?:, chỉ đạo)?\b(?!,)"
    r")|\s(?:căn cứ|chịu trách nhiệm|chủ động|có nhiệm vụ|có trách nhiệm|đề nghị|khẩn trương|"
    r"phối hợp (?:với|cùng|chặt chẽ)|tăng cường|tập trung|theo chức năng|tiếp tục|trong phạm vi|yêu cầu)\b)"
)
BODY_ACTS = re.compile(
    r"(?:Ban|Bộ|Chính phủ|Chủ tịch|Hội đồng|Quốc hội|Sở|Thủ tướng|Thường trực|Ủy ban|UBND|HĐND)\s.*"
    r"\s(?:tán thành|nhất trí|thống nhất|yêu cầu|đề nghị|giao|trình(?! tự)|quyết định|thông qua|phê chuẩn)\s"
)
"""How the sentence of an article without title begins."""


def tells_of_body(words: str) -> bool:
    """Whether words begin with a body and what it does (`Bộ X chủ trì, phối hợp với …`): a sentence, and no title."""
    return bool(BODY_ACTS.match(words[:_BEGINNING]) or _BODY_LEADS.match(words[:_BEGINNING]))


def announces(words: str) -> bool:
    """Whether words before a colon end as a sentence does that goes on below (`gồm`, `như sau`, `có trách nhiệm`)."""
    return bool(_LEAD_IN.search(words))


def leads_in(words: str) -> bool:
    """Whether the words only introduce what follows them (`… như sau:`, `… có trách nhiệm`)."""
    if words.endswith(":"):
        return announces(words.rstrip(": ")) or bool(_BODY_LEADS.match(words))
    return bool(_LEAD_IN_ALONE.search(words))
