"""The way to a page, from the general to the particular, as it stands above its heading."""

from __future__ import annotations

from build_tools.i18n import _
from build_tools.model.library import Work
from build_tools.render import links

Trail = tuple[tuple[str, str | None, str], ...]
"""Label, page (None for the last, where one is) and anchor of each step."""


def work_trail(work: Work) -> Trail:
    """`Văn bản ▸ Hải Phòng ▸ 2026`: to the indexes of documents, of places and of years."""
    folder = work.id.split("/", 1)[0]
    place = work.place or (_("Central") if folder == "trung-uong" else None)
    steps: list[tuple[str, str | None, str]] = [(_("Documents"), links.INDEXES, "")]
    if place:
        steps.append((place, links.index_page("noi"), folder))
    if work.year:
        steps.append((str(work.year), links.index_page("nam"), f"nam-{work.year}"))
    return tuple(steps)
