"""Old Word, OpenDocument and RTF: LibreOffice, where it is installed, makes a .docx of them, and that is read."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

import msgspec

from build_tools.errors import DocumentError
from build_tools.model.source import SourceText
from build_tools.readers import word
from build_tools.readers.sniffing import OLE

SECONDS: Final = 180
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)


def read(data: bytes, sha256: str, file: str) -> SourceText:
    """The text of a .doc, .odt or .rtf file; `DocumentError` where LibreOffice is missing or cannot open it."""
    kind = "doc" if data.startswith(OLE) else "odt" if data.startswith(b"PK") else "rtf"
    if kind == "doc" and _ENCRYPTED in data:
        raise DocumentError("file-encrypted", file=file, format="DOCX")
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


def _convert(program: str, data: bytes, kind: str, folder: Path, file: str) -> bytes:
    received = folder / f"received.{kind}"
    received.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx"]
    try:
        subprocess.run(  # noqa: S603 - a known program, arguments as a list
            [*command, "--outdir", str(folder), str(received)],
            capture_output=True,
            timeout=SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        raise DocumentError("reader-too-slow", file=file, seconds=SECONDS) from None
    result = folder / "received.docx"
    if not result.is_file():
        raise DocumentError("file-damaged", file=file, format=kind.upper(), reason="LibreOffice")
    return result.read_bytes()
