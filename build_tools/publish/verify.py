"""Checks a site folder or a package against its manifest and signature."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from build_tools.errors import StopError
from build_tools.i18n import N_, _
from build_tools.publish.manifest import MANIFEST, SIGNATURE, digest, read_manifest
from build_tools.publish.signature import SignatureState, check_signature

SIGNATURE_SENTENCES: Mapping[SignatureState, str] = {
    SignatureState.NONE: N_("It is not signed: whoever changed the files could have changed the manifest too."),
    SignatureState.INVALID: N_("Its signature is false: do not use it."),
    SignatureState.UNKNOWN_KEY: N_("It is signed, but with a key that was not given here as the publisher's."),
    SignatureState.VALID: N_("It is signed with the publisher's key."),
}
# What reading a damaged zip can raise: wrong checksums, sizes, names, methods of compression, "encrypted" entries.
_DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
Content = Mapping[str, Callable[[], bytes]]


class VerifyReport(Struct, frozen=True):
    """What a check found: paths that are missing, changed, or not in the manifest; and what the signature is worth."""

    path: Path
    checked: int
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    extra: tuple[str, ...]
    signature: SignatureState

    @property
    def ok(self) -> bool:
        """Whether every file is the one that the manifest lists, and no signature is false."""
        whole = not (self.missing or self.changed or self.extra)
        return whole and self.signature is not SignatureState.INVALID

    def lines(self) -> list[str]:
        """What the check found, in the current language, one sentence a line."""
        whole = not (self.missing or self.changed or self.extra)
        found = [_("{path}: {count} files checked", path=self.path.as_posix(), count=self.checked)]
        found += [_("missing: {file}", file=name) for name in self.missing]
        found += [_("changed: {file}", file=name) for name in self.changed]
        found += [_("not in the manifest: {file}", file=name) for name in self.extra]
        found.append(_("Complete and unchanged.") if whole else _("Not complete, or not unchanged: do not use it."))
        found.append(_(SIGNATURE_SENTENCES[self.signature]))
        return found


def verify(path: Path, public_key: Path | None = None) -> VerifyReport:
    """Check a site folder, an unpacked package or a zip; `public_key` (PEM) is the one that the reader trusts.

    Raises `StopError` where there is nothing to check: no such path, a broken zip, no manifest.
    """
    if path.is_dir():
        return _compare(path, _folder_content(path), public_key)
    if not path.is_file():
        raise StopError("nothing-to-verify", path=path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _compare(path, _zip_content(archive), public_key)
    except _DAMAGE as error:
        raise StopError("broken-zip", path=path, reason=error) from error


def _compare(path: Path, content: Content, public_key: Path | None) -> VerifyReport:
    if MANIFEST not in content:
        raise StopError("no-manifest", path=path, manifest=MANIFEST)
    written = content[MANIFEST]()
    signature = content[SIGNATURE]() if SIGNATURE in content else None
    listed = read_manifest(written, f"{path.name}/{MANIFEST}").files
    there = set(content) - {MANIFEST, SIGNATURE}
    return VerifyReport(
        path,
        checked=len(listed),
        missing=tuple(sorted(listed.keys() - there)),
        changed=tuple(name for name in sorted(listed.keys() & there) if _digest(content[name]) != listed[name]),
        extra=tuple(sorted(there - listed.keys())),
        signature=check_signature(written, signature, public_key),
    )


def _digest(read: Callable[[], bytes]) -> str | None:
    try:
        return digest(read())
    except _DAMAGE:  # its own checksum is wrong, or it cannot be read: it is changed
        return None


def _folder_content(folder: Path) -> Content:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes for path in files}


def _zip_content(archive: zipfile.ZipFile) -> Content:
    """Files by their path under the package's own folder; one that lies outside it keeps a path that no list has."""
    names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
    tops = sorted({name.partition("/")[0] for name in names if name.endswith(f"/{MANIFEST}") and name.count("/") == 1})
    top = f"{tops[0]}/" if tops else ""
    content: dict[str, Callable[[], bytes]] = {}
    for name in names:
        inside = name.removeprefix(top) if name.startswith(top) else f"/{name}"
        key = inside if inside not in content else f"{inside} (2)"  # two entries of one name: which one is unpacked?
        content[key] = lambda name=name: archive.read(name)  # type: ignore[misc]
    return content
