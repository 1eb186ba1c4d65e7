"""How well citations are found: precision and recall on the annotated sets, and a report on the whole corpus.

    python benchmarks/quality_citations.py [--corpus DIR] [--save FILE] [--compare FILE]

The annotated sets are `tests/annotate/fixtures/citations.txt` (forms) and `tests/annotate/corpus/*.txt` (real
documents beside the repository, read and corrected by hand). `--save` writes what was found in every document;
`--compare` prints what a change of rules made different.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks._corpus import add_options, save_and_compare, texts  # noqa: E402
from benchmarks._scores import compare_aloud, total  # noqa: E402
from build_tools.annotate.citations import find_citations  # noqa: E402
from build_tools.annotate.relations import find_relations  # noqa: E402
from build_tools.model.document import Outline  # noqa: E402
from build_tools.model.source import CleanText  # noqa: E402
from build_tools.structure import outline  # noqa: E402
from tests.annotate.cases import bare_outline, clean, read_cases  # noqa: E402
from tests.annotate.shown import shown_found  # noqa: E402

ANNOTATED = ROOT / "tests" / "annotate" / "corpus"


def forms() -> bool:
    scores = []
    for case in read_cases("citations.txt"):
        found = shown_found(find_citations(clean(case.text), bare_outline()), case.text)
        scores.append(compare_aloud(f"«{case.title}»", case.expected, found))
    everything = total(scores)
    print(f"forms: {everything}")
    return everything.is_perfect


def load(corpus: Path) -> dict[str, tuple[CleanText, Outline]]:
    return {name: (text, outline(text)) for name, text in texts(corpus).items()}


def documents(corpus: Path) -> tuple[bool, dict[str, list[str]]]:
    loaded = load(corpus)
    kinds: Counter[str] = Counter()
    found_in: dict[str, list[str]] = {}
    size = sum(len(text.text) for text, _ in loaded.values())
    start = time.process_time()
    for name, (text, tree) in loaded.items():
        citations = find_citations(text, tree)
        relations = find_relations(text, tree, citations)
        found_in[name] = shown_found(citations, text.text)
        kinds.update(str(citation.kind) for citation in citations)
        kinds.update(f"relation {relation.kind}" for relation in relations)
    spent = time.process_time() - start
    scores = []
    for path in sorted(ANNOTATED.glob("*.txt")):
        expected = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        scores.append(compare_aloud(path.name, expected, found_in.get(path.name, [])))
    everything = total(scores)
    print(f"documents ({len(scores)} annotated): {everything}")
    print(f"whole corpus: {len(loaded)} documents, {size:,} characters, {size / spent / 1e6:.2f} million a second")
    for kind, count in kinds.most_common():
        print(f"  {count:6} {kind}")
    return everything.is_perfect, found_in


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    options = parser.parse_args()
    good = forms()
    if not options.corpus.is_dir():
        print(f"no corpus at {options.corpus}: only the forms were measured")
        return 0 if good else 1
    all_right, found = documents(options.corpus)
    save_and_compare(found, options)
    return 0 if good and all_right else 1


if __name__ == "__main__":
    sys.exit(main())
