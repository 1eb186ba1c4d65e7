"""Old Word, OpenDocument and RTF: LibreOffice, where it is installed, makes a .docx of them, and that is read."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import Final

import msgspec

from build_tools.errors import DocumentError
from build_tools.model.source import SourceText
from build_tools.readers import word
from build_tools.readers.sniffing import OLE

_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_VBA: Final = "_VBA_PROJECT".encode("utf-16-le")
_LIBRARIES: Final = (b"Basic/", b"Scripts/")  # the names of members stand in a zip as they are
_WORD_BEGINS: Final = b"\xec\xa5"  # [MS-DOC] 2.5.2: wIdent of the information block, at the start of a sector
_SECTOR: Final = 512
_FLAGS: Final = slice(10, 12)
_LOCKED: Final = 0x0100  # fEncrypted
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
# A document must not run anything, nor load anything from elsewhere, while it is converted.
_SETTINGS: Final = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
_LIBREOFFICE: Final = rb"{\*\generator LibreOffice"
_LABEL = re.compile(rb"\{\\listtext(?:\\pard)?\\plain(?![a-z])")
_OF_A_LIST = re.compile(rb"\\ls\d{1,5}(?![\da-z])")
_ITEM: Final = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_PROFILE: Final = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>'
)


def read(data: bytes, sha256: str, file: str) -> SourceText:
    """The text of a .doc, .odt or .rtf file; `DocumentError` where LibreOffice is missing or cannot open it.

    Sets no limit of time or memory: that is done by the child process in which it is called.
    """
    kind = "doc" if data.startswith(OLE) else "odt" if data.startswith(b"PK") else "rtf"
    if _is_locked(kind, data):
        raise DocumentError("file-encrypted", file=file, format="DOCX" if _ENCRYPTED in data else kind.upper())
    if _has_macros(kind, data):
        raise DocumentError("file-macros", file=file)
    program = find_program()
    if program is None:
        raise DocumentError("libreoffice-missing", file=file, format=kind.upper())
    with tempfile.TemporaryDirectory(prefix="phobien-") as folder:
        converted = _convert(program, data, kind, Path(folder), file)
    return msgspec.structs.replace(word.read(converted, sha256, file), format=kind)


def find_program() -> str | None:
    """LibreOffice's command, on the path or where its installers put it."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def _has_macros(kind: str, data: bytes) -> bool:
    """Whether programs lie in the file: the storage of VBA in old Word, the libraries of Basic in OpenDocument."""
    if kind == "doc":
        return _VBA in data
    return kind == "odt" and any(name in data for name in _LIBRARIES)


def _is_locked(kind: str, data: bytes) -> bool:
    if kind == "doc":
        starts = (data[at : at + _FLAGS.stop] for at in range(_SECTOR, len(data), _SECTOR))
        block = next((start for start in starts if start.startswith(_WORD_BEGINS)), b"")
        return _ENCRYPTED in data or bool(int.from_bytes(block[_FLAGS], "little") & _LOCKED)
    if kind == "odt":
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("META-INF/manifest.xml") as manifest:
                return b"encryption-data" in manifest.read(10_000_000)
        except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError, OSError, EOFError):
            return False  # LibreOffice will say what it makes of it
    return False


def _with_labels_written_out(data: bytes) -> bytes:
    """The RTF with the labels of lists as text, where LibreOffice wrote it.

    It writes no letter beyond Windows-1252 into the definitions of lists (`?i?u 1.`) and no new start; beside every
    item it writes the label as it is seen, for programs without lists. Word writes both well.
    """
    if _LIBREOFFICE not in data:
        return data
    return _OF_A_LIST.sub(b"", _LABEL.sub(rb"{\\plain", data))


def _convert(program: str, data: bytes, kind: str, folder: Path, file: str) -> bytes:
    received = folder / f"received.{kind}"
    received.write_bytes(_with_labels_written_out(data) if kind == "rtf" else data)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    settings = "".join(_ITEM.format(*row) for row in _SETTINGS)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE.format(settings), encoding="utf-8")
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--convert-to"]
    try:
        done = subprocess.run(  # noqa: S603 - a known program, arguments as a list
            [*command, "docx", "--outdir", str(folder), str(received)],
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError as error:
        raise DocumentError("libreoffice-failed", file=file, reason=error.strerror or str(error)) from None
    result = folder / "received.docx"
    if not result.is_file():
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise DocumentError("libreoffice-failed", file=file, reason=said[-1] if said else f"status {done.returncode}")
    return result.read_bytes()
