"""What units are found in the whole corpus: how many of each kind, what was odd, and the time it takes.

    python -m benchmarks.quality_outline [--corpus DIR] [--save FILE] [--compare FILE]

`--save` writes the units of every document; `--compare` prints what a change of rules made different, document by
document. How many units are right is measured by `quality_by_hand.py`.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter

from benchmarks._corpus import add_options, save_and_compare, texts
from build_tools.model.document import Outline, Unit
from build_tools.structure import outline

_MOST = 60  # characters of a title or text that a line shows


def main() -> int:
    """Report on the corpus; 0 also where there is none."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_options(parser)
    options = parser.parse_args()
    if not options.corpus.is_dir():
        print(f"no corpus at {options.corpus}: nothing was measured")
        return 0
    documents = texts(options.corpus)
    start = time.process_time()
    outlines = {name: outline(text) for name, text in documents.items()}
    spent = time.process_time() - start
    size = sum(len(text.text) for text in documents.values())
    print(f"whole corpus: {len(documents)} documents, {size:,} characters, {size / spent / 1e6:.2f} million a second")
    _count("units", Counter(unit.kind.value for found in outlines.values() for unit in found.units))
    _count("diagnostics", Counter(item.code for found in outlines.values() for item in found.diagnostics))
    save_and_compare({name: _rows(found, documents[name].text) for name, found in outlines.items()}, options)
    return 0


def _count(title: str, counts: Counter[str]) -> None:
    print(f"{title}: {counts.total()}", *(f"  {count:6} {name}" for name, count in counts.most_common()), sep="\n")


def _rows(found: Outline, text: str) -> list[str]:
    return ["  " * (unit.level - 1) + _row(unit, text) for unit in found.units]


def _row(unit: Unit, text: str) -> str:
    title = unit.heading if unit.heading is not None else f"> {unit.span.of(text)[:_MOST].splitlines()[0]}"
    quoted = " (quoted)" if unit.quoted else ""
    return f"{unit.id} | {unit.kind.value} | {unit.label or ''} | {title[: 2 * _MOST]}{quoted}"


if __name__ == "__main__":
    raise SystemExit(main())
