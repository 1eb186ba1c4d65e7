"""Identity: what makes two mentions the same document (FRBR: the work)."""

from __future__ import annotations

from msgspec import Struct

from build_tools.model.document import System


class WorkKey(Struct, frozen=True):
    """The parts that together identify a document; it prints itself and parses what it printed.

    A symbol alone is not unique: Party numbers restart each term, State numbers each year, and every province has its
    own 69-KH/TU. `type_slug` keeps Quyết định and Quy định apart, which share the letters QĐ. For a law known by name
    `symbol` is empty and `name` holds the slug of the full name.
    """

    system: System
    type_slug: str
    symbol: str = ""
    year: int | None = None
    place: str = ""  # slug of the place, for local issuers
    name: str = ""  # slug of a law's name

    def __str__(self) -> str:
        year = str(self.year) if self.year else ""
        return f"{self.system}:{self.type_slug}:{self.symbol}:{year}:{self.place}:{self.name}".rstrip(":")

    @classmethod
    def parse(cls, printed: str) -> WorkKey:
        """The key that `str()` printed; `ValueError` for anything else."""
        parts = printed.split(":")
        if not 2 <= len(parts) <= 6:
            raise ValueError(f"not a work key: {printed!r}")
        system, type_slug, symbol, year, place, name = (*parts, "", "", "", "")[:6]
        return cls(System(system), type_slug, symbol, int(year) if year else None, place, name)
