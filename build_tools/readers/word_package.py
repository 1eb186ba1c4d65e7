"""The package of a Word file: a zip of XML parts, opened with suspicion."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Final

from lxml import etree

from build_tools.errors import DocumentError

MAX_MEMBERS: Final = 10_000
MAX_PART: Final = 150_000_000  # bytes of one unpacked XML part
MAX_RATIO: Final = 250  # unpacked to packed; XML of a real document stays far below
MAIN: Final = "word/document.xml"
_SMALL: Final = 1_000_000  # bytes below which a ratio means nothing

_NAMESPACES: Final = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",  # ISO 29500 Strict
)


class Package:
    """The parts of one Word file; `DocumentError` for a package that no honest program writes."""

    def __init__(self, data: bytes, file: str) -> None:
        self._file = file
        self._names: dict[str, str] = {}
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise DocumentError("file-damaged", file=file, format="DOCX", reason=str(error)) from None
        if len(members) > MAX_MEMBERS:
            raise DocumentError("package-unsafe", file=file, reason=f"{len(members)} parts")
        for member in members:
            if member.filename.startswith("/") or ".." in member.filename.replace("\\", "/").split("/"):
                raise DocumentError("package-unsafe", file=file, reason=member.filename)
            if member.file_size > _SMALL and member.file_size > MAX_RATIO * max(1, member.compress_size):
                raise DocumentError("package-unsafe", file=file, reason=f"{member.filename}: {member.file_size} B")
            self._names.setdefault(member.filename.replace("\\", "/"), member.filename)  # some programs write \\
        if any(name.endswith("/vbaProject.bin") for name in self._names):
            raise DocumentError("file-macros", file=file)
        self.main = self.related("", "officeDocument") or MAIN

    def related(self, part: str, kind: str) -> str | None:
        """The part that `part` (the package itself: empty) relates to as `kind`, such as `numbering`; the first one."""
        of_kind = (relation for relation in self._relations(part) if relation.get("Type", "").endswith(f"/{kind}"))
        return next((found for relation in of_kind if (found := self._inside(part, relation))), None)

    def target(self, part: str, key: str) -> etree._Element | None:
        """The root of the part that `part` relates to by a relation's id; `None` where it has none of that id."""
        relation = next((item for item in self._relations(part) if item.get("Id") == key), None)
        name = self._inside(part, relation) if relation is not None else None
        return self.part(name) if name else None

    def _relations(self, part: str) -> list[etree._Element]:
        folder, _, name = part.rpartition("/")
        relations = self.part(f"{folder}/_rels/{name}.rels".lstrip("/"))
        return list(relations) if relations is not None else []

    def _inside(self, part: str, relation: etree._Element) -> str | None:
        """The name of the part that a relation leads to, where it leads to one of this package."""
        target = str(relation.get("Target", ""))
        folder = part.rpartition("/")[0]
        found = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}").lstrip("/")
        return found if relation.get("TargetMode") != "External" and found in self._names else None

    def beside(self, kind: str, usual: str) -> etree._Element | None:
        """The root of the part that the main part relates to as `kind`; `usual` is its name where nothing says so."""
        return self.part(self.related(self.main, kind) or usual)

    def names(self, prefix: str) -> list[str]:
        """The XML parts whose names begin with `prefix`, in order."""
        return sorted(name for name in self._names if name.startswith(prefix) and name.endswith(".xml"))

    def part(self, name: str) -> etree._Element | None:
        """The root of an XML part; `None` where the package has no such part."""
        try:
            with self._zip.open(self._names[name]) as member:
                data = member.read(MAX_PART + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
            code = "file-encrypted" if "password" in str(error) else "file-damaged"
            raise DocumentError(code, file=self._file, format="DOCX", reason=str(error)) from None
        except zlib.error as error:
            raise DocumentError("file-damaged", file=self._file, format="DOCX", reason=str(error)) from None
        if len(data) > MAX_PART:
            raise DocumentError("package-unsafe", file=self._file, reason=name)
        return self._parse(name, data)

    def _parse(self, name: str, data: bytes) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DocumentError("file-damaged", file=self._file, format="DOCX", reason=f"{name}: {error}") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise DocumentError("package-unsafe", file=self._file, reason=f"{name}: DOCTYPE")
        return root


def local(element: etree._Element) -> str:
    """The name of a WordprocessingML element without its namespace; empty for elements of other vocabularies."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    for namespace in _NAMESPACES:
        if tag.startswith(namespace):
            return tag[len(namespace) :]
    return ""


def attribute(element: etree._Element | None, name: str) -> str | None:
    """The WordprocessingML attribute `name`."""
    if element is None:
        return None
    for namespace in _NAMESPACES:
        value = element.get(namespace + name)
        if value is not None:
            return str(value)
    return None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant down a path of WordprocessingML names."""
    for name in path:
        if element is None:
            return None
        element = next((item for item in element if local(item) == name), None)
    return element


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """A switch such as bold: on, off, or not said."""
    element = child(properties, name)
    if element is None:
        return None
    return (attribute(element, "val") or "true") not in {"0", "false", "off", "none"}
