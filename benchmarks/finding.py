"""How fast units, citations and relations are found: characters per second of CPU time, together and each stage.

    python -m benchmarks.finding [FOLDER]

FOLDER holds `.txt` files; without one, the corpus beside the repository is taken. The bar is one million characters per
second for the three together, on one core.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from benchmarks._corpus import CORPUS
from build_tools.annotate.citations import find_citations
from build_tools.annotate.relations import find_relations
from build_tools.model.source import CleanText
from build_tools.normalise import normalise
from build_tools.readers import read
from build_tools.structure import outline

BAR = 1_000_000
ROUNDS = 4


def once(texts: list[CleanText]) -> tuple[float, float, float]:
    """CPU seconds of structure, of citations and of relations, document by document."""
    spent = [0.0, 0.0, 0.0]
    for text in texts:
        times = [time.process_time()]
        tree = outline(text)
        times.append(time.process_time())
        citations = find_citations(text, tree)
        times.append(time.process_time())
        find_relations(text, tree, citations)
        times.append(time.process_time())
        spent = [sum_ + after - before for sum_, before, after in zip(spent, times, times[1:], strict=False)]
    return spent[0], spent[1], spent[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS / "gazette")
    options = parser.parse_args()
    texts = [normalise(read(path, file=path.name)) for path in sorted(options.folder.glob("*.txt"))]
    characters = sum(len(text.text) for text in texts)
    best = min((once(texts) for _ in range(ROUNDS)), key=sum)
    for name, seconds in zip(("structure", "citations", "relations"), best, strict=True):
        print(f"{name:>12}  {characters / seconds:12,.0f} characters per second")
    print(f"{'together':>12}  {characters / sum(best):12,.0f}, the bar is {BAR:,}")


if __name__ == "__main__":
    main()
