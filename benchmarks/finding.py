"""How fast units, citations and relations are found: characters per second of CPU time, together and each stage.

    python -m benchmarks.finding [FOLDER]

FOLDER holds `.txt` files; without one, the corpus beside the repository is taken. The bar is one million characters per
second for the three together, on one core. The last line is the pace in one document of 1.4 million characters, made of
the longest repeated, against the pace in that one: 1.0 where time grows with length alone.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import NamedTemporaryFile

from benchmarks._corpus import CORPUS
from build_tools.annotate.citations import find_citations
from build_tools.annotate.relations import find_relations
from build_tools.model.source import CleanText
from build_tools.normalise import normalise
from build_tools.readers import read
from build_tools.structure import outline

BAR = 1_000_000
ROUNDS = 4
LONG = 1_400_000


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


def slowdown(path: Path) -> float:
    """How much slower a character is in many copies of a file than in one."""
    whole, paces = path.read_text(encoding="utf-8"), []
    for copies in (1, LONG // len(whole) + 1):
        with NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as long:
            long.write(whole * copies)
            long.flush()
            text = normalise(read(Path(long.name), file=path.name))
        paces.append(min(sum(once([text])) for _ in range(ROUNDS)) / len(text.text))
    return paces[1] / paces[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS / "gazette")
    options = parser.parse_args()
    paths = sorted(options.folder.glob("*.txt"))
    texts = [normalise(read(path, file=path.name)) for path in paths]
    characters = sum(len(text.text) for text in texts)
    best = min((once(texts) for _ in range(ROUNDS)), key=sum)
    for name, seconds in zip(("structure", "citations", "relations"), best, strict=True):
        print(f"{name:>12}  {characters / seconds:12,.0f} characters per second")
    print(f"{'together':>12}  {characters / sum(best):12,.0f}, the bar is {BAR:,}")
    print(
        f"{'one long':>12}  {slowdown(max(paths, key=lambda path: path.stat().st_size)):.2f} of the time per character"
    )


if __name__ == "__main__":
    main()
