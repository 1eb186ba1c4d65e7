"""Laws with a number behind their name: `Luật Đấu thầu số 22/2023/QH15`, and whose number it is."""

from __future__ import annotations

import re

from msgspec.structs import replace

from build_tools.annotate.mention import Mention
from build_tools.grammar.laws import HEAD, LawName, find_laws, law_at

_LAW_NUMBER = re.compile(
    r"[ \u00a0](?:\([^()\n]{2,60}\)[ \u00a0])?(?:(?!được|đã|và|tại|theo|của|về|ngày)[a-zà-ỹđ]+[ \u00a0]){0,2}?"
    r"(?:(?:số|\(số)[ \u00a0]*:?[ \u00a0]*\n?)?"
)
_AMENDED_AFTER = re.compile(r"[QHUBTV]\d{1,2},?[ \u00a0](?:đã[ \u00a0])?được[ \u00a0](?:sửa đổi|bổ sung)")
_YEAR_OF_NUMBER = re.compile(r"\d+/((?:19|20)\d\d)/")
_PARTED = re.compile(r"[.;:()\n]|(?:Căn cứ|Theo|Thực hiện) |\d{4}|(?<!\w)(?:(?<!một )số|ngày|được|đã)(?!\w)")


def law_before(text: str, floor: int, at: int) -> Mention | None:
    """`Luật Đấu thầu số 22/2023/QH15`: the law's name before the number."""
    laws = find_laws(text[floor:at])
    if not laws or not _LAW_NUMBER.fullmatch(text, floor + laws[-1].end, at):
        return None
    law, end = laws[-1], floor + laws[-1].end
    for earlier in laws[:-1]:  # `Luật sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C số …` is one law
        if earlier.amending and not _PARTED.search(text, floor + earlier.start, end):
            law = replace(earlier, full=text[floor + earlier.start : end])
            break
    if law is laws[-1] and law.amending:
        return _amending_or_amended(text, replace(law, start=floor + law.start, end=end), at)
    moved = replace(law, start=floor + law.start, end=end)
    return Mention(moved.start, at, type_name=law.kind, law=moved)


def _amending_or_amended(text: str, law: LawName, at: int) -> Mention:
    """`Luật sửa đổi, bổ sung … của Luật A số N`: N is the number of either.

    It is A's where the amending law is only being made, where the numbered law has itself been amended, or where the
    text dates A in the year of the number.
    """
    made = text.endswith("ban hành ", 0, law.start) or _AMENDED_AFTER.search(text, at, at + 60)
    inner = list(HEAD.finditer(text, law.start + 1, law.end))
    amended = law_at(text, inner[-1]) if inner else None
    if amended is not None and (made or _dated_in(text, text[amended.start : amended.end], at)):
        return Mention(amended.start, at, type_name=amended.kind, law=amended)
    return Mention(law.start, at, type_name=law.kind)


def _dated_in(text: str, name: str, at: int) -> bool:
    """Whether the text dates a law of this name in the year of the number at `at` (`Luật Thống kê ngày … năm 2015`)."""
    year = _YEAR_OF_NUMBER.match(text, at)
    place = text.find(name) if year else -1
    while year is not None and 0 <= place < at:
        if re.compile(rf" ngày (?:[\d/.-]{{4,6}}|\d+ tháng \d+ năm ){year[1]}").match(text, place + len(name)):
            return True
        place = text.find(name, place + 1)
    return False
