"""Builds the site: MkDocs, data files and search shards together, looked over, then put in place in one step."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from build_tools.diagnostics import message
from build_tools.errors import StopError
from build_tools.model.findings import Diagnostic
from build_tools.publish.check_site import broken_links, outside_requests, site_facts
from build_tools.publish.mkdocs_run import run_mkdocs
from build_tools.publish.paths import require_safe_paths
from build_tools.publish.swap import fresh_sibling, swap
from build_tools.publish.theme_assets import remove_unused

# Made by MkDocs from its own navigation and clock; the renderer makes a sitemap of its own.
_NOT_OURS = ("sitemap.xml", "sitemap.xml.gz")


class SiteReport(Struct, frozen=True):
    """A site that has been built and put in place. `size` is in bytes."""

    site_dir: Path
    pages: int
    files: int
    size: int
    diagnostics: tuple[Diagnostic, ...]

    @property
    def warnings(self) -> tuple[str, ...]:
        """The diagnostics as sentences in the current language."""
        return tuple(message(item) for item in self.diagnostics)


def build_site(
    workspace: Path,
    rendered_pages: Path,
    files: Mapping[str, bytes],
    site_dir: Path,
    *,
    language: str = "vi",
    site_name: str | None = None,
    extra: Mapping[str, Any] | None = None,
    strict: bool = False,
) -> SiteReport:
    """Build the Markdown under `rendered_pages` and the data `files` into `site_dir`, replacing what was there.

    `workspace` holds mkdocs.yml; `files` maps paths within the site (with `/`) to their content; `extra` is handed to
    the templates as `config.extra`. What is doubtful (dead links, MkDocs' warnings) is in the report's diagnostics.
    Raises `StopError`, leaving the former site as it was, where the site cannot be built, a path is unsafe, a page
    would request something from outside or, with `strict`, where there is any diagnostic.
    """
    building = fresh_sibling(site_dir)
    try:
        settings = {"language": language, "site_name": site_name, "extra": dict(extra or {})}
        found = run_mkdocs(workspace, rendered_pages, building, settings)
        for name in _NOT_OURS:
            (building / name).unlink(missing_ok=True)
        _write_files(building, files)
        found += _look_over(building)
        if strict and found:
            raise StopError("site-strict", count=len(found), first=message(found[0]))
        report = _report(site_dir, building, found)
        swap(building, site_dir)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return report


def _write_files(building: Path, files: Mapping[str, bytes]) -> None:
    require_safe_paths(files)
    for name, content in sorted(files.items()):
        path = building / name
        if path.exists():
            raise StopError("path-twice", path=name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _look_over(building: Path) -> list[Diagnostic]:
    facts = site_facts(building)
    outside = outside_requests(facts)
    if outside:
        first = outside[0].args
        raise StopError("outside-request", page=first["page"], address=first["address"])
    found = broken_links(facts)
    remove_unused(building, facts)
    return found


def _report(site_dir: Path, building: Path, found: list[Diagnostic]) -> SiteReport:
    paths = [path for path in building.rglob("*") if path.is_file()]
    require_safe_paths(path.relative_to(building).as_posix() for path in paths)
    pages = sum(path.suffix == ".html" for path in paths)
    return SiteReport(site_dir, pages, len(paths), sum(path.stat().st_size for path in paths), tuple(found))
