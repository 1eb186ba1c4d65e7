"""Annexes by the name that an order gives them."""

from __future__ import annotations

from build_tools.grammar.annex_names import annex_names
from build_tools.model.document import Outline, Unit, UnitKind


def own_annex(outline: Outline, name: str) -> Unit | None:
    """The act's own annex of that name (`Mẫu số 01 Phụ lục` is a form inside an annex); None where it is not one."""
    found = [unit for unit in outline.units if unit.kind is UnitKind.ANNEX and not unit.quoted]
    wanted = annex_names(name)
    fitting = [unit for unit in found if annex_names(unit.label or "")[:1] == wanted[:1]]
    return fitting[0] if len(fitting) == 1 else None
