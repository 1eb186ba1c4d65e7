"""What must hold for any file whatever, one check for each reader: no exception but `DocumentError`, no word lost.

From the reader's lines on, `words(received) == words(kept) ⊎ words(removed)`, as `build_tools.fidelity` states it.
Before that the check is another way to the received words: the text itself, or the parser's tree, whose letters must
all be there. Letters, not words: on which side of a block a word of broken markup ends up is for the parser to say.
"""

from __future__ import annotations

import html as entities
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

from lxml import etree, html

from build_tools.diagnostics import advice, message
from build_tools.errors import DocumentError
from build_tools.fidelity import check_clean
from build_tools.grammar.words import words
from build_tools.i18n import use_language
from build_tools.intake.decisions import read_decisions
from build_tools.model.source import CleanText, SourceText
from build_tools.normalise import normalise
from build_tools.readers import sniff
from build_tools.readers.decoding import decode, guess_text
from build_tools.readers.html_encoding import decode_html
from build_tools.readers.reading import _read
from build_tools.received import received_words

_MARKUP = re.compile(r"<[^>]*>?|\]\([^)]*\)?|&#?\w*;?|\[\^[^\]]+\]|[|`]")


def letters(*texts: str) -> Counter[str]:
    """How often each letter and digit stands in the texts; case apart, which Word may change."""
    return Counter("".join("".join(words(text)) for text in texts).casefold())


def _kept(source: SourceText, clean: CleanText) -> Counter[str]:
    assert set(source.removed) <= set(clean.removed)
    return letters(clean.text, *[item.text for item in clean.removed])


def _checked(kind: str, data: bytes) -> tuple[SourceText, CleanText] | None:
    """The file as read and normalised; `None` where it is refused, in one sentence that says what to do."""
    try:
        source = _read(kind, data, "kho/a")
    except DocumentError as error:
        refused(error)
        return None
    clean = normalise(source)
    fault = check_clean(source, clean)
    assert fault is None, fault
    numbers = [line.number for line in source.lines]
    assert all(number >= 1 for number in numbers)
    offsets = [origin.offset for origin in clean.origins]
    assert offsets == sorted(set(offsets))
    assert "\n".join(block.span.of(clean.text) for block in clean.blocks) == clean.text
    return source, clean


def refused(error: DocumentError) -> None:
    """A refusal is one sentence in either language, with advice."""
    for language in ("vi", "en"):
        with use_language(language):
            said = f"{message(error)} {advice(error)}"
            assert said.strip()
            assert len(said.splitlines()) == 1, said


def check_text(data: bytes) -> None:
    read = _checked("text", data)
    if read is None:
        return
    source, clean = read
    if source.encoding == "utf-8":
        text = data.decode("utf-8-sig")
        assert words("\n".join(line.text for line in source.lines)) == words(text)
        assert _kept(source, clean) == letters(text)


def check_markdown(data: bytes) -> None:
    read = _checked("markdown", data)
    if read is None or read[0].encoding != "utf-8":
        return
    text = data.decode("utf-8-sig")
    kept = _kept(*read)
    lost = letters(_MARKUP.sub("", text)) - kept
    assert not lost, ("lost", lost)
    invented = kept - (letters(text) | letters(entities.unescape(text)))
    assert not invented, ("invented", invented)


def check_html(data: bytes) -> None:
    read = _checked("html", data)
    if read is None:
        return
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    text = decode_html(data, "a").text.encode("utf-8", "replace")
    root = html.document_fromstring(text, parser=parser)
    shown = [text for top in (root, *root.itersiblings(etree.Element)) for text in _shown(top)]
    lost = letters("".join(shown)) - _kept(*read)
    assert not lost, ("lost", lost)


def _shown(root: etree._Element) -> list[str]:
    """All text of a tree outside its head, comments apart."""
    found: list[str] = []
    walker = etree.iterwalk(root, events=("start", "end", "comment"))
    for event, element in walker:
        if event == "start":
            if element.tag == "head" and element.getparent() is root:
                walker.skip_subtree()
            else:
                found.append(element.text or "")
        elif element is not root:
            found.append(element.tail or "")
    return found


def check_docx(data: bytes) -> None:
    read = _checked("docx", data)
    if read is None:
        return
    lost = letters(" ".join(received_words(data, "docx"))) - _kept(*read)
    assert not lost, ("lost", lost)


def check_pdf(data: bytes) -> None:
    read = _checked("pdf", data)
    if read is None:
        return
    received = letters(" ".join(received_words(data, "pdf")))
    kept = _kept(*read)
    assert kept == received, ("lost", received - kept, "invented", kept - received)


def check_decoding(data: bytes) -> None:
    guess_text(data)
    sniff(data, "a.txt")
    sniff(data, "a.md")
    for decoding in (decode, decode_html):
        try:
            decoded = decoding(data, "a")
        except DocumentError as error:
            refused(error)
            continue
        if decoded.encoding == "utf-8":
            assert decoded.text == data.decode("utf-8-sig")


def check_decisions(data: bytes) -> None:
    with tempfile.NamedTemporaryFile(suffix=".yml") as file:
        file.write(data)
        file.flush()
        try:
            read_decisions(Path(file.name), file="source_texts/a/b/document.yml")
        except DocumentError as error:
            refused(error)


CHECKS: Final[dict[str, Callable[[bytes], None]]] = {
    "text": check_text,
    "markdown": check_markdown,
    "html": check_html,
    "docx": check_docx,
    "pdf": check_pdf,
    "decoding": check_decoding,
    "decisions": check_decisions,
}
