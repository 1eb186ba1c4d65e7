"""What rendering takes and gives: options, pages, data files."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from build_tools.model.library import Original


class RenderOptions(Struct, frozen=True, kw_only=True):
    """How an edition is rendered.

    `language` is one of `i18n.LANGUAGES`. `base_url` is the address of the published site, with a slash at its end,
    where feeds and calendars need one. `originals` holds the received file of each held document, by work id.
    """

    language: str = "vi"
    base_url: str | None = None
    originals: Mapping[str, Original] = field(default_factory=dict[str, Original])


class Page(Struct, frozen=True, kw_only=True):
    """One page of the site.

    `path` is its file below docs/ (`van-ban/…/….md`); `body` is Markdown without the page's first heading, which is
    made from `heading` (or `title`); `above` stands before that heading. `title` stands in the browser's tab. `kind`
    names the kind of page in CSS. `hide`
    lists side columns that the page does without (`navigation`, `toc`).
    """

    path: str
    title: str
    body: str
    kind: str
    heading: str | None = None
    above: str = ""
    description: str | None = None
    hide: tuple[str, ...] = ()


class DataFile(Struct, frozen=True):
    """A file that goes into the site as it is; `path` is relative to the site."""

    path: str
    content: bytes


class Rendered(Struct, frozen=True):
    """A whole edition: Markdown by path below docs/, and data files by path below the site."""

    pages: dict[str, str]
    files: dict[str, bytes]
