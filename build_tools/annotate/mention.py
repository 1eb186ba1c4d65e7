"""One place in a text where a document is named."""

from __future__ import annotations

from msgspec import Struct

from build_tools.grammar.laws import LawName
from build_tools.grammar.symbols import Symbol


class Mention(Struct, frozen=True):
    """One naming. `start` is where the type word (or `số`) begins; `listed` continues a list that has one type word.

    `own` is true for `Nghị định này`. `issuer` stands between type and number: `Quyết định của Bộ Chính trị số …`.
    """

    start: int
    end: int
    symbol: Symbol | None = None
    type_name: str | None = None
    law: LawName | None = None
    listed: bool = False
    own: bool = False
    issuer: str | None = None
