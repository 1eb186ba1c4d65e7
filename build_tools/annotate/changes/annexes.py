"""Annexes by the name that an order gives them."""

from __future__ import annotations

import re

from build_tools.model.document import Outline, Unit, UnitKind


def own_annex(outline: Outline, name: str) -> Unit | None:
    """The act's own annex of that name (`Mẫu số 01 Phụ lục` is a form inside an annex); None where it is not one."""
    found = [unit for unit in outline.units if unit.kind is UnitKind.ANNEX and not unit.quoted]
    wanted = _names(name)
    fitting = [unit for unit in found if _names(unit.label or "")[:1] == wanted[:1]]
    return fitting[0] if len(fitting) == 1 else None


def whole_annex(name: str) -> bool:
    """Whether a name means one annex or one numbered form, not a table in it or all forms of one."""
    words = name.split()
    return words[0].casefold() != "bảng" and (len(_names(name)) < 2 or _names(name)[0][-1:].isdigit())


def _names(label: str) -> list[str]:
    """`Mẫu số 01 Phụ lục III` as `mẫu 1`, `phụ lục iii`: words and numbers without *số* and leading zeros."""
    words = label.casefold().replace(" số ", " ").replace(" số", " ")
    found = re.findall(r"(phụ lục|mẫu|biểu mẫu|biểu|bảng|danh mục)\s*((?:\d[\w.-]*|[ivxl]+[a-z]?|[a-e])(?!\w))?", words)
    return [f"{word} {number.lstrip('0').rstrip('.')}".strip() for word, number in found]
