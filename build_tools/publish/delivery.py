"""Brings a built site to the folder of a web server, whole or not at all, and back."""

from __future__ import annotations

import shutil
from pathlib import Path

from build_tools.errors import StopError
from build_tools.publish.swap import fresh_sibling, swap
from build_tools.publish.verify import VerifyReport, verify


def publish(site_dir: Path, dest: Path, public_key: Path | None = None) -> VerifyReport:
    """Copy a site beside `dest`, check the copy, and put it in place in one step; the former one is kept.

    The former site stands in `<dest>.previous` until the next time (`roll_back`). A site without a manifest, or that
    does not match it, is not published: `StopError`, and `dest` is as it was.
    """
    _require_apart(site_dir, dest)
    if dest.exists() and any(dest.iterdir()) and not (dest / "index.html").is_file():
        raise StopError("not-a-site", folder=dest)
    copy = fresh_sibling(dest)
    try:
        shutil.copytree(site_dir, copy, dirs_exist_ok=True)
        report = verify(copy, public_key)
        if not report.ok:
            wrong = [*report.missing, *report.changed, *report.extra] or [report.signature]
            raise StopError("site-not-verified", folder=site_dir, count=len(wrong), first=wrong[0])
        swap(copy, dest, previous=previous_of(dest))
    finally:
        shutil.rmtree(copy, ignore_errors=True)
    return report


def roll_back(dest: Path) -> None:
    """Put the site that was published before back in place; the present one takes its place as the previous."""
    previous = previous_of(dest)
    if not previous.is_dir():
        raise StopError("no-previous-site", folder=dest)
    copy = fresh_sibling(dest)
    copy.rmdir()
    previous.rename(copy)
    swap(copy, dest, previous=previous)


def previous_of(dest: Path) -> Path:
    """Where the formerly published site is kept."""
    return dest.with_name(f"{dest.name}.previous")


def _require_apart(site_dir: Path, dest: Path) -> None:
    source, target = site_dir.resolve(), dest.resolve()
    if source == target or source in target.parents or target in source.parents:
        raise StopError("folders-overlap", folder=site_dir, dest=dest)
