"""Makes the offline package: a zip that opens with a double click, the same bytes for the same site.

phobien-cong-khai/MO-TRANG-NAY.html    leads to trang/index.html
phobien-cong-khai/HUONG-DAN.txt        what it is, how to open and check it (for Windows' Notepad: BOM, CRLF)
phobien-cong-khai/manifest.json        SHA-256 of every file, and manifest.json.sig where a key is given
phobien-cong-khai/trang/…              the site
"""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from build_tools.model.decisions import Edition
from build_tools.publish.manifest import MANIFEST, SIGNATURE, digest, manifest_bytes
from build_tools.publish.paths import require_safe_paths
from build_tools.publish.signature import Signer

EDITION_WORDS: Mapping[Edition, str] = {Edition.PUBLIC: "cong-khai", Edition.INTERNAL: "noi-bo"}
EDITION_LINES: Mapping[Edition, str] = {
    Edition.PUBLIC: "Bản công khai: được phép phổ biến rộng rãi.",
    Edition.INTERNAL: "BẢN NỘI BỘ: không phổ biến ra ngoài cơ quan.",
}
_PAGES = ("MO-TRANG-NAY.html", "KIEM-TRA.html")
SITE_FOLDER = "trang"
TEMPLATES = Path(__file__).parent / "templates"
_OLDEST = (1980, 1, 1, 0, 0, 0)  # a zip cannot hold an earlier time
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def make_package(
    site_dir: Path, dist_dir: Path, *, edition: Edition, name: str = "phobien", signer: Signer | None = None
) -> Path:
    """Pack the site into `dist_dir/<name>-<edition>.zip`; every other package of a library in `dist_dir` is removed.

    `name` is an ASCII file name without spaces. Raises `StopError` where a path could not be unpacked on Windows.
    """
    folder = f"{name}-{EDITION_WORDS[edition]}"
    content = _content(site_dir, edition)
    listing = manifest_bytes({path: digest(data) for path, data in content.items()})
    content[MANIFEST] = listing
    if signer:
        content[SIGNATURE] = signer(listing)
    require_safe_paths(f"{folder}/{path}" for path in content)
    dist_dir.mkdir(parents=True, exist_ok=True)
    target = dist_dir / f"{folder}.zip"
    _write_zip(target, folder, content)
    for other in packages(dist_dir):
        if other != target:
            other.unlink()
    return target


def packages(dist_dir: Path) -> Iterator[Path]:
    """The packages of any edition in a folder."""
    for word in EDITION_WORDS.values():
        yield from sorted(dist_dir.glob(f"*-{word}.zip"))


def _content(site_dir: Path, edition: Edition) -> dict[str, bytes]:
    files = sorted(path for path in site_dir.rglob("*") if path.is_file())
    content = {
        f"{SITE_FOLDER}/{path.relative_to(site_dir).as_posix()}": path.read_bytes()
        for path in files
        if path.relative_to(site_dir).as_posix() not in (MANIFEST, SIGNATURE)
    }
    guide = (TEMPLATES / "HUONG-DAN.txt").read_text(encoding="utf-8").replace("{edition}", EDITION_LINES[edition])
    content |= {name: (TEMPLATES / name).read_bytes() for name in _PAGES}
    content["HUONG-DAN.txt"] = guide.replace("\n", "\r\n").encode("utf-8-sig")
    return content


def _write_zip(target: Path, folder: str, content: Mapping[str, bytes]) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".package-")
    try:
        with (
            os.fdopen(handle, "wb") as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        ):
            for path in sorted(content):
                archive.writestr(_entry(f"{folder}/{path}"), content[path])
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _entry(path: str) -> zipfile.ZipInfo:
    """An entry that says nothing of the machine, the user or the hour."""
    entry = zipfile.ZipInfo(path, _OLDEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    return entry
