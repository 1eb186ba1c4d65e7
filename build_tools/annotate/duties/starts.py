"""Where the subject of a clause may begin: at its beginning, after a title, a case or another circumstance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.annotate.duties.assignments import AFTER_CIRCUMSTANCE, CIRCUMSTANTIAL
from build_tools.annotate.duties.bearers import begins_with_bearer
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import begins_with_verb
from build_tools.model.span import Span

_ENUMERATES = re.compile(r"\b(?:gồm|bao gồm)\b")
_RUN_IN_LABEL = re.compile(r"[^:.;\n]{2,90}:\s+")
_MOST_COMMAS = 24  # of a long circumstance (`Căn cứ A, B, C …, cơ quan D …`)
_GIVEN = re.compile(r"\b(?:được|bị|do|gửi|cho|trừ)\s+(?:các\s+)?$")
_OWNED = re.compile(r"(?:Đối với\b[^.;:]{0,80}|[^.;:]*?\bthuộc\s[^.,;:]{3,40})\scủa\s+(?:các\s+)?$")
_OWNER = re.compile(r"(?P<of>\scủa\s+)[^,;:.]{3,60}\Z")
_REST_OF_LIST = re.compile(r"[^,;:.]{2,80}\s(?:và|hoặc)\s[^,;:.]{2,80},\s+")
_LIST_MARK = re.compile(r"\s*(?:,|và|hoặc)\s*$")
_WITH = re.compile(r"Đối với\s+(?=[^,;:]{3,160}?\s(?:phải|có trách nhiệm|không được)\b)(?![^;:]{0,400}?\bthì\b)")
_PIECE = re.compile(r"(?P<piece>[^,;:]{3,160}),\s+")
_LAID_DOWN = re.compile(r"\s(?:quy định|nêu) tại\s")
_OF = re.compile(r"\scủa\s")
_THEREUPON = re.compile(r"\b(?:thì|sau đó)\s+")
_CONDITION = re.compile(r"(?:căn cứ|trường hợp|khi|nếu|trên cơ sở|định kỳ|hằng năm|hàng năm)\b")
_ANEW = re.compile(r"\b(?:nếu|trường hợp|khi|trừ)\b")  # a further case before `thì`
_WHEN = re.compile(r"[Kk]hi\b")
_AMONG = re.compile(r"[Tt]rong đó\b")
CASE = re.compile(r"(?:Trong )?(?:[Tt]rường hợp|[Kk]hi|[Nn]ếu|Đối với)\b")


def subject_starts(view: View, clause: Span) -> Iterator[int]:
    """Where the subject may begin: at the beginning, after a title or a circumstance (`Khi …,`, `Đối với … thì`)."""
    here = (view.text, clause.start, clause.end)
    if begins_with_bearer(view, clause.start, clause.end):
        yield clause.start
    if (about := _WITH.match(*here)) is not None and begins_with_bearer(view, about.end(), clause.end):
        yield about.end()
    label = _RUN_IN_LABEL.match(*here)
    begin = label.end() if label is not None else clause.start
    if label is not None and begins_with_bearer(view, begin, clause.end):
        yield begin
    conditional = label is not None and _CONDITION.match(view.text, begin, clause.end) is not None
    circumstance = CIRCUMSTANTIAL.match(*here)
    task = (
        circumstance is not None
        and all(  # `Định kỳ báo cáo …`, but not `Định kỳ 03 tháng, cơ quan A báo cáo …`
            begins_with_verb(view.text[start : clause.end].lstrip()) for start in (clause.start, circumstance.end())
        )
    )
    if conditional or (circumstance is not None and not task):
        yield from _after_circumstances(view, Span(begin if conditional else clause.start, clause.end))
    else:
        then = _THEREUPON.search(*here)
        if then is not None and begins_with_bearer(view, then.end(), clause.end):
            yield then.end()


def _after_circumstances(view: View, clause: Span) -> Iterator[int]:
    """The places where, after a circumstance, a subject may begin: after `thì` before all others."""
    here = (view.text, clause.start, clause.end)
    then = _THEREUPON.search(*here) if CASE.match(*here) else None
    if then is not None and begins_with_bearer(view, then.end(), clause.end):
        yield then.end()
    rest = view.text[then.end() : clause.end] if then is not None else ""
    acts = begins_with_verb(rest) and CIRCUMSTANTIAL.match(rest) is None  # `thì mời A, B …` names no subjects
    for number, match in enumerate(AFTER_CIRCUMSTANCE.finditer(*here)):
        if number == _MOST_COMMAS or _ENUMERATES.search(view.text, clause.start, match.start()):
            return
        if view.mentions.covering(match.start()) is not None or _is_of_givers(view, clause.start, match.start()):
            continue
        if _is_in_list(view, clause, match) or (acts and then is not None and match.start() > then.end()):
            continue
        case = then is not None and match.end() < then.start() and not (number == 0 and _WHEN.match(*here))
        if case and then is not None and not _ANEW.search(view.text, match.end(), then.start()):
            continue  # still what the case says
        if begins_with_bearer(view, match.end(), clause.end) and not _is_of_phrase(view, match.end(), clause.end):
            yield match.end()
        if _AMONG.match(*here):
            return


def _is_in_list(view: View, clause: Span, comma: re.Match[str]) -> bool:
    """Whether a list of names behind `của` goes on (`theo yêu cầu của A, B hoặc C, tòa án …`) before the subject."""
    owner = _OWNER.search(view.text, clause.start, comma.start())
    rest = _REST_OF_LIST.match(view.text, comma.end(), clause.end)
    if owner is None or rest is None or view.mentions.covering(comma.end()) is not None:
        return False
    return all(begins_with_bearer(view, at, clause.end) for at in (owner.end("of"), rest.end()))


def _is_of_phrase(view: View, start: int, end: int) -> bool:
    """Whether a name before a further comma still belongs to the circumstance, and the subject stands behind it.

    It does where it says which it is (`B quy định tại khoản 1 Điều này, C trình …`), and in small letters before the
    name of an office (`… đề nghị thành lập chi nhánh, đơn vị sự nghiệp của A, Ngân hàng Nhà nước có văn bản …`).
    """
    piece = _PIECE.match(view.text, start, end)
    if piece is None or view.mentions.covering(piece.end("piece")) or not begins_with_bearer(view, piece.end(), end):
        return False
    office = view.mentions.covering(piece.end()) is not None and view.text[piece.end()].isupper()
    small = office and view.text[start].islower() and _OF.search(piece["piece"]) is not None
    return small or _LAID_DOWN.search(piece["piece"]) is not None


def _is_of_givers(view: View, start: int, at: int) -> bool:
    """Whether the name before a comma is one of those who gave something or to whom it goes (`được A, B giao`)."""
    while at > start and (name := view.mentions.covering(at - 1)) is not None:
        before = (view.text, start, name.span.start)
        if _GIVEN.search(*before) or _OWNED.match(*before):
            return True
        mark = _LIST_MARK.search(view.text, start, name.span.start)
        if mark is None:
            return False
        at = mark.start()
    return False
