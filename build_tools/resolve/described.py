"""Documents that are described by type, issuer and subject: which work is meant, where the library proves it.

A subject proves a work if it is, word for word, the title of a held one or what a citation with a number says of it.
Case, marks, dates and the word `số` do not count. Two works, a short subject, another place or time prove nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from msgspec.structs import replace

from build_tools.grammar.dates import DATE
from build_tools.model.citation import Citation, CitationStatus
from build_tools.model.document import Document
from build_tools.model.library import Entry
from build_tools.resolve.identity import Identity, fold_body, names_central
from build_tools.resolve.naming import key_of
from build_tools.resolve.registry import Registry

_LEAST_WORDS = 6  # `về công tác cán bộ` can be any document's
_WORD = re.compile(r"\w+(?:[/-]\w+)*")
_UNSAID = frozenset(("số", "về", "việc"))
_SIGNER = re.compile(r"^bộ trưởng (?=bộ )")
_UNNAMED_PLACE = re.compile(r" (?:tỉnh|thành phố)$")


class Described:
    """Finds the one work that a description means."""

    def __init__(self, entries: Mapping[str, Entry], registry: Registry) -> None:
        self._known = registry.known
        self._held = registry.held
        self._by_subject: dict[tuple[str, ...], set[str]] = {}
        for work in registry.known:
            for subject in registry.subjects.get(work, ()):
                self._index(work, subject)
            if work in entries:
                self._index(work, entries[work].document.metadata.title)

    def _index(self, work: str, subject: str | None) -> None:
        words = subject_words(subject or "")
        if len(words) >= _LEAST_WORDS:
            self._by_subject.setdefault(words, set()).add(work)

    def proven(self, name: str, document: Document) -> tuple[Citation, ...]:
        """The descriptions of a document that mean one work of the library, and not the document itself."""
        found = []
        for citation in document.described:
            works = [
                work
                for work in self._by_subject.get(subject_words(citation.subject or ""), ())
                if _fits(self._known[work], citation, document.metadata.date)
            ]
            if len(works) == 1 and works[0] != name:
                found.append(self._resolved(citation, works[0]))
        return tuple(found)

    def _resolved(self, citation: Citation, work: str) -> Citation:
        status = CitationStatus.RESOLVED if work in self._held else CitationStatus.ABSENT
        return replace(citation, status=status, target=work, key=key_of(self._known[work]))


def subject_words(subject: str) -> tuple[str, ...]:
    """The words of a subject or title to compare, in order."""
    folded = DATE.sub(" ", " ".join(subject.split())).casefold().replace("uỷ", "ủy").replace("toà", "tòa")
    return tuple(word for word in _WORD.findall(folded) if word not in _UNSAID)


def _fits(work: Identity, citation: Citation, cited_on: dt.date | None) -> bool:
    """Whether type, issuer, place and time are those of the work; what is not known of its issuer proves nothing."""
    if not work.issuer or not citation.issuer or work.type_name != citation.type_name:
        return False
    if _body(work.issuer) != _body(citation.issuer) or work.place != citation.place:
        return False
    if work.place is None and not names_central(citation.issuer):
        return False
    if citation.date or citation.year:
        return work.date == citation.date if citation.date else work.year == citation.year
    return not (work.date and cited_on and work.date > cited_on)


def _body(issuer: str) -> str:
    return _UNNAMED_PLACE.sub("", _SIGNER.sub("", fold_body(issuer)))
