"""How a line begins: with a label or a bullet, like a line that always stands alone, or like any other."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final


class Start(IntEnum):
    """What the beginning of a line says about it."""

    PLAIN = 0
    LABEL = 1  # Điều 5. / Chương II / I. / 1. / 1.1. / (1) / a)
    BULLET = 2  # - / + / *
    LEAD = 3  # Căn cứ … / Nơi nhận: / Kính gửi: opens a block, and may run over lines
    ALONE = 4  # a line that never shares a block: the national name, a symbol line, a date line, a drawn line


# Tried together; most lines are judged by their first character alone (`_LABEL_FIRST` and the like below).
_ROMAN: Final = r"[IVXLC]{1,7}"
_END: Final = r"\s*(?:[.:–-]|$)"
_LABELS: Final = (
    r"(?:Điều|ĐIỀU)\s+\d{1,4}[a-zđ]?\d{0,3}\s*(?:[.:]|$)",
    rf"(?:Phần|PHẦN|Chương|CHƯƠNG|(?:Tiểu m|M)ục|(?:TIỂU )?MỤC)\s+(?:(?:thứ|THỨ)\s+\S+|{_ROMAN}|\d{{1,3}}|[A-Z]){_END}",
    rf"(?:Phụ lục|PHỤ LỤC|Biểu mẫu|BIỂU MẪU|Mẫu|MẪU|Biểu|BIỂU)(?: số| SỐ)?(?:\s+[IVXLC\d]{{1,7}}[A-Za-z]?)?{_END}",
    rf"(?:BƯỚC|Bước|Giai đoạn)\s+(?:\d{{1,2}}|MỘT|HAI|BA|BỐN|NĂM|một|hai|ba|bốn|năm){_END}",
    r"(?:[IVX]{1,6}|[A-HK-Z])(?:\.\d{1,2}){0,3}\s?[.)/–-](?:\d{1,3})?\s",
    r"\d{1,3}(?:\.\d{1,3}){0,4}\s?[.)/](?:\d{1,3})?\s+[^\d\s]",
    r"\d{1,3}(?:\.\d{1,3}){0,4}\s?[-–]\s?[A-ZĐÀ-Ỹ]",
    r"\d{1,3}(?:\.\d{1,3}){1,4}\s+[A-ZĐÀ-Ỹ“]",
    r"\(\d{1,3}(?:\.\d{1,2}){0,2}\)\s",
    r"[a-zđ]{1,2}\d?\)(?:\d{1,3})?\s",
    r"[a-hk-uwyzđ]\.\s+[^\d\s]",
    r"[a-hk-uwyzđ]\s?[-–/]\s+[A-ZĐÀ-Ỹ]",
    r"\([a-hk-uwyzđ]\)\s",  # but (i), (ii) count inside a paragraph
    r"[a-z]{1,3}\d?:\s",  # a variable of a formula
)
_LABEL = re.compile("|".join(_LABELS))
_BULLET = re.compile(r"(?:[-–—+*•●○▪■◦·❖✓]|\uf0b7|o)\s+\S|[-–—+•●▪][A-ZĐÀ-Ỹ][a-zà-ỹ]|\*{1,3}$")
_LEAD = re.compile(
    r"(?:Căn cứ|CĂN CỨ|Nơi nhận|NƠI NHẬN|Kính gửi|KÍNH GỬI|Nơi gửi)\b|V/v\b"
    r"|(?:Theo|Xét) (?:đề nghị|Tờ trình|tờ trình) "
    r"|(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\.?\s?[A-ZĐÀ-Ỹ]{2}"
)
_ALONE = re.compile(
    r"(?:CỘNG HÒA|CỘNG HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM$"
    r"|ĐẢNG CỘNG SẢN VIỆT NAM$"
    r"|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc$"
    r"|(?:Số|SỐ)\s?:?\s?[\w.…]{0,20}\s?[-/–]\s?[\w/&.…-]{1,50}(?:\s?[-–]\s?[\w/&.]{1,30}){0,4}$"
    r"|[A-ZĐÀ-Ỹ…][^,;:]{0,40},\s*(?:ngày|Ngày)[\s\d.…]{1,20}(?:tháng)[\s\d.…]{1,20}(?:năm)[\s\d.…]{0,12}$"
    r"|[-_=*—–.…~\s]{3,}$"
)
_DASHES: Final = frozenset("-–/")
_QUOTES: Final = frozenset("“\"‘'«")
_LABEL_FIRST: Final = frozenset("ĐPCMTBIVXL(" + "ABCDEFGHKLMNOPQRSTUVXYZ" + "0123456789" + "abcdđeghiklmnopqrstuvxy")
_BULLET_FIRST: Final = frozenset("-–—+*•●○▪■◦·❖✓\uf0b7o")
_LEAD_FIRST: Final = frozenset("CNKTXVQ")


def start_of(text: str) -> Start:
    """How `text` begins; `text` is not empty and has no space at its ends."""
    first = text[0]
    if first in _QUOTES and len(text) > 1:  # an amending act quotes the unit that it enacts
        return Start.LABEL if _LABEL.match(text, 1) else Start.PLAIN
    if first.islower():  # the usual line of a paragraph, or the label of a point
        head = text[1:5]
        if (")" in head or ":" in head or head[:2] == ". " or head.lstrip()[:1] in _DASHES) and _LABEL.match(text):
            return Start.LABEL
        return Start.BULLET if first == "o" and text[1:2] == " " and _BULLET.match(text) else Start.PLAIN
    if first in _LABEL_FIRST and _LABEL.match(text):
        return Start.LABEL
    if first in _BULLET_FIRST and _BULLET.match(text):
        return Start.BULLET
    if first in _LEAD_FIRST and _LEAD.match(text):
        return Start.LEAD
    return Start.ALONE if len(text) < 120 and _ALONE.match(text) else Start.PLAIN
