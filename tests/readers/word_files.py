"""Makes small Word files for tests: a body written as WordprocessingML, the parts around it as needed."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def part(root: str, content: str) -> str:
    """An XML part with the usual namespaces."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMESPACES}>{content}</w:{root}>'


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    content = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def numbered(text: str, num: int, level: int = 0) -> str:
    """A paragraph of an automatic list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def level(number: int, style: str, text: str, start: int = 1, more: str = "") -> str:
    """One level of a list's definition."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*definitions: str, extra: str = "") -> str:
    """A numbering part: definition n (from 1) is used by list n."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{d}</w:abstractNum>' for n, d in enumerate(definitions, 1)
    )
    lists = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(definitions) + 1)
    )
    return part("numbering", abstract + lists + extra)


def docx(body: str, parts: dict[str, str] | None = None, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A Word file with this body; `parts` by name, such as `word/numbering.xml`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>"))
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    return buffer.getvalue()
