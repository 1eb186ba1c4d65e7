"""Where the citations of the whole corpus lead: by form and status, what is open, whether each link can be true.

    python -m benchmarks.quality_links [--sample N] [--seed N] [--open]

All documents of the corpus beside the repository make one library. Every link is checked against what must hold of a
true one: the document that is linked bears the cited symbol or name, its date, issuer and type contradict nothing that
the citation says, and the unit that is linked exists with that label. `--sample` prints links with the words around
them, to be read; `--open` prints what is ambiguous, dangling or without its annex. Exit code 1 where a link cannot be
true.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks._corpus import CORPUS, paths
from build_tools.grammar.laws import fold
from build_tools.model.citation import Citation, CitationKind, CitationStatus
from build_tools.model.decisions import Decisions, Edition, Received
from build_tools.model.document import Document
from build_tools.model.library import Entry, Library
from build_tools.model.provisions import Provisions, levels
from build_tools.pipeline.analyse import analyse
from build_tools.resolve import resolve
from build_tools.resolve.identity import fold_symbol, of_citation, of_metadata, same_issuer, same_time, same_type

OPEN = (CitationStatus.AMBIGUOUS, CitationStatus.DANGLING)


class Placed(NamedTuple):
    """A citation in its document."""

    name: str
    document: Document
    citation: Citation

    @property
    def words(self) -> str:
        """The citation within its sentence, on one line."""
        span, text = self.citation.span, self.document.text
        around = f"{text[max(0, span.start - 110) : span.start]}⟦{span.of(text)}⟧{text[span.end : span.end + 90]}"
        return " ".join(around.split())


def corpus_library() -> Library:
    """The corpus as one library."""
    entries = {}
    for path in paths():
        document = analyse(path, file=path.name)
        name = f"{path.parent.name}/{path.stem}"
        entries[name] = Entry(name, document, Decisions(Received(path.name, document.sha256)))
    return resolve(entries, Edition.INTERNAL)


def placed(library: Library) -> Iterator[Placed]:
    """Every citation of the library."""
    for name, entry in library.entries.items():
        for citation in entry.document.citations:
            yield Placed(name, entry.document, citation)


def form_of(item: Placed) -> str:
    """What kind of citation it is, for the report."""
    citation = item.citation
    if citation.kind is CitationKind.DESCRIBED:
        return "type, issuer and subject"
    if citation.kind is CitationKind.INTERNAL:
        named = [level for level, _ in levels(citation.pinpoint)]
        form = f"own {named[-1]}" if named else "own name"
        return f"{form} in an annex" if "annex" in named[:-1] else form
    form = "number" if citation.kind is CitationKind.DOCUMENT else "law by name"
    if citation.symbol and not any(char.isdigit() for char in citation.span.of(item.document.text)[-12:]):
        form = "short name" if citation.symbol not in citation.span.of(item.document.text) else form
    return f"{form} with unit" if citation.pinpoint else form


def faults(item: Placed, library: Library) -> Iterator[str]:
    """Why a link cannot be true; nothing for one that can."""
    citation = item.citation
    if citation.status is CitationStatus.RESOLVED and citation.target:
        yield from _document_faults(item, library.entries[citation.target].document)
    if citation.status is CitationStatus.INTERNAL and citation.target:
        yield from _unit_faults(item)


def _document_faults(item: Placed, held: Document) -> Iterator[str]:
    cited, known = of_citation(item.citation, item.document.metadata.place), of_metadata(held.metadata)
    if cited.symbol and known.symbol and fold_symbol(cited.symbol) != fold_symbol(known.symbol):
        yield f"symbol {known.symbol}"
    if not cited.symbol and cited.name and fold(cited.name) != fold(known.name or ""):
        yield f"name {known.name}"
    if same_time(cited, known) is False:
        yield f"date {known.date} for {cited.date or cited.year}"
    if same_issuer(cited, known) is False:
        yield f"issuer {known.issuer} for {cited.issuer}"
    if not same_type(cited, known):
        yield f"type {known.type_name} for {cited.type_name}"


def _unit_faults(item: Placed) -> Iterator[str]:
    provisions, citation = Provisions(item.document.units), item.citation
    unit = provisions.unit(citation.target)
    if unit is None:
        yield "no such unit"
    elif unit not in provisions.matches(citation.pinpoint):
        yield f"unit {unit.id} has another label"


def main() -> int:
    """Build, report, check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--open", action="store_true")
    options = parser.parse_args()
    if not CORPUS.is_dir():
        print(f"no corpus at {CORPUS}: nothing was measured")
        return 0
    start = time.process_time()
    library = corpus_library()
    everything = list(placed(library))
    print(
        f"{len(library.entries)} documents, {len(everything)} citations in {time.process_time() - start:.1f} s of CPU"
    )
    _print_table(everything)
    told = Counter(item.code for _, item in library.diagnostics)
    print("told:", ", ".join(f"{count} {code}" for code, count in told.most_common()))
    if options.open:
        for item in everything:
            if item.citation.status in OPEN:
                print(f"{item.citation.status:9} {item.name[-30:]:30} {item.words}")
    if options.sample:
        _print_sample(everything, library, options.sample, options.seed)
    wrong = [(item, fault) for item in everything for fault in faults(item, library)]
    for item, fault in wrong:
        print(f"FALSE {item.name}: {item.words} -> {item.citation.target}: {fault}")
    print(f"{len(wrong)} links cannot be true")
    return 1 if wrong else 0


def _print_table(everything: list[Placed]) -> None:
    counts = Counter((form_of(item), str(item.citation.status)) for item in everything)
    statuses = [str(status) for status in CitationStatus]
    print(f"{'':28}" + "".join(f"{status:>11}" for status in statuses))
    for form in sorted({form for form, _ in counts}):
        print(f"{form:28}" + "".join(f"{counts[form, status] or '':>11}" for status in statuses))


def _print_sample(everything: list[Placed], library: Library, size: int, seed: int) -> None:
    """As many links of each kind, spread over the documents."""
    chosen = random.Random(seed)  # a sample to read
    for status in (CitationStatus.RESOLVED, CitationStatus.INTERNAL):
        links = [item for item in everything if item.citation.status is status and item.citation.target]
        for item in sorted(chosen.sample(links, min(size, len(links))), key=lambda item: item.name):
            print(f"{item.name[-34:]:34} {item.words}\n    -> {_described(item, library)}")


def _described(item: Placed, library: Library) -> str:
    citation = item.citation
    if citation.status is CitationStatus.INTERNAL:
        unit = Provisions(item.document.units).unit(citation.target)
        return f"{citation.target}: {' '.join(unit.span.of(item.document.text)[:90].split())}" if unit else "?"
    held = library.entries[citation.target or ""].document
    unit = Provisions(held.units).only(citation.pinpoint)
    about = held.metadata
    where = f" § {' '.join(unit.span.of(held.text)[:70].split())}" if unit else ""
    return f"{about.type_name} {about.symbol} {about.date} {about.issuer}: {(about.title or '')[:60]}{where}"


if __name__ == "__main__":
    raise SystemExit(main())
