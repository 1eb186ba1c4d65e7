"""Works as readers are shown them: an issuer's name in ordinary letters, with its place; a title where there is none.

Nothing is added to what is known: the place is the work's own, the substitute for a title is quoted from the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from build_tools.data.tables import issuers
from build_tools.model.document import Document
from build_tools.model.library import Library, Work
from build_tools.model.span import Span
from build_tools.render.openings import opening
from build_tools.render.tasks import reading

_TITLE_LENGTH = 110
# Words after which a place follows without a comma: "Ủy ban nhân dân thành phố" + "Hải Phòng".
_OPEN_ENDED = re.compile(r"(?:tỉnh|thành phố|ủy|nhân dân|đảng|xã|phường|huyện)$", re.IGNORECASE)


def shown(library: Library) -> Library:
    """The library with its works as they are shown."""
    names = {row.name_vi.casefold(): row.name_vi for row in issuers()}
    works = {id_: _work(work, library, names) for id_, work in library.works.items()}
    return msgspec.structs.replace(library, works=works)


def _work(work: Work, library: Library, names: Mapping[str, str]) -> Work:
    issuer = issuer_name(work.issuer, work.place, names) if work.issuer else None
    title = work.title
    if not title and not work.symbol and work.id in library.entries:
        title = _first_words(library.entries[work.id].document)
    return msgspec.structs.replace(work, issuer=issuer, title=title)


def issuer_name(written: str, place: str | None, names: Mapping[str, str]) -> str:
    """An issuer's name as written, or in ordinary letters where it is written in capitals, with its place.

    `names` are the known names by their case-folded form. Capitals stay where the right small letters are not known.
    """
    name = " ".join(written.split())
    if name.isupper():
        name = names.get(name.casefold()) or _in_small_letters(name, place)
    if place and place.casefold() not in name.casefold():
        name += f" {place}" if _OPEN_ENDED.search(name) else f", {place}"
    return name


def _in_small_letters(name: str, place: str | None) -> str:
    """`TỈNH ỦY BÌNH DƯƠNG` → `Tỉnh ủy Bình Dương`; only where the place, the one proper name, is known."""
    at = name.casefold().find(place.casefold()) if place else -1
    if at < 0 or place is None:
        return name
    return name[:1] + name[1:at].lower() + place + name[at + len(place) :].lower()


def _first_words(document: Document) -> str | None:
    """The beginning of the text in quotation marks; None for an empty one."""
    first = next((block.span for block in document.blocks if block.span.of(document.text).strip()), None)
    return (
        f"“{opening(reading(document, Span(first.start, first.end)), _TITLE_LENGTH, _TITLE_LENGTH)}”" if first else None
    )
