"""The list of a site's or package's files with the SHA-256 of each: `manifest.json`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import msgspec

from build_tools.errors import StopError

MANIFEST = "manifest.json"
SIGNATURE = "manifest.json.sig"
SCHEMA = "phobien/manifest/1"


class Manifest(msgspec.Struct, frozen=True):
    """SHA-256 in hexadecimal by path (with `/`), of everything but the manifest and its signature."""

    schema: str
    files: dict[str, str]


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def manifest_bytes(digests: Mapping[str, str]) -> bytes:
    """The manifest's content: sorted, one file a line, so that two of them can be compared with any tool."""
    content = {"schema": SCHEMA, "files": dict(sorted(digests.items()))}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(content: bytes, where: str) -> Manifest:
    """Read a manifest; raises `StopError` where it is none."""
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
    except msgspec.DecodeError as error:
        raise StopError("not-a-manifest", file=where, reason=error) from error
    if manifest.schema != SCHEMA:
        raise StopError("not-a-manifest", file=where, reason=manifest.schema)
    return manifest


def write_manifest(site_dir: Path) -> Path:
    """Write `manifest.json` for everything in a folder; an earlier one and its signature are replaced."""
    (site_dir / SIGNATURE).unlink(missing_ok=True)
    files = (path for path in site_dir.rglob("*") if path.is_file())
    digests = {path.relative_to(site_dir).as_posix(): digest(path.read_bytes()) for path in files}
    digests.pop(MANIFEST, None)
    target = site_dir / MANIFEST
    target.write_bytes(manifest_bytes(digests))
    return target
