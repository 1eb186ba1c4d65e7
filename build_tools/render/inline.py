"""The running text of a passage with what was found in it: links, corrections, emphasis.

Three layers may overlap in any way. They are nested in a fixed order, citations outside, then corrections, then
emphasis, and an inner span is cut where an outer one ends. The same walk writes Markdown and HTML.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct

from build_tools.i18n import _
from build_tools.model.document import Correction
from build_tools.model.source import Mark, MarkKind
from build_tools.model.span import Span
from build_tools.render.markdown import escape_inline, printable

T = TypeVar("T")
_MARK_ORDER = (MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.UNDERLINE, MarkKind.SUPERSCRIPT, MarkKind.SUBSCRIPT)
# What Python-Markdown would read inside the attributes of a raw tag.
_IN_MARKDOWN_TAG = str.maketrans({char: f"&#{ord(char)};" for char in "\\`*_[]{}!|~\n"})


class Link(Struct, frozen=True):
    """A citation in the text. Without `target` it is only marked; `css` says what became of it, `title` in words.

    `preview` is the beginning of what is cited, shown beside the link on a page.
    """

    span: Span
    css: str
    title: str
    target: str | None = None
    preview: str | None = None


class Layers(Struct, frozen=True):
    """What lies over a text; each in text order."""

    links: Sequence[Link] = ()
    corrections: Sequence[Correction] = ()
    marks: Sequence[Mark] = ()


class Writer(Protocol):
    """Writes the pieces of a passage in one language of markup."""

    def text(self, words: str) -> str:
        """Plain words."""

    def tag(self, name: str, inner: str, **attributes: str) -> str:
        """An element around `inner`, which is already written."""

    def link(self, inner: str, link: Link) -> str:
        """A link around `inner`."""


class MarkdownWriter:
    """Writes Markdown."""

    def text(self, words: str) -> str:
        """Plain words, escaped; a line break within a paragraph becomes `<br>`."""
        return "<br>".join(escape_inline(line) for line in words.split("\n"))

    def tag(self, name: str, inner: str, **attributes: str) -> str:
        """A raw HTML tag, which Markdown keeps."""
        written = "".join(f' {key}="{_attribute(value)}"' for key, value in attributes.items())
        return f"<{name}{written}>{inner}</{name}>"

    def link(self, inner: str, link: Link) -> str:
        """A Markdown link with its class and what it says."""
        if link.target is None:
            return self.tag("span", inner, **{"class": link.css, "title": link.title})
        said = " ".join(f'{key}="{_attribute(value)}"' for key, value in _said(link).items())
        return f"[{inner}]({link.target}){{ .{link.css.replace(' ', ' .')} {said} }}"


class HtmlWriter:
    """Writes HTML."""

    def text(self, words: str) -> str:
        """Plain words, escaped."""
        return "<br>".join(html.escape(printable(line), quote=False) for line in words.split("\n"))

    def tag(self, name: str, inner: str, **attributes: str) -> str:
        """An element."""
        written = "".join(f' {key}="{html.escape(value)}"' for key, value in attributes.items())
        return f"<{name}{written}>{inner}</{name}>"

    def link(self, inner: str, link: Link) -> str:
        """A link with its class and title."""
        if link.target is None:
            return self.tag("span", inner, **{"class": link.css, "title": link.title})
        return self.tag("a", inner, **{"class": link.css, "href": link.target, **_said(link)})


def _said(link: Link) -> dict[str, str]:
    """What a link says of its target: the beginning of the text, which style sheets show, or else a title."""
    return {"data-pb-preview": link.preview} if link.preview else {"title": link.title}


def inline(text: str, span: Span, layers: Layers, writer: Writer) -> str:
    """The words of `text` in `span`, with all that lies over them."""
    corrections = _disjoint(layers.corrections, span)
    links = [(_widened(link.span, corrections), link) for link in layers.links if link.span.overlaps(span)]
    return _Walk(text, writer, links, corrections, layers.marks).links(span)


class _Walk:
    """The nested layers of one passage."""

    def __init__(
        self,
        text: str,
        writer: Writer,
        links: Sequence[tuple[Span, Link]],
        corrections: Sequence[Correction],
        marks: Iterable[Mark],
    ) -> None:
        self._text = text
        self._write = writer
        self._links = links
        self._corrections = [(correction.span, correction) for correction in corrections]
        spans = {kind: [m.span for m in marks if m.kind is kind] for kind in _MARK_ORDER}
        self._marks = {kind: found for kind, found in spans.items() if found}

    def links(self, span: Span) -> str:
        return _layer(span, self._links, self._in_link, self._fixes)

    def _in_link(self, span: Span, link: Link) -> str:
        return self._write.link(self._fixes(span), link)

    def _fixes(self, span: Span) -> str:
        return _layer(span, self._corrections, self._fix, self._emphasis)

    def _fix(self, span: Span, correction: Correction) -> str:
        received = self._write.tag("del", self._write.text(span.of(self._text)))
        read = self._write.tag("ins", self._write.text(correction.replacement))
        title = _("Received: “{original}”. {reason}", original=correction.original, reason=correction.reason)
        return self._write.tag("span", received + read, **{"class": "pb-fix", "title": title})

    def _emphasis(self, span: Span, kinds: Sequence[MarkKind] | None = None) -> str:
        kinds = tuple(self._marks) if kinds is None else kinds
        if not kinds:
            return self._write.text(span.of(self._text))
        kind, rest = kinds[0], kinds[1:]
        return _layer(
            span,
            [(mark, kind) for mark in self._marks[kind]],
            lambda inner, mark: self._write.tag(mark.value, self._emphasis(inner, rest)),
            lambda inner: self._emphasis(inner, rest),
        )


def _layer(
    span: Span, over: Iterable[tuple[Span, T]], covered: Callable[[Span, T], str], bare: Callable[[Span], str]
) -> str:
    """`span` written piece by piece: `covered` where one of `over` lies (cut to what is left of it), else `bare`."""
    written: list[str] = []
    at = span.start
    for where, what in over:
        start, end = max(where.start, at), min(where.end, span.end)
        if start < end:
            if at < start:
                written.append(bare(Span(at, start)))
            written.append(covered(Span(start, end), what))
            at = end
    if at < span.end:
        written.append(bare(Span(at, span.end)))
    return "".join(written)


def _disjoint(corrections: Sequence[Correction], span: Span) -> list[Correction]:
    """The corrections within a passage; of two that overlap, the first."""
    kept: list[Correction] = []
    for correction in corrections:
        if span.contains(correction.span) and not (kept and kept[-1].span.end > correction.span.start):
            kept.append(correction)
    return kept


def _widened(span: Span, corrections: Sequence[Correction]) -> Span:
    """A link that cuts a correction takes it in whole: the received and the corrected words stay together."""
    touched = [c.span for c in corrections if c.span.overlaps(span)]
    return Span(min([span.start, *(s.start for s in touched)]), max([span.end, *(s.end for s in touched)]))


def _attribute(value: str) -> str:
    return html.escape(printable(value)).translate(_IN_MARKDOWN_TAG)
