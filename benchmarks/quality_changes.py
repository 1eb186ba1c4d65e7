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
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from build_tools.annotate.changes import find_changes  # noqa: E402
from build_tools.annotate.citations import find_citations  # noqa: E402
from build_tools.model.document import Outline  # noqa: E402
from build_tools.model.source import CleanText  # noqa: E402
from build_tools.normalise import normalise  # noqa: E402
from build_tools.readers import read  # noqa: E402
from build_tools.structure import outline  # noqa: E402
from tests.annotate.reading import fixtures, read_text  # noqa: E402
from tests.annotate.shown_changes import shown_changes  # noqa: E402

ANNOTATED = ROOT / "tests" / "annotate" / "corpus_changes"
FOLDERS = ("documents", "gazette", "plans", "html")


class Score:
    """What is right, missing and wrong, over several texts."""

    def __init__(self) -> None:
        self.right = self.missing = self.wrong = 0

    def add(self, name: str, expected: list[str], found: list[str]) -> None:
        """Compare the lines of one text and print what differs."""
        wanted, got = Counter(expected), Counter(found)
        self.right += (wanted & got).total()
        self.missing += (wanted - got).total()
        self.wrong += (got - wanted).total()
        for line in (wanted - got).elements():
            print(f"  missing in {name}: {line}")
        for line in (got - wanted).elements():
            print(f"  wrong in {name}: {line}")

    def show(self, title: str) -> bool:
        """Print the figures; whether nothing is missing or wrong."""
        precision = self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0
        recall = self.right / (self.right + self.missing) if self.right + self.missing else 1.0
        print(f"{title}: {self.right} right, precision {precision:.4f}, recall {recall:.4f}")
        return not self.missing and not self.wrong


def lines_of(clean: CleanText, outlined: Outline) -> list[str]:
    citations = find_citations(clean, outlined)
    return shown_changes(find_changes(clean, outlined, citations), citations, clean.text)


def forms() -> bool:
    score = Score()
    for fixture in fixtures("changes"):
        score.add(fixture.name, list(fixture.expected), lines_of(*read_text(fixture.text)))
    return score.show("forms")


def documents(corpus: Path) -> bool:
    """Every document of the corpus; those without a file of annotations change nothing."""
    score, size, spent = Score(), 0, 0.0
    paths = [p for folder in FOLDERS for p in sorted((corpus / folder).glob("*")) if p.suffix in {".txt", ".htm"}]
    for path in paths:
        clean = normalise(read(path, file=path.name))
        outlined = outline(clean)
        citations = find_citations(clean, outlined)
        start = time.process_time()
        changes = find_changes(clean, outlined, citations)
        spent += time.process_time() - start
        size += len(clean.text)
        annotated = ANNOTATED / path.name
        expected = annotated.read_text(encoding="utf-8").splitlines() if annotated.is_file() else []
        expected = [line for line in expected if line and not line.startswith("#")]
        score.add(path.name, expected, shown_changes(changes, citations, clean.text))
    print(f"whole corpus: {len(paths)} documents, {size:,} characters, {size / spent / 1e6:.1f} million a second")
    return score.show(f"documents ({len(list(ANNOTATED.glob('*.txt')))} that change others, {len(paths)} in all)")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    options = parser.parse_args()
    good = forms()
    if not options.corpus.is_dir():
        print(f"no corpus at {options.corpus}: only the forms were measured")
        return 0 if good else 1
    return 0 if documents(options.corpus) and good else 1


if __name__ == "__main__":
    sys.exit(main())
