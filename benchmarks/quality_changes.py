"""How well the changes of amending acts are read: precision and recall on the acts that were read by hand.

    python benchmarks/quality_changes.py [--corpus DIR]

The annotated acts are `tests/annotate/fixtures/changes/*.txt` (made up, in all forms) and
`tests/annotate/corpus_changes/*.txt` (real ones beside the repository). A change is right where everything about it is:
the unit, what is done, the act, the place, the old and new words, and the doubt.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks._corpus import CORPUS, texts  # noqa: E402
from benchmarks._scores import compare_aloud, total  # noqa: E402
from build_tools.annotate.changes import find_changes  # noqa: E402
from build_tools.annotate.citations import find_citations  # noqa: E402
from build_tools.model.document import Outline  # noqa: E402
from build_tools.model.source import CleanText  # noqa: E402
from build_tools.structure import outline  # noqa: E402
from tests.annotate.reading import fixtures, read_text  # noqa: E402
from tests.annotate.shown_changes import shown_changes  # noqa: E402

ANNOTATED = ROOT / "tests" / "annotate" / "corpus_changes"


def lines_of(clean: CleanText, outlined: Outline) -> list[str]:
    citations = find_citations(clean, outlined)
    return shown_changes(find_changes(clean, outlined, citations), citations, clean.text)


def forms() -> bool:
    score = total(
        [
            compare_aloud(fixture.name, list(fixture.expected), lines_of(*read_text(fixture.text)))
            for fixture in fixtures("changes")
        ]
    )
    print(f"forms: {score}")
    return score.is_perfect


def documents(corpus: Path) -> bool:
    """Every document of the corpus; those without a file of annotations change nothing."""
    scores, size, spent = [], 0, 0.0
    for name, clean in texts(corpus).items():
        outlined = outline(clean)
        citations = find_citations(clean, outlined)
        start = time.process_time()
        changes = find_changes(clean, outlined, citations)
        spent += time.process_time() - start
        size += len(clean.text)
        annotated = ANNOTATED / name
        expected = annotated.read_text(encoding="utf-8").splitlines() if annotated.is_file() else []
        expected = [line for line in expected if line and not line.startswith("#")]
        scores.append(compare_aloud(name, expected, shown_changes(changes, citations, clean.text)))
    print(f"whole corpus: {len(scores)} documents, {size:,} characters, {size / spent / 1e6:.1f} million a second")
    everything = total(scores)
    print(f"documents ({len(list(ANNOTATED.glob('*.txt')))} that change others, {len(scores)} in all): {everything}")
    return everything.is_perfect


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    options = parser.parse_args()
    good = forms()
    if not options.corpus.is_dir():
        print(f"no corpus at {options.corpus}: only the forms were measured")
        return 0 if good else 1
    return 0 if documents(options.corpus) and good else 1


if __name__ == "__main__":
    sys.exit(main())
